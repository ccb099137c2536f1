"""The journal as comma-separated values, one posting a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from vdfbank.bank.account import Account
from vdfbank.bank.money import NOTHING, Money
from vdfbank.export.background import CLOSING, Background, is_closing, name
from vdfbank.export.neutral import cell
from vdfbank.journal.entry import JournalEntry, Posting

COLUMNS = ("number", "date", "act", "account", "name", "debit", "credit", "member", "loan", "stage", "voucher")

#: Number of the act, kip on one side and 0 on the other; the rest text.
Row = tuple[int, str, str, str, str, int, int, str, str, str, str]


def rows(entries: Iterable[JournalEntry], background: Background) -> Iterator[Row]:
    """Every posting under `COLUMNS`; `number` is the act's."""
    for entry in entries:
        kind, stage = background.kinds[entry.act], CLOSING if is_closing(entry) else ""
        for posting in shown(entry):
            amount, (member, loan) = int(posting.amount), background.meant(posting)
            money = (max(0, amount), max(0, -amount))
            facts = (entry.act, str(entry.on), kind, str(posting.account), name(posting.account))
            yield (*facts, *money, member, loan, stage, entry.voucher)


def shown(entry: JournalEntry) -> tuple[Posting, ...]:
    """
    The postings of an entry; what a closing posts is the bank's, so one sum an account, debits first.

    An allowance that only moves from one loan to another would sum to nothing: it is shown loan by loan.
    """
    if entry.item not in ("allowance", CLOSING):
        return entry.postings
    sums: dict[Account, Money] = {}
    for posting in entry.postings:
        sums[posting.account] = sums.get(posting.account, NOTHING) + posting.amount
    merged = tuple(Posting(account, None, amount) for account, amount in sums.items() if amount)
    merged = tuple(sorted(merged, key=lambda posting: posting.amount < NOTHING))
    return merged or entry.postings


def lines(entries: Iterable[JournalEntry], background: Background) -> Iterator[str]:
    """The file, a line at a time: a heading, then the rows. All of it is ASCII, so it needs no byte-order mark."""
    yield _written(COLUMNS)
    for row in rows(entries, background):
        yield _written(cell(value) if isinstance(value, str) else value for value in row)


def _written(row: Iterable[object]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(row)
    return text.getvalue()
