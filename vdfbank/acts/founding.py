"""Acts that found a village bank and run its people: register, train, elect, agree by-laws."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from vdfbank.acts.act import Act, Count, Text
from vdfbank.bank.bylaws import ByLaws
from vdfbank.bank.committee import CommitteeName, Seat
from vdfbank.bank.course import Module
from vdfbank.bank.person import Person, PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Found(Act):
    """The villagers want a bank: `interested` of them."""

    kind: ClassVar[str] = "found"
    village: Text
    district: Text
    province: Text
    village_code: str
    currency: str
    fiscal_year: str
    savings_day: Count
    interested: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class Register(Act):
    kind: ClassVar[str] = "register"
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Guests:
    """Guests of a training session by sex."""

    F: Count
    M: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class Train(Act):
    """A training session; who `completed` it, when not everybody who attended."""

    kind: ClassVar[str] = "train"
    module: Module
    title: Text
    trainer: Text
    minutes: Count
    attended: tuple[PersonId, ...]
    completed: tuple[PersonId, ...] | None = None
    guests: Guests | None = None

    @property
    def completing(self) -> tuple[PersonId, ...]:
        return self.attended if self.completed is None else self.completed


@dataclass(frozen=True, slots=True, kw_only=True)
class Elect(Act):
    """A committee is filled anew, whole."""

    kind: ClassVar[str] = "elect"
    committee: CommitteeName
    seats: tuple[Seat, ...]


@dataclass(frozen=True, slots=True)
class GivenByLaws:
    """By-laws as written in an act: the keys `given`, the others by default."""

    bylaws: ByLaws
    given: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreeByLaws(Act):
    kind: ClassVar[str] = "agree_bylaws"
    in_force: date
    bylaws: GivenByLaws


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirm(Act):
    """Two officers decide about the book itself (reliability.md, section 4)."""

    kind: ClassVar[str] = "confirm"
    what: Literal["older_copy", "clock", "pin_reset", "key_change"]
    detail: Text
