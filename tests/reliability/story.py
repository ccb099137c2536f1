"""A village whose books grow: saving after saving, month after month, each act with the key its caller gave it."""

from __future__ import annotations

import json
from calendar import monthrange
from collections.abc import Iterator
from pathlib import Path

from tests.kept import kept
from tests.village import MEMBERS, saved

#: Acts in the book before the story begins.
FOUNDED = 34
SAVINGS_A_MONTH = 5


def village(path: Path) -> Path:
    """A village that has just opened, kept at `path`."""
    with kept(saved(), path) as book:
        assert book.books.number == FOUNDED
    return path


def acts(months: int = 20, name: str = "k") -> list[str]:
    """Savings and the closings of `months`, from January 2025 on; every one is accepted."""
    return [json.dumps({**act, "key": f"{name}-{number}"}) for number, act in enumerate(_acts(months))]


def _acts(months: int) -> Iterator[dict[str, object]]:
    box = len(MEMBERS) * (10_000 + 200_000)
    for number in range(months):
        year, month = 2025 + number // 12, number % 12 + 1
        for saving in range(SAVINGS_A_MONTH):
            amount = 10_000 + 100 * number + saving
            member = MEMBERS[(number + saving) % len(MEMBERS)]
            yield {"act": "save", "on": f"{year}-{month:02}-02", "member": member, "amount": amount}
            box += amount
        last = f"{year}-{month:02}-{monthrange(year, month)[1]}"
        yield {
            "act": "close_month",
            "on": last,
            "month": last[:7],
            "counted": box,
            "signed_by": ["V01", "V02"],
        }
