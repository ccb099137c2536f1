"""Months and fiscal years of a village bank."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta


def add_months(day: date, months: int) -> date:
    """
    The same day of the month `months` later (or earlier), or that month's last day.

    The anchor is never overwritten: count from the first date, not from the date before (31 Jan, 28 Feb, 31 Mar).
    Where the calendar has no such year it is the calendar's last day, or its first: for ever.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return date.max if months > 0 else date.min
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_begun(start: date, on: date) -> int:
    """How many months from `start` have begun on `on`: none on the day itself, two on the very day two months later."""
    months = max(0, (on.year - start.year) * 12 + on.month - start.month - 1)
    while add_months(start, months) < on:
        months += 1
    return months


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month, written ``2025-11``."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Month:
        return cls(day.year, day.month)

    @classmethod
    def parse(cls, text: str) -> Month:
        """Read ``2025-11``; `ValueError` for anything else."""
        if len(text) != 7 or text[4] != "-" or not text.isascii():
            raise ValueError(text)
        first = date.fromisoformat(f"{text}-01")
        return cls(first.year, first.month)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"

    @property
    def first(self) -> date:
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        return date(self.year, self.number, monthrange(self.year, self.number)[1])

    def plus(self, months: int) -> Month:
        year, number = divmod(self.year * 12 + self.number - 1 + months, 12)
        return Month(year, number + 1)


def fiscal_year_of(day: date, first_month: int) -> int:
    """The fiscal year `day` lies in, named by the calendar year in which it begins."""
    return day.year if day.month >= first_month else day.year - 1


def fiscal_year_first(year: int, first_month: int) -> date:
    return date(year, first_month, 1)


def fiscal_year_last(year: int, first_month: int) -> date:
    return date(year + 1, first_month, 1) - timedelta(days=1)
