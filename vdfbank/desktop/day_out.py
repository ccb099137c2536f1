"""What leaves the box on a savings day beside the members' own money: expenses, and loans paid out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from vdfbank.acts.fields import typed_text
from vdfbank.acts.saving import Expense
from vdfbank.bank.account import EXPENSES_BY_SPEND, PAYABLE_BY_SPEND
from vdfbank.desktop.buttons import ActButton
from vdfbank.desktop.kip_edit import KipEdit
from vdfbank.desktop.parts import Notice, Scroll, card, field, name_field, words_label
from vdfbank.desktop.tongue import Tongue
from vdfbank.office.day_posting import objections
from vdfbank.office.recorded_day import RecordedDay
from vdfbank.wording.breaks import wrap_lo
from vdfbank.wording.catalogue import N_
from vdfbank.wording.problems import sentence
from vdfbank.wording.terms import account

_ACCOUNTS = (*sorted(EXPENSES_BY_SPEND), *sorted(PAYABLE_BY_SPEND))


class ExpenseList(QListWidget):
    """Del takes the line away."""

    removed = Signal(int)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.currentRow() >= 0:
            self.removed.emit(self.currentRow())
            return
        super().keyPressEvent(event)


class OutStep(QWidget):
    """Expenses with what they were for, approved loans to tick; `changed` gives the day with them."""

    changed = Signal(object)
    echoed = Signal(str)

    def __init__(self, tongue: Tongue) -> None:
        super().__init__()
        self._tongue = tongue
        self._day: RecordedDay | None = None
        self.notice = Notice()
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._expenses(), 6)
        row.addWidget(self._loans(), 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.notice)
        column.addLayout(row, 1)

    def _expenses(self) -> QWidget:
        frame, column = card()
        self._expenses_title = words_label(strong=True)
        grid = QGridLayout()
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        self.account, self.amount, self.note = QComboBox(), KipEdit(self._tongue), QLineEdit()
        self.account.setMinimumContentsLength(8)
        self.account.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.note.setMaxLength(200)
        self.amount.echoed.connect(self.echoed)
        controls = (self.account, self.amount, self.note)
        self._labels = [field(grid, place, control) for place, control in enumerate(controls)]
        self.add_button = ActButton(self, self._add)
        self.note.returnPressed.connect(self._add)
        self.list = ExpenseList()
        self.list.removed.connect(self._remove)
        column.addWidget(self._expenses_title)
        column.addLayout(grid)
        column.addWidget(self.add_button)
        column.addWidget(self.list, 1)
        return Scroll(frame)

    def _loans(self) -> QWidget:
        frame, self._loans_column = card()
        self._loans_title, self._no_loans = words_label(strong=True), words_label(quiet=True)
        self._loans_column.addWidget(self._loans_title)
        self._loans_column.addWidget(self._no_loans)
        self._boxes = QVBoxLayout()
        self.loans: list[QCheckBox] = []
        self._loans_column.addLayout(self._boxes)
        self._loans_column.addStretch()
        return Scroll(frame)

    def speak(self) -> None:
        say = self._tongue.label
        self._expenses_title.setText(say(N_("Expenses of the day")))
        self._loans_title.setText(say(N_("Approved loans paid out today")))
        self._no_loans.setText(say(N_("No approved loan waits.")))
        words = (N_("Account"), N_("Amount"), N_("What for"))
        for label, text, control in zip(self._labels, words, (self.account, self.amount, self.note), strict=True):
            name_field(label, say(text), control)
        self.add_button.word(self._tongue.say(N_("Add the expense")))
        self.list.setAccessibleName(self._tongue.say(N_("Expenses, Del takes one away")))
        chosen = max(0, self.account.currentIndex())
        self.account.clear()
        for number in _ACCOUNTS:
            self.account.addItem(f"{number} {account(number, self._tongue.language)}", number)
        self.account.setCurrentIndex(chosen)
        if self._day is not None:
            self.lay_out(self._day)

    def take_keyboard(self) -> None:
        self.account.setFocus()

    def lay_out(self, day: RecordedDay) -> None:
        self._day = day
        spoken = self._tongue.language
        self.list.clear()
        for expense in day.draft.expenses:
            self.list.addItem(f"{account(expense.account, spoken)}: {spoken.number(expense.amount)}, {expense.note}")
        self.list.setVisible(bool(day.draft.expenses))
        self._show_loans(day)
        problems = [sentence(problem, spoken, day.sheet.names) for problem in objections(day)]
        self.notice.tell("wrong", [wrap_lo(said) for said in problems])

    def _show_loans(self, day: RecordedDay) -> None:
        spoken, approved = self._tongue.language, day.sheet.approved
        self._no_loans.setVisible(not approved)
        for box in self.loans[len(approved) :]:
            self._boxes.removeWidget(box)
            box.hide()
            box.deleteLater()
        del self.loans[len(approved) :]
        while len(self.loans) < len(approved):
            box = QCheckBox()
            box.clicked.connect(self._ticked)
            self._boxes.addWidget(box)
            self.loans.append(box)
        for box, request in zip(self.loans, approved, strict=True):
            name = spoken.person(request.member, day.sheet.names)
            box.setText(f"{request.loan} {name} {spoken.number(request.amount)}")
            box.setAccessibleName(box.text())
            box.setChecked(request.loan in day.draft.pay_outs)

    def _ticked(self, _on: bool) -> None:  # noqa: FBT001 - as Qt calls it
        assert self._day is not None
        day = self._day
        for box, request in zip(self.loans, day.sheet.approved, strict=True):
            if box.isChecked() != (request.loan in day.draft.pay_outs):
                day = day.with_pay_out(request.loan, paid=box.isChecked())
        self._change(day)

    def _add(self) -> None:
        assert self._day is not None
        amount, note = self.amount.amount, typed_text(self.note.text())
        if not amount or not note:
            self.notice.tell("look", [self._tongue.label(N_("Write the amount and what it was for."))])
            (self.note if amount else self.amount).setFocus()
            return
        self.amount.clear()
        self.note.clear()
        self._change(self._day.with_expense(Expense(self.account.currentData(), amount, note)))
        self.account.setFocus()

    def _remove(self, place: int) -> None:
        assert self._day is not None
        self._change(self._day.without_expense(place))

    def _change(self, day: RecordedDay) -> None:
        self.lay_out(day)
        self.changed.emit(day)
