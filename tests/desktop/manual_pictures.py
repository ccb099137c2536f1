"""
The manual's pictures, taken in the practice village: ``python -m tests.desktop.manual_pictures`` (`make manual`).

Every page of the window gets its picture; a page of the manual that does not show it yet is given the line that does.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image
    from PySide6.QtWidgets import QWidget

    from tests.desktop.workplace import Keyboard

MANUAL = Path(__file__).parents[2] / "docs" / "manual"
#: The savings day the practice village has reached.
DAY = date(2026, 1, 5)
SIZE = (1024, 600)
#: Few colours are needed for a window; a picture stays small.
COLOURS = 48
_README_DOTS_PER_INCH = 110
#: What a page of the window may be shown by besides its own picture.
EXTRA = ("count", "audit-sheet")


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from tests.desktop.workplace import Keyboard

    app = QApplication.instance() or QApplication([])
    for language in ("lo", "en"):
        os.environ["VDFBANK_DATA"] = tempfile.mkdtemp()
        folder = MANUAL / "pictures" / language
        folder.mkdir(parents=True, exist_ok=True)
        seat = Keyboard(DAY, language)
        seat.window.resize(*SIZE)
        for name, shown in _pages(seat):
            seat.settle()
            _save(_taken(shown), folder / f"{name}.png")
            if name not in EXTRA:
                show_picture(MANUAL / language / f"{name}.md", language)
        seat.close()
        _save(_audit_sheet(language), folder / "audit-sheet.png")
    app.processEvents()


def _pages(seat: Keyboard) -> Iterator[tuple[str, QWidget]]:
    """Page after page, by keys alone: what the manual says must work."""
    from PySide6.QtCore import Qt

    from vdfbank.wording.manual import name_for

    key, window = Qt.Key, seat.window
    yield "start", window
    seat.control(key.Key_P)
    for name in window.pages:
        # The others are shown with something on them, by the pages they belong to.
        if name in window.rail.buttons and name not in ("start", "savings_day"):
            window.show_page(name)
            yield name_for(name), window
    seat.open_sheet()
    seat.press(*[key.Key_Return] * 7)
    yield "savings-day", window
    seat.control(key.Key_E)
    seat.press(key.Key_F7)
    seat.type("12")
    seat.press(key.Key_Return)
    seat.type("3")
    yield "count", window


def _taken(widget: QWidget) -> Image:
    from PIL import Image
    from PySide6.QtCore import QBuffer, QIODevice

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    widget.grab().save(buffer, "PNG")
    return Image.open(BytesIO(bytes(buffer.data().data()))).convert("RGB")


def _audit_sheet(language: str) -> Image:
    """The first page of the practice village's last audit sheet, the very PDF."""
    import pypdfium2

    (sheet,) = (Path(os.environ["VDFBANK_DATA"]) / "practice").glob(f"village-audit-*-{language}.pdf")
    document = pypdfium2.PdfDocument(sheet)
    try:
        picture: Image = document[0].render(scale=_README_DOTS_PER_INCH / 72).to_pil().convert("RGB")
        return picture
    finally:
        document.close()


def _save(picture: Image, path: Path) -> None:
    from PIL.Image import Dither

    picture.quantize(COLOURS, dither=Dither.NONE).save(path, optimize=True)


def show_picture(page: Path, language: str) -> None:
    """Below its title the manual shows the page it explains."""
    text = page.read_text("utf-8")
    title, rest = text.split("\n", 1)
    name = title.removeprefix("# ")
    line = f"![{name}](../pictures/{language}/{page.stem}.png)"
    if line not in text:
        page.write_text(f"{title}\n\n{line}\n{rest}", "utf-8")


if __name__ == "__main__":
    main()
