"""The sheet step of a savings day: bar, table, what the rules say of the row, the totals below."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from vdfbank.bank.money import Money
from vdfbank.desktop.day_bar import Filter, SheetBar
from vdfbank.desktop.day_columns import Column
from vdfbank.desktop.day_model import DayModel
from vdfbank.desktop.day_question import SurplusQuestion
from vdfbank.desktop.day_table import DayTable
from vdfbank.desktop.day_totals import SheetTotals
from vdfbank.desktop.look import repolish
from vdfbank.desktop.parts import words_label
from vdfbank.desktop.tongue import Tongue
from vdfbank.office.day_lines import split_order
from vdfbank.office.recorded_day import RecordedDay
from vdfbank.wording.breaks import wrap_lo
from vdfbank.wording.catalogue import N_
from vdfbank.wording.problems import sentence

#: With fewer lines than this the sentence of a row has one line and only two totals are shown.
_LINES_FOR_ALL = 15
_LINES_FOR_TWO = 20
_PARTS = {
    "penalty": N_("penalty {amount}"),
    "interest": N_("interest {amount}"),
    "principal": N_("principal {amount}"),
}


class SheetStep(QWidget):
    """`finished` when Enter ran through the last row."""

    finished = Signal()

    def __init__(self, tongue: Tongue) -> None:
        super().__init__()
        self._tongue = tongue
        self.model = DayModel(tongue)
        self.bar = SheetBar(tongue)
        self.table = DayTable(self.model, tongue)
        self.question = SurplusQuestion(tongue)
        self._said = words_label()
        self.totals = SheetTotals(tongue)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.bar)
        column.addWidget(self.table, 1)
        column.addWidget(self.question)
        column.addWidget(self._said)
        column.addWidget(self.totals)
        self.table.row_changed.connect(self._show_row)
        self.table.echoed.connect(self._echo)
        self.table.run_through.connect(self.finished)
        self.table.row_finished.connect(self.take_keyboard)
        self.table.surplus.connect(self._ask)
        self.question.answered.connect(self._answered)
        self.model.edited.connect(lambda _day: self._show_all())
        self.bar.filtered.connect(self._filter)
        self.bar.number.asked.connect(self._go_to_number)
        self.bar.number.left.connect(self.toggle_queue)
        self.bar.paper_typed.connect(self._paper_typed)
        self.bar.paper.echoed.connect(self._echo)

    def lay_out(self, day: RecordedDay) -> None:
        """Show a day; the keyboard stays in its cell."""
        current = self.table.currentIndex()
        row, column = (current.row(), current.column()) if current.isValid() else (-1, -1)
        self.model.lay_out(day)
        if not self.bar.paper.hasFocus():
            self.bar.paper.show_amount(day.draft.paper_total)
        self.table.fit()
        self.fit()
        if 0 <= row < self.model.rowCount():
            self.table.go_to(row, column)
        elif self.model.rowCount():
            self.table.go_to(*(self.model.next_missing(-1) or (0, int(Column.SAVE))))
        self._show_all()

    def speak(self) -> None:
        self.table.setAccessibleName(self._tongue.say(N_("Savings-day sheet")))
        self.bar.speak()
        self.question.speak()
        self.totals.speak()
        if self.model.has_day:
            self.lay_out(self.model.day)

    # --- modes ---------------------------------------------------------------------------------------------------

    @property
    def is_queue(self) -> bool:
        return self.table.is_queue

    def toggle_queue(self) -> None:
        """List: Enter runs down. Queue: the keyboard waits for a number, and comes back after each row."""
        if self.table.finish_editing():
            self.table.is_queue = not self.table.is_queue
            self.bar.show_queue(is_on=self.table.is_queue)
            self.fit()
            self.take_keyboard()

    def take_keyboard(self) -> None:
        if self.question.is_open:
            return
        if self.is_queue:
            self.bar.number.clear()
            self.bar.number.setFocus()
        else:
            self.table.setFocus()

    def row_meant(self) -> int | None:
        """The row a key is for: the number waiting in the queue, else the one that has the keyboard."""
        if self.bar.number.isVisible() and self.bar.number.hasFocus() and self.bar.number.text().strip():
            return self._row_of(self.bar.number.text())
        index = self.table.currentIndex()
        return index.row() if index.isValid() else None

    def _go_to_number(self, typed: str) -> None:
        if not typed:
            self.finished.emit()
        elif (row := self._row_of(typed)) is not None:
            self.table.setRowHidden(row, False)
            self.table.go_to_member_row(row)

    def _row_of(self, typed: str) -> int | None:
        row = self.model.row_of_number(typed)
        if row is None:
            self._tell("wrong", self._tongue.say(N_("No member has the number {number}."), number=typed.strip()))
            self.bar.number.selectAll()
        return row

    def _filter(self, chosen: Filter) -> None:
        if self.model.has_day:
            self.table.filter_by(chosen)
            if not self.model.rows_shown(chosen):
                self._tell("plain", self._tongue.say(N_("No row is like that.")))

    def _paper_typed(self, total: Money | None) -> None:
        self.model.count(self.model.day.with_count(paper_total=total))
        difference = self.model.day.paper_difference
        if difference is None:
            return
        amount = self._tongue.language.number(abs(difference))
        if difference == 0:
            self._tell("good", self._tongue.say(N_("Sheet and paper agree.")))
        elif difference < 0:
            self._tell("look", self._tongue.say(N_("The sheet has {amount} less than the paper."), amount=amount))
        else:
            self._tell("look", self._tongue.say(N_("The sheet has {amount} more than the paper."), amount=amount))

    def _ask(self, row: int) -> None:
        """More than is due: the totals make room for the question."""
        for widget in (self.totals, self._said):
            widget.hide()
        self.question.ask(self.model.day, self.model.member(row))
        # The table learns only then how low it has become.
        QTimer.singleShot(0, self.table, lambda: self.table.scrollTo(self.table.currentIndex()))

    def _answered(self, day: RecordedDay) -> None:
        for widget in (self.totals, self._said):
            widget.show()
        self.model.put(day)
        self.table.setFocus()
        self.table.step(1)

    # --- what is said --------------------------------------------------------------------------------------------

    def fit(self) -> None:
        """Large text on a small screen leaves room for the rows."""
        line = self.fontMetrics().lineSpacing()
        is_low = self.height() < _LINES_FOR_ALL * line
        self._said.setMinimumHeight(line if is_low or self.height() < _LINES_FOR_TWO * line else 2 * line)
        self.totals.fit(self.width(), is_low=is_low)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def _show_all(self) -> None:
        self.totals.lay_out(self.model.day)
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
            self._tell("look" if judged.is_warning else "wrong", said)
            return
        self._tell("plain", "  ".join(self._of_row(row)))

    def _of_row(self, row: int) -> list[str]:
        spoken, day, member = self._tongue.language, self.model.day, self.model.member(row)
        judged, late = day.judgement(member), self.model.row(row).days_late
        saved = spoken.kip(day.sheet.books.savings(member))
        words = [spoken.say(N_("{name}: savings {amount}."), name=spoken.person(member, day.sheet.names), amount=saved)]
        if late:
            words.append(spoken.say(N_("Late {days}."), days=spoken.plural("{n} day", "{n} days", late)))
        parts = {name: getattr(judged, name) for name in split_order(self.model.row(row), day.sheet)}
        if any(parts.values()):
            split = ", ".join(
                spoken.say(_PARTS[name], amount=spoken.number(part)) for name, part in parts.items() if part
            )
            words.append(spoken.say(N_("Paid: {parts}."), parts=split))
        if day.draft.entered(member).settles:
            loan = dict(day.settlements())[member]
            rest = spoken.kip(loan.settlement - loan.due)
            words.append(spoken.say(N_("Keep {amount} apart: the loan is settled after the day."), amount=rest))
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
