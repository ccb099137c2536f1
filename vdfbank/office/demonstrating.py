"""Make practice villages: acts, book and audit sheets in a folder."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import ClassVar

from vdfbank.acts.codec import dump
from vdfbank.bank.problem import VdfError
from vdfbank.office.laptop import data_folder
from vdfbank.office.practice import practice_acts
from vdfbank.office.printing import audit_sheet
from vdfbank.office.replaying import replay
from vdfbank.office.reporting import audit_report
from vdfbank.office.session import OpenBook
from vdfbank.store import marks
from vdfbank.store.book import BookFile
from vdfbank.store.files import write_whole
from vdfbank.wording.catalogue import LANGUAGES
from vdfbank.wording.language import language


class PracticeThereError(VdfError):
    """A practice village is never made over a book that is there."""

    exit_status: ClassVar[int] = 2

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is there already and holds other acts. Name another folder with --to, or remove it first."
        )


@dataclass(frozen=True, slots=True)
class Practice:
    """A practice village: its book, its number of acts, and every file made."""

    name: str
    book: Path
    acts: int
    last_on: date
    files: tuple[Path, ...]


def demonstrate(folder: Path, *, members: int, months: int, villages: int, seed: int) -> list[Practice]:
    """Make `villages` practice villages under `folder`; the same seed gives the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    return [_village(folder, number, members, months, seed) for number in range(1, villages + 1)]


def _village(folder: Path, number: int, members: int, months: int, seed: int) -> Practice:
    acts = list(practice_acts(members=members, months=months, seed=seed, village=number))
    stem = f"village-{number:04d}" if number > 1 else "village"
    text, path = folder / f"{stem}.acts.jsonl", folder / f"{stem}.vdf"
    lines = "".join(f"{dump(act)}\n" for act in acts).encode()
    if path.exists() and not (text.exists() and text.read_bytes() == lines):
        raise PracticeThereError(path)
    write_whole(text, lines)
    if not path.exists():
        _new_book(path, sha256(lines).hexdigest()[:32])
    with OpenBook.open(path, writing=True) as book:
        for answer in replay(book, enumerate(acts[book.books.number :], start=1), acts[-1].on):
            assert answer.accepted, answer
        closed = book.books.closed_month
        assert closed is not None
        content = audit_report(book, closed)
    sheets = []
    for code in LANGUAGES:
        sheets.append(folder / f"{stem}-audit-{closed}-{code}.pdf")
        audit_sheet(content, sheets[-1], language(code))
    return Practice(content.village, path, len(acts), acts[-1].on, (path, text, *sheets))


def _new_book(path: Path, book_id: str) -> None:
    """An empty book named after its acts, so that two of the same seed are the same file; it has no past of its own."""
    BookFile.create(path, book_id=book_id).close()
    for mark in (marks.in_folder(data_folder(), book_id), marks.beside(path)):
        mark.unlink(missing_ok=True)
