"""How a bank is set up, as its settings show it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from vdfbank.bank.bylaws import ByLaws
from vdfbank.office.backing_up import back_up, own_backups
from vdfbank.office.session import OpenBook
from vdfbank.office.settings import settings


def test_the_example_village(copied: Path) -> None:
    with OpenBook.open(copied) as book:
        back_up(copied, own_backups(book.file.book_id))
        shown = settings(book, date(2026, 1, 5), is_practice=False)
    assert shown.village is not None
    assert (shown.village.village, shown.opened) == ("Ban Dokchampa", date(2025, 1, 5))
    assert shown.in_force is not None
    assert shown.bylaws is shown.versions[shown.in_force].bylaws
    assert list(shown.committees) == ["management", "advisory"]
    assert set(shown.committees["management"]) <= set(shown.people)
    assert [copy.number for copy in shown.copies] == [142]


def test_by_laws_that_are_not_in_force_yet(copied: Path) -> None:
    """New ones start from the last agreed where none is in force."""
    with OpenBook.open(copied) as book:
        shown = settings(book, date(2024, 12, 24), is_practice=True)
    assert shown.in_force is None
    assert shown.bylaws == shown.versions[-1].bylaws
    assert (shown.backups, shown.copies) == (None, ())


def test_an_empty_book(tmp_path: Path) -> None:
    with OpenBook.create(tmp_path / "new.vdf") as book:
        shown = settings(book, date(2026, 1, 5), is_practice=False)
    assert (shown.village, shown.versions, shown.people, shown.copies) == (None, (), (), ())
    assert shown.bylaws == ByLaws()
