"""Who signs a form: an office, and who held it that day."""

from __future__ import annotations

from dataclasses import dataclass

from vdfbank.bank.committee import Role
from vdfbank.bank.person import PersonId


@dataclass(frozen=True, slots=True)
class Signer:
    """A line to sign on; `person` None where nobody held the office, or anybody of it may sign."""

    role: Role
    person: PersonId | None = None
