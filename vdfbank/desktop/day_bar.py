"""The bar over the sheet: queue by number, which rows are shown, the sum of a paper sheet."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit
from typing_extensions import override

from vdfbank.desktop.amount import plain
from vdfbank.desktop.kip_edit import KipEdit
from vdfbank.desktop.tongue import Tongue
from vdfbank.desktop.wrapping import WrappingRow
from vdfbank.wording.catalogue import N_


class Filter(IntEnum):
    """Which rows of the sheet are shown."""

    ALL = 0
    OPEN = 1
    ABSENT = 2
    DUE = 3
    LATE = 4


_FILTERS = {
    Filter.ALL: N_("All rows"),
    Filter.OPEN: N_("Still open"),
    Filter.ABSENT: N_("Absent"),
    Filter.DUE: N_("Loan due"),
    Filter.LATE: N_("Late"),
}


class NumberEdit(QLineEdit):
    """Where the keyboard waits in queue mode: a member's number in any digits, then Enter."""

    #: A number, as it was typed.
    asked = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(16)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.textEdited.connect(self._typed)

    def _typed(self, text: str) -> None:
        """Letters of the Lao digit row turn into the digits they stand for."""
        if (digits := plain(text)) != text:
            place = self.cursorPosition()
            self.setText(digits)
            self.setCursorPosition(place)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_PAD:
            self.asked.emit(self.text().strip())
            return
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


_PAD = Qt.KeyboardModifier.KeypadModifier


class SheetBar(WrappingRow):
    """In list mode only the filter; in queue mode the number that is asked for and the paper's total."""

    filtered = Signal(object)
    #: The total of the paper sheet was typed.
    paper_typed = Signal(object)

    def __init__(self, tongue: Tongue) -> None:
        super().__init__(to_the_right=False)
        self._tongue = tongue
        self._title = QLabel()
        self._title.setProperty("level", "name")
        self.number = NumberEdit()
        self.number.setFixedWidth(100)
        self.paper = KipEdit(tongue)
        self.paper.setMaximumWidth(170)
        self.paper.amount_changed.connect(lambda: self.paper_typed.emit(self.paper.amount))
        self.filter = QComboBox()
        self.filter.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.filter.currentIndexChanged.connect(lambda index: self.filtered.emit(Filter(max(0, index))))
        self._number_label = QLabel()
        self.add(self._title, self._number_label, self.number, self.paper, self.filter)
        self.show_queue(is_on=False)

    def speak(self) -> None:
        say = self._tongue.say
        self._number_label.setText(say(N_("No.")))
        self.number.setAccessibleName(say(N_("Number of the member")))
        self.paper.setPlaceholderText(say(N_("Paper total")))
        self.paper.setAccessibleName(say(N_("Paper total")))
        self.filter.setAccessibleName(say(N_("Rows shown")))
        chosen = max(0, self.filter.currentIndex())
        self.filter.blockSignals(True)
        self.filter.clear()
        self.filter.addItems([say(words) for words in _FILTERS.values()])
        self.filter.setCurrentIndex(chosen)
        self.filter.blockSignals(False)

    def show_title(self, title: str) -> None:
        """The day, where the page has no room to say it."""
        self._title.setText(title.replace("\u200b", ""))
        self._title.setVisible(bool(title))

    def show_queue(self, *, is_on: bool) -> None:
        for widget in (self._number_label, self.number, self.paper):
            widget.setVisible(is_on)
        self.filter.setVisible(not is_on)
