"""A practice village as it lives: its books in memory, its people's habits, its lots."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import TypeVar

from vdfbank.acts.act import Act
from vdfbank.acts.saving import DrawCash
from vdfbank.bank.bylaws import ByLaws
from vdfbank.bank.committee import Role
from vdfbank.bank.loan import METHODS, Method
from vdfbank.bank.money import Money
from vdfbank.bank.person import LoanId, PersonId
from vdfbank.rules.books import Books
from vdfbank.rules.check import check
from vdfbank.rules.effects import Checked
from vdfbank.rules.past import Past

Thing = TypeVar("Thing")

#: People bring notes; the smallest that is still used.
SMALLEST_NOTE = 500
#: What is fetched from the bank account is whole bundles.
_BUNDLE = 100_000


class Lots:
    """
    Chance by seed: the same seed draws the same lots with every version of Python.

    Only `Random.random` promises that; `choice` and `shuffle` do not.
    """

    def __init__(self, seed: str) -> None:
        self._random = Random(seed)

    def chance(self, permille: int) -> bool:
        return self._random.random() * 1000 < permille

    def between(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        return low + int(self._random.random() * (high - low + 1))

    def one_of(self, things: Sequence[Thing]) -> Thing:
        return things[self.between(0, len(things) - 1)]

    def shuffled(self, things: Sequence[Thing]) -> list[Thing]:
        places = sorted(range(len(things)), key=lambda _: self._random.random())
        return [things[index] for index in places]


@dataclass(frozen=True, slots=True)
class Habits:
    """How somebody is with money: kip brought a month, how often at home, how often on time (of 1000)."""

    saving: int
    present: int
    punctual: int


@dataclass(slots=True)
class PracticeVillage:
    """The books so far and everything that is not in books."""

    number: int
    members: int
    lots: Lots
    books: Books = field(default_factory=Books)
    past: Past = field(default_factory=Past)
    habits: dict[PersonId, Habits] = field(default_factory=dict)
    #: Who works elsewhere until when.
    away: dict[PersonId, date] = field(default_factory=dict)
    #: Who missed a savings day and brings twice as much to the next.
    owes_a_saving: set[PersonId] = field(default_factory=set)
    #: People registered so far; loans asked for so far.
    registered: int = 0
    asked: int = 0
    _fresh: list[Act] = field(default_factory=list)
    _methods: list[Method] = field(default_factory=list)

    def perform(self, act: Act) -> Checked | None:
        """Let it happen where the rules allow it; what they refuse never was."""
        answer = check(act, self.books, self.past)
        if not isinstance(answer, Checked):
            return None
        self.books = self.past.after(self.books, answer)
        self.past.add(answer, self.books)
        self._fresh.append(act)
        return answer

    def happened(self) -> Iterator[Act]:
        """The acts since this was asked last."""
        fresh, self._fresh = self._fresh, []
        yield from fresh

    def forget(self) -> None:
        """A closed month is not undone any more: its acts need not be remembered."""
        self.past = Past(self.books)

    # --- who -----------------------------------------------------------------------------------------------------

    def member_id(self, number: int) -> PersonId:
        return PersonId(f"M{number:0{max(2, len(str(self.members)))}d}")

    def current(self) -> list[PersonId]:
        return list(self.books.current_members())

    def seat(self, role: Role) -> PersonId:
        """Who holds an office of the management committee."""
        return next(person for person, held in self.books.seated("management").items() if held == role)

    def is_officer(self, person: PersonId) -> bool:
        return person in self.books.seated("management") or person in self.books.seated("advisory")

    def advisers(self) -> list[PersonId]:
        return list(self.books.seated("advisory"))

    def two_officers(self, concerned: PersonId | None = None) -> tuple[PersonId, PersonId]:
        """Who enters and who seconds: the treasurer and the president, the secretary where it is their own matter."""
        officers = [self.seat("treasurer"), self.seat("president"), self.seat("secretary")]
        free = [officer for officer in officers if officer != concerned]
        return free[0], free[1]

    def is_away(self, person: PersonId, on: date) -> bool:
        return person in self.away and on < self.away[person]

    # --- what ----------------------------------------------------------------------------------------------------

    def bylaws(self, on: date) -> ByLaws:
        bylaws = self.books.bylaws_on(on)
        assert bylaws is not None
        return bylaws

    def next_loan(self) -> LoanId:
        self.asked += 1
        return LoanId(f"L{self.asked}")

    def next_method(self) -> Method:
        """Every method in turn, in an order of chance."""
        if not self._methods:
            self._methods = self.lots.shuffled(METHODS)
        return self._methods[-1]

    def method_taken(self) -> None:
        self._methods.pop()

    def bring_cash(self, on: date, needed: int) -> bool:
        """Fetch from the bank account what the box lacks; whether the box then holds it."""
        lacking = needed - self.books.cash_box
        if lacking > 0 and self.books.bank >= lacking:
            amount = Money(min(self.books.bank, up_to_whole(lacking, _BUNDLE)))
            by, seconded_by = self.two_officers()
            self.perform(DrawCash(on=on, by=by, seconded_by=seconded_by, amount=amount))
        return self.books.cash_box >= needed


def up_to_whole(amount: int, unit: int) -> int:
    """The next multiple of `unit`."""
    return -(-amount // unit) * unit


def down_to_whole(amount: int, unit: int) -> int:
    return amount // unit * unit
