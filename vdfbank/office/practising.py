"""The practice village of this computer: made once, kept apart from real books."""

from __future__ import annotations

from pathlib import Path

from vdfbank.office.demonstrating import demonstrate
from vdfbank.office.laptop import data_folder
from vdfbank.office.session import OpenBook
from vdfbank.rules.books import Books

MEMBERS, MONTHS, SEED = 18, 12, 1
#: What the codes of practice villages begin with: no province of the country has this number.
PRACTICE_CODE = "98-"


def practice_path() -> Path:
    return data_folder() / "practice" / "village.vdf"


def practice_book(path: Path) -> OpenBook:
    """The practice village, open for writing: made at `path` the first time, later as it was left."""
    if not path.exists():
        demonstrate(path.parent, members=MEMBERS, months=MONTHS, villages=1, seed=SEED)
    return OpenBook.open(path, writing=True)


def is_practice(books: Books) -> bool:
    """Whether this is a village only for practice: its code says so."""
    return books.village is not None and books.village.village_code.startswith(PRACTICE_CODE)
