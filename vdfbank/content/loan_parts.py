"""What several loan forms show: by-laws in force, trainings a loan rests on, who signs, an example of paying late."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vdfbank.audit.report import Name
from vdfbank.bank.bylaws import ByLaws
from vdfbank.bank.committee import Role
from vdfbank.bank.course import Module
from vdfbank.bank.loan import Component
from vdfbank.bank.money import Money
from vdfbank.bank.person import PersonId

Names = Mapping[PersonId, Name]
#: Who sits on a committee, and as what.
Seats = tuple[tuple[PersonId, Role], ...]


@dataclass(frozen=True, slots=True)
class Agreed:
    """A version of the by-laws: since when it is in force, agreed when and by which act."""

    bylaws: ByLaws
    in_force: date
    on: date
    act: int


@dataclass(frozen=True, slots=True)
class Training:
    """A completed training a loan rests on; without a title where no session of this book stands behind it."""

    module: Module
    on: date
    act: int
    title: str | None


@dataclass(frozen=True, slots=True)
class LateExample:
    """An instalment that was due on `due` and is paid on `paid_on`: what is charged, and where the sum goes."""

    due: date
    paid_on: date
    instalment: Money
    penalty: Money
    #: What of `instalment` is used for what, in the order agreed.
    used: tuple[tuple[Component, Money], ...]
    #: What of penalty and instalment is still owed then.
    left: Money
