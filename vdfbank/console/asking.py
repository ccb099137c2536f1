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

#: The years a book knows (acts.md dates, and `year_close` in the file).
EARLIEST_YEAR, LATEST_YEAR = 1900, 2999
_RATE = re.compile(r"\d{1,9}(\.\d{1,9})?(/[1-9]\d{0,8})?", re.ASCII)


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


Book = Annotated[Path, typer.Argument(help="The book file, NAME.vdf.")]
Json = Annotated[bool, typer.Option("--json", help="Answer in JSON, for other programs.")]
AsOf = Annotated[date | None, typer.Option("--as-of", parser=day, metavar="DATE", help="Everything up to this day.")]
OfMonth = Annotated[Month | None, typer.Option("--month", parser=month, metavar="2025-11", help="The month.")]
InLang = Annotated[Lang, typer.Option("--lang", help="The language of paper and text.")]
