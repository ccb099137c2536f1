"""A training session on paper: the list to sign, and the session as it was recorded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vdfbank.audit.report import Name
from vdfbank.bank.course import Module
from vdfbank.bank.person import PersonId, Sex
from vdfbank.content.place import Place
from vdfbank.training.validity import Trained


@dataclass(frozen=True, slots=True)
class BySex:
    women: int
    men: int

    @property
    def together(self) -> int:
        return self.women + self.men

    def __add__(self, other: BySex) -> BySex:
        return BySex(self.women + other.women, self.men + other.men)


NOBODY = BySex(0, 0)


@dataclass(frozen=True, slots=True)
class Invited:
    """Somebody who may come: what is due or expired for them, in the order of the package."""

    person: PersonId
    sex: Sex
    household: str
    due: tuple[Trained, ...]


@dataclass(frozen=True, slots=True)
class SessionToHold:
    """The list for a session that has not been held: members by number, then advisers who are no members."""

    place: Place
    on: date
    members: tuple[Invited, ...]
    advisers: tuple[Invited, ...]
    names: Mapping[PersonId, Name]


@dataclass(frozen=True, slots=True)
class Attendant:
    """Somebody on the list of a session held; a member who was absent stands there too."""

    person: PersonId
    sex: Sex
    household: str
    attended: bool
    completed: bool


@dataclass(frozen=True, slots=True)
class SessionHeld:
    """A session as recorded by act number `act`."""

    place: Place
    act: int
    on: date
    module: Module
    title: str
    trainer: str
    minutes: int
    note: str | None
    people: tuple[Attendant, ...]
    attended: BySex
    completed: BySex
    guests: BySex
    names: Mapping[PersonId, Name]
