"""Forms of loans as every form is tried: by name, of the example year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from vdfbank.bank.money import Money
from vdfbank.office.forms.asked import Asked

#: What is asked for, by a name for the case.
CASES: Mapping[str, Asked] = {
    "loan-application": Asked("loan-application", loan="L4"),
    "loan-application-refused": Asked("loan-application", loan="R02"),
    "loan-application-emergency": Asked("loan-application", loan="L5"),
    "decision": Asked("decision", as_of=date(2025, 7, 5)),
    "decision-refused": Asked("decision", loan="R02"),
    "contract": Asked("contract", loan="L1"),
    "contract-offer": Asked("contract", loan="A02", as_of=date(2025, 6, 5)),
    "loan-card": Asked("loan-card", loan="L4", as_of=date(2025, 12, 5)),
    "loan-cards": Asked("loan-card", as_of=date(2025, 8, 31)),
    "what-if": Asked(
        "what-if",
        amount=Money(600_000),
        months=6,
        rate_percent=Fraction(3),
        method="flat",
        as_of=date(2026, 1, 31),
    ),
    "what-if-outside": Asked(
        "what-if", amount=Money(10**15), months=12, rate_percent=Fraction(10, 12), method="declining"
    ),
    "bylaws": Asked("bylaws", as_of=date(2025, 12, 31)),
}
