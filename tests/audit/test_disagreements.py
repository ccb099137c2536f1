"""What the committee is told when the journal does not agree with the books."""

from __future__ import annotations

from dataclasses import replace

from tests.village import saved
from vdfbank.audit.figures import MonthBooks
from vdfbank.audit.month import MonthFile, audit
from vdfbank.bank.account import CASH_BOX, ENTRY_FEES, SAVINGS, Account
from vdfbank.bank.calendar import Month
from vdfbank.bank.money import Money


def _file(savings: int) -> MonthFile:
    village = saved()
    entries = tuple(village.entries())
    january = MonthBooks(Month(2025, 1), village.books, entries, (), Money(2_730_000))
    balances: dict[tuple[Account, str], Money] = {
        (CASH_BOX, ""): Money(2_730_000),
        (SAVINGS, "M01"): Money(-savings),
        (ENTRY_FEES, ""): Money(-130_000),
    }
    return MonthFile(january, None, balances, None)


def test_cards_that_are_not_the_account_are_named_with_both_numbers() -> None:
    report = audit(_file(savings=2_500_000))
    found = {one.code: (one.found, one.needed) for one in report.findings}
    assert found["savings_cards_control"] == (2_600_000, 2_500_000)
    assert found["debits_credits"] == (2_730_000, 2_630_000)
    assert "cash_counted_book" not in found


def test_a_voucher_that_is_missing_is_named() -> None:
    whole = _file(savings=2_600_000)
    torn = replace(whole, now=replace(whole.now, entries=[*whole.now.entries[:3], *whole.now.entries[4:]]))
    assert [one.code for one in audit(whole).findings if one.code == "voucher_gap"] == []
    gaps = [(one.who, one.found, one.needed) for one in audit(torn).findings if one.code == "voucher_gap"]
    assert gaps == [("RV-2025-01", 25, 26)]
