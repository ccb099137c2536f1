"""The chart of accounts (acts.md)."""

from __future__ import annotations

from typing import NewType

Account = NewType("Account", str)

CASH_BOX = Account("1010")
BANK_ACCOUNT = Account("1020")
LOANS = Account("1210")
ALLOWANCE = Account("1290")
RECEIVABLES = Account("1310")
SAVINGS = Account("2010")
OUTSIDE_FUNDS = Account("2110")
DIVIDENDS_PAYABLE = Account("2210")
COMMITTEE_PAYABLE = Account("2220")
ADVISORY_PAYABLE = Account("2230")
WELFARE_FUND = Account("2310")
SHARES = Account("3005")
RESERVE = Account("3010")
SURPLUS = Account("3090")
INTEREST = Account("4010")
PENALTIES = Account("4020")
ENTRY_FEES = Account("4030")
RECOVERIES = Account("4040")
OTHER_INCOME = Account("4090")
STATIONERY = Account("5010")
TRANSPORT = Account("5020")
ALLOWANCES = Account("5030")
WRITTEN_OFF = Account("5040")
PROVISION = Account("5090")
SHORTAGE = Account("5095")

#: English names, as the example books and other people's tools show them.
NAMES: dict[Account, str] = {
    CASH_BOX: "cash box",
    BANK_ACCOUNT: "bank account",
    LOANS: "loans to members",
    ALLOWANCE: "allowance for loan losses",
    RECEIVABLES: "other receivables",
    SAVINGS: "member savings",
    OUTSIDE_FUNDS: "outside funds",
    DIVIDENDS_PAYABLE: "dividends payable",
    COMMITTEE_PAYABLE: "committee payable",
    ADVISORY_PAYABLE: "advisory payable",
    WELFARE_FUND: "welfare fund",
    SHARES: "shares",
    RESERVE: "reserve fund",
    SURPLUS: "surplus of the year",
    INTEREST: "interest",
    PENALTIES: "penalties",
    ENTRY_FEES: "entry fees",
    RECOVERIES: "recoveries",
    OTHER_INCOME: "other income",
    STATIONERY: "stationery and books",
    TRANSPORT: "transport and meetings",
    ALLOWANCES: "allowances",
    WRITTEN_OFF: "loans written off",
    PROVISION: "loan-loss provision",
    SHORTAGE: "cash shortage",
}

#: Accounts kept a holder: a member's or a loan's own balance.
HELD = frozenset({LOANS, ALLOWANCE, SAVINGS, SHARES, DIVIDENDS_PAYABLE})

EXPENSES_BY_SPEND = frozenset({STATIONERY, TRANSPORT, ALLOWANCES})
PAYABLE_BY_SPEND = frozenset({OUTSIDE_FUNDS, COMMITTEE_PAYABLE, ADVISORY_PAYABLE, WELFARE_FUND})
RECEIVABLE = frozenset({OTHER_INCOME, OUTSIDE_FUNDS, WELFARE_FUND})


def is_income(account: Account) -> bool:
    return account.startswith("4")


def is_result(account: Account) -> bool:
    """Income or expense: closed into the surplus at the year's end."""
    return account[0] in "45"
