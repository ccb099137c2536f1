"""What people type after a verb: a day, a month, a language, the rate of a loan."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import Annotated

import click
import typer

from vdfbank.bank.calendar import Month
from vdfbank.bank.loan import METHODS, Method

#: The years a book knows (acts.md dates, and `year_close` in the file).
EARLIEST_YEAR, LATEST_YEAR = 1900, 2999
_RATE = re.compile(r"\d{1,9}(\.\d{1,9})?(/[1-9]\d{0,8})?", re.ASCII)
_OFFSET = re.compile(r"-?\d{1,2}(\.\d)?,-?\d{1,2}(\.\d)?", re.ASCII)


class Lang(StrEnum):
    lo = "lo"
    en = "en"


def day(text: str) -> date:
    """``2025-11-30``; nothing else that ISO 8601 would allow."""
    try:
        read = date.fromisoformat(text) if len(text) == len("2025-11-30") else None
    except ValueError:
        read = None
    if read is None or not EARLIEST_YEAR <= read.year <= LATEST_YEAR:
        raise click.BadParameter(f"{text!r} is no date. Write it like 2025-11-30.")
    return read


def month(text: str) -> Month:
    try:
        read = Month.parse(text)
    except ValueError:
        read = None
    if read is None or not EARLIEST_YEAR <= read.year <= LATEST_YEAR:
        raise click.BadParameter(f"{text!r} is no month. Write it like 2025-11.")
    return read


def percent(text: str) -> Fraction:
    """Percent a month as typed, exactly: ``3``, ``2.5`` or ``10/12``."""
    if not _RATE.fullmatch(text):
        raise click.BadParameter(
            f"{text!r} is no rate. Write percent a month, like 3, 2.5 or 10/12.", param_hint="'--rate'"
        )
    whole, _, under = text.partition("/")
    return Fraction(whole) / (int(under) if under else 1)


def method(text: str) -> Method:
    for known in METHODS:
        if known == text:
            return known
    raise click.BadParameter(f"{text!r} is no method. Choose one of {', '.join(METHODS)}.")


def offset(text: str) -> tuple[float, float]:
    """Millimetres right and up, ``1.5,-2``."""
    if not _OFFSET.fullmatch(text):
        raise click.BadParameter(
            f"{text!r} is no offset. Write millimetres right and up, like 1.5,-2.", param_hint="'--offset'"
        )
    right, up = map(float, text.split(","))
    return right, up


Book = Annotated[Path, typer.Argument(help="The book file, NAME.vdf.")]
Json = Annotated[bool, typer.Option("--json", help="Answer in JSON, for other programs.")]
AsOf = Annotated[date | None, typer.Option("--as-of", parser=day, metavar="DATE", help="Everything up to this day.")]
OfMonth = Annotated[Month | None, typer.Option("--month", parser=month, metavar="2025-11", help="The month.")]
OfYear = Annotated[
    int | None,
    typer.Option(min=EARLIEST_YEAR, max=LATEST_YEAR, help="The fiscal year, by the calendar year it begins in."),
]
FirstDay = Annotated[date | None, typer.Option("--from", parser=day, metavar="DATE", help="First day of a period.")]
LaoDigits = Annotated[bool, typer.Option("--lao-digits", help="Figures in Lao digits.")]
BuddhistEra = Annotated[bool, typer.Option("--buddhist-era", help="Years of the Buddhist era, marked as such.")]
InLang = Annotated[Lang, typer.Option("--lang", help="The language of paper and text.")]
