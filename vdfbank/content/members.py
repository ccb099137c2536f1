"""The register of members: everybody who ever joined, by number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from vdfbank.bank.person import Person
from vdfbank.content.place import Place
from vdfbank.rules.books import Standing


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One member: who, since when, and how the membership ended (`gone`: on which day)."""

    person: Person
    joined: date
    nominee: str | None
    standing: Standing
    gone: date | None
    is_dormant: bool


@dataclass(frozen=True, slots=True)
class MemberRegister:
    """The register as of a day."""

    place: Place
    as_of: date
    lines: tuple[RegisterLine, ...]

    @property
    def current(self) -> tuple[RegisterLine, ...]:
        """Who is a member."""
        return tuple(line for line in self.lines if line.standing == "member")
