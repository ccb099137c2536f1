"""The forms of one loan: decide, pay out, repay, settle, reschedule, write off, recover, take the application back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtGui import QStandardItemModel
from typing_extensions import override

from vdfbank.acts.act import Act, Count, Text
from vdfbank.acts.lending import (
    Decide,
    PayOut,
    Recover,
    Repay,
    Reschedule,
    Settle,
    WithdrawApplication,
    WriteOff,
)
from vdfbank.bank.money import Money
from vdfbank.content.loans import LoanView
from vdfbank.desktop.act_form import ActForm, Input
from vdfbank.desktop.choices import Choice, PersonChoice
from vdfbank.desktop.kip_edit import KipEdit
from vdfbank.desktop.money_forms import amount_input, text_input
from vdfbank.desktop.page import Page
from vdfbank.desktop.tried_box import TriedBox
from vdfbank.desktop.votes_box import VotesBox
from vdfbank.wording import terms
from vdfbank.wording.catalogue import N_
from vdfbank.wording.known import step_out_reason

_OUTCOMES = (("approved", N_("Approve")), ("refused", N_("Refuse")), ("put_off", N_("Put off")))


def _votes_input(page: Page, view: LoanView, *, may_be_empty: bool = False) -> Input:
    """One line a committee member; who must step out is told so and has no choice."""
    spoken = page.tongue.language
    votes = VotesBox(page.tongue)
    offices = {person: terms.word(role, spoken) or role for person, role in view.committee.items()}
    steps_out = {person: step_out_reason(reason, spoken) for person, reason in view.known.step_out.items()}
    votes.lay_out(offices, view.names, steps_out)
    words = N_("Votes of the committee")
    return Input("votes", words, votes, lambda: dict(votes.votes) or None, may_be_empty, wide=True)


class DecisionForm(ActForm):
    """The checklist worked out anew; while a line of it refuses, approving cannot be chosen."""

    def __init__(self, page: Page, view: LoanView) -> None:
        assert view.tried is not None
        self.checks = TriedBox(page.tongue, view.names, with_request=True)
        self.checks.lay_out(view.tried)
        self.outcome = Choice(page.tongue)
        self.outcome.offer((key, page.tongue.say(words)) for key, words in _OUTCOMES)
        self.may_approve = view.tried.passes
        self._shut_approving()
        loan = view.line.loan

        def make(values: Mapping[str, Any], today: date) -> Act:
            reason = values["reason"]
            return Decide(
                on=today,
                loan=loan,
                votes=values["votes"] or {},
                outcome=values["outcome"],
                reason=Text(reason) if reason else None,
            )

        inputs = (
            _votes_input(page, view, may_be_empty=True),
            Input("outcome", N_("Decision"), self.outcome, lambda: self.outcome.key),
            text_input("reason", N_("Reason, where it is refused or put off"), may_be_empty=True),
        )
        title = N_("Decide on the application")
        super().__init__(page, title, N_("Record the decision"), inputs, make, loan, self.checks)

    def _shut_approving(self) -> None:
        model = self.outcome.model()
        assert isinstance(model, QStandardItemModel)
        model.item(self.outcome.findData("approved")).setEnabled(self.may_approve)

    @override
    def speak(self) -> None:
        super().speak()
        self.checks.speak()

    @override
    def take_keyboard(self) -> None:
        votes = self.inputs[0].control
        assert isinstance(votes, VotesBox)
        next(iter(votes.choices.values()), self.outcome).setFocus()

    @override
    def missing(self) -> tuple[str, ...]:
        """A refusal and a putting off give their reason; an approval gives its votes."""
        values, labels = self.values(), {line.name: line.label for line in self.inputs}
        missing = super().missing()
        if values["outcome"] in ("refused", "put_off") and not values["reason"]:
            missing = (*missing, labels["reason"])
        if values["outcome"] == "approved" and not values["votes"]:
            missing = (labels["votes"], *missing)
        return missing


def _pay_out(page: Page, view: LoanView) -> ActForm:
    """The president seconds; where there is none, another of the committee who is not at the keyboard."""
    second = PersonChoice(page.tongue)
    presidents = [person for person, role in view.committee.items() if role == "president"]
    others = [person for person, role in view.committee.items() if role != "treasurer"]
    second.offer_people(presidents or others, view.names)
    checks = TriedBox(page.tongue, view.names, with_request=True)
    checks.lay_out(view.tried)
    loan = view.line.loan
    inputs = (Input("seconded_by", N_("Seconded by (president)"), second, lambda: second.person),)
    return ActForm(
        page,
        N_("Pay the loan out of the box: the rules are checked again today"),
        N_("Pay the loan out"),
        inputs,
        lambda values, today: PayOut(on=today, loan=loan, seconded_by=values["seconded_by"]),
        loan,
        checks,
    )


def _repay(page: Page, view: LoanView) -> ActForm:
    line, amount = view.line, amount_input(page)
    assert isinstance(amount.control, KipEdit)
    amount.control.setPlaceholderText(page.tongue.language.number(line.next_amount))
    return ActForm(
        page,
        N_("Receive a repayment outside a savings day"),
        N_("Receive the repayment"),
        (amount,),
        lambda values, today: Repay(on=today, member=line.member, loan=line.loan, amount=values["amount"]),
        line.loan,
    )


def _settle(page: Page, view: LoanView) -> ActForm:
    """Exactly what is owed today: the sum is shown, it cannot be another."""
    assert view.card is not None
    owed, loan = view.card.settlement, view.line.loan
    amount = KipEdit(page.tongue)
    amount.show_amount(owed)
    amount.setReadOnly(True)
    return ActForm(
        page,
        N_("Close the loan early: no interest of later months"),
        N_("Receive the sum and close the loan"),
        (Input("amount", N_("Exactly owed today, in kip"), amount, lambda: Money(owed)),),
        lambda values, today: Settle(on=today, loan=loan, amount=values["amount"]),
        loan,
    )


def _reschedule(page: Page, view: LoanView) -> ActForm:
    months, loan = KipEdit(page.tongue, pieces=True), view.line.loan
    inputs = (
        Input("months", N_("Instalments from today, one a month"), months, lambda: months.amount),
        text_input("reason", N_("Reason")),
        _votes_input(page, view),
    )

    def make(values: Mapping[str, Any], today: date) -> Act:
        reason, count = Text(values["reason"]), Count(values["months"])
        return Reschedule(on=today, loan=loan, months=count, reason=reason, votes=values["votes"])

    return ActForm(page, N_("Spread what is owed over new instalments"), N_("Reschedule the loan"), inputs, make, loan)


def _write_off(page: Page, view: LoanView) -> ActForm:
    loan = view.line.loan

    def make(values: Mapping[str, Any], today: date) -> Act:
        return WriteOff(on=today, loan=loan, reason=Text(values["reason"]), votes=values["votes"])

    inputs = (text_input("reason", N_("Reason")), _votes_input(page, view))
    title = N_("Write the loan off: what is owed becomes a loss")
    return ActForm(page, title, N_("Write the loan off"), inputs, make, loan)


def _recover(page: Page, view: LoanView) -> ActForm:
    loan, amount = view.line.loan, amount_input(page)
    assert isinstance(amount.control, KipEdit)
    amount.control.setPlaceholderText(page.tongue.language.number(view.to_recover))
    return ActForm(
        page,
        N_("Receive money on a loan written off"),
        N_("Receive the money"),
        (amount,),
        lambda values, today: Recover(on=today, loan=loan, amount=values["amount"]),
        loan,
    )


def _take_back(page: Page, view: LoanView) -> ActForm:
    loan = view.line.loan

    def make(values: Mapping[str, Any], today: date) -> Act:
        note = values["note"]
        return WithdrawApplication(on=today, loan=loan, note=Text(note) if note else None)

    inputs = (text_input("note", N_("Note"), may_be_empty=True),)
    title = N_("The applicant takes the application back")
    return ActForm(page, title, N_("Take the application back"), inputs, make, loan)


#: The forms of a loan, by the name of their button.
LOAN_FORMS: Mapping[str, Callable[[Page, LoanView], ActForm]] = {
    "decide": DecisionForm,
    "pay_out": _pay_out,
    "repay": _repay,
    "settle": _settle,
    "reschedule": _reschedule,
    "write_off": _write_off,
    "recover": _recover,
    "take_back": _take_back,
}
