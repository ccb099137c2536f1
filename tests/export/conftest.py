"""The example year posted in memory, and a book of one hostile entry."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from vdfbank.acts.codec import parse_lines
from vdfbank.acts.lending import Apply
from vdfbank.bank.account import BANK_ACCOUNT, CASH_BOX
from vdfbank.bank.money import Money
from vdfbank.export.background import Background
from vdfbank.journal.entry import JournalEntry, Posting
from vdfbank.journal.post import post
from vdfbank.rules.books import Books
from vdfbank.rules.check import check
from vdfbank.rules.effects import Checked
from vdfbank.rules.past import Past

EXAMPLE = Path(__file__).parents[1] / "years" / "example"
Journal = tuple[list[JournalEntry], Background]


@pytest.fixture(scope="session")
def example() -> Journal:
    """Every entry of the example year, with what stands behind it."""
    entries: list[JournalEntry] = []
    kinds: dict[int, str] = {}
    borrowers: dict[str, str] = {}
    books, past = Books(), Past()
    for _, act in parse_lines((EXAMPLE / "acts.jsonl").read_text(encoding="utf-8").splitlines()):
        answer = check(act, books, past)
        if isinstance(answer, Checked):
            entries.extend(post(answer, books).entries)
            kinds[answer.number] = act.kind
            if isinstance(act, Apply):
                borrowers[act.loan] = act.member
            books = past.after(books, answer)
            past.add(answer, books)
    return entries, Background(kinds, borrowers)


#: What somebody may write into a note to break a file: comments, tags, quotes, a formula, lines of its own.
HOSTILE = (
    'x; member:M99, loan:L9 | "quoted" \\ \n'
    "2025-02-02 * stolen\n    assets:1010 cash box  LAK -5\n=cmd|'/c calc'!A1 \u0e81\u0eb4\u0e99 <b>"
)


@pytest.fixture
def hostile() -> Journal:
    """Two entries, the second undoing the first; member "-1" has an id that a spreadsheet would calculate."""
    legs = (Posting(CASH_BOX, "-1", Money(-7)), Posting(BANK_ACCOUNT, "-1", Money(7)))
    entry = JournalEntry(1, 1, "PV-2025-02-0001", date(2025, 2, 1), "deposit", HOSTILE, None, legs)
    mirrored = tuple(Posting(leg.account, leg.holder, -leg.amount) for leg in legs)
    undone = replace(entry, number=2, act=2, voucher="RV-2025-02-0001", reverses=1, postings=mirrored)
    return [entry, undone], Background({1: "deposit_cash", 2: "reverse"})
