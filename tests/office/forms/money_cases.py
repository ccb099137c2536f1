"""Forms of the cash box and the books as every form is tried: by name, of the example year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from vdfbank.bank.calendar import Month
from vdfbank.office.forms.asked import Asked

_NOVEMBER = date(2025, 11, 30)

#: What is asked for, by a name for the case.
CASES: Mapping[str, Asked] = {
    "receipt-single": Asked("receipt", voucher="RV-2025-11-0019", single=True),
    "receipt-four-up": Asked("receipt", act=129),
    "receipt-copy": Asked("receipt", voucher="RV-2025-08-0018", single=True, copy=True),
    "payment-voucher-single": Asked("payment-voucher", voucher="PV-2025-04-0001", single=True),
    "payment-voucher-four-up": Asked("payment-voucher", act=140),
    "cash-book": Asked("cash-book", month=Month(2025, 11)),
    "savings-ledger": Asked("savings-ledger", as_of=_NOVEMBER),
    "savings-ledger-month": Asked("savings-ledger", first=date(2025, 11, 1), as_of=_NOVEMBER),
    "loan-ledger": Asked("loan-ledger", as_of=_NOVEMBER),
    "trial-balance": Asked("trial-balance", as_of=_NOVEMBER),
    "income-statement": Asked("income-statement", month=Month(2025, 11)),
    "balance-sheet": Asked("balance-sheet", as_of=_NOVEMBER),
    "arrears": Asked("arrears", as_of=_NOVEMBER),
    "call-list": Asked("call-list", as_of=date(2025, 11, 5)),
}
