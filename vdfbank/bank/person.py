"""People of the village and the ids that name them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NewType

PersonId = NewType("PersonId", str)
LoanId = NewType("LoanId", str)
Sex = Literal["F", "M"]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the register: a member to be, an adviser or another villager."""

    id: PersonId
    name: str
    sex: Sex
    household: str
    name_lao: str | None = None
    poor: bool | None = None
    born: int | None = None
    village_unit: str | None = None
