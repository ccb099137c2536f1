"""The difference finder: where counted cash and sheet may have parted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from vdfbank.bank.money import Money
from vdfbank.bank.person import PersonId
from vdfbank.office.recorded_day import CELLS, Cell, RecordedDay

#: A sum typed in two rows, a ghost nobody took, a row of exactly the difference, two digits swapped.
HintKind = Literal["twice", "ghost", "exact", "swapped"]


@dataclass(frozen=True, slots=True)
class Hint:
    """One place to look at: what stands there, and for swapped digits what may have been meant."""

    kind: HintKind
    member: PersonId
    cell: Cell
    amount: Money
    meant: Money | None = None


@dataclass(frozen=True, slots=True)
class _Typed:
    row: int
    member: PersonId
    cell: Cell
    amount: Money

    @property
    def into_box(self) -> Money:
        return -self.amount if self.cell == "withdraw" else self.amount


def hints(day: RecordedDay) -> tuple[Hint, ...]:
    """Every place that would explain the whole difference alone, the likeliest first."""
    difference = day.difference
    if not difference:
        return ()
    typed = list(_typed(day))
    found = (*_twice(typed, difference), *_ghosts(day, difference), *_exact(day, typed, difference))
    seen = {(hint.member, hint.cell) for hint in found}
    swapped = (hint for hint in _swapped(typed, difference) if (hint.member, hint.cell) not in seen)
    return (*found, *swapped)


def may_be_swapped(difference: int) -> bool:
    """Whether two digits of some number may have changed places: such differences can be divided by 9."""
    return difference != 0 and difference % 9 == 0


def _typed(day: RecordedDay) -> Iterator[_Typed]:
    for number, row in enumerate(day.sheet.rows):
        entered = day.draft.entered(row.member)
        for cell in CELLS:
            if amount := getattr(entered, cell):
                yield _Typed(number, row.member, cell, amount)


def _twice(typed: list[_Typed], difference: Money) -> Iterator[Hint]:
    """The same payment in two cells of one row or of two neighbours, while the money came once."""
    same = [place for place in typed if place.into_box == -difference]
    for place in same:
        if any(other is not place and abs(other.row - place.row) <= 1 for other in same):
            yield Hint("twice", place.member, place.cell, place.amount)


def _ghosts(day: RecordedDay, difference: Money) -> Iterator[Hint]:
    """Money that was expected, came, and was never ticked."""
    for row in day.sheet.rows:
        for cell in day.askable(row):
            is_empty = not getattr(day.draft.entered(row.member), cell)
            if is_empty and day.expected(row.member, cell) == difference:
                yield Hint("ghost", row.member, cell, difference)


def _exact(day: RecordedDay, typed: list[_Typed], difference: Money) -> Iterator[Hint]:
    twice = {(hint.member, hint.cell) for hint in _twice(typed, difference)}
    named = set()
    for place in typed:
        is_exact = place.amount == abs(difference) or abs(day.row_total(place.member)) == abs(difference)
        if is_exact and (place.member, place.cell) not in twice and place.member not in named:
            named.add(place.member)
            yield Hint("exact", place.member, place.cell, place.amount)


def _swapped(typed: list[_Typed], difference: Money) -> Iterator[Hint]:
    if not may_be_swapped(difference):
        return
    for place in typed:
        meant = place.amount + (-difference if place.cell == "withdraw" else difference)
        if meant > 0 and _two_changed_places(str(int(place.amount)), str(int(meant))):
            yield Hint("swapped", place.member, place.cell, place.amount, meant)


def _two_changed_places(one: str, other: str) -> bool:
    if len(one) != len(other):
        return False
    apart = [place for place in range(len(one)) if one[place] != other[place]]
    return len(apart) == 2 and one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]
