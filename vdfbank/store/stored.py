"""What a book gives back: acts, entries and closings as they are kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from sqlalchemy import Row

from vdfbank.bank.account import Account
from vdfbank.bank.calendar import Month
from vdfbank.bank.money import Money
from vdfbank.bank.person import PersonId

if TYPE_CHECKING:
    # What posts acts takes a tenth of a second to import, and adding up stored sums needs none of it.
    from vdfbank.journal.entry import JournalEntry
    from vdfbank.rules.effects import Item

AnyRow = Row[*tuple[Any, ...]]


class Head(NamedTuple):
    """The last act: its number, seal and date; 0, 64 zeros and None before the first."""

    number: int
    seal: str
    on: date | None


@dataclass(frozen=True, slots=True)
class StoredAct:
    number: int
    on: date
    kind: str
    key: str | None
    text: str
    seal: str


@dataclass(frozen=True, slots=True)
class StoredEntry:
    """An entry and the kind of the act that posted it."""

    entry: JournalEntry
    kind: str


@dataclass(frozen=True, slots=True)
class StoredClose:
    """A closed month: by which act, dated when, its seal, the counted cash, who signed."""

    month: Month
    act: int
    on: date
    seal: str
    counted: Money
    signed_by: tuple[PersonId, ...]
    remarks: str | None


def stored_act(row: AnyRow) -> StoredAct:
    return StoredAct(row.number, date.fromisoformat(row.on), row.kind, row.key, row.text, row.seal)


def stored_entries(heads: Iterable[AnyRow], lines: Iterable[AnyRow]) -> Iterator[StoredEntry]:
    """Entries with their postings, both in number order."""
    from vdfbank.journal.entry import JournalEntry, Posting

    postings = {
        number: tuple(Posting(Account(str(line.account)), line.holder, Money(line.amount)) for line in group)
        for number, group in groupby(lines, key=lambda line: line.entry)
    }
    for head in heads:
        entry = JournalEntry(
            head.number,
            head.act,
            head.voucher,
            date.fromisoformat(head.on),
            cast("Item", head.item),
            head.reason,
            head.reverses,
            postings.get(head.number, ()),
        )
        yield StoredEntry(entry, head.kind)


class StoredPenalty(NamedTuple):
    """A penalty as a savings day charged it, on an instalment counted from 1, `unpaid` its base."""

    act: int
    on: date
    row: int
    unpaid: Money
    amount: Money
