"""The loan calculator: any sum, term and rate, also outside the programme's limits."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from vdfbank.bank.loan import Method
from vdfbank.bank.money import Money
from vdfbank.content.what_if import WhatIf
from vdfbank.loans.effective import effective_rate_percent
from vdfbank.loans.schedule import schedule


def what_if(amount: Money, months: int, rate: Fraction, method: Method, start: date) -> WhatIf:
    """Reckon a loan of `amount` over `months` at `rate` percent a month, paid out on `start`."""
    rows = schedule(amount, months, rate / 100, method, start)
    return WhatIf(amount, months, rate, method, start, rows, effective_rate_percent(amount, start, rows))


def what_if_json(answer: WhatIf, rate: str) -> dict[str, Any]:
    """As reports.md has it; `rate` as it was typed."""
    return {
        "sum": answer.amount,
        "months": answer.months,
        "rate": rate,
        "method": answer.method,
        "start": str(answer.start),
        "within_programme": answer.within_programme,
        "instalments": [
            {
                "n": row.number,
                "due": str(row.due),
                "principal": row.principal,
                "interest": row.interest,
                "total": row.total,
                "balance_after": balance,
            }
            for row, balance in zip(answer.instalments, answer.balances(), strict=True)
        ],
        "total_interest": answer.total_interest,
        "total": answer.total,
        "effective_rate_percent": str(answer.effective_rate_percent),
    }
