"""A month before and after it is closed."""

from datetime import date
from pathlib import Path

import pytest

from tests.village import saved
from vdfbank.acts.act import Key
from vdfbank.acts.codec import parse
from vdfbank.bank.calendar import Month
from vdfbank.bank.person import PersonId
from vdfbank.office.month_page import close_act, month_page
from vdfbank.office.session import Accepted, OpenBook

SIGNED = (PersonId("V01"), PersonId("V02"))


@pytest.fixture
def book(tmp_path: Path) -> OpenBook:
    """Everybody joined and saved on 1 January 2025."""
    made = OpenBook.create(tmp_path / "book.vdf")
    for line in saved().acts():
        made.perform(parse(line), date(2025, 1, 1))
    return made


def test_a_month_from_open_to_closed(book: OpenBook) -> None:
    with book:
        page = month_page(book, None, date(2025, 1, 31))
        assert page is not None
        assert (page.month, page.state) == (Month(2025, 1), "to_close")
        assert page.to_close is not None
        act = close_act(page, SIGNED, page.to_close.box, "  all well ", date(2025, 1, 31), Key("c1"))
        assert act.remarks == "all well"
        assert isinstance(book.perform(act, date(2025, 1, 31)), Accepted)
        closed = month_page(book, page.month, date(2025, 1, 31))
        assert closed is not None
        assert (closed.state, closed.to_close) == ("closed", None)


def test_which_month_is_looked_at_first(book: OpenBook) -> None:
    """The closed one while the next has nothing in it; the next one as soon as it has, or is over."""
    with book:
        page = month_page(book, None, date(2025, 1, 31))
        assert page is not None
        assert page.to_close is not None
        book.perform(close_act(page, SIGNED, page.to_close.box, "", date(2025, 1, 31), Key("c1")), date(2025, 1, 31))

        def first_look(today: date) -> Month:
            looked = month_page(book, None, today)
            assert looked is not None
            return looked.month

        assert first_look(date(2025, 1, 31)) == Month(2025, 1)
        assert first_look(date(2025, 2, 28)) == Month(2025, 2)
        book.perform(parse('{"act":"save","on":"2025-02-02","member":"M01","amount":10000}'), date(2025, 2, 2))
        assert first_look(date(2025, 2, 2)) == Month(2025, 2)


def test_months_outside_the_bank_s_life_are_not_shown(book: OpenBook) -> None:
    with book:
        for asked, shown in ((Month(2020, 1), Month(2025, 1)), (Month(2030, 1), Month(2025, 3))):
            page = month_page(book, asked, date(2025, 3, 10))
            assert page is not None
            assert page.month == shown
        page = month_page(book, Month(2025, 3), date(2025, 3, 10))
        assert page is not None
        assert (page.first, page.last, page.state) == (Month(2025, 1), Month(2025, 3), "open")


def test_a_bank_that_has_not_opened_has_no_month(tmp_path: Path) -> None:
    with OpenBook.create(tmp_path / "empty.vdf") as book:
        assert month_page(book, None, date(2025, 1, 1)) is None
