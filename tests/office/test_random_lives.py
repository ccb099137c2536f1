"""Banks that live as it comes: the past never changes, the box adds up, a book opened late is the book opened early."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.office.life import HAPPENINGS, Happening, Life, Steps, append, steps
from vdfbank.bank.account import ALLOWANCE, BANK_ACCOUNT, HELD, PROVISION, SAVINGS
from vdfbank.bank.calendar import Month
from vdfbank.bank.money import NOTHING
from vdfbank.ledger.statements import by_account
from vdfbank.office.checking import check_book
from vdfbank.office.reporting import audit_report, loans_report, savings_report
from vdfbank.office.session import OpenBook
from vdfbank.store.book import BookFile
from vdfbank.store.checkpoint import freeze

FIGURES = st.integers(0, 99)
HAPPENING = st.tuples(st.integers(0, len(HAPPENINGS) - 1), FIGURES, FIGURES)
LIVES = st.lists(HAPPENING, min_size=30, max_size=90)

a_few = settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])

#: What a closing dates back into its month or year.
BOOKED_LATER = (ALLOWANCE, PROVISION)


@a_few
@given(LIVES, st.sampled_from(["01-01", "10-01"]), st.integers(1, 12))
def test_a_life(happenings: list[Happening], fiscal_year: str, pages: int) -> None:
    life = Life(fiscal_year=fiscal_year)
    life.go_on(happenings)
    told = steps(life.village)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "life.vdf"
        with BookFile.create(path) as file:
            seen = _written_in_parts(file, told, pages)
            book = OpenBook(file)
            for day, reports in seen.items():
                assert _reports(book, day) == reports, day
            _months_agree(book)
        assert check_book(path).findings == ()


def _written_in_parts(file: BookFile, told: Steps, pages: int) -> dict[date, Any]:
    """
    The book written bit by bit, opened after each: it opens on the last checkpoint and must be as if replayed.

    Given back are the reports of each day that was over, taken while it was the last.
    """
    seen = {}
    for start in range(0, len(told), pages):
        append(file, told[start : start + pages])
        books = told[min(start + pages, len(told)) - 1][1]
        book = OpenBook(file)
        assert freeze(book.books) == freeze(books)
        assert books.last_on is not None
        later = told[start + pages :]
        if not later or later[0][0].checked.act.on > books.last_on:
            seen[books.last_on] = _reports(book, books.last_on)
    return seen


def _reports(book: OpenBook, day: date) -> tuple[object, ...]:
    """What nothing that comes later may change; closings date only allowances and the split of a year back."""
    held = book.file.balances(day)
    closed = [stored.entry for stored in book.file.entries(date.min, day - timedelta(days=1))]
    for posting in (posting for entry in closed if entry.item == "closing" for posting in entry.postings):
        holder = posting.holder or "" if posting.account in HELD else ""
        held[posting.account, holder] = held.get((posting.account, holder), NOTHING) - posting.amount
    lists = savings_report(book, day), loans_report(book, day)
    return (*lists, {key: amount for key, amount in held.items() if amount and key[0] not in BOOKED_LATER})


def _months_agree(book: OpenBook) -> None:
    """Every month's audit adds up, agrees with the journal, and follows the month before."""
    assert book.books.opened is not None
    assert book.books.last_on is not None
    month, closing_cash = Month.of(book.books.opened), 0
    while month <= Month.of(book.books.last_on):
        report = audit_report(book, month)
        figures = {key: int(value or 0) for key, value in report.figures.items() if not isinstance(value, str)}
        received = sum(value for key, value in figures.items() if key.startswith("receipts_"))
        paid = sum(value for key, value in figures.items() if key.startswith("payments_"))
        moved = figures["from_bank"] + figures["cash_difference"] - figures["to_bank"]
        assert figures["opening_cash"] == closing_cash
        assert figures["opening_cash"] + received + moved - paid == figures["closing_cash"]
        assert [line for line in report.reconciliations if not line.agrees and line.left is not None] == []
        _figures_are_those_of_the_lists(book, month, figures)
        closing_cash, month = figures["closing_cash"], month.plus(1)


def _figures_are_those_of_the_lists(book: OpenBook, month: Month, figures: dict[str, int]) -> None:
    loans, accounts = loans_report(book, month.last), by_account(book.file.balances(month.last))
    for key in ("overdue_principal", "overdue_interest", "penalties_unpaid", "allowance"):
        assert figures[key] == sum(getattr(line, key) for line in loans)
    assert figures["savings_total"] == sum(line.balance for line in savings_report(book, month.last))
    assert figures["savings_total"] == -accounts.get(SAVINGS, NOTHING)
    assert figures["bank_balance"] == accounts.get(BANK_ACCOUNT, NOTHING)
    assert figures["loans_outstanding"] == sum(line.principal_outstanding for line in loans)
    assert figures["surplus_to_date"] == figures["income_to_date"] - figures["expense_to_date"]
    assert figures["collected_this_month"] >= figures["receipts_principal"] + figures["receipts_interest"]


def test_lives_hold_every_act_of_a_running_bank() -> None:
    """The draw is broad: what it never does it cannot prove."""
    life = Life()
    for step in range(400):
        life.go_on([(step * 7 % len(HAPPENINGS), step * 13 % 100, step * 29 % 100)])
    wanted = "save withdraw savings_day pay_out repay settle reschedule write_off reverse correct close_year leave"
    assert set(wanted.split()) <= life.kinds
