"""The forms of the box and of undoing: money out and in, to and from the bank, reverse, correct."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QLineEdit

from vdfbank.acts.act import Act, Count, Text
from vdfbank.acts.books import Correct, Reverse
from vdfbank.acts.saving import DepositCash, DrawCash, Line, Receive, SavingsDay, Spend
from vdfbank.bank.account import EXPENSES_BY_SPEND, PAYABLE_BY_SPEND, RECEIVABLE, Account
from vdfbank.bank.committee import Role
from vdfbank.bank.person import PersonId
from vdfbank.desktop.act_form import ActForm, Input
from vdfbank.desktop.choices import Choice, PersonChoice
from vdfbank.desktop.kip_edit import KipEdit
from vdfbank.desktop.page import Page
from vdfbank.desktop.votes_box import VotesBox
from vdfbank.office.books_page import VoucherPage
from vdfbank.wording import terms
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Names

_LONGEST_NOTE = 300


def amount_input(page: Page) -> Input:
    amount = KipEdit(page.tongue)
    amount.echoed.connect(page.hint)
    return Input("amount", N_("Amount in kip"), amount, lambda: amount.amount)


def text_input(name: str, label: str, *, may_be_empty: bool = False) -> Input:
    text = QLineEdit()
    text.setMaxLength(_LONGEST_NOTE)
    return Input(name, label, text, lambda: text.text().strip() or None, may_be_empty)


def _account_input(page: Page, accounts: frozenset[Account]) -> Input:
    choice = Choice(page.tongue)
    choice.offer((account, f"{account} {terms.account(account, page.tongue.language)}") for account in sorted(accounts))
    return Input("account", N_("Account"), choice, lambda: choice.key)


def spend_form(page: Page) -> ActForm:
    inputs = (
        _account_input(page, EXPENSES_BY_SPEND | PAYABLE_BY_SPEND),
        amount_input(page),
        text_input("note", N_("What for")),
    )
    return ActForm(page, N_("Money out of the box"), N_("Pay out of the box"), inputs, _with_account(Spend))


def receive_form(page: Page) -> ActForm:
    inputs = (_account_input(page, RECEIVABLE), amount_input(page), text_input("note", N_("What for")))
    return ActForm(page, N_("Money into the box"), N_("Receive into the box"), inputs, _with_account(Receive))


def _with_account(kind: type[Spend | Receive]) -> Callable[[Mapping[str, Any], date], Act]:
    return lambda values, today: kind(
        on=today, account=Account(values["account"]), amount=values["amount"], note=Text(values["note"])
    )


def deposit_form(page: Page) -> ActForm:
    inputs = (amount_input(page), text_input("note", N_("Note"), may_be_empty=True))
    return ActForm(page, N_("From the box to the bank account"), N_("Take to the bank"), inputs, _moving(DepositCash))


def draw_form(page: Page) -> ActForm:
    inputs = (amount_input(page), text_input("note", N_("Note"), may_be_empty=True))
    return ActForm(page, N_("From the bank account to the box"), N_("Put into the box"), inputs, _moving(DrawCash))


def _moving(kind: type[DepositCash | DrawCash]) -> Callable[[Mapping[str, Any], date], Act]:
    return lambda values, today: kind(on=today, amount=values["amount"], note=values["note"])


#: The forms of the box, by the name of their button.
BOX_FORMS: Mapping[str, Callable[[Page], ActForm]] = {
    "spend": spend_form,
    "receive": receive_form,
    "deposit": deposit_form,
    "draw": draw_form,
}


def undo_form(page: Page, voucher: VoucherPage, committee: Mapping[PersonId, Role], names: Names) -> ActForm:
    """Reverse an act of the open month; correct one of a closed month, with the committee's votes."""
    if voucher.is_closed:
        return _correct_form(page, voucher, committee, names)
    inputs = [_reason_input(page)]
    if (lines := _lines_of(voucher.act)) and len(lines) > 1:
        inputs.append(_line_input(page, lines, names))
    number = Count(voucher.entry.act)

    def make(values: Mapping[str, Any], today: date) -> Act:
        return Reverse(on=today, number=number, reason=Text(values["reason"]), member=values.get("member"))

    return ActForm(page, N_("Reverse: both lines stay visible"), N_("Reverse the act"), tuple(inputs), make)


def _correct_form(page: Page, voucher: VoucherPage, committee: Mapping[PersonId, Role], names: Names) -> ActForm:
    votes = VotesBox(page.tongue)
    offices = {person: terms.word(role, page.tongue.language) or role for person, role in committee.items()}
    votes.lay_out(offices, names, {})
    voted = Input("votes", N_("Votes of the committee"), votes, lambda: dict(votes.votes) or None)
    number = Count(voucher.entry.act)
    return ActForm(
        page,
        N_("Correct an act of a closed month: the closed months keep their figures"),
        N_("Correct the act"),
        (_reason_input(page), voted),
        lambda values, today: Correct(on=today, number=number, reason=Text(values["reason"]), votes=values["votes"]),
    )


_REASONS = (N_("wrong person"), N_("wrong sum"), N_("wrong book"), N_("written twice"))


def _reason_input(page: Page) -> Input:
    """One of the usual reasons, or one's own words."""
    reason = Choice(page.tongue, by_typing=True)
    reason.offer((page.tongue.say(words), page.tongue.say(words)) for words in _REASONS)
    reason.setEditText("")

    def value() -> str | None:
        return reason.currentText().strip() or None

    return Input("reason", N_("Reason"), reason, value)


def _lines_of(act: Act) -> tuple[Line, ...]:
    return act.lines if isinstance(act, SavingsDay) else ()


def _line_input(page: Page, lines: tuple[Line, ...], names: Names) -> Input:
    member = PersonChoice(page.tongue)
    member.offer_people((line.member for line in lines), names)
    return Input(
        "member", N_("Only the line of (the whole day if left empty)"), member, lambda: member.person, may_be_empty=True
    )
