"""Post an accepted act: its canonical text, its entries, its seal."""

from __future__ import annotations

from dataclasses import dataclass

from vdfbank.acts.codec import dump
from vdfbank.journal.entry import JournalEntry, entries
from vdfbank.journal.seal import FIRST, seal
from vdfbank.rules.books import Books
from vdfbank.rules.effects import Checked


@dataclass(frozen=True, slots=True)
class Posted:
    """An act as the book keeps it."""

    checked: Checked
    text: str
    entries: tuple[JournalEntry, ...]
    seal: str

    @property
    def number(self) -> int:
        return self.checked.number


def post(checked: Checked, books: Books, previous_seal: str = FIRST) -> Posted:
    """Write `checked` down after `books`, sealed to the act before it."""
    text, posted = dump(checked.act), entries(checked, books)
    return Posted(checked, text, posted, seal(previous_seal, text, posted))
