"""A file that is no sound book is told so in one sentence, and stays as it was."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.tampering import other_program, tamper
from vdfbank.bank.problem import VdfError
from vdfbank.store import engine as engine_module
from vdfbank.store import opening
from vdfbank.store.book import BookFile
from vdfbank.store.engine import SETTINGS, connected
from vdfbank.store.errors import (
    BookIsNewerError,
    BookLockedError,
    DamagedBookError,
    DiskFailedError,
    DiskFullError,
    NoBookError,
    NotABookError,
    SettingRefusedError,
    UnreadableBookError,
    meaning,
)
from vdfbank.store.tables import APPLICATION_ID, FORMAT


def _other_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("CREATE TABLE contacts(name); PRAGMA user_version=3;")


def _no_tables(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            f"CREATE TABLE t(a); PRAGMA application_id={APPLICATION_ID}; PRAGMA user_version={FORMAT};"
        )


MALFORMED = {
    "empty": lambda path: path.write_bytes(b""),
    "text": lambda path: path.write_text("ban nam, 12 members\n" * 200, "utf-8"),
    "short text": lambda path: path.write_text("x"),
    "noise": lambda path: path.write_bytes(bytes(range(256)) * 64),
    "zeros": lambda path: path.write_bytes(bytes(8192)),
    "only the first words": lambda path: path.write_bytes(b"SQLite format 3\x00" + bytes(500)),
    "another database": _other_database,
    "the right words on an empty database": _no_tables,
}


@pytest.mark.parametrize("make", MALFORMED.values(), ids=MALFORMED)
@pytest.mark.parametrize("writing", [False, True], ids=["reading", "writing"])
def test_what_is_no_book_is_said_to_be_none(tmp_path: Path, make: object, writing: bool) -> None:  # noqa: FBT001
    path = tmp_path / "ban nam.vdf"
    make(path)  # type: ignore[operator]
    before = path.read_bytes()
    with pytest.raises((NotABookError, DamagedBookError)) as refused:
        BookFile.open(path, writing=writing)
    assert refused.value.exit_status == 3
    assert str(refused.value).count("\n") == 0
    assert path.read_bytes() == before


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.999])
def test_a_book_cut_short_is_damaged(copied: Path, part: float) -> None:
    data = copied.read_bytes()
    copied.write_bytes(data[: int(len(data) * part)])
    before = copied.read_bytes()
    with pytest.raises((NotABookError, DamagedBookError)), BookFile.open(copied) as book:
        list(book.acts())
    assert copied.read_bytes() == before


def test_pages_that_were_overwritten_end_in_a_sentence(copied: Path) -> None:
    data = bytearray(copied.read_bytes())
    data[8192:] = os.urandom(len(data) - 8192)
    copied.write_bytes(data)
    with pytest.raises(VdfError), BookFile.open(copied) as book:
        list(book.all_entries())


def test_a_missing_book_is_missing(tmp_path: Path) -> None:
    with pytest.raises(NoBookError):
        BookFile.open(tmp_path / "a.vdf", writing=True)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_book(tmp_path: Path) -> None:
    with pytest.raises(NotABookError):
        BookFile.open(tmp_path)


def test_a_book_that_does_not_say_which_it_is(copied: Path) -> None:
    tamper(copied, "DELETE FROM book")
    with pytest.raises(DamagedBookError):
        BookFile.open(copied)


@pytest.mark.parametrize("writing", [False, True], ids=["reading", "writing"])
def test_a_newer_book_is_refused_untouched(copied: Path, writing: bool) -> None:  # noqa: FBT001
    with other_program(copied) as connection:
        connection.execute(f"PRAGMA user_version={FORMAT + 1}")
    before = copied.read_bytes()
    with pytest.raises(BookIsNewerError) as refused:
        BookFile.open(copied, writing=writing)
    assert "newer" in str(refused.value)
    assert copied.read_bytes() == before
    assert [path.name for path in copied.parent.iterdir()] == [copied.name]


def test_a_book_of_a_name_with_every_sign_opens(copied: Path) -> None:
    odd = copied.with_name("ບ້ານ ນ້ຳ 100% #1 ?x=y&mode=rw.vdf")
    copied.rename(odd)
    with BookFile.open(odd, writing=True) as book:
        assert book.head().number == 142


def test_every_setting_is_read_back(copied: Path) -> None:
    with BookFile.open(copied, writing=True) as book, book.reading() as connection:
        for name, _, expected in SETTINGS:
            assert connection.exec_driver_sql(f"PRAGMA {name}").scalar() == expected, name


def test_a_setting_that_does_not_take_stops_the_work(copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine_module, "SETTINGS", (("journal_mode", "TRUNCATE", "something else"),))
    with pytest.raises(SettingRefusedError):
        BookFile.open(copied)


def test_a_book_left_half_written_is_taken_back_at_the_next_opening(copied: Path) -> None:
    """A program killed while SQLite moved pages into the file: the journal takes them back, for readers too."""
    before = copied.read_bytes()
    _die_while_writing(copied)
    assert opening.journal(copied).stat().st_size > 0
    with BookFile.open(copied) as book:
        assert book.head().number == 142
        assert book.draft("big") is None
    assert copied.read_bytes() == before


def _die_while_writing(path: Path) -> None:
    """Write more than SQLite's cache holds, so that pages reach the file before the commit, then vanish."""
    program = """
import os, sys
from pathlib import Path
from vdfbank.store.engine import apply_settings, connected
path = Path(sys.argv[1])
connection = connected(path, "rw")
apply_settings(connection, path)
connection.execute("PRAGMA cache_size=10")
connection.execute("BEGIN IMMEDIATE")
for number in range(200):
    connection.execute("INSERT INTO draft VALUES (?, ?)", (f"big {number}", "x" * 5000))
os._exit(9)
"""
    done = subprocess.run([sys.executable, "-c", program, str(path)], check=False)
    assert done.returncode == 9


def test_a_writer_elsewhere_is_waited_for_then_named(copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine_module, "BUSY_MILLISECONDS", 50)
    monkeypatch.setattr(engine_module, "SETTINGS", (("busy_timeout", "50", 50), *SETTINGS[1:]))
    with BookFile.open(copied, writing=True) as book, closing(connected(copied, "rw")) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(BookLockedError), book.transaction():
            raise AssertionError
        assert book.head().number == 142
        other.execute("ROLLBACK")
        with book.transaction() as writing:
            assert writing.head().number == 142


def test_a_book_nobody_may_read(copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        refused = sqlite3.OperationalError("unable to open database file")
        refused.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
        raise refused

    monkeypatch.setattr(opening, "connected", refuse)
    with pytest.raises(UnreadableBookError):
        BookFile.open(copied)


def test_no_book_is_begun_on_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10**9, 10**9, 1000))
    with pytest.raises(DiskFullError):
        BookFile.create(tmp_path / "a.vdf")
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_fills_up_leaves_the_book_as_it_was(copied: Path) -> None:
    with BookFile.open(copied, writing=True) as book:
        with book.reading() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        with pytest.raises(DiskFullError) as refused:
            book.save_draft("day", "x" * 100_000)
        assert refused.value.exit_status == 5
        assert book.draft("day") is None


def test_what_sqlite_says_is_said_in_our_words(tmp_path: Path) -> None:
    path = tmp_path / "a.vdf"
    failed = sqlite3.OperationalError("disk I/O error")
    failed.sqlite_errorcode, failed.sqlite_errorname = sqlite3.SQLITE_IOERR_FSYNC, "SQLITE_IOERR_FSYNC"
    assert isinstance(meaning(path, failed), DiskFailedError)
    ours = sqlite3.OperationalError("near SELCT")
    ours.sqlite_errorcode = sqlite3.SQLITE_ERROR
    assert meaning(path, ours) is None
    text = sqlite3.OperationalError("Could not decode to UTF-8 column 'text'")
    assert isinstance(meaning(path, text), DamagedBookError)


def test_a_file_system_without_links_makes_books_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", no_links)
    BookFile.create(tmp_path / "a.vdf").close()
    with pytest.raises(VdfError):
        BookFile.create(tmp_path / "a.vdf")
    assert [path.name for path in tmp_path.iterdir() if path.stat().st_size] == ["a.vdf"]
