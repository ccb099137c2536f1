"""Perform acts from text: a whole file, or line by line as they come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from typing import BinaryIO, ClassVar

from vdfbank.acts.act import Act
from vdfbank.acts.codec import LONGEST_LINE, parse
from vdfbank.acts.malformed import MalformedError
from vdfbank.bank.problem import VdfError
from vdfbank.office.keeping import Clock, Keeper, computer_clock, held
from vdfbank.office.session import Answer, OpenBook
from vdfbank.rules.effects import Refused
from vdfbank.store.opening import book_format

#: No character takes more than four bytes.
LONGEST_LINE_BYTES = 4 * LONGEST_LINE


class UnreadableFileError(VdfError):
    """A file of acts is not there, or cannot be read."""

    exit_status: ClassVar[int] = 3

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path.name} cannot be read: {why}. Check the name and try again; nothing was performed.")


@dataclass(frozen=True, slots=True)
class LineAnswer:
    """What became of one line of a file of acts."""

    line: int
    act: Act
    answer: Answer

    @property
    def accepted(self) -> bool:
        return not isinstance(self.answer, Refused)


def read_acts(path: Path) -> list[tuple[int, Act]]:
    """Every act of a file with its line; `MalformedError` names line and field, and nothing is performed then."""
    try:
        with path.open("rb") as file:
            acts = list(_parse_each(_bounded(file)))
    except OSError as error:
        raise UnreadableFileError(path, error.strerror or "unknown reason") from error
    if not acts:
        raise MalformedError("file", "no act", "one act a line")
    return acts


def replay(book: OpenBook, acts: Iterable[tuple[int, Act]], today: date, *, stop: bool = False) -> Iterator[LineAnswer]:
    """Perform acts in their order; with `stop` nothing after the first refusal."""
    for line, act in acts:
        answer = LineAnswer(line, act, book.perform(act, today))
        yield answer
        if stop and not answer.accepted:
            return


def replay_file(book: Path, acts: Path, *, stop: bool = False) -> Iterator[LineAnswer]:
    """
    Perform a file of acts on a book (made if it is not there), which nobody else writes meanwhile.

    Today is the date of the file's last line, and no clock is asked; the book is marked at the end.
    """
    lines = read_acts(acts)
    today = lines[-1][1].on
    look_at(book)
    with held(book, "acts from a file"), OpenBook.open_or_create(book) as opened:
        yield from replay(opened, lines, today, stop=stop)
        Keeper(opened).remember()


def stream(book: Path, lines: Iterable[bytes], clock: Clock = computer_clock) -> Iterator[LineAnswer]:
    """
    Perform acts as their lines come, each answered once it is durable; a malformed line ends it.

    A book that is not there is made when the first act has come, and never for a line that is none.
    """
    look_at(book)
    acts = _parse_each(lines)
    first = next(acts, None)
    if first is None:
        return
    with OpenBook.open_or_create(book) as opened:
        keeper = Keeper(opened, clock)
        for line, act in chain((first,), acts):
            with held(book, "acts one by one"):
                answer = keeper.perform(act)
            yield LineAnswer(line, act, answer)


def look_at(book: Path) -> None:
    """Say at once that a file which is there is no book; not even a lock is left beside it."""
    if book.exists():
        book_format(book)


def _bounded(file: BinaryIO) -> Iterator[bytes]:
    """Lines of a file, none read further than a line may be long."""
    while line := file.readline(LONGEST_LINE_BYTES + 1):
        yield line


def _parse_each(lines: Iterable[bytes]) -> Iterator[tuple[int, Act]]:
    for number, line in enumerate(lines, start=1):
        text = _decoded(line, number)
        if text.strip():
            try:
                yield number, parse(text)
            except MalformedError as wrong:
                raise wrong.at(number) from None


def _decoded(line: bytes, number: int) -> str:
    if len(line) > LONGEST_LINE_BYTES:
        raise MalformedError("line", f"{len(line)} bytes", f"at most {LONGEST_LINE} characters", number)
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        raise MalformedError("line", "bytes that are no UTF-8", "text in UTF-8", number) from None
