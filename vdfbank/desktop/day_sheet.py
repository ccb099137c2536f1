"""The sheet step of a savings day: table, what the rules say of the row, the totals below."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from vdfbank.desktop.day_model import DayModel
from vdfbank.desktop.day_table import DayTable
from vdfbank.desktop.look import repolish
from vdfbank.desktop.parts import Figure, words_label
from vdfbank.desktop.tongue import Tongue
from vdfbank.office.recorded_day import RecordedDay
from vdfbank.wording.breaks import wrap_lo
from vdfbank.wording.catalogue import N_
from vdfbank.wording.problems import sentence

_CAPTIONS = (
    N_("recorded"),
    N_("In the box before"),
    N_("Savings"),
    N_("Repaid on loans"),
    N_("Taken out"),
    N_("Box should hold"),
)
#: Below this width of a figure, they stand in two rows.
_FIGURE_EMS = 9
#: With fewer lines than this only two totals are shown: how many are recorded, and what the box should hold.
_LINES_FOR_ALL = 13
_MATTERING = (0, 5)


class SheetStep(QWidget):
    """`finished` when Enter ran through the last row."""

    finished = Signal()

    def __init__(self, tongue: Tongue) -> None:
        super().__init__()
        self._tongue = tongue
        self.model = DayModel(tongue)
        self.table = DayTable(self.model, tongue)
        self._said = words_label()
        self._figures = [Figure() for _ in _CAPTIONS]
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.table, 1)
        column.addWidget(self._said)
        column.addLayout(self._grid)
        self.table.row_changed.connect(self._show_row)
        self.table.echoed.connect(self._echo)
        self.table.run_through.connect(self.finished)
        self.model.edited.connect(lambda _day: self._show_all())

    def lay_out(self, day: RecordedDay) -> None:
        """Show a day; the keyboard stays in its cell."""
        current = self.table.currentIndex()
        row, column = (current.row(), current.column()) if current.isValid() else (-1, -1)
        self.model.lay_out(day)
        self.table.fit()
        self.fit()
        if 0 <= row < self.model.rowCount():
            self.table.go_to(row, column)
        elif self.model.rowCount():
            self.table.go_to(*(self.model.next_missing(-1) or (0, 3)))
        self._show_all()

    def speak(self) -> None:
        self.table.setAccessibleName(self._tongue.say(N_("Savings-day sheet")))
        for figure, caption in zip(self._figures, _CAPTIONS, strict=True):
            figure.caption(self._tongue.say(caption))
        if self.model.has_day:
            self.lay_out(self.model.day)

    def fit(self) -> None:
        """Large text on a small screen leaves room for the rows: the totals that matter most stay."""
        line = self.fontMetrics().lineSpacing()
        is_low = self.height() < _LINES_FOR_ALL * line
        self._said.setMinimumHeight(line if is_low else 2 * line)
        across = 6 if self.width() >= 6 * _FIGURE_EMS * self.fontMetrics().averageCharWidth() * 1.6 else 3
        for number, figure in enumerate(self._figures):
            place = _MATTERING.index(number) if is_low and number in _MATTERING else number
            # First its place: a widget that is shown without one would be a window of its own.
            self._grid.addWidget(figure, place // across, place % across)
            figure.setVisible(not is_low or number in _MATTERING)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def _show_all(self) -> None:
        day, spoken = self.model.day, self._tongue.language
        totals = day.totals()
        recorded = spoken.say(
            N_("{recorded} of {rows}"), recorded=spoken.number(totals.recorded), rows=spoken.number(totals.rows)
        )
        amounts = (totals.opened_with, totals.saved, totals.repaid, totals.withdrawn, totals.box)
        values = (recorded, *(spoken.number(amount) for amount in amounts))
        for figure, value in zip(self._figures, values, strict=True):
            figure.show_value(value)
        if totals.penalties:
            penalties = spoken.number(totals.penalties)
            self._figures[3].caption(spoken.say(N_("Repaid, penalties {amount}"), amount=penalties))
        else:
            self._figures[3].caption(spoken.say(N_("Repaid on loans")))
        self._show_row(self.table.currentIndex().row())

    def _show_row(self, row: int) -> None:
        """What the rules object to in the row, else how its payment is split."""
        if not self.model.has_day or not 0 <= row < self.model.rowCount():
            self._tell("plain", "")
            return
        day, member = self.model.day, self.model.member(row)
        judged = day.judgement(member)
        if judged.problems:
            said = " ".join(sentence(problem, self._tongue.language, day.sheet.names) for problem in judged.problems)
            self._tell("wrong", said)
            return
        self._tell("plain", "  ".join(self._of_row(row)))

    def _of_row(self, row: int) -> list[str]:
        spoken, day, member = self._tongue.language, self.model.day, self.model.member(row)
        judged, late = day.judgement(member), self.model.row(row).days_late
        saved = spoken.kip(day.sheet.books.savings(member))
        words = [spoken.say(N_("{name}: savings {amount}."), name=spoken.person(member, day.sheet.names), amount=saved)]
        if late:
            words.append(spoken.say(N_("Late {days}."), days=spoken.plural("{n} day", "{n} days", late)))
        if judged.penalty or judged.interest or judged.principal:
            parts = (spoken.number(part) for part in (judged.penalty, judged.interest, judged.principal))
            penalty, interest, principal = parts
            words.append(
                spoken.say(
                    N_("Paid: penalty {penalty}, interest {interest}, principal {principal}."),
                    penalty=penalty,
                    interest=interest,
                    principal=principal,
                )
            )
        return words

    def _echo(self, said: str) -> None:
        if said:
            self._tell("plain", said)
        else:
            self._show_row(self.table.currentIndex().row())

    def _tell(self, tone: str, said: str) -> None:
        self._said.setProperty("tone", tone)
        repolish(self._said)
        self._said.setText(wrap_lo(said))

    @property
    def said(self) -> str:
        return self._said.text().replace("\u200b", "")
