"""Loans on the screen: the list of the example year, one loan in each state, a request that is only tried."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from vdfbank.acts.act import Text, Votes
from vdfbank.acts.lending import WriteOff
from vdfbank.bank.loan import Request
from vdfbank.bank.money import Money
from vdfbank.bank.person import LoanId, PersonId
from vdfbank.office.loans_page import loan_list, loan_view, next_loan, tried, waiting
from vdfbank.office.replaying import read_acts
from vdfbank.office.reporting import NotYetError
from vdfbank.office.session import OpenBook
from vdfbank.rules.books import Books

TAKEN_OVER = Path(__file__).parents[1] / "years" / "taken-over.jsonl"
YEAR_END = date(2025, 12, 31)
REQUEST = Request(
    LoanId("L9"),
    PersonId("M13"),
    "ordinary",
    Money(100_000),
    3,
    300,
    "flat",
    "seed",
    (PersonId("M05"), PersonId("M12")),
)


def test_every_loan_is_listed_once_also_those_put_away(example_file: Path) -> None:
    with OpenBook.open(example_file) as book:
        listed = loan_list(book, YEAR_END)
        books = book.books
    assert sorted(line.loan for line in listed.lines) == sorted([*books.loans, *books.finished])
    assert books.finished
    over = next(line for line in listed.lines if line.loan in books.finished)
    assert (over.owed, over.days_late, over.next_due) == (0, 0, None)
    late = next(line for line in listed.lines if line.loan == "L4")
    assert (late.amount, late.state, late.days_late, late.next_amount) == (2_000_000, "open", 56, 78_772)


def test_the_next_number_follows_the_highest(example_file: Path) -> None:
    assert next_loan(Books()) == "L1"
    with OpenBook.open(example_file) as book:
        assert next_loan(book.books) == "L7"


def test_what_waits_longest_comes_first(example_file: Path) -> None:
    with OpenBook.open(example_file) as book:
        queue = list(waiting(book.books))
        assert queue == ["R12", "R13", "R14", "R21"]
        known = [loan_view(book, loan, YEAR_END).known.waiting for loan in queue]
    assert known == [0, 1, 2, 3]


def test_a_loan_shows_as_far_as_it_has_come(example_file: Path) -> None:
    with OpenBook.open(example_file) as book:
        views = {loan: loan_view(book, LoanId(loan), YEAR_END) for loan in ("L4", "A01", "R05", "L1")}
    assert views["L4"].card is not None
    assert views["L4"].tried is None
    assert views["A01"].card is None
    assert views["A01"].tried is not None
    assert (views["R05"].card, views["R05"].tried) == (None, None)
    assert views["L1"].card is not None
    assert views["L1"].line.state == "repaid"
    assert views["L4"].committee[PersonId("M01")] == "president"


def test_what_nobody_asked_for_is_not_shown(example_file: Path) -> None:
    with OpenBook.open(example_file) as book, pytest.raises(NotYetError, match="L99"):
        loan_view(book, LoanId("L99"), YEAR_END)


def test_a_request_is_tried_and_nothing_is_written(copied: Path) -> None:
    with OpenBook.open(copied) as book:
        before = book.file.head()
        answer = tried(book.books, REQUEST, YEAR_END)
        assert book.file.head() == before
        assert len(answer.lines) == 17
        assert answer.cost is not None
        assert answer.cost.total == 109_000
        assert answer.bylaws_since == date(2025, 1, 1)


def test_before_the_bylaws_nothing_passes() -> None:
    answer = tried(Books(), REQUEST, YEAR_END)
    assert ([line.code for line in answer.lines], answer.passes) == (["not_a_member"], False)
    assert answer.bylaws_since is None


def test_of_a_loan_written_off_the_principal_may_come_back(copied: Path) -> None:
    with OpenBook.open(copied, writing=True) as book:
        last = book.books.last_on
        assert last is not None
        votes: Votes = {PersonId("M01"): "yes", PersonId("M03"): "yes", PersonId("M06"): "yes"}
        book.perform(WriteOff(on=last, loan=LoanId("L4"), reason=Text("gone"), votes=votes), last)
        view = loan_view(book, LoanId("L4"), last)
    assert (view.line.state, view.to_recover) == ("written_off", 478_772)


def test_a_loan_taken_over_has_a_card_and_no_application(tmp_path: Path) -> None:
    with OpenBook.create(tmp_path / "old.vdf") as book:
        for _, act in read_acts(TAKEN_OVER):
            book.perform(act, act.on)
        view = loan_view(book, LoanId("L1"), date(2025, 8, 31))
    assert view.application is None
    assert view.card is not None
    assert view.card.events[0].kind == "take_over"
