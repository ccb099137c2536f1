"""A member's passbook: its cover, and its lines with the balances they are carried on from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vdfbank.audit.report import Name
from vdfbank.bank.committee import Role
from vdfbank.bank.money import Money
from vdfbank.bank.person import PersonId
from vdfbank.content.place import Place

#: Lines a page of a passbook holds.
LINES = 8


@dataclass(frozen=True, slots=True)
class PassbookLine:
    """
    One voucher that moved the member's savings or a loan, amounts in kip; what a reversal undoes counts negative.

    `code` is the short form of the entry, by which the line is found in the book; `loans` the principal of all loans.
    """

    on: date
    voucher: str
    code: str
    paid_in: Money
    taken_out: Money
    savings: Money
    lent: Money
    principal: Money
    interest: Money
    penalty: Money
    loans: Money
    touches_loan: bool


@dataclass(frozen=True, slots=True)
class Balances:
    """What a page of the passbook begins with."""

    savings: Money
    loans: Money


@dataclass(frozen=True, slots=True)
class Passbook:
    """The passbook of one member: all lines, or those that are new."""

    place: Place
    member: PersonId
    names: Mapping[PersonId, Name]
    household: str
    village_unit: str | None
    joined: date
    nominee: str | None
    #: Who signs for the bank: president and treasurer.
    officers: tuple[tuple[PersonId, Role], ...]
    before: Balances
    lines: tuple[PassbookLine, ...]
