"""Help on F1: the right page beside every page, for the keyboard, in both languages, sizes and themes."""

import re
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QFont, QTextCharFormat, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.desktop.test_window import clipped, unnamed
from tests.desktop.workplace import Keyboard
from vdfbank.desktop.help_document import MARGIN, lay_out
from vdfbank.desktop.help_text import HelpText
from vdfbank.desktop.look import FAMILY, TextSize
from vdfbank.desktop.palette import DARK, LIGHT
from vdfbank.wording import manual
from vdfbank.wording.breaks import ZERO_WIDTH_SPACE, pieces
from vdfbank.wording.manual import CONTENTS, PAGES, ManualPage, manual_page, name_for

Key = Qt.Key
PICTURE = QTextDocument.ResourceType.ImageResource.value


def shown(keyboard: Keyboard) -> str:
    """What can be read, without the breaks that are not seen."""
    return keyboard.window.help.text.toPlainText().replace(ZERO_WIDTH_SPACE, "")


def title(code: str, name: str) -> str:
    page = manual_page(name, code)
    assert page is not None
    return page.text.split("\n", 1)[0].removeprefix("# ")


def settled() -> None:
    """Until a changed width was followed."""
    QTest.qWait(20)


def test_every_page_of_the_window_has_its_help_and_picture(keyboard: Keyboard) -> None:
    """Where this fails: name the page of the manual in `wording/manual.py`, then run `make manual`."""
    for page in keyboard.window.pages:
        name = name_for(page)
        assert name != CONTENTS, page
        for code in ("lo", "en"):
            held = manual_page(name, code)
            assert held is not None, (page, code)
            if page in keyboard.window.rail.buttons:
                assert f"](../pictures/{code}/{name}.png)" in held.text, (page, code)


@pytest.mark.parametrize("language", ["lo", "en"])
def test_f1_opens_the_text_of_the_page(qapp: QApplication, book: Path, language: str) -> None:
    assert qapp is QApplication.instance()
    seat = Keyboard(language=language)
    seat.open(book)
    # The founding page leads on to today by itself once a bank is open.
    for page in seat.window.pages.keys() - {"founding"}:
        seat.window.show_page(page)
        seat.settle()
        seat.press(Key.Key_F1)
        panel = seat.window.help
        assert panel.isVisible(), page
        assert panel.name == name_for(page)
        assert shown(seat).startswith(title(language, name_for(page)))
        assert panel.text.accessibleName().endswith(f": {title(language, name_for(page))}")
        assert panel.text.hasFocus()
        seat.press(Key.Key_Escape)
        assert not panel.isVisible()
    seat.close()


def test_escape_gives_the_keyboard_back(keyboard: Keyboard, book: Path) -> None:
    keyboard.open(book)
    line = keyboard.window.today.lines[2]
    keyboard.tab_to(line)
    keyboard.press(Key.Key_F1)
    keyboard.press(Key.Key_Escape)
    assert line.hasFocus()
    keyboard.window.help.leave()
    assert line.hasFocus()


def test_an_open_cell_is_kept_when_help_is_read(keyboard: Keyboard, book: Path) -> None:
    keyboard.open(book)
    keyboard.open_sheet()
    keyboard.type("12000")
    keyboard.press(Key.Key_F1)
    assert keyboard.window.help.name == "savings-day"
    keyboard.press(Key.Key_Escape)
    assert not keyboard.window.help.isVisible()
    assert keyboard.window.page is keyboard.window.day
    assert keyboard.window.day.sheet.table.day_model.index(0, 3).data() == "12,000"


def test_tab_stays_in_help(keyboard: Keyboard) -> None:
    keyboard.press(Key.Key_F1)
    panel = keyboard.window.help
    for key in (Key.Key_Tab, Key.Key_Backtab):
        reached = set()
        for _ in range(20):
            keyboard.press(key)
            assert panel.isAncestorOf(keyboard.focused)
            reached.add(keyboard.focused.accessibleName())
        assert {"Help: Start", "Contents", "Close"} <= reached


def test_links_by_keys_and_back(keyboard: Keyboard) -> None:
    keyboard.press(Key.Key_F1)
    panel = keyboard.window.help
    assert not panel.back_button.isEnabled()
    keyboard.press(Key.Key_F1)
    assert panel.name == CONTENTS
    keyboard.press(Key.Key_F1)
    assert panel.name == CONTENTS
    keyboard.press(Key.Key_Tab, Key.Key_Tab, Key.Key_Return)
    assert panel.name == "today"
    assert panel.text.hasFocus()
    keyboard.press(Key.Key_Backspace)
    assert panel.name == CONTENTS
    keyboard.press(Key.Key_Backspace)
    assert panel.name == "start"
    assert not panel.back_button.isEnabled()
    keyboard.press(Key.Key_PageDown)
    assert panel.text.verticalScrollBar().value() > 0


def test_another_page_shuts_help(keyboard: Keyboard, book: Path) -> None:
    keyboard.open(book)
    keyboard.press(Key.Key_F1)
    keyboard.control(Key.Key_6)
    assert not keyboard.window.help.isVisible()
    assert keyboard.window.page is keyboard.window.month
    keyboard.press(Key.Key_F1)
    assert keyboard.window.help.name == "month"


def test_the_language_is_switched_while_help_is_read(keyboard: Keyboard) -> None:
    keyboard.window.top.help_button.click()
    assert shown(keyboard).startswith("Start\n")
    keyboard.press(Key.Key_PageDown)
    keyboard.control(Key.Key_L)
    assert shown(keyboard).startswith("ເລີ່ມຕົ້ນ\n")
    assert keyboard.window.help.close_button.accessibleName() == "ປິດ"
    assert keyboard.window.help.text.verticalScrollBar().value() > 0


def test_links_wear_the_colour_of_the_theme_and_a_line(keyboard: Keyboard) -> None:
    keyboard.press(Key.Key_F1, Key.Key_F1)
    for theme, palette in (("dark", DARK), ("light", LIGHT)):
        keyboard.window.wear(theme)
        found = []
        block = keyboard.window.help.text.document().begin()
        while block.isValid():
            found += [QTextCharFormat(place.format) for place in block.textFormats() if place.format.isAnchor()]
            block = block.next()
        assert len(found) >= len(PAGES) - 1
        assert {form.foreground().color().name() for form in found} == {palette.accent}
        assert all(form.fontUnderline() for form in found)


@pytest.mark.parametrize(("language", "size"), list(product(("lo", "en"), TextSize)))
def test_every_page_of_the_manual_is_whole_beside_the_page(qapp: QApplication, language: str, size: TextSize) -> None:
    """1024x600: buttons whole, nothing wider than the panel, half of the page still in sight in the usual size."""
    assert qapp is QApplication.instance()
    seat = Keyboard(language=language)
    seat.window.resize_text(size)
    seat.press(Key.Key_F1)
    settled()
    panel, wrong = seat.window.help, []
    left = panel.mapTo(seat.window, QPoint(0, 0)).x()
    if size is TextSize.NORMAL:
        assert left > seat.window.width() * 0.5
    for name in PAGES:
        panel._follow(name)
        seat.settle()
        room = panel.text.viewport().width()
        # A comma at the end of a line may reach into the margin, nothing beyond it.
        if panel.text.document().size().width() > room + MARGIN / 2:
            wrong.append(f"{name}: {panel.text.document().size().width()} > {room}")
        wrong += [f"{name}: {what}" for what in (*clipped(panel), *unnamed(panel))]
    assert (seat.window.width(), seat.window.height()) == (1024, 600)
    seat.close()
    assert wrong == []


def test_pictures_fit_the_room_also_when_it_changes(keyboard: Keyboard) -> None:
    keyboard.press(Key.Key_F1)
    widths = []
    for width in (1024, 1366):
        keyboard.window.resize(width, 700)
        settled()
        text = keyboard.window.help.text
        picture = text.loadResource(PICTURE, QUrl("../pictures/en/start.png"))
        assert picture.width() <= text.viewport().width()
        widths.append(picture.width())
        frame = keyboard.window._stack.geometry()
        assert keyboard.window.help.geometry().right() == frame.right()
    assert widths[0] < widths[1]


def test_nothing_is_fetched_from_elsewhere(keyboard: Keyboard, tmp_path: Path) -> None:
    keyboard.press(Key.Key_F1)
    text = keyboard.window.help.text
    picture = Path(__file__).parents[2] / "docs" / "manual" / "pictures" / "en" / "start.png"
    (tmp_path / "stolen.png").write_bytes(picture.read_bytes())
    for link in ("https://example.org/a.png", (tmp_path / "stolen.png").as_uri(), str(tmp_path / "stolen.png")):
        assert text.loadResource(PICTURE, QUrl(link)) is None
    assert text.loadResource(PICTURE, "../pictures/en/nothing.png") is None
    followed: list[str] = []
    text.followed.connect(followed.append)
    for link in ("https://example.org/today.md", "today.exe", "today.md"):
        text.anchorClicked.emit(QUrl(link))
    assert followed == ["today"]


def test_html_and_scripts_stay_letters(qapp: QApplication) -> None:
    assert qapp is QApplication.instance()
    text = HelpText()
    text.show_page(ManualPage("start", "# One\n\n<b>two</b> <script>three</script>\n", Path()))
    assert "<script>three</script>" in text.toPlainText()
    assert text.loadResource(PICTURE, "start.png") is None


def test_a_lost_page_is_told_in_a_sentence(keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(manual, "_folders", lambda: [tmp_path])
    keyboard.press(Key.Key_F1)
    assert shown(keyboard) == "This page of the manual is missing. Install the program again."
    keyboard.window.resize(1200, 700)
    settled()
    assert shown(keyboard) == "This page of the manual is missing. Install the program again."
    assert keyboard.window.help.text.loadResource(PICTURE, "../pictures/en/start.png") is None


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", PAGES)
def test_every_letter_is_of_the_shipped_font_and_titles_are_larger(name: str) -> None:
    """No other font is sure to be there, not even for a command."""
    page = manual_page(name, "en")
    assert page is not None
    document = QTextDocument()
    families: set[str] = set()
    sizes: set[tuple[int, float]] = set()
    lay_out(document, page.text, QFont(FAMILY, 20))
    block = document.begin()
    while block.isValid():
        for place in block.textFormats():
            families.update(place.format.fontFamilies() or ())
            if block.blockFormat().headingLevel():
                sizes.add((block.blockFormat().headingLevel(), round(place.format.fontPointSize(), 1)))
        block = block.next()
    assert families <= {FAMILY}
    assert (1, 27.0) in sizes
    assert sizes <= {(1, 27.0), (2, 22.4), (3, 20.0)}


@pytest.mark.parametrize("name", PAGES)
def test_lao_lines_break_between_words_and_links_stay_whole(qapp: QApplication, name: str) -> None:
    page = manual_page(name, "lo")
    assert page is not None
    document, plain = QTextDocument(), QTextDocument()
    lay_out(document, page.text, qapp.font())
    plain.setMarkdown(page.text)
    block, bare, links = document.begin(), plain.begin(), []
    while block.isValid():
        assert block.text().split(ZERO_WIDTH_SPACE) == (pieces(bare.text()) or [""])
        links += [place.format.anchorHref() for place in block.textFormats() if place.format.isAnchor()]
        block, bare = block.next(), bare.next()
    assert not bare.isValid()
    assert links
    assert all(re.fullmatch(r"[a-z-]+\.md", link) for link in links)
