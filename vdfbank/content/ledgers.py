"""The savings ledger and the loan ledger: a card for each member and each loan, and the account they add up to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from vdfbank.audit.report import Name
from vdfbank.bank.account import Account
from vdfbank.bank.money import Money, total
from vdfbank.bank.person import LoanId, PersonId
from vdfbank.content.place import Place
from vdfbank.content.signer import Signer
from vdfbank.ledger.cards import CardLine, LoanCardLine

MemberStanding = Literal["member", "left", "dead"]


@dataclass(frozen=True, slots=True)
class SavingsCard:
    """One member's card over the period, in kip."""

    member: PersonId
    standing: MemberStanding
    opening: Money
    lines: tuple[CardLine, ...]

    @property
    def paid_in(self) -> Money:
        return total(line.paid_in for line in self.lines)

    @property
    def taken_out(self) -> Money:
        return total(line.taken_out for line in self.lines)

    @property
    def closing(self) -> Money:
        return self.opening + self.paid_in - self.taken_out


@dataclass(frozen=True, slots=True)
class SavingsCards:
    """The cards of one account (savings, or shares), and what the account itself holds at the end."""

    account: Account
    cards: tuple[SavingsCard, ...]
    control: Money

    @property
    def opening(self) -> Money:
        return total(card.opening for card in self.cards)

    @property
    def paid_in(self) -> Money:
        return total(card.paid_in for card in self.cards)

    @property
    def taken_out(self) -> Money:
        return total(card.taken_out for card in self.cards)

    @property
    def closing(self) -> Money:
        return total(card.closing for card in self.cards)


@dataclass(frozen=True, slots=True)
class SavingsLedger:
    """Every card from `first` to `last`; shares only where somebody holds any."""

    place: Place
    first: date
    last: date
    accounts: tuple[SavingsCards, ...]
    #: Vouchers reversed, each with the one that reversed it.
    undone: Mapping[str, str]
    names: Mapping[PersonId, Name]
    signers: tuple[Signer, ...]


@dataclass(frozen=True, slots=True)
class LoanLedgerCard:
    """One loan's card over the period, in kip: principal at its beginning, pay-out and payments."""

    loan: LoanId
    member: PersonId
    opening: Money
    lines: tuple[LoanCardLine, ...]

    @property
    def paid_out(self) -> Money:
        return total(line.paid_out for line in self.lines)

    @property
    def penalty(self) -> Money:
        return total(line.penalty for line in self.lines)

    @property
    def interest(self) -> Money:
        return total(line.interest for line in self.lines)

    @property
    def principal(self) -> Money:
        return total(line.principal for line in self.lines)

    @property
    def closing(self) -> Money:
        return self.opening + self.paid_out - self.principal


@dataclass(frozen=True, slots=True)
class LoanLedger:
    """Every loan that was open in the period or moved in it; `control` is account 1210 at its end."""

    place: Place
    first: date
    last: date
    cards: tuple[LoanLedgerCard, ...]
    control: Money
    undone: Mapping[str, str]
    names: Mapping[PersonId, Name]
    signers: tuple[Signer, ...]

    @property
    def closing(self) -> Money:
        return total(card.closing for card in self.cards)
