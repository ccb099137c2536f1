"""How long completed trainings stay valid: what each person has, and who is due for a refresher."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from vdfbank.bank.bylaws import ByLaws
from vdfbank.bank.calendar import add_months
from vdfbank.bank.course import Module
from vdfbank.bank.person import PersonId
from vdfbank.rules.books import Books
from vdfbank.training.package import WATCHED

#: A training that ends within so many months is due: the next session may be the last before it does.
DUE_WITHIN_MONTHS = 3

#: Never completed; ended; ending soon; good for longer than that, or for ever.
Validity = Literal["never", "expired", "due", "valid"]


@dataclass(frozen=True, slots=True)
class Trained:
    """One training of one person: completed when, valid until when, that day included (None: without end)."""

    module: Module
    completed: date | None
    until: date | None

    def validity(self, on: date) -> Validity:
        if self.completed is None:
            return "never"
        if self.until is None:
            return "valid"
        if self.until < on:
            return "expired"
        return "due" if self.until <= add_months(on, DUE_WITHIN_MONTHS) else "valid"


def required(bylaws: ByLaws | None) -> tuple[Module, ...]:
    """The trainings the by-laws let expire, in the order of the package."""
    modules = bylaws.training if bylaws else {}
    return tuple(sorted(modules, key=lambda module: WATCHED.index(module) if module in WATCHED else len(WATCHED)))


def trained(books: Books, person: PersonId, module: Module, on: date) -> Trained:
    """How a person stands with a training by the by-laws of that day."""
    bylaws = books.bylaws_on(on)
    known = books.completions.get(person, {}).get(module)
    months = bylaws.training.get(module) if bylaws else None
    if known is None:
        return Trained(module, None, None)
    return Trained(module, known.on, None if months is None else add_months(known.on, months))
