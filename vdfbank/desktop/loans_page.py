"""Loans: the list, one loan, a new application with its checklist, the sitting of the committee, the calculator."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from vdfbank.acts.lending import Apply
from vdfbank.bank.person import LoanId
from vdfbank.content.loans import LoanList, LoanView
from vdfbank.desktop import tasks
from vdfbank.desktop.application_form import ApplicationForm
from vdfbank.desktop.buttons import ActButton
from vdfbank.desktop.calculator_part import CalculatorPart
from vdfbank.desktop.choices import Choice
from vdfbank.desktop.flow import FlowBox
from vdfbank.desktop.form_page import FormPage
from vdfbank.desktop.loan_forms import LOAN_FORMS
from vdfbank.desktop.loan_lines import FILTERS, LIST_HEADINGS, belongs, list_lines
from vdfbank.desktop.loan_part import LoanPart
from vdfbank.desktop.page import Workplace
from vdfbank.desktop.parts import heading, words_label
from vdfbank.desktop.rows_table import RowsTable
from vdfbank.office.changed import Changed
from vdfbank.office.forms.asked import Asked
from vdfbank.office.session import Accepted
from vdfbank.wording.breaks import wrap_lo
from vdfbank.wording.catalogue import N_


class LoansPage(FormPage):
    """Enter opens a loan, Esc comes back; a sitting walks through what waits, one decision after the other."""

    shows: ClassVar[Changed] = ~(Changed.DRAFTS | Changed.MONTHS)

    def __init__(self, work: Workplace) -> None:
        super().__init__(work)
        self._loans: LoanList | None = None
        #: Applications of the sitting that are still to be decided on; None while no sitting is held.
        self._sitting: list[LoanId] | None = None
        self.column.addLayout(self._top())
        self.column.addWidget(self.notice)
        self.column.addWidget(self.parts, 1)
        self._list_place = self.add_part(self._list_part())
        self.loan = LoanPart(self, self._form, self._to_list)
        self._loan_place = self.add_part(self.loan)
        self.calculator = CalculatorPart(self, self._to_list)
        self._calculator_place = self.add_part(self.calculator)
        # What narrows the list stands beside the list alone.
        self.parts.currentChanged.connect(lambda place: self.filter.setVisible(place == self._list_place))

    def _top(self) -> QHBoxLayout:
        self._title = heading()
        self.filter = Choice(self.tongue)
        self.filter.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.filter.currentIndexChanged.connect(lambda _at: self._list())
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self._title, 1)
        top.addWidget(self.filter)
        return top

    def _list_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._about = words_label(quiet=True)
        column.addWidget(self._about)
        self.table = RowsTable(self.tongue, N_("List of loans"), LIST_HEADINGS)
        self.table.opened.connect(lambda key: self.open_loan(LoanId(key)))
        column.addWidget(self.table, 1)
        self.sitting_button = ActButton(self, self._sit, "Ctrl+D", drawing="decide")
        self.calculator_button = ActButton(self, self._to_calculator, "Ctrl+K")
        self.arrears_button = ActButton(self, lambda: self._print("arrears"), "F12", drawing="print")
        self.call_button = ActButton(self, lambda: self._print("call-list"), "Ctrl+P", drawing="print")
        self.new_button = ActButton(self, self._apply, "Ctrl+N", drawing="new", main=True)
        papers = (self.arrears_button, self.call_button)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(FlowBox(self.calculator_button, *papers, self.sitting_button), 1)
        row.addWidget(self.new_button, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(row)
        return part

    # --- words ---------------------------------------------------------------------------------------------------

    @override
    def speak(self) -> None:
        say = self.tongue.say
        self._title.setText(self.tongue.label(N_("Loans")))
        narrowed = self.filter.key or "all"
        self.filter.blockSignals(True)
        self.filter.offer((name, say(words)) for name, words in FILTERS.items())
        # Every loan is a choice too: nothing is left to choose.
        self.filter.removeItem(0)
        self.filter.choose(narrowed)
        self.filter.blockSignals(False)
        self.filter.setAccessibleName(say(N_("Which loans")))
        self.sitting_button.word(say(N_("Hold a sitting")))
        self.calculator_button.word(say(N_("Loan calculator")))
        self.arrears_button.word(say(N_("Print the arrears")))
        self.call_button.word(say(N_("Print the call list")))
        self.new_button.word(say(N_("New application")))
        self.table.speak()
        self.loan.speak()
        self.calculator.speak()
        self._list()
        super().speak()

    def _list(self) -> None:
        loans, spoken = self._loans, self.tongue.language
        if loans is None:
            return
        lines = [line for line in loans.lines if belongs(line, self.filter.key or "all")]
        self.table.lay_out(list_lines(lines, loans.names, spoken))
        self.sitting_button.setEnabled(bool(loans.waiting))
        shown = spoken.plural("{n} loan shown", "{n} loans shown", len(lines))
        if not loans.lines:
            shown = spoken.say(N_("No loans yet. Try the loan calculator."))
        waiting = spoken.plural(
            "{n} application waits for a decision", "{n} applications wait for a decision", len(loans.waiting)
        )
        self._about.setText(wrap_lo(f"{shown}   {waiting}" if loans.waiting else shown))

    # --- content -------------------------------------------------------------------------------------------------

    @override
    def refresh(self) -> None:
        self.ask(tasks.look_at_loans, self._looked)

    def _looked(self, loans: LoanList) -> None:
        self._loans = loans
        self._list()
        if self.loan.loan is not None:
            self.ask(tasks.look_at_loan(self.loan.loan), self._opened)
        self.arrived()

    @override
    def take_keyboard(self) -> None:
        if self.shows_form and self.form is not None:
            self.form.take_keyboard()
        elif self.part == self._loan_place:
            self.loan.take_keyboard()
        elif self.part == self._calculator_place:
            self.calculator.take_keyboard()
        else:
            self.table.setFocus()

    @override
    def leave_book(self) -> None:
        super().leave_book()
        self._loans, self._sitting, self.loan.view = None, None, None

    @override
    def show_thing(self, key: str) -> None:
        self.open_loan(LoanId(key))

    def open_loan(self, loan: LoanId) -> None:
        self.ask(tasks.look_at_loan(loan), self._opened)

    def _opened(self, view: LoanView) -> None:
        was_open = self.part == self._loan_place
        self.loan.lay_out(view)
        self.show_part(self._loan_place)
        if not was_open:
            self.take_keyboard()

    def _to_list(self) -> None:
        loan = self.loan.loan
        self.loan.view = None
        self.show_part(self._list_place)
        if loan is not None:
            self.table.select(loan)
        self.table.setFocus()

    def _to_calculator(self) -> None:
        self.say_done(None)
        self.show_part(self._calculator_place)
        self.take_keyboard()

    # --- acts and paper ------------------------------------------------------------------------------------------

    def _apply(self) -> None:
        if self._loans is not None:
            self.open_form(ApplicationForm(self, self._loans), self._loans.names)

    def _form(self, name: str) -> None:
        view = self.loan.view
        if view is not None:
            self.open_form(LOAN_FORMS[name](self, view), view.names)

    def _sit(self) -> None:
        """All that waits is decided on, the longest waiting first."""
        if self._loans is not None:
            self._sitting = list(self._loans.waiting)
            self._next_of_sitting()

    def _next_of_sitting(self) -> None:
        if not self._sitting:
            self._sitting = None
            self._to_list()
            return
        self.ask(tasks.look_at_loan(self._sitting.pop(0)), self._before_committee)

    def _before_committee(self, view: LoanView) -> None:
        said = self._said
        self.open_form(LOAN_FORMS["decide"](self, view), view.names)
        self.say_done(said)

    @override
    def close_form(self) -> None:
        """Leaving a form ends the sitting; what was decided stands."""
        self._sitting = None
        super().close_form()

    @override
    def _did(self, accepted: Accepted) -> None:
        sitting = self._sitting
        super()._did(accepted)
        if sitting is not None:
            self._sitting = sitting
            self._next_of_sitting()

    @override
    def performed(self, accepted: Accepted) -> None:
        """Who asked sees the checklist of the request as it was written down."""
        if isinstance(accepted.act, Apply):
            self.open_loan(accepted.act.loan)

    def _print(self, form: str) -> None:
        if self._loans is not None:
            self.wants_paper.emit(Asked(form, as_of=self._loans.on))
