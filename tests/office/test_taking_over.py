"""A bank that already runs brings its books on a spreadsheet: tried, ticked off, taken over."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.kept import kept
from tests.sheets.test_reading import workbook
from tests.village import founded
from vdfbank.acts.malformed import MalformedError
from vdfbank.bank.account import CASH_BOX
from vdfbank.bank.person import LoanId, PersonId
from vdfbank.office.checking import check_book
from vdfbank.office.opening_sheet import WrongSheetError, read_opening
from vdfbank.office.session import OpenBook
from vdfbank.office.taking_over import TakenOver, take_over

DAY = date(2025, 4, 20)

MEMBERS: list[list[object]] = [
    ["member", "name", "sex", "household", "joined", "savings", "shares", "qualifying_since", "poor", "born"],
    ["M06", None, None, None, date(2023, 2, 1), 300_000, None, "01/02/2024", None, None],
    ["M07", None, None, None, "2023-02-01", "100.000", 20_000, date(2025, 1, 20), None, None],
    [None] * 10,
    ["M30", "Noy", "F", "H30", "1/2/2023", "໑໐໐ ໐໐໐", None, None, "x", 1990],
]
LOANS: list[list[object]] = [
    [
        *("loan", "member", "product", "amount", "paid_out", "months", "rate_bp", "method", "purpose", "guarantors"),
        *("principal_outstanding", "instalments_paid", "penalties_unpaid"),
    ],
    [
        *("L1", "M06", "ordinary", 900_000, date(2025, 1, 5), 6, 300, "declining", "a pump", "M07, M30"),
        *(450_000, 3, None),
    ],
]
TRAINED: list[list[object]] = [["member", "module", "on"], ["M06", "business", date(2024, 1, 15)]]
ACCOUNTS: list[list[object]] = [["account", "amount"], [1010, 200_000], ["1020", "50,000"], [2110, 30_000]]


def sheet(path: Path, **other: list[list[object]]) -> Path:
    sheets = {"members": MEMBERS, "loans": LOANS, "trained": TRAINED, "accounts": ACCOUNTS, **other}
    return workbook(path / "old books.xlsx", **{name: rows for name, rows in sheets.items() if rows})


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A village that has founded its bank and not opened it."""
    path = tmp_path / "village.vdf"
    kept(founded(), path).close()
    return path


def take(book: Path, path: Path, *, dry_run: bool = False) -> TakenOver:
    return take_over(book, path, DAY, dry_run=dry_run, clock=lambda: datetime(2025, 4, 20, 9, tzinfo=UTC))


def test_totals_to_tick_off(book: Path, tmp_path: Path) -> None:
    before = book.read_bytes()
    done = take(book, sheet(tmp_path), dry_run=True)
    held = done.opening
    assert (held.members, held.savings, held.shares) == (3, 500_000, 20_000)
    assert (held.loans, held.loans_outstanding) == (1, 450_000)
    assert held.accounts == {"1010": 200_000, "1020": 50_000, "2110": 30_000}
    assert held.difference == 200_000 + 50_000 + 450_000 - 30_000 - 520_000
    assert (done.problems, done.number) == ((), None)
    assert book.read_bytes() == before


def test_taken_over_the_book_is_its_acts(book: Path, tmp_path: Path) -> None:
    done = take(book, sheet(tmp_path))
    assert done.problems == ()
    with OpenBook.open(book) as opened:
        books = opened.books
        assert done.number == books.number
        assert books.balance(CASH_BOX) == 200_000
        assert books.savings(PersonId("M30")) == 100_000
        assert books.people[PersonId("M30")].poor is True
        assert books.loans[LoanId("L1")].position.principal_outstanding == 450_000
        assert books.loans[LoanId("L1")].request.guarantors == ("M07", "M30")
    assert check_book(book).findings == ()


def test_what_the_rules_refuse_leaves_the_book_as_it_was(book: Path, tmp_path: Path) -> None:
    wrong = [LOANS[0], [*LOANS[1][:10], 400_000, 3, None]]
    before = book.read_bytes()
    done = take(book, sheet(tmp_path, loans=wrong))
    assert [problem.code for problem in done.problems] == ["does_not_balance"]
    assert (done.problems[0].found, done.problems[0].needed) == (400_000, 450_000)
    assert book.read_bytes() == before


def test_a_clock_nobody_believes_takes_nothing_over(book: Path, tmp_path: Path) -> None:
    take(book, sheet(tmp_path), dry_run=True)
    done = take_over(book, sheet(tmp_path), DAY, dry_run=False, clock=lambda: datetime(2025, 4, 1, tzinfo=UTC))
    assert [problem.code for problem in done.problems] == ["date_in_future"]


def changed(row: int, column: int, cell: object) -> list[list[object]]:
    rows = [list(line) for line in MEMBERS]
    rows[row][column] = cell
    return rows


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (changed(1, 5, "many"), "row 2, column 'savings': found 'many', needed whole kip"),
        (changed(1, 5, 2.5), "row 2, column 'savings': found '2.5', needed whole kip"),
        (changed(4, 4, "31/02/2023"), "row 5, column 'joined': found '31/02/2023', needed a date"),
        (changed(4, 8, "perhaps"), "row 5, column 'poor': found 'perhaps', needed yes or no"),
        (changed(4, 9, "long ago"), "row 5, column 'born': found 'long ago', needed a whole number"),
        (changed(4, 1, None), "row 5, column 'name': found nothing, needed something"),
        (changed(1, 5, None), "row 2, column 'savings': found nothing"),
        (changed(0, 5, "saving"), "row 1, column 'saving': found this heading, needed one of member"),
        (changed(0, 5, None), "row 1, column 'savings': found no such heading"),
    ],
)
def test_a_wrong_cell_is_named(book: Path, tmp_path: Path, rows: list[list[object]], said: str) -> None:
    with pytest.raises(WrongSheetError) as wrong:
        take(book, sheet(tmp_path, members=rows))
    assert said in str(wrong.value)
    assert "Nothing was done." in str(wrong.value)


def test_a_sheet_of_members_is_needed(tmp_path: Path) -> None:
    with pytest.raises(WrongSheetError, match="'members', column 'member': found no such sheet"):
        read_opening(sheet(tmp_path, members=[]), DAY)


def test_members_alone_are_enough_to_be_read(tmp_path: Path) -> None:
    alone = sheet(tmp_path, loans=[], trained=[], accounts=[])
    opening = read_opening(alone, DAY, frozenset({"M06", "M07"}))
    assert (opening.loans, opening.accounts, opening.difference) == (0, {}, -520_000)
    registered = read_opening(alone, DAY, frozenset({"M06", "M07", "M30"}))
    assert [act.kind for act in registered.acts] == ["take_over"]


@pytest.mark.parametrize(("typed", "poor"), [("no", False), ("ແມ່ນ", True), (True, True), ("✓", True), ("-", False)])
def test_a_tick_in_any_form(book: Path, tmp_path: Path, typed: object, poor: bool) -> None:  # noqa: FBT001
    opening = take(book, sheet(tmp_path, members=changed(4, 8, typed)), dry_run=True).opening
    assert getattr(opening.acts[0], "people")[0].poor is poor  # noqa: B009


def test_what_no_act_can_say_is_malformed(book: Path, tmp_path: Path) -> None:
    with pytest.raises(MalformedError, match="sex"):
        take(book, sheet(tmp_path, members=changed(4, 2, "woman")))
