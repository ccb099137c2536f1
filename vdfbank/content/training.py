"""The training register: every session of a period, and how long each member's trainings stay valid."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vdfbank.audit.report import Name
from vdfbank.bank.course import Module
from vdfbank.bank.person import PersonId
from vdfbank.content.attendance import BySex
from vdfbank.content.place import Place
from vdfbank.training.validity import Trained, Validity


@dataclass(frozen=True, slots=True)
class SessionLine:
    """One session in the register."""

    act: int
    on: date
    module: Module
    title: str
    trainer: str
    minutes: int
    attended: BySex
    completed: BySex
    guests: BySex


@dataclass(frozen=True, slots=True)
class MemberTrained:
    """A member's trainings: those that expire (one of each, in the register's order), then what else was completed."""

    member: PersonId
    expiring: tuple[Trained, ...]
    others: tuple[Trained, ...]


@dataclass(frozen=True, slots=True)
class TrainingRegister:
    """Sessions from `first` (None: the very first) to `as_of`, members as they stand at the end of that day."""

    place: Place
    first: date | None
    as_of: date
    sessions: tuple[SessionLine, ...]
    #: The trainings that block a loan when they have expired.
    expiring: tuple[Module, ...]
    members: tuple[MemberTrained, ...]
    names: Mapping[PersonId, Name]

    def standing(self, module: Module, validity: Validity) -> int:
        """How many members stand so with a training that expires."""
        at = self.expiring.index(module)
        return sum(member.expiring[at].validity(self.as_of) == validity for member in self.members)
