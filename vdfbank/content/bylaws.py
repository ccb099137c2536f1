"""The by-laws as a village agreed them, with an example from its own figures and what changed since the last time."""

from __future__ import annotations

from dataclasses import dataclass, fields

from vdfbank.bank.bylaws import ByLaws
from vdfbank.content.loan_parts import Agreed, LateExample, Names, Seats
from vdfbank.content.place import Place
from vdfbank.content.what_if import WhatIf


@dataclass(frozen=True, slots=True)
class ByLawsSheet:
    place: Place
    agreed: Agreed
    #: The how-manieth version this is.
    version: int
    before: Agreed | None
    #: A loan by these by-laws, for the examples.
    loan: WhatIf
    late: LateExample
    management: Seats
    advisory: Seats
    names: Names

    @property
    def changed(self) -> tuple[str, ...]:
        """By-laws that differ from the version before, by field, in the order of the fields."""
        return () if self.before is None else changed_fields(self.before.bylaws, self.agreed.bylaws)


def changed_fields(before: ByLaws, now: ByLaws) -> tuple[str, ...]:
    """By-laws that differ between two versions, by field, in the order of the fields."""
    return tuple(field.name for field in fields(ByLaws) if getattr(before, field.name) != getattr(now, field.name))
