"""Journal entries: balanced, vouchered without gaps, never changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from vdfbank.bank.account import Account
from vdfbank.bank.money import LARGEST_POSTING, Money
from vdfbank.rules.books import NO_HOLDER, Books
from vdfbank.rules.draft import voucher_series
from vdfbank.rules.effects import Checked, Item


@dataclass(frozen=True, slots=True)
class Posting:
    """One line of an entry: debit positive; the holder is the member or loan meant, None for nobody."""

    account: Account
    holder: str | None
    amount: Money


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """Postings that add up to zero, under one voucher."""

    number: int
    act: int
    voucher: str
    on: date
    item: Item
    reason: str
    reverses: int | None
    postings: tuple[Posting, ...]

    def __post_init__(self) -> None:
        assert sum(posting.amount for posting in self.postings) == 0, self
        assert len(self.postings) > 1, self
        assert all(0 < abs(posting.amount) <= LARGEST_POSTING for posting in self.postings), self


def entries(checked: Checked, books: Books) -> tuple[JournalEntry, ...]:
    """The entries of an act; `books` are those before it, whose vouchers are counted on."""
    used: dict[str, int] = {}
    posted = []
    for number, slip in checked.numbered_slips():
        series = voucher_series(slip)
        used[series] = used.get(series, books.vouchers.get(series, 0)) + 1
        posted.append(
            JournalEntry(
                number,
                checked.number,
                voucher_name(series, used[series]),
                slip.on,
                slip.item,
                slip.text,
                slip.reverses,
                tuple(
                    Posting(leg.account, leg.holder if leg.holder != NO_HOLDER else None, leg.amount)
                    for leg in slip.legs
                ),
            )
        )
    return tuple(posted)


def voucher_name(series: str, number: int) -> str:
    """``RV-2025-11-0018``: kind, month, number within both."""
    return f"{series}-{number:04d}"


def canonical_entries(posted: Sequence[JournalEntry]) -> list[dict[str, object]]:
    """The entries of an act as the seal reads them, in number order."""
    return [
        {
            "number": entry.number,
            "voucher": entry.voucher,
            "on": str(entry.on),
            "item": entry.item,
            "reason": entry.reason,
            "reverses": entry.reverses,
            "postings": [[posting.account, posting.holder, int(posting.amount)] for posting in entry.postings],
        }
        for entry in posted
    ]
