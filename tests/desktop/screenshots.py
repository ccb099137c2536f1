"""Pictures of every page, in both languages and at both sizes: ``python -m tests.desktop.screenshots FOLDER``."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

SIZES = ((1024, 600), (1366, 768))


def main(folder: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from tests.desktop.workplace import Keyboard

    app = QApplication.instance() or QApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    for language in ("lo", "en"):
        for width, height in SIZES:
            os.environ["VDFBANK_DATA"] = tempfile.mkdtemp()
            seat = Keyboard(language=language)
            seat.window.resize(width, height)
            for name in seat.tour():
                seat.settle()
                seat.window.grab().save(str(folder / f"{name}-{language}-{width}.png"))
            seat.window.close()
    app.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
