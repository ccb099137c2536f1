"""Hand acts and journal to other people's tools."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from vdfbank.acts.books import TakeOver
from vdfbank.acts.codec import parse
from vdfbank.acts.founding import Found
from vdfbank.acts.lending import Apply
from vdfbank.acts.malformed import MalformedError
from vdfbank.export import beancount, csv, hledger, jsonl
from vdfbank.export.background import Background
from vdfbank.journal.entry import JournalEntry
from vdfbank.store.book import BookFile
from vdfbank.store.errors import DamagedBookError
from vdfbank.store.stored import StoredAct

#: How each format is written.
FORMATS: Mapping[str, Callable[[Iterable[JournalEntry], Background], Iterable[str]]] = {
    "hledger": hledger.lines,
    "beancount": beancount.lines,
    "csv": csv.lines,
    "jsonl": jsonl.lines,
}


def act_lines(path: Path) -> Iterator[str]:
    """The canonical text of every act, in order."""
    with BookFile.open(path) as file:
        for stored in file.acts():
            yield stored.text


def journal_lines(path: Path, form: str) -> Iterator[str]:
    """Every entry of the book in one of `FORMATS`, in pieces of text."""
    with BookFile.open(path) as file:
        try:
            background = _background(file.acts())
        except MalformedError as wrong:
            raise DamagedBookError(path, f"an act is not what was written: {wrong}") from wrong
        yield from FORMATS[form]((stored.entry for stored in file.all_entries()), background)


def _background(acts: Iterable[StoredAct]) -> Background:
    """What entries do not say themselves: the kinds of their acts, whose loans, the currency."""
    kinds: dict[int, str] = {}
    borrowers: dict[str, str] = {}
    currency = Background().currency
    for stored in acts:
        kinds[stored.number] = stored.kind
        if stored.kind in _TELLING:
            act = parse(stored.text)
            if isinstance(act, Apply):
                borrowers[act.loan] = act.member
            elif isinstance(act, TakeOver):
                borrowers |= {loan.loan: loan.member for loan in act.loans}
            elif isinstance(act, Found):
                currency = act.currency
    return Background(kinds, borrowers, currency)


_TELLING = frozenset({Apply.kind, TakeOver.kind, Found.kind})
