"""What stands behind an entry: the kind of its act, and which member or loan a posting means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from vdfbank.bank.account import NAMES, Account
from vdfbank.journal.entry import JournalEntry, Posting

#: Where an account stands in double-entry tools, by its first digit.
SIDES = {"1": "assets", "2": "liabilities", "3": "equity", "4": "income", "5": "expenses"}

#: The tag of the entries that close a year: reports before closing leave them out.
CLOSING = "closing"


class Meant(NamedTuple):
    """Whom a posting means: a member, and the loan where it is about one; "" for nobody."""

    member: str
    loan: str


_NOBODY = Meant("", "")


@dataclass(frozen=True, slots=True)
class Background:
    """What the entries of a book do not say themselves."""

    #: The kind of each act by its number.
    kinds: Mapping[int, str] = field(default_factory=dict)
    #: The member of each loan.
    borrowers: Mapping[str, str] = field(default_factory=dict)
    currency: str = "LAK"

    def meant(self, posting: Posting) -> Meant:
        """The ids of members and loans never meet, so a holder is one or the other."""
        if posting.holder is None:
            return _NOBODY
        borrower = self.borrowers.get(posting.holder)
        return Meant(posting.holder, "") if borrower is None else Meant(borrower, posting.holder)


def is_closing(entry: JournalEntry) -> bool:
    return entry.item == CLOSING


def side(account: Account) -> str:
    return SIDES[account[0]]


def name(account: Account) -> str:
    return NAMES[account]
