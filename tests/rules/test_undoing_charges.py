"""Penalties charged on a loan that, its pay-out undone, never ran."""

from __future__ import annotations

from tests.village import Village, founded


def test_a_charge_falls_away_with_its_pay_out(lenders: Village) -> None:
    """
    2025-04-05  apply   L1  M06  300 000  3 months  300 bp  flat
    2025-04-05  decide  L1  approved
    2025-04-05  pay_out  L1  (paid)
    2025-05-06  savings_day  M07 save 20 000
    2025-05-07  reverse  (paid)
    """
    assert lenders.loan("L1").state == "approved"
    assert lenders.position("L1").penalties_unpaid == 0
    assert lenders.box == 2_730_000 + 20_000


def test_a_charge_falls_away_with_the_taking_over() -> None:
    village = founded()
    terms = {"product": "ordinary", "months": 3, "rate_bp": 300, "method": "flat", "purpose": "pigs"}
    loan = {"loan": "L9", "member": "M06", "amount": 90_000, "paid_out": "2024-12-02", "guarantors": ["M11", "M12"]}
    village.perform(
        "take_over",
        "2025-01-05",
        members=[{"member": who, "joined": "2024-06-01", "savings": 100_000} for who in ("M06", "M11", "M12")],
        loans=[{**loan, **terms, "principal_outstanding": 90_000, "instalments_paid": 0}],
        trained=[],
        accounts={"1010": 250_000},
        difference=40_000,
    )
    number = village.books.number
    village.tell("2025-01-06  savings_day")
    assert village.position("L9").penalties_unpaid > 0
    village.perform("reverse", "2025-01-07", number=number, reason="typed wrong")
    assert village.objections == []
    assert village.books.loans == {}
    assert village.box == 0
