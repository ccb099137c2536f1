"""The journal as comma-separated values."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import islice

from tests.export.conftest import EXAMPLE, Journal
from vdfbank.bank.account import ALLOWANCE
from vdfbank.bank.money import Money
from vdfbank.export.background import Background
from vdfbank.export.csv import COLUMNS, lines, rows
from vdfbank.journal.entry import JournalEntry, Posting


def test_the_example_year_gives_the_example_journal(example: Journal) -> None:
    with (EXAMPLE / "journal.csv").open(encoding="utf-8", newline="") as file:
        expected = list(csv.reader(file))
    assert [row[:-1] for row in csv.reader(lines(*example))] == expected


def test_every_voucher_stands_in_the_file(example: Journal) -> None:
    entries, background = example
    assert {row[-1] for row in rows(entries, background)} == {entry.voucher for entry in entries}


def test_an_empty_book_gives_only_the_heading() -> None:
    assert list(lines([], Background())) == [",".join(COLUMNS) + "\n"]


def test_an_allowance_that_only_moves_between_loans_is_shown_loan_by_loan() -> None:
    legs = (Posting(ALLOWANCE, "L1", Money(5)), Posting(ALLOWANCE, "L2", Money(-5)))
    entry = JournalEntry(1, 1, "JV-2025-02-0001", date(2025, 2, 28), "allowance", "", None, legs)
    background = Background({1: "close_month"}, {"L1": "M01", "L2": "M02"})
    shown = [(row[5:7], row[7:9]) for row in rows([entry], background)]
    assert shown == [((5, 0), ("M01", "L1")), ((0, 5), ("M02", "L2"))]


def test_nothing_is_calculated_by_a_spreadsheet(hostile: Journal) -> None:
    _, *read = csv.reader(lines(*hostile))
    assert len(read) == 4
    assert {row[7] for row in read} == {"'-1"}


def test_entries_are_read_one_by_one(example: Journal) -> None:
    entry = example[0][0]

    def endless() -> Iterator[JournalEntry]:
        while True:
            yield replace(entry)

    assert len(list(islice(lines(endless(), example[1]), 5))) == 5
