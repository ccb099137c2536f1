"""Locks, marks, backups and whole files: what keeps a book safe from outside."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.store.tampering import tamper
from tests.store.written import Steps, write
from vdfbank.bank.problem import Problem
from vdfbank.store import backup, files, marks
from vdfbank.store.book import BookFile
from vdfbank.store.errors import (
    BookExistsError,
    BookLockedError,
    DamagedBookError,
    NotABookError,
    UnreadableBookError,
)
from vdfbank.store.lock import lock
from vdfbank.store.marks import Mark

NOW = datetime(2026, 1, 5, 14, 20, tzinfo=UTC)

# --- the lock --------------------------------------------------------------------------------------------------------


def test_one_at_a_time_and_the_other_is_named(copied: Path) -> None:
    with (
        lock(copied, "Savings day, 09:10"),
        pytest.raises(BookLockedError, match="Savings day, 09:10"),
        lock(copied, "replay", wait=0.1),
    ):
        pass
    with lock(copied, "replay", wait=0):
        pass


def test_a_longer_name_leaves_nothing_of_itself(copied: Path) -> None:
    with lock(copied, "a very long sentence about who it is"):
        pass
    with lock(copied, "short"):
        assert copied.with_name(f"{copied.name}.lock").read_text() == "short"


def test_a_lock_dies_with_its_process(copied: Path) -> None:
    program = """
import os, sys
from pathlib import Path
from vdfbank.store.lock import lock
with lock(Path(sys.argv[1]), "the other window, 09:10"):
    print("held", flush=True)
    sys.stdin.read()
"""
    with subprocess.Popen(
        [sys.executable, "-c", program, str(copied)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(BookLockedError, match="the other window"), lock(copied, "this one", wait=0):
            pass
        other.kill()
        other.wait()
        with lock(copied, "this one", wait=5):
            pass


def test_no_lock_where_no_file_can_be(tmp_path: Path) -> None:
    with pytest.raises(UnreadableBookError), lock(tmp_path / "nowhere" / "a.vdf", "me"):
        pass


# --- marks -----------------------------------------------------------------------------------------------------------


def test_a_mark_is_kept_in_two_places(book: BookFile, tmp_path: Path) -> None:
    mark = marks.mark_of(book, NOW.astimezone(timezone(timedelta(hours=7))))
    path = tmp_path / "a.vdf"
    marks.write(mark, path, tmp_path / "data")
    assert marks.read(marks.beside(path)) == marks.read(marks.in_folder(tmp_path / "data", book.book_id)) == mark
    assert mark == Mark(book.book_id, 142, book.head().seal, NOW)
    assert not list(tmp_path.rglob("*.part"))


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[1]", '{"book": 1}', '{"at":"x","book":"b","file":null,"number":1,"seal":"s"}', "\udcff"],
)
def test_a_mark_that_cannot_be_understood_is_none(tmp_path: Path, text: str) -> None:
    place = tmp_path / "mark"
    place.write_text(text, "utf-8", "surrogateescape")
    assert marks.read(place) is None
    assert marks.read(tmp_path / "nothing") is None


def test_a_number_that_is_none_is_no_mark(tmp_path: Path) -> None:
    place = tmp_path / "mark"
    place.write_text('{"at":"2026-01-05T14:20:00+00:00","book":"b","file":null,"number":"1","seal":"s"}')
    assert marks.read(place) is None


def test_a_book_contains_every_mark_it_had(empty: BookFile, year: Steps) -> None:
    earlier = [marks.mark_of(empty, NOW)]
    for step in year[:5]:
        write(empty, [step])
        earlier.append(marks.mark_of(empty, NOW))
    assert all(marks.contains(empty, mark) for mark in earlier)


def test_an_older_copy_or_another_book_does_not_contain_the_mark(empty: BookFile, year: Steps) -> None:
    write(empty, year[:5])
    mark = marks.mark_of(empty, NOW)
    assert not marks.contains(empty, replace(mark, number=6))
    assert not marks.contains(empty, replace(mark, seal="0" * 64))
    assert not marks.contains(empty, replace(mark, book="f" * 32))
    assert not marks.contains(empty, replace(mark, number=0))


def test_a_book_changed_at_rest_is_seen(copied: Path) -> None:
    with BookFile.open(copied, writing=True) as book:
        mark = marks.mark_of(book, NOW)
    assert marks.unchanged_at_rest(copied, mark) is None
    mark = marks.closed(mark, copied)
    assert marks.unchanged_at_rest(copied, mark)
    data = bytearray(copied.read_bytes())
    data[len(data) // 2] ^= 1
    copied.write_bytes(data)
    assert marks.unchanged_at_rest(copied, mark) is False


@pytest.mark.parametrize(
    ("now", "objection"),
    [
        (NOW - timedelta(minutes=5), None),
        (NOW - timedelta(minutes=5, seconds=1), Problem("clock_behind", found="2026-01-05", needed="2026-01-05")),
        (NOW - timedelta(days=400), Problem("clock_behind", found="2024-12-01", needed="2026-01-05")),
        (NOW + timedelta(days=62), None),
        (NOW + timedelta(days=62, seconds=1), Problem("clock_ahead", found="2026-03-08", needed="2026-03-08")),
        (NOW.replace(year=2101), Problem("clock_ahead", found="2101-01-05", needed="2026-03-08")),
    ],
)
def test_a_clock_that_jumped_is_objected_to(now: datetime, objection: Problem | None) -> None:
    assert marks.clock_objection(now, Mark("b", 1, "s", NOW)) == objection


def test_a_book_of_the_next_century_is_marked_too(tmp_path: Path) -> None:
    mark = Mark("b", 1, "s", NOW.replace(year=2101))
    marks.write(mark, tmp_path / "a.vdf", tmp_path)
    assert marks.read(marks.beside(tmp_path / "a.vdf")) == mark


# --- backups ---------------------------------------------------------------------------------------------------------


def test_a_copy_is_the_same_book(copied: Path, tmp_path: Path) -> None:
    to = tmp_path / "stick" / "Ban Dokchampa 0142.vdf"
    to.parent.mkdir()
    with BookFile.open(copied, writing=True) as book:
        assert backup.copy(copied, to) == book.head()
        with BookFile.open(to) as other:
            assert other.book_id == book.book_id
            assert list(other.acts()) == list(book.acts())
    assert [path.name for path in to.parent.iterdir()] == [to.name]


def test_a_copy_never_replaces_a_file(copied: Path, tmp_path: Path) -> None:
    to = tmp_path / "kept.vdf"
    to.write_bytes(b"the copy of last month")
    with pytest.raises(BookExistsError):
        backup.copy(copied, to)
    assert to.read_bytes() == b"the copy of last month"


def test_a_copy_that_meets_another_at_the_last_moment_gives_way(
    copied: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    to = tmp_path / "kept.vdf"

    def late(_part: Path, path: Path) -> None:
        path.write_bytes(b"somebody else's")
        raise FileExistsError

    monkeypatch.setattr(backup, "put_where_nothing_is", late)
    with pytest.raises(BookExistsError):
        backup.copy(copied, to)
    assert to.read_bytes() == b"somebody else's"
    assert not list(tmp_path.glob("*.part*"))


def test_a_copy_needs_its_folder(copied: Path, tmp_path: Path) -> None:
    with pytest.raises(UnreadableBookError):
        backup.copy(copied, tmp_path / "stick pulled" / "a.vdf")


def test_only_what_can_be_read_from_end_to_end_counts(copied: Path) -> None:
    assert backup.verify(copied).number == 142
    tamper(copied, "DELETE FROM draft")
    data = bytearray(copied.read_bytes())
    for page in range(20, len(data) // 4096, 7):
        data[page * 4096 : page * 4096 + 200] = bytes(200)
    copied.write_bytes(data)
    with pytest.raises(DamagedBookError):
        backup.verify(copied)


def test_a_copy_of_no_book_is_none(tmp_path: Path) -> None:
    other = tmp_path / "other.vdf"
    other.write_text("no book")
    with pytest.raises(NotABookError):
        backup.copy(other, tmp_path / "copy.vdf")
    assert [path.name for path in tmp_path.iterdir()] == ["other.vdf"]


# --- whole files -----------------------------------------------------------------------------------------------------


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    place = tmp_path / "mark"
    files.write_whole(place, b"one")
    files.write_whole(place, b"two")
    assert place.read_bytes() == b"two"
    assert [path.name for path in tmp_path.iterdir()] == ["mark"]


def test_a_file_that_cannot_be_put_in_place_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "mark"
    files.write_whole(place, b"one")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        files.write_whole(place, b"two")
    assert place.read_bytes() == b"one"
    assert [path.name for path in tmp_path.iterdir()] == ["mark"]
