"""Reports that add up what the file has stored: no act is carried out for them, and no rule is loaded."""

from __future__ import annotations

from datetime import date, timedelta

from vdfbank.bank.account import CASH_BOX
from vdfbank.bank.calendar import Month
from vdfbank.bank.money import NOTHING
from vdfbank.ledger.statements import balance_sheet, by_account, trial_balance
from vdfbank.ledger.table import Column, Table, table
from vdfbank.store.book import BookFile

#: The columns of statements with sides.
SIDED = (Column("side", "text"), Column("account", "account"), Column("amount", "kip"))


def trial_balance_table(file: BookFile, as_of: date, *, closed: bool = False) -> Table:
    """Each account on its side, as of a day; closing entries of a year's last day only with `closed`."""
    columns = (
        Column("account", "account"),
        Column("debit", "kip", adds_up=True),
        Column("credit", "kip", adds_up=True),
    )
    lines = trial_balance(by_account(file.balances(as_of, closed=closed)))
    return table("trial-balance", columns, [(line.account, line.debit, line.credit) for line in lines], as_of=as_of)


def balance_table(file: BookFile, as_of: date, *, closed: bool = False) -> Table:
    sheet = balance_sheet(by_account(file.balances(as_of, closed=closed)))
    rows = [
        (side, account, amount)
        for side, lines in (("assets", sheet.assets), ("liabilities", sheet.liabilities), ("equity", sheet.equity))
        for account, amount in lines.items()
    ]
    sums = {"assets": sheet.total_assets, "liabilities_and_equity": sheet.total_liabilities_and_equity}
    return table("balance-sheet", SIDED, rows, as_of=as_of, **sums, result=sheet.result)


def cash_table(file: BookFile, month: Month) -> Table:
    """The cash book of a month."""
    from vdfbank.ledger.cash import cash_book

    opening = by_account(file.balances(day_before(month.first), closed=True)).get(CASH_BOX, NOTHING)
    lines = cash_book(opening, (stored.entry for stored in file.entries(month.first, month.last)))
    columns = (
        Column("date", "date"),
        Column("voucher", "text"),
        Column("item", "text"),
        Column("holder", "id"),
        Column("text", "text"),
        Column("received", "kip", adds_up=True),
        Column("paid", "kip", adds_up=True),
        Column("balance", "kip"),
    )
    rows = [
        (line.on, line.voucher, line.item, line.holder, line.text, line.received, line.paid, line.balance)
        for line in lines
    ]
    closing = lines[-1].balance if lines else opening
    return table("cash-book", columns, rows, month=str(month), opening=opening, closing=closing)


def day_before(day: date) -> date:
    """Before the first day there is, nothing is held either."""
    return day - timedelta(days=1) if day > date.min else day
