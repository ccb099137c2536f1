"""What holds of every page: named, reachable, whole, in both languages and every text size."""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from tests.desktop.workplace import Keyboard
from vdfbank.desktop.edges import ElidedLabel
from vdfbank.desktop.look import TextSize
from vdfbank.office.laptop import remembered

Key = Qt.Key
INPUTS = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QScrollArea)


def visible(window: QWidget) -> Iterator[QWidget]:
    return (widget for widget in window.findChildren(QWidget) if widget.isVisible())


def in_scroll(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, (QScrollArea, QAbstractItemView)):
            return True
        parent = parent.parentWidget()
    return False


def unnamed(window: QWidget) -> list[str]:
    """Whatever takes the keyboard has a name to be read aloud."""
    return [
        type(widget).__name__
        for widget in visible(window)
        if isinstance(widget, INPUTS)
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and not in_scroll_bar(widget)
    ]


def in_scroll_bar(widget: QWidget) -> bool:
    return widget.objectName().startswith("qt_")


def clipped(window: QWidget) -> list[str]:
    """Words that do not fit their widget, and buttons outside the window."""
    found = []
    for widget in visible(window):
        if isinstance(widget, (QPushButton, QCheckBox)):
            needed = widget.minimumSizeHint()
            if needed.width() > widget.width() or needed.height() > widget.height() or widget.height() < 34:
                found.append(f"button {widget.accessibleName()}: {widget.size()} < {needed}")
            corner = widget.mapTo(window, QPoint(widget.width(), widget.height()))
            if not in_scroll(widget) and (corner.x() > window.width() or corner.y() > window.height()):
                found.append(f"outside {widget.accessibleName()}: {corner}")
        elif isinstance(widget, QLabel) and widget.text() and not isinstance(widget, ElidedLabel):
            if widget.wordWrap():
                if widget.heightForWidth(widget.width()) > widget.height():
                    found.append(f"label {widget.text()!r}")
            elif widget.sizeHint().width() > widget.width() or widget.sizeHint().height() > widget.height():
                found.append(f"line {widget.text()!r}: {widget.size()} < {widget.sizeHint()}")
    return found


@pytest.mark.parametrize(("language", "size"), list(product(("lo", "en"), TextSize)))
def test_every_page_is_whole_and_named(qapp: QApplication, language: str, size: TextSize) -> None:
    """1024x600, the smallest screen: nothing clipped, buttons on the screen, every input named."""
    assert qapp is QApplication.instance()
    seat = Keyboard(language=language)
    seat.window.resize_text(size)
    wrong: list[str] = []
    for name in seat.tour():
        seat.settle()
        assert seat.window.width() == 1024, name
        assert seat.window.height() == 600, name
        shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
        assert shown == [seat.window], name
        wrong += [f"{name}: {what}" for what in clipped(seat.window)]
        wrong += [f"{name}: no name for {what}" for what in unnamed(seat.window)]
    seat.close()
    assert not wrong, "\n".join(wrong)


def test_a_language_is_switched_live_on_every_page(qapp: QApplication) -> None:
    """No English letter stays on a Lao screen but keys, ids, places and names."""
    assert qapp is QApplication.instance()
    seat = Keyboard()
    seat.control(Key.Key_L)
    allowed = re.compile(
        # A seal stands first: its letters may begin like an id.
        r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}|[RPJ]V-[0-9-]+|"
        r"Ctrl\+\w+|F\d+|[MVLRA]\d+|Ban Dokchampa|dokchampa|new-village|English|A[–+]|/\S+|PDF|1b|\d+|Esc|Enter"
    )
    english: list[str] = []
    for name in seat.tour():
        seat.settle()
        for widget in visible(seat.window):
            if isinstance(widget, (QLabel, QAbstractButton)) and not in_scroll_bar(widget):
                left = allowed.sub("", widget.text())
                if re.search("[A-Za-z]{2,}", left):
                    english.append(f"{name}: {widget.text()}")
    seat.close()
    assert english == []


def test_the_language_is_remembered(keyboard: Keyboard) -> None:
    assert keyboard.window.rail.buttons["month"].accessibleName() == "Month"
    keyboard.control(Key.Key_L)
    assert keyboard.window.rail.buttons["month"].accessibleName() == "ເດືອນ"
    assert remembered().language == "lo"
    keyboard.control(Key.Key_L)
    assert keyboard.window.rail.buttons["month"].accessibleName() == "Month"


def test_three_text_sizes(keyboard: Keyboard) -> None:
    heights = []
    for _ in range(4):
        heights.append(keyboard.window.start._title.fontMetrics().height())
        keyboard.control(Key.Key_Plus)
    assert heights[0] < heights[1] < heights[2] == heights[3]
    assert remembered().text_size == "very_large"
    other = Keyboard()
    sizes = [other.window.size_of_text]
    for _ in range(2):
        other.control(Key.Key_Minus)
        sizes.append(other.window.size_of_text)
    assert sizes == [TextSize.VERY_LARGE, TextSize.LARGE, TextSize.NORMAL]
    other.close()


def test_pages_without_a_book_are_shut(keyboard: Keyboard) -> None:
    keyboard.control(Key.Key_1)
    assert keyboard.window.page is keyboard.window.start


def test_pages_by_their_numbers_and_by_the_rail(keyboard: Keyboard, book: Path) -> None:
    keyboard.open(book)
    for key, page in (
        (Key.Key_2, keyboard.window.day),
        (Key.Key_6, keyboard.window.month),
        (Key.Key_0, keyboard.window.start),
        (Key.Key_1, keyboard.window.today),
    ):
        keyboard.control(key)
        assert keyboard.window.page is page
    keyboard.tab_to(keyboard.window.rail.buttons["month"])
    keyboard.press(Key.Key_Return)
    assert keyboard.window.page is keyboard.window.month


def test_today_leads_to_each_page(keyboard: Keyboard, book: Path) -> None:
    keyboard.open(book)
    today = keyboard.window.today
    said = [line.accessibleName() for line in today.lines]
    assert said[0] == "Open the savings day of 05/11/2025 2 loans due"
    assert said[1] == "1 loan is late Somsak 861,706, 31 days"
    assert said[2] == "November 2025 is open 1 of 3 checks done"
    assert said[-1].startswith("Credit runs together with training. Safe migration: 5 months ago")
    keyboard.tab_to(today.lines[2])
    keyboard.press(Key.Key_Return)
    assert keyboard.window.page is keyboard.window.month


def test_the_bottom_bar_tells_the_last_act(keyboard: Keyboard, book: Path) -> None:
    keyboard.open(book)
    assert re.fullmatch(
        r"Last: Month closed 03/11/2025, number 128\. Seal [0-9A-Z-]{14}   .+", keyboard.window.bottom.text
    )


def test_a_bug_of_ours_is_a_line_and_the_window_lives(keyboard: Keyboard, book: Path) -> None:
    from vdfbank.desktop.desk import Desk
    from vdfbank.office.changed import Outcome

    def broken(_desk: Desk) -> Outcome[None]:
        raise ZeroDivisionError

    keyboard.open(book)
    keyboard.window.today.ask(broken, lambda _nothing: None)
    keyboard.settle()
    assert "Something in this program is wrong" in keyboard.window.today.notice.text
    keyboard.control(Key.Key_2)
    assert keyboard.window.page is keyboard.window.day
