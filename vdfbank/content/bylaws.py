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
        if self.before is None:
            return ()
        old, new = self.before.bylaws, self.agreed.bylaws
        return tuple(field.name for field in fields(ByLaws) if getattr(old, field.name) != getattr(new, field.name))
