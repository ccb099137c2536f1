"""Can the computer's date be believed: dead batteries reset laptops."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from vdfbank.rules.books import Books

#: A village that wrote nothing for longer than this is asked whether the date is right.
_LONGEST_PAUSE = timedelta(days=45)


@dataclass(frozen=True, slots=True)
class ClockQuestion:
    """The computer's date does not follow from the book's last act."""

    kind: Literal["behind", "ahead"]
    today: date
    last_on: date


def clock_question(books: Books, today: date) -> ClockQuestion | None:
    """None where the date is no surprise."""
    last = books.last_on
    if last is None or last <= today <= last + _LONGEST_PAUSE:
        return None
    return ClockQuestion("behind" if today < last else "ahead", today, last)
