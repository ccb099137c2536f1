"""Codes, accounts and by-laws as acts.md lists them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from vdfbank.bank.account import HELD, NAMES, is_income, is_result
from vdfbank.bank.bylaws import ByLaws
from vdfbank.bank.problem import CODES, Problem

TOLD = "\n".join(
    path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parents[1] / "rules").glob("*.py"))
)
YEARS = "\n".join(
    path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parents[1] / "years").glob("**/*.json"))
)
#: Answered by the book that keeps the acts, not by the rules.
OF_THE_BOOK = {"key_reused", "clock_behind", "clock_ahead"}


@pytest.mark.parametrize("code", CODES)
def test_each_code_has_its_story(code: str) -> None:
    told = re.search(rf'(->.*\b{code}\b)|"{code}"', TOLD) or f'"{code}"' in YEARS
    assert told or code in OF_THE_BOOK


def test_codes_are_named_once_and_nothing_else_is_a_code() -> None:
    assert len(set(CODES)) == len(CODES)
    with pytest.raises(AssertionError):
        Problem("too_poor")


def test_accounts_are_of_five_kinds() -> None:
    assert {account[0] for account in NAMES} == {"1", "2", "3", "4", "5"}
    assert set(NAMES) >= HELD
    for account in NAMES:
        assert is_income(account) == account.startswith("4")
        assert is_result(account) == account.startswith(("4", "5"))


def test_by_laws_default_to_what_the_programme_recommends() -> None:
    laws = ByLaws()
    assert (laws.saving_months, laws.qualifying_savings, laws.savings_multiple) == (3, 30_000, 5)
    assert dict(laws.training) == {"safe_migration": 12, "business": 24}
    assert (laws.penalty.kind, laws.penalty.bp, laws.grace_days) == ("percent_of_unpaid", 200, 0)
    assert [laws.provision_bp(days) for days in (0, 1, 31, 61, 91, 181, 366)] == [
        0,
        1000,
        2500,
        5000,
        7500,
        9000,
        10000,
    ]
