"""A savings day that stands in the book: its lines, what came after, what was put right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from vdfbank.desktop.look import row_height
from vdfbank.desktop.palette import colours
from vdfbank.desktop.parts import Figure, words_label
from vdfbank.desktop.tongue import Tongue
from vdfbank.office.held_day import HeldDay, HeldLine
from vdfbank.wording.breaks import wrap_lo
from vdfbank.wording.catalogue import N_
from vdfbank.wording.terms import account, word

_HEADS = (N_("Act"), N_("No."), N_("Name"), N_("Savings"), N_("Paid"), N_("Taken out"), N_("Remark"))
_LINES_FOR_ALL = 13
_NAME, _FIRST_SUM, _REMARK = 2, 3, 6


class HeldStep(QWidget):
    """The posted lines, undone ones struck through and linked with what took their place."""

    #: A line was chosen by Enter.
    chosen = Signal()

    def __init__(self, tongue: Tongue) -> None:
        super().__init__()
        self._tongue = tongue
        self._day: HeldDay | None = None
        self._counted, self._box = Figure("large"), Figure("large")
        self.about = words_label()
        top = QHBoxLayout()
        top.setSpacing(20)
        top.addWidget(self._counted)
        top.addWidget(self._box)
        top.addWidget(self.about, 1)
        self.table = _LineTable()
        self.table.activated.connect(lambda _index: self.chosen.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.table, 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The lines matter more than the sentence about them."""
        super().resizeEvent(event)
        self.about.setVisible(self.height() >= _LINES_FOR_ALL * self.fontMetrics().lineSpacing())

    def speak(self) -> None:
        self._counted.caption(self._tongue.say(N_("Counted that day")))
        self._box.caption(self._tongue.say(N_("In the box now")))
        self.table.setAccessibleName(self._tongue.say(N_("Lines of the savings day")))
        self.table.setHorizontalHeaderLabels([self._tongue.say(head) for head in _HEADS])
        if self._day is not None:
            self.lay_out(self._day)

    @property
    def line(self) -> HeldLine | None:
        """The line that has the keyboard."""
        row = self.table.currentRow()
        return self._day.lines[row] if self._day is not None and 0 <= row < len(self._day.lines) else None

    def lay_out(self, day: HeldDay) -> None:
        self._day = day
        spoken = self._tongue.language
        self._counted.show_value(spoken.number(day.counted))
        self._box.show_value(spoken.number(day.box))
        said = spoken.plural("{n} line stands in the book.", "{n} lines stand in the book.", len(day.lines))
        late = spoken.say(N_("Late comers save and repay one by one."))
        closed = spoken.say(N_("Its month is closed: it is put right by acts of the open month."))
        self.about.setText(wrap_lo(f"{said} {late if day.is_open else closed}"))
        row = self.table.currentRow()
        self.table.setRowCount(len(day.lines))
        for number, line in enumerate(day.lines):
            self._fill(number, line, day)
        self.table.fit()
        self.table.setCurrentCell(max(0, min(row, len(day.lines) - 1)), _NAME)

    def _fill(self, number: int, line: HeldLine, day: HeldDay) -> None:
        spoken = self._tongue.language
        name = spoken.person(line.member, day.names) if line.member else account(line.account or "", spoken)
        sums = [
            spoken.number(amount) if amount else "·" for amount in (line.save, line.repay, line.withdraw + line.out)
        ]
        texts = (spoken.number(line.number), line.member or "", name, *sums, self._remark(line))
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, texts)))
            if _FIRST_SUM <= column < _REMARK:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            if line.undone_by is not None:
                item.setForeground(QColor(colours().muted))
                if column != _REMARK:
                    struck = QFont(item.font())
                    struck.setStrikeOut(True)
                    item.setFont(struck)
            self.table.setItem(number, column, item)

    def _remark(self, line: HeldLine) -> str:
        spoken = self._tongue.language
        if line.undone_by is not None:
            return spoken.say(N_("reversed by act {number}"), number=spoken.number(line.undone_by))
        if line.corrects is not None:
            return spoken.say(N_("puts act {number} right"), number=spoken.number(line.corrects))
        return "" if line.is_of_the_day else word(line.kind, spoken) or ""


class _LineTable(QTableWidget):
    def __init__(self) -> None:
        super().__init__(0, len(_HEADS))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setStretchLastSection(True)

    def fit(self) -> None:
        for row in range(self.rowCount()):
            self.setRowHeight(row, row_height(self.font()))
