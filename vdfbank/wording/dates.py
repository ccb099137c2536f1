"""Days and months as people write them."""

from datetime import date

from vdfbank.wording.catalogue import N_

MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)


#: The Buddhist era as Laos and Thailand count it: its new year is the calendar's.
_BUDDHIST_YEARS = 543


def buddhist(year: int) -> int:
    return year + _BUDDHIST_YEARS


def long_date(day: date, month_name: str, year: str) -> str:
    """``23 November 2026``: Lao and English write it in the same order."""
    return f"{day.day} {month_name} {year}"


def short_date(day: date, year: int) -> str:
    """``23/11/2026``: the one short form, in every language and on every page."""
    return f"{day:%d/%m}/{year}"


def first_day(month: str) -> date:
    """The first day of a month written ``2026-11``; `ValueError` for anything else."""
    return date.fromisoformat(f"{month}-01")
