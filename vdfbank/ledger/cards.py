"""Cards: one member's savings and one loan's movements, line by line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from vdfbank.bank.account import INTEREST, LOANS, PENALTIES, SAVINGS, SHARES, Account
from vdfbank.bank.money import NOTHING, Money, total
from vdfbank.journal.entry import JournalEntry
from vdfbank.rules.effects import Item


@dataclass(frozen=True, slots=True)
class CardLine:
    """One movement of a savings (or share) card; `balance` after it."""

    on: date
    act: int
    voucher: str
    item: Item
    paid_in: Money
    taken_out: Money
    balance: Money


def savings_card(
    member: str, opening: Money, entries: Iterable[JournalEntry], account: Account = SAVINGS
) -> tuple[CardLine, ...]:
    """A member's savings card from `opening` on; `account` may be the shares."""
    assert account in (SAVINGS, SHARES)
    balance, lines = opening, []
    for entry in entries:
        moved = -_moved(entry, account, member)
        if moved:
            balance += moved
            paid_in, taken_out = (moved, NOTHING) if moved > 0 else (NOTHING, -moved)
            lines.append(CardLine(entry.on, entry.act, entry.voucher, entry.item, paid_in, taken_out, balance))
    return tuple(lines)


@dataclass(frozen=True, slots=True)
class LoanCardLine:
    """One movement of a loan card: paid out, or paid in its three parts; `balance` of principal after it."""

    on: date
    act: int
    voucher: str
    item: Item
    paid_out: Money
    penalty: Money
    interest: Money
    principal: Money
    balance: Money


def loan_card(loan: str, entries: Iterable[JournalEntry], opening: Money = NOTHING) -> tuple[LoanCardLine, ...]:
    """A loan's card from its pay-out (or from an outstanding principal `opening`) on."""
    balance, lines = opening, []
    for entry in entries:
        principal, interest, penalty = (_moved(entry, account, loan) for account in (LOANS, INTEREST, PENALTIES))
        if principal or interest or penalty:
            balance += principal
            out = principal if entry.item in ("pay_out", "take_over") else NOTHING
            paid = NOTHING if out else -principal
            lines.append(
                LoanCardLine(entry.on, entry.act, entry.voucher, entry.item, out, -penalty, -interest, paid, balance)
            )
    return tuple(lines)


def _moved(entry: JournalEntry, account: Account, holder: str) -> Money:
    return total(
        posting.amount for posting in entry.postings if posting.account == account and posting.holder == holder
    )
