"""The package meter: whether credit runs alone, or beside awareness, skills and business training."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vdfbank.bank.course import BUSINESS, RIGHTS, SAFE_MIGRATION, SKILLS, Module
from vdfbank.rules.books import Books

#: What the meter watches, in the order of the audit sheet.
WATCHED: tuple[Module, ...] = (SAFE_MIGRATION, BUSINESS, SKILLS, RIGHTS)

#: Months without a session before the meter warns, and before it stands on red (domain.md, section 13).
ALERT_AFTER_MONTHS = 3
RED_AFTER_MONTHS = 6


@dataclass(frozen=True, slots=True)
class Package:
    """
    The package on a day: last session of each module (None: never) and whole months since.

    `trained_before_payout` of `borrowers` had completed what their pay-out rests on.
    """

    last: Mapping[Module, date | None]
    months_since: Mapping[Module, int | None]
    borrowers: int
    trained_before_payout: int

    @property
    def months_alone(self) -> int | None:
        """Whole months since any session of the watched modules; None when there was none yet."""
        known = [months for months in self.months_since.values() if months is not None]
        return min(known, default=None)


def package(books: Books, on: date) -> Package:
    """The meter over the books as they stood on `on`."""
    last = {module: books.last_sessions.get(module) for module in WATCHED}
    since = {module: months_since(held, on) for module, held in last.items()}
    loans = list(books.open_loans())
    return Package(last, since, len(loans), sum(bool(loan.rests_on) for loan in loans))


def months_since(day: date | None, on: date) -> int | None:
    """Whole months from `day` to `on`."""
    if day is None:
        return None
    months = (on.year - day.year) * 12 + on.month - day.month
    return months - 1 if on.day < day.day else months
