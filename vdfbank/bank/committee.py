"""The two committees and who sits on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from vdfbank.bank.person import PersonId

CommitteeName = Literal["management", "advisory"]
Role = Literal["president", "treasurer", "secretary", "member", "village_head", "lwu", "adviser"]

ROLES: dict[CommitteeName, tuple[Role, ...]] = {
    "management": ("president", "treasurer", "secretary", "member"),
    "advisory": ("village_head", "lwu", "adviser"),
}


@dataclass(frozen=True, slots=True)
class Seat:
    person: PersonId
    role: Role
