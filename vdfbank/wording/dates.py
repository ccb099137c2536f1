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


def long_date(day: date, month_name: str) -> str:
    """``23 November 2026``: Lao and English write it in the same order."""
    return f"{day.day} {month_name} {day.year}"


def short_date(day: date) -> str:
    """``23/11/2026``: the one short form, in every language and on every page."""
    return f"{day:%d/%m/%Y}"


def first_day(month: str) -> date:
    """The first day of a month written ``2026-11``; `ValueError` for anything else."""
    return date.fromisoformat(f"{month}-01")
