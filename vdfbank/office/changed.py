"""What an operation changed, so that only the pages that show it are drawn anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Flag, auto
from typing import Generic, TypeVar

from vdfbank.acts.act import Act

T = TypeVar("T")


class Changed(Flag):
    """Parts of a book that pages show."""

    NOTHING = 0
    #: Another book is open, or none.
    BOOK = auto()
    MEMBERS = auto()
    MONEY = auto()
    LOANS = auto()
    MONTHS = auto()
    TRAINING = auto()
    DRAFTS = auto()
    #: Copies of the book on this computer or on a stick.
    COPIES = auto()


_MONEY_AND_LOANS = Changed.MONEY | Changed.LOANS
_ALL_BOOKS = Changed.MEMBERS | _MONEY_AND_LOANS | Changed.MONTHS | Changed.TRAINING

#: What each kind of act changes; what is not named changes everything in the books.
_BY_KIND: Mapping[str, Changed] = {
    "register": Changed.MEMBERS,
    "train": Changed.TRAINING,
    "elect": Changed.MEMBERS,
    "join": Changed.MEMBERS | Changed.MONEY,
    "name_nominee": Changed.MEMBERS,
    "savings_day": _MONEY_AND_LOANS,
    "save": Changed.MONEY,
    "withdraw": Changed.MONEY,
    "buy_shares": Changed.MONEY,
    "redeem_shares": Changed.MONEY,
    "spend": Changed.MONEY,
    "receive": Changed.MONEY,
    "deposit_cash": Changed.MONEY,
    "draw_cash": Changed.MONEY,
    "count_cash": Changed.MONEY,
    "apply": Changed.LOANS,
    "decide": Changed.LOANS,
    "withdraw_application": Changed.LOANS,
    "pay_out": _MONEY_AND_LOANS,
    "repay": _MONEY_AND_LOANS,
    "settle": _MONEY_AND_LOANS,
    "reschedule": Changed.LOANS,
    "write_off": _MONEY_AND_LOANS,
    "recover": _MONEY_AND_LOANS,
    "close_month": Changed.MONTHS | Changed.MONEY,
}


def changed_by(act: Act) -> Changed:
    return _BY_KIND.get(act.kind, _ALL_BOOKS)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What an operation answers, and what it changed."""

    value: T
    changed: Changed = Changed.NOTHING
