"""Take over the books of a bank that already runs: tried on a copy first, then on the book, wholly or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from vdfbank.acts.act import Act
from vdfbank.bank.problem import Problem
from vdfbank.office.keeping import Clock, Keeper, computer_clock, held
from vdfbank.office.opening_sheet import Opening, read_opening
from vdfbank.office.session import OpenBook
from vdfbank.rules.effects import Refused
from vdfbank.store.backup import copy


@dataclass(frozen=True, slots=True)
class TakenOver:
    """What a sheet holds and what the rules object to; `number` of the act where the books were taken over."""

    opening: Opening
    problems: tuple[Problem, ...]
    number: int | None = None


def take_over(book: Path, sheet: Path, on: date, *, dry_run: bool, clock: Clock = computer_clock) -> TakenOver:
    """
    Take over what the sheet says as of `on`; with `dry_run`, and where the rules object, the book stays as it is.

    Raises what is wrong with the sheet (`opening_sheet`) or the book.
    """
    with OpenBook.open(book) as looked_at:
        registered = frozenset(map(str, looked_at.books.people))
    opening = read_opening(sheet, on, registered)
    problems = tried(book, opening.acts)
    if dry_run or problems:
        return TakenOver(opening, problems)
    with held(book, "books taken over"), OpenBook.open(book, writing=True) as opened:
        keeper = Keeper(opened, clock)
        for act in opening.acts:
            answer = keeper.perform(act)
            if isinstance(answer, Refused):
                return TakenOver(opening, answer.problems)
        return TakenOver(opening, (), opened.books.number)


def tried(book: Path, acts: tuple[Act, ...]) -> tuple[Problem, ...]:
    """What the rules would object to, found on a copy of the book that is thrown away."""
    with TemporaryDirectory() as folder:
        place = Path(folder) / "tried.vdf"
        copy(book, place)
        with OpenBook.open(place, writing=True) as tried:
            for act in acts:
                answer = tried.perform(act, act.on)
                if isinstance(answer, Refused):
                    return answer.problems
    return ()
