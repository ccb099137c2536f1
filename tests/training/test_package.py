"""Whether credit runs alone."""

from __future__ import annotations

from datetime import date

import pytest

from tests.village import founded, saved
from vdfbank.bank.course import BUSINESS, SAFE_MIGRATION, SKILLS
from vdfbank.rules.books import Books
from vdfbank.training.package import months_since, package


@pytest.mark.parametrize(
    ("held", "on", "months"),
    [("2024-12-10", "2025-03-09", 2), ("2024-12-10", "2025-03-10", 3), ("2025-01-31", "2025-02-28", 0)],
)
def test_whole_months_since_a_session(held: str, on: str, months: int) -> None:
    assert months_since(date.fromisoformat(held), date.fromisoformat(on)) == months


def test_sessions_and_borrowers() -> None:
    village = saved()
    village.tell("2025-04-05  lend  L1  M06  300 000")
    meter = package(village.books, date(2025, 4, 30))
    assert meter.last[SAFE_MIGRATION] == date(2024, 12, 10)
    assert meter.months_since[BUSINESS] == 4
    assert meter.months_since[SKILLS] is None
    assert meter.months_alone == 4
    assert (meter.borrowers, meter.trained_before_payout) == (1, 1)


def test_a_bank_without_any_session() -> None:
    assert package(Books(), date(2025, 1, 1)).months_alone is None
    assert package(founded().books, date(2024, 12, 31)).months_alone == 0
