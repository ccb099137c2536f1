"""A book that is none, or none any more: 3 and one sentence from every verb, and no file is touched."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.console.conftest import Run
from tests.kept import EXAMPLE

ACTS = EXAMPLE / "acts.jsonl"


def _other_database(book: Path) -> None:
    book.unlink()
    with closing(sqlite3.connect(book)) as connection:
        connection.execute("CREATE TABLE note (text)")
        connection.commit()


def _newer(book: Path) -> None:
    with closing(sqlite3.connect(book)) as connection:
        connection.execute("PRAGMA user_version = 99")
        connection.commit()


def _folder(book: Path) -> None:
    book.unlink()
    book.mkdir()


def _zeros(book: Path) -> None:
    data = bytearray(book.read_bytes())
    data[4096 * 3 :] = bytes(len(data) - 4096 * 3)
    book.write_bytes(data)


BREAK: dict[str, Callable[[Path], object]] = {
    "missing": lambda book: book.unlink(),
    "folder": _folder,
    "empty": lambda book: book.write_bytes(b""),
    "text": lambda book: book.write_text("ບັນຊີ\n", "utf-8"),
    "random": lambda book: book.write_bytes(os.urandom(100_000)),
    "header only": lambda book: book.write_bytes(book.read_bytes()[:100]),
    "cut": lambda book: book.write_bytes(book.read_bytes()[:30_000]),
    "zeros": _zeros,
    "other database": _other_database,
    "newer": _newer,
}
VERBS = {
    "report": ["trial-balance", "--as-of", "2025-11-30", "--json"],
    "audit": ["--month", "2025-11", "--json"],
    "acts": [],
    "journal": [],
    "check": [],
}


def _files(folder: Path) -> dict[str, bytes | None]:
    return {file.name: file.read_bytes() if file.is_file() else None for file in folder.iterdir()}


@pytest.mark.parametrize("broken", BREAK)
def test_every_verb_ends_with_one_sentence(run: Run, copied: Path, broken: str) -> None:
    BREAK[broken](copied)
    before = _files(copied.parent)
    for verb, words in VERBS.items():
        status, out, err = run(verb, copied, *words)
        assert (status, out) == (3, ""), verb
        assert err.count("\n") == 1
        assert "village.vdf" in err
    if broken != "missing":
        status, out, err = run("replay", copied, ACTS)
        assert (status, out, err.count("\n")) == (3, "", 1)
    status, out, _ = run("doctor", copied)
    assert status == 1
    assert "LOOK  book: " in out
    after = _files(copied.parent)
    if broken == "zeros":
        # Its first page is a book's: it is locked before the damage shows.
        assert after.pop("village.vdf.lock")
    assert after == before


def test_a_newer_book_says_what_to_do(run: Run, copied: Path) -> None:
    _newer(copied)
    _, _, err = run("acts", copied)
    assert err == (
        "village.vdf was last used with a newer vdfbank (format 99). "
        "Update this program first; the book is unchanged.\n"
    )


def test_a_folder_that_is_not_there(run: Run, tmp_path: Path) -> None:
    status, out, err = run("replay", tmp_path / "none" / "b.vdf", ACTS)
    assert (status, out, err.count("\n")) == (3, "", 1)
    assert not (tmp_path / "none").exists()
