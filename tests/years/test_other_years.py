"""What the example year does without: rescheduling, death, other by-laws, running books; figures by hand (README)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.years.reading import YEARS, Year, expected, told

NAMES = sorted(path.stem for path in YEARS.glob("*.jsonl"))


@pytest.fixture(scope="module", params=NAMES)
def year(request: pytest.FixtureRequest) -> tuple[Year, dict[str, Any]]:
    return told(YEARS / f"{request.param}.jsonl"), expected(YEARS / f"{request.param}.expected.json")


def test_there_are_years_to_tell() -> None:
    assert NAMES == ["hard-times", "october", "taken-over"]


def test_exactly_these_lines_are_refused(year: tuple[Year, dict[str, Any]]) -> None:
    lived, wanted = year
    refused = [decision["problems"] for decision in lived.decisions.values() if not decision["accepted"]]
    assert refused == [[code] for code in wanted["refused"]]


def test_trial_balances(year: tuple[Year, dict[str, Any]]) -> None:
    lived, wanted = year
    for day, lines in wanted["trial_balance"].items():
        assert lived.trial_balance(day) == lines, day
    for day, lines in wanted["trial_balance_closed"].items():
        assert lived.trial_balance(day, closed=True) == lines, day


def test_loans(year: tuple[Year, dict[str, Any]]) -> None:
    lived, wanted = year
    for day, lines in wanted["loans"].items():
        assert lived.loans(day) == lines, day


def test_dividends(year: tuple[Year, dict[str, Any]]) -> None:
    lived, wanted = year
    for name, lines in wanted["dividend"].items():
        assert lived.dividend(name) == lines


def test_the_same_acts_give_the_same_book(year: tuple[Year, dict[str, Any]]) -> None:
    lived, _ = year
    again = type(lived.village)()
    for line in lived.village.acts():
        again.perform_line(line)
    assert again.seal == lived.village.seal
