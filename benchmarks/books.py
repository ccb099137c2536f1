"""The books measured: the example year, a year and ten years of 300 members; made once and kept in benchmarks/out."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from benchmarks.measure import VDFBANK

ROOT = Path(__file__).parents[1]
OUT = ROOT / "benchmarks" / "out"
EXAMPLE_ACTS = ROOT / "tests" / "years" / "example" / "acts.jsonl"

#: A book of another village or another file format is made anew (after other changes: delete benchmarks/out).
_MADE_OF = ("vdfbank/office/practice*.py", "vdfbank/store/tables.py", "migrations/book/versions/*.py")

_SAVINGS_A_MONTH = """
    SELECT substr(entry."on", 1, 7) AS month, count(*) FROM posting JOIN entry ON entry.number = posting.entry
    WHERE posting.account = 2010 AND entry."on" <= ? GROUP BY month ORDER BY month DESC
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """A book whose last act is the dividend of 5 January; its last November is what is reported on."""

    name: str
    path: Path
    month: str

    @property
    def as_of(self) -> str:
        return f"{self.month}-30"

    @property
    def next_day(self) -> str:
        """The day after the last act."""
        return f"{int(self.month[:4]) + 1}-01-06"


def example() -> Measured:
    """The example year: 18 members."""
    path = _folder("example") / "village.vdf"
    if not path.exists():
        # 43 of its lines are refused on purpose.
        subprocess.run([VDFBANK, "replay", path, EXAMPLE_ACTS, "--json"], check=False, capture_output=True)
    return Measured("18 members, 1 year", path, "2025-11")


def practice(members: int, years: int) -> Measured:
    """A practice village; the large one takes minutes the first time."""
    folder = _folder(f"{members}x{12 * years}")
    path = folder / "village.vdf"
    if not path.exists():
        print(f"making a book of {members} members and {years} years in {folder} ...", file=sys.stderr, flush=True)
        making = folder / "making"
        shutil.rmtree(making, ignore_errors=True)
        size = ("--members", str(members), "--months", str(12 * years))
        subprocess.run([VDFBANK, "demo", "--to", making, *size], check=True, stdout=subprocess.DEVNULL)
        for made in making.iterdir():
            made.rename(folder / made.name)
        making.rmdir()
    word = "year" if years == 1 else "years"
    return Measured(f"{members} members, {years} {word}", path, f"{2024 + years}-11")


def ledger_of(book: Measured, lines: int) -> tuple[str, int]:
    """From which month on the savings ledger up to the reported day has so many lines, and how many it has."""
    counted, month = 0, book.month
    with closing(sqlite3.connect(f"file:{book.path}?mode=ro", uri=True)) as file:
        for earlier, found in file.execute(_SAVINGS_A_MONTH, (book.as_of,)):
            month, counted = earlier, counted + found
            if counted >= lines:
                break
    return f"{month}-01", counted


def _folder(name: str) -> Path:
    folder = OUT / f"{name}-{_version()}"
    for older in OUT.glob(f"{name}-*"):
        if older != folder:
            shutil.rmtree(older)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _version() -> str:
    """What the source of a book's making looks like now."""
    digest = sha256()
    for pattern in _MADE_OF:
        for file in sorted(ROOT.glob(pattern)):
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
