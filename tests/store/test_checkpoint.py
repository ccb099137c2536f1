"""Books become a blob, and the same books again."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.written import Steps, example_year
from vdfbank.bank.account import SAVINGS
from vdfbank.bank.money import Money
from vdfbank.bank.person import PersonId
from vdfbank.rules.books import Books, Member, Moment
from vdfbank.store import checkpoint
from vdfbank.store.checkpoint import freeze, layout, same_books

YEAR = example_year()


def thaw(blob: bytes) -> Books:
    """This release's own blobs always give books."""
    books = checkpoint.thaw(blob)
    assert books is not None
    return books


@given(st.integers(0, len(YEAR) - 1))
def test_any_books_of_the_year_come_back(number: int) -> None:
    books = YEAR[number][1]
    again = thaw(freeze(books))
    assert again == books
    assert freeze(again) == freeze(books)


def test_books_of_every_story_come_back(stories: list[Steps]) -> None:
    for story in stories:
        for _, books in story:
            assert thaw(freeze(books)) == books


def test_amounts_stay_kip_and_dates_stay_dates() -> None:
    books = thaw(freeze(YEAR[-1][1]))
    member = books.members[PersonId("M01")]
    assert type(member.moments[0].savings) is Money
    assert type(member.moments[0].on) is date
    assert type(books.balance(SAVINGS, "M01")) is Money


def test_who_comes_first_stays_first() -> None:
    """A dividend is paid in the order of its mapping."""
    backwards = {"2025": {PersonId(who): Money(1) for who in ("M09", "M02", "M10")}}
    books = thaw(freeze(replace(Books(), dividends=backwards)))
    assert list(books.dividends["2025"]) == ["M09", "M02", "M10"]


@given(
    st.dictionaries(
        st.text(max_size=4),
        st.lists(st.tuples(st.dates(), st.integers(-(10**18), 10**18), st.integers(0, 10**18)), max_size=4),
        max_size=4,
    )
)
def test_histories_of_any_length_come_back(histories: dict[str, list[tuple[date, int, int]]]) -> None:
    members = {
        PersonId(who): Member(
            PersonId(who),
            date(2025, 1, 1),
            last_saved=date(2025, 1, 5) if history else None,
            moments=tuple(Moment(on, Money(savings), Money(shares)) for on, savings, shares in history),
        )
        for who, history in histories.items()
    }
    books = replace(Books(), members=members)
    assert thaw(freeze(books)) == books


def test_nothing_of_the_books_is_left_out() -> None:
    """Two books that differ in any field have different blobs."""
    full, empty = YEAR[-1][1], Books()
    for field in fields(Books):
        changed = replace(full, **{field.name: getattr(empty, field.name)})
        assert (freeze(changed) == freeze(full)) == (changed == full), field.name


@pytest.mark.parametrize(
    "blob",
    [
        b"",
        b"no zlib",
        zlib.compress(b"no json"),
        zlib.compress(b"{}"),
        zlib.compress(b"[[1],[2]]"),
        freeze(YEAR[-1][1])[:-5],
        freeze(YEAR[-1][1]) + b"more",
        zlib.compress(b"0" * (64 * 1024 * 1024 + 1)),
    ],
    ids=["empty", "noise", "text", "object", "other list", "cut", "followed", "bomb"],
)
def test_another_blob_is_refused(blob: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        thaw(blob)


def _repacked(change: Callable[[list[Any]], object]) -> bytes:
    packed = json.loads(zlib.decompress(freeze(YEAR[-1][1])))
    change(packed)
    return zlib.compress(json.dumps(packed).encode())


@pytest.mark.parametrize(
    "change",
    [
        lambda packed: packed[1][0].append(7),
        lambda packed: packed[1].pop(),
        lambda packed: packed[1].append([]),
        lambda packed: packed.append([]),
        lambda packed: packed.__setitem__(1, None),
        lambda packed: packed.__setitem__(0, "0123456789abcdef"),
    ],
    ids=["a value more", "a field less", "a field more", "a part more", "nothing", "another layout"],
)
def test_a_blob_of_another_form_is_refused(change: Callable[[list[Any]], object]) -> None:
    with pytest.raises(ValueError, match=r".*"):
        thaw(_repacked(change))


def test_books_an_older_release_kept_are_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """The acts behind them give the same books, only slower; a check has nothing to compare them with."""
    old = _repacked(lambda packed: packed.__setitem__(0, "0123456789abcdef"))
    assert not same_books(old, freeze(YEAR[-1][1]))
    monkeypatch.setattr(checkpoint, "OLDER_LAYOUTS", frozenset({"0123456789abcdef"}))
    assert checkpoint.thaw(old) is None
    assert same_books(old, freeze(YEAR[-1][1]))


def test_the_layout_of_books_is_the_released_one() -> None:
    """Books got another field: a layout that was released goes to OLDER_LAYOUTS, then the new one stands here."""
    assert layout() == "7d14109a4e4cba9c"
