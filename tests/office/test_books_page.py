"""The books on the screen are the books: every month, every account, every voucher."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.kept import kept
from tests.village import saved
from vdfbank.acts.saving import SavingsDay
from vdfbank.bank.account import CASH_BOX
from vdfbank.bank.calendar import Month
from vdfbank.office.books_page import BOOKS, account_lines, book_page, voucher_page
from vdfbank.office.reporting import NotYetError
from vdfbank.office.session import OpenBook

OCTOBER = Month.parse("2025-10")
TODAY = date(2026, 1, 5)


@pytest.fixture
def book(example_file: Path) -> Iterator[OpenBook]:
    with OpenBook.open(example_file) as opened:
        yield opened


@pytest.mark.parametrize("name", BOOKS)
def test_every_row_of_every_book_leads_somewhere(book: OpenBook, name: str) -> None:
    page = book_page(book, name, OCTOBER, TODAY)
    assert page is not None
    assert page.table.name == name
    assert len(page.keys) == len(page.table.rows) > 0
    assert all(page.keys)
    assert (page.month, page.first, page.last) == (OCTOBER, Month.parse("2025-01"), Month.parse("2026-01"))


def test_a_month_beyond_the_books_is_the_nearest_one(book: OpenBook) -> None:
    for wanted, shown in (("2024-06", "2025-01"), ("2027-01", "2026-01")):
        page = book_page(book, "journal", Month.parse(wanted), TODAY)
        assert page is not None
        assert page.month == Month.parse(shown)


def test_before_the_bank_opens_there_are_no_books(tmp_path: Path) -> None:
    with OpenBook.create(tmp_path / "new.vdf") as new:
        assert book_page(new, "journal", None, TODAY) is None


def test_the_lines_of_an_account_lead_from_its_balance_to_its_balance(book: OpenBook) -> None:
    lines = account_lines(book, CASH_BOX, OCTOBER)
    after = account_lines(book, CASH_BOX, OCTOBER.plus(1))
    assert lines.facts["opening"] == 2_466_277
    assert lines.rows[-1][-1] == after.facts["opening"] == 4_159_832
    totals = lines.totals()
    assert totals is not None
    debit, credit = (totals[place] for place in (4, 5))
    assert isinstance(debit, int)
    assert isinstance(credit, int)
    assert 2_466_277 + debit - credit == 4_159_832


def test_a_voucher_knows_its_act(book: OpenBook) -> None:
    page = voucher_page(book, "RV-2025-10-0001")
    assert isinstance(page.act, SavingsDay)
    assert (page.entry.on, page.is_closed) == (date(2025, 10, 5), True)
    assert (page.undone_by, page.undoes) == (None, None)


@pytest.mark.parametrize("voucher", ["RV-2025-10-9999", "RV-2025-13-0001", "nothing", ""])
def test_a_voucher_that_is_not_there(book: OpenBook, voucher: str) -> None:
    with pytest.raises(NotYetError, match="There is no voucher"):
        voucher_page(book, voucher)


def test_what_was_undone_and_what_undoes_it_name_each_other(tmp_path: Path) -> None:
    village = saved()
    village.perform("save", "2025-01-10", member="M01", amount=20_000)
    village.perform("reverse", "2025-01-11", number=village.books.number, reason="wrong person")
    assert village.objections == []
    with kept(village, tmp_path / "village.vdf") as book:
        page = book_page(book, "journal", Month.parse("2025-01"), date(2025, 1, 11))
        assert page is not None
        undone, undoing = (page.keys[row] for row in sorted(page.undone))
        assert voucher_page(book, undone).undone_by == undoing
        assert voucher_page(book, undoing).undoes == undone
        assert not voucher_page(book, undone).is_closed
