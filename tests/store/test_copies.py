"""Which copies of a book stay, and which may go."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.kept import example_book
from vdfbank.store import backup
from vdfbank.store.copies import FEWEST, Copy, copies, copy_name, kept, sound_ones, thin
from vdfbank.store.stored import Head


def of(on: date, number: int) -> Copy:
    return Copy(Path(f"{number}.vdf"), on, number)


def test_sorted_by_name_is_sorted_by_age() -> None:
    names = [copy_name("v", Head(number, "", date(2025, 1, 1))) for number in (9, 10, 100, 99_999, 100_000)]
    assert names == sorted(names)
    assert copy_name("Ban ດອກຈຳປາ", Head(12, "", date(2025, 11, 5))) == "Ban ດອກຈຳປາ 2025-11-05 000012.vdf"
    assert copy_name("v", Head(0, "", None)) == "v 0001-01-01 000000.vdf"


def test_all_of_the_month_then_weeks_then_months() -> None:
    """Two years with a copy every second day."""
    first = date(2024, 1, 1)
    every = [of(first + timedelta(days=2 * step), step + 1) for step in range(365)]
    stay = sorted(kept(every), key=lambda one: one.on)
    newest = every[-1].on
    of_the_month = [one for one in every if (one.on.year, one.on.month) == (newest.year, newest.month)]
    assert set(of_the_month) <= set(stay)
    assert len({(one.on.year, one.on.month) for one in stay}) == 12
    weeks = {one.on.isocalendar()[:2] for one in every[-40:]}
    assert len({one.on.isocalendar()[:2] for one in stay} & weeks) >= 10
    assert len(stay) < 45


def test_five_stay_however_old_they_are() -> None:
    every = [of(date(2000 + 2 * year, 1, 1), year + 1) for year in range(20)]
    assert len(kept(every)) == 12
    assert len(kept(every[:FEWEST])) == FEWEST
    assert kept([]) == set()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Fourteen months of copies, two a month; each is the example year under another name."""
    book = example_book(tmp_path / "village.vdf")
    place = tmp_path / "stick"
    place.mkdir()
    number = backup.verify(book).number
    for month in range(14):
        for day in (3, 17):
            on = date(2024 + month // 12, month % 12 + 1, day)
            shutil.copy(book, place / f"village {on} {number:06d}.vdf")
    return place


def test_older_copies_go_only_beside_newer_ones_that_open(folder: Path) -> None:
    before = copies(folder, "village")
    assert len(before) == 28
    gone = thin(folder, "village")
    left = copies(folder, "village")
    assert 0 < len(gone) == 28 - len(left)
    assert before[-1] in left


def test_nothing_goes_while_a_newer_copy_is_damaged(folder: Path) -> None:
    ordered = sorted(folder.iterdir())
    for path in ordered[-FEWEST:]:
        path.write_bytes(b"SQLite format 3\x00 and then nothing")
    assert thin(folder, "village") == []
    assert len(copies(folder, "village")) == 28


def test_nothing_goes_where_nothing_is_superfluous(folder: Path) -> None:
    for path in sorted(folder.iterdir())[2:]:
        path.unlink()
    assert thin(folder, "village") == []


def test_a_copy_that_cannot_be_taken_away_stays(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_self: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refuse)
    assert thin(folder, "village") == []


def test_the_newest_that_opens_comes_first(folder: Path) -> None:
    ordered = sorted(folder.iterdir())
    ordered[-1].write_bytes(b"torn")
    assert next(sound_ones(folder, "village")).path == ordered[-2]


def test_what_has_another_name_is_no_copy(tmp_path: Path) -> None:
    for name in ("village 2025-13-40 000001.vdf", "village.vdf", "village notes.txt", "other 2025-01-01 000001.vdf"):
        (tmp_path / name).touch()
    assert copies(tmp_path, "village") == []
    assert copies(tmp_path / "no such folder", "village") == []
