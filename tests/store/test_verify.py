"""A check finds whatever does not follow from the acts, in every column of every table."""

# ruff: noqa: S608 - the names are those of our own tables
from __future__ import annotations

import shutil
import sqlite3
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Column, Table, Text

from tests.store.tampering import other_program, tamper
from tests.store.written import Steps, write
from vdfbank.store.book import BookFile
from vdfbank.store.tables import REGISTERS, act, entry, posting
from vdfbank.store.verify import Difference, differences


def found(path: Path, year: Steps) -> list[Difference]:
    with BookFile.open(path) as book:
        return list(differences(book, year))


@pytest.fixture(scope="session")
def told(stories: list[Steps], tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Path, Steps]]:
    """Every story as a book, the shortest first."""
    folder = tmp_path_factory.mktemp("stories")
    books = []
    for number, story in enumerate(sorted(stories, key=len)):
        path = folder / f"{number}.vdf"
        with BookFile.create(path) as book:
            write(book, story)
        books.append((path, story))
    return books


def test_a_sound_book_has_no_differences(book: BookFile, year: Steps) -> None:
    assert list(differences(book, year)) == []


def test_sound_stories_have_no_differences(told: list[tuple[Path, Steps]]) -> None:
    for path, story in told:
        assert found(path, story) == []


@pytest.mark.parametrize("table", [act, entry, posting, *REGISTERS], ids=lambda table: table.name)
def test_any_column_changed_in_the_first_or_last_row_is_found(
    told: list[tuple[Path, Steps]], table: Table, tmp_path: Path
) -> None:
    original, story = next((path, story) for path, story in told if _rows(path, table))
    bare, path = Path(shutil.copy(original, tmp_path / "bare.vdf")), tmp_path / "changed.vdf"
    with other_program(bare) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
    for column, changes in _changes(original, table).items():
        shutil.copy(bare, path)
        with other_program(path) as connection:
            connection.execute("PRAGMA ignore_check_constraints=ON")
            for change in changes:
                connection.execute(*change)
        keys = {one.key for one in found(path, story) if one.table == table.name}
        assert len(keys) >= len(changes), (column, changes)


def _changes(path: Path, table: Table) -> dict[str, list[tuple[str, tuple[object, ...]]]]:
    """For each column a statement that changes it in the first row, and one for the last."""
    key = " AND ".join(f'"{column.name}" = ?' for column in table.primary_key)
    order = ", ".join(f'"{column.name}"' for column in table.primary_key)
    with other_program(path) as connection:
        connection.row_factory = sqlite3.Row
        rows = connection.execute(f"SELECT * FROM {table.name} ORDER BY {order}").fetchall()
    return {
        column.name: [
            (
                f'UPDATE {table.name} SET "{column.name}" = ? WHERE {key}',
                (_another(row[column.name], column, place), *(row[one.name] for one in table.primary_key)),
            )
            for place, row in enumerate(rows if len(rows) == 1 else (rows[0], rows[-1]))
        ]
        for column in table.c
    }


def _another(value: object, column: Column[Any], place: int) -> object:
    if isinstance(value, bytes):
        return zlib.compress(zlib.decompress(value).replace(b"0", b"1", 1))
    if value is None:
        return f"x{place}" if isinstance(column.type, Text) else 1
    return value + 1000 if isinstance(value, int) else f"{value}x"


def _rows(path: Path, table: Table) -> int:
    with other_program(path) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table.name}").fetchone()[0])


LOST_AND_FOUND = {
    "a posting gone": (
        "DELETE FROM posting WHERE entry = 3 AND line = 1",
        Difference(9, "posting", "3/1", "is missing"),
    ),
    "a row too many": (
        "INSERT INTO membership VALUES (30, 7, 'M99', 'joined', '2025-01-31', NULL)",
        Difference(30, "membership", "30/7", "was not written by its act"),
    ),
    "a row of no act": (
        "INSERT INTO membership VALUES (999, 1, 'M99', 'joined', '2026-01-31', NULL)",
        Difference(None, "membership", "999/1", "belongs to act 999, which is not there"),
    ),
    "an entry that no act seals": (
        "INSERT INTO entry VALUES (283, 143, 'RV-2026-01-9001', '2026-01-06', 'receipt', '', NULL)",
        Difference(None, "entry", "283", "belongs to act 143, which is not there"),
    ),
    "postings of no entry": (
        "INSERT INTO posting VALUES (999, 1, 1010, NULL, 5), (999, 2, 4090, NULL, -5)",
        Difference(None, "posting", "999/1", "belongs to no entry"),
    ),
    "a table too many": (
        "CREATE TABLE mine (a)",
        Difference(None, "schema", "mine", "a table that this program did not make"),
    ),
    "an index gone": (
        "DROP INDEX entry_on",
        Difference(None, "schema", "entry_on", "the index is missing or was changed"),
    ),
    "another format": (
        "UPDATE alembic_version SET version_num = '0009'",
        Difference(None, "alembic_version", "", "is 0009, not 0001"),
    ),
    "no name": ("INSERT INTO book VALUES (2, 'x', NULL)", None),
    "a balance changed": (
        "UPDATE close_balance SET balance = balance + 1 WHERE account = 1010 AND act = 138",
        Difference(138, "close_balance", "138/1010/", "balance is 7368776, its act says 7368775"),
    ),
    "an amount changed on both sides": (
        "UPDATE posting SET amount = amount * 2 WHERE entry = 3",
        Difference(9, "posting", "3/1", "amount is 20000, its act says 10000"),
    ),
}


@pytest.mark.parametrize(("statement", "difference"), LOST_AND_FOUND.values(), ids=LOST_AND_FOUND)
def test_what_was_lost_or_added_is_named(
    copied: Path, year: Steps, statement: str, difference: Difference | None
) -> None:
    if difference is None:
        # The table itself holds one row; whoever gets round that is found all the same.
        tamper(copied, "PRAGMA ignore_check_constraints=ON", statement.replace("'x'", f"'{'0' * 32}'"))
        assert Difference(None, "book", "", "says more than one book, or none") in found(copied, year)
    else:
        tamper(copied, statement)
        assert difference in found(copied, year)


def test_an_act_that_was_rewritten_with_its_seal_is_found(copied: Path, year: Steps) -> None:
    tamper(copied, f"UPDATE act SET seal = '{'b' * 64}' WHERE number = 60")
    assert [(one.act, one.table) for one in found(copied, year)] == [(60, "act")]


def test_a_trigger_switched_off_is_found(copied: Path, year: Steps) -> None:
    with other_program(copied) as connection:
        connection.execute("DROP TRIGGER posting_no_update")
    assert found(copied, year) == [
        Difference(None, "schema", "posting_no_update", "the trigger is missing or was changed")
    ]


def test_a_checkpoint_packed_by_another_zlib_is_the_same(copied: Path, year: Steps) -> None:
    with BookFile.open(copied) as book, book.reading() as connection:
        blob = connection.exec_driver_sql("SELECT books FROM month_close ORDER BY act DESC LIMIT 1").scalar_one()
    tamper(
        copied,
        "UPDATE month_close SET books = ? WHERE act = (SELECT max(act) FROM month_close)",
        values=(zlib.compress(zlib.decompress(blob), 1),),
    )
    assert found(copied, year) == []
    tamper(
        copied,
        "UPDATE month_close SET books = ? WHERE act = (SELECT max(act) FROM month_close)",
        values=(b"no zlib at all",),
    )
    assert [(one.table, one.what) for one in found(copied, year)] == [("month_close", "books was changed")]


def test_where_the_replay_ends_early_later_acts_are_not_judged(book: BookFile, year: Steps) -> None:
    assert list(differences(book, year[:100])) == []


def test_a_book_that_ends_too_early_misses_its_acts(empty: BookFile, year: Steps) -> None:
    write(empty, year[:10])
    assert Difference(11, "act", "11", "is missing") in list(differences(empty, year[:11]))


def test_pages_that_do_not_fit_are_a_finding_not_a_crash(copied: Path, year: Steps) -> None:
    data = bytearray(copied.read_bytes())
    for page in range(70, len(data) // 4096, 3):
        data[page * 4096 + 8 : page * 4096 + 64] = bytes(56)
    copied.write_bytes(data)
    assert any(one.table == "file" for one in found(copied, year))


def test_reading_while_checking_is_the_same_reading(book: BookFile, year: Steps) -> None:
    """The replay asks the same book for its acts while the comparison reads."""

    def asking() -> Iterator[tuple[object, object]]:
        for posted, after in year:
            assert book.act(posted.number) is not None
            assert book.last_act_on(date(2024, 1, 1)) >= 0
            yield posted, after

    assert list(differences(book, asking())) == []  # type: ignore[arg-type]
