"""Villages kept in book files: the example year, and any village told in memory."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.village import Village
from vdfbank.acts.codec import parse
from vdfbank.office.replaying import read_acts, replay
from vdfbank.office.session import OpenBook

EXAMPLE = Path(__file__).parent / "years" / "example"


def example_book(path: Path) -> Path:
    """The example year as a book at `path`."""
    acts = read_acts(EXAMPLE / "acts.jsonl")
    with OpenBook.create(path) as book:
        for _ in replay(book, acts, acts[-1][1].on):
            pass
    return path


def expected() -> dict[str, Any]:
    """Every figure the example year must give."""
    figures: dict[str, Any] = json.loads((EXAMPLE / "expected.json").read_text("utf-8"))
    return figures


def kept(village: Village, path: Path) -> OpenBook:
    """A village told in memory, its acts performed on a book at `path`."""
    book = OpenBook.create(path)
    for line in village.acts():
        act = parse(line)
        book.perform(act, act.on)
    assert book.books.number == village.books.number
    return book
