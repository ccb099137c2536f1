"""The box: what came in and went out in a month, and the cash book line by line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date

from vdfbank.bank.account import CASH_BOX, INTEREST, LOANS, PENALTIES, SAVINGS, Account
from vdfbank.bank.money import NOTHING, Money, total
from vdfbank.journal.entry import JournalEntry, Posting
from vdfbank.rules.effects import Item


@dataclass(slots=True)
class CashFlow:
    """Movements of the box in a month, in kip; a reversal counts negative in the line of what it reverses."""

    receipts_savings: Money = NOTHING
    receipts_principal: Money = NOTHING
    receipts_interest: Money = NOTHING
    receipts_penalty: Money = NOTHING
    receipts_entry_fee: Money = NOTHING
    receipts_other: Money = NOTHING
    from_bank: Money = NOTHING
    payments_withdrawals: Money = NOTHING
    payments_loans: Money = NOTHING
    payments_expenses: Money = NOTHING
    payments_other: Money = NOTHING
    to_bank: Money = NOTHING
    cash_difference: Money = NOTHING

    def add(self, line: str, amount: Money) -> None:
        setattr(self, line, getattr(self, line) + amount)

    @property
    def change(self) -> Money:
        """What the box holds more at the end than at the start."""
        signs = {"payments": -1, "to": -1}
        return total(signs.get(field.name.split("_")[0], 1) * getattr(self, field.name) for field in fields(self))


#: Of a receipt the line of each account credited; every other account is an "other" receipt.
_RECEIPT_LINES: dict[Account, str] = {
    SAVINGS: "receipts_savings",
    LOANS: "receipts_principal",
    INTEREST: "receipts_interest",
    PENALTIES: "receipts_penalty",
}
_IN_LINES: dict[Item, str] = {"entry_fee": "receipts_entry_fee", "draw": "from_bank", "count": "cash_difference"}
_OUT_LINES: dict[Item, str] = {
    "withdrawal": "payments_withdrawals",
    "leave": "payments_withdrawals",
    "nominee": "payments_withdrawals",
    "pay_out": "payments_loans",
    "deposit": "to_bank",
    "shares_redeemed": "payments_other",
    "dividend": "payments_other",
}


def cash_flow(entries: Iterable[JournalEntry]) -> CashFlow:
    """Add up the box by line of the audit sheet (reports.md, keys of audit)."""
    flow = CashFlow()
    for entry in entries:
        into_box = total(posting.amount for posting in entry.postings if posting.account == CASH_BOX)
        if into_box == 0:
            continue
        if entry.item == "receipt":
            for posting in entry.postings:
                if posting.account != CASH_BOX:
                    flow.add(_RECEIPT_LINES.get(posting.account, "receipts_other"), -posting.amount)
        elif entry.item == "spend":
            expense = any(posting.account.startswith("5") for posting in entry.postings)
            flow.add("payments_expenses" if expense else "payments_other", -into_box)
        elif entry.item in _OUT_LINES:
            flow.add(_OUT_LINES[entry.item], -into_box)
        else:
            flow.add(_IN_LINES.get(entry.item, "receipts_other"), into_box)
    return flow


def collected(entries: Iterable[JournalEntry]) -> Money:
    """Principal and interest received, from savings at a death too, less reversals."""
    paying = (entry for entry in entries if entry.item in ("receipt", "set_off"))
    return -total(
        posting.amount for entry in paying for posting in entry.postings if posting.account in (LOANS, INTEREST)
    )


def savers(entries: Iterable[JournalEntry]) -> set[str]:
    """Who made a saving that was not reversed within these entries."""
    entries = list(entries)
    reversed_ones = {entry.reverses for entry in entries if entry.reverses is not None}
    standing = (entry for entry in entries if entry.reverses is None and entry.number not in reversed_ones)
    return {
        posting.holder
        for entry in standing
        if entry.item == "receipt"
        for posting in entry.postings
        if posting.account == SAVINGS and posting.holder is not None
    }


@dataclass(frozen=True, slots=True)
class CashLine:
    """One line of the cash book; `balance` is the box after it."""

    on: date
    voucher: str
    item: Item
    text: str
    holder: str | None
    received: Money
    paid: Money
    balance: Money
    #: The first account on the other side: what the money was for.
    against: Account


def cash_book(opening: Money, entries: Iterable[JournalEntry]) -> tuple[CashLine, ...]:
    """The box entry by entry, from its opening balance."""
    balance, lines = opening, []
    for entry in entries:
        amount = total(posting.amount for posting in entry.postings if posting.account == CASH_BOX)
        if amount:
            balance += amount
            received, paid = (amount, NOTHING) if amount > 0 else (NOTHING, -amount)
            against = next(posting.account for posting in entry.postings if posting.account != CASH_BOX)
            whose = _whose(entry.postings)
            lines.append(
                CashLine(entry.on, entry.voucher, entry.item, entry.reason, whose, received, paid, balance, against)
            )
    return tuple(lines)


def _whose(postings: Iterable[Posting]) -> str | None:
    return next((posting.holder for posting in postings if posting.holder is not None), None)
