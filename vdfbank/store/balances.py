"""Balances of a day: those stored with the last closed month, and the entries since."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, literal, or_, select, true, union_all

from vdfbank.bank.account import HELD, Account
from vdfbank.bank.calendar import Month
from vdfbank.bank.money import Money
from vdfbank.store.tables import close_balance, entry, month_close, posting

#: The holder, where an account is kept by holder; "" elsewhere.
_HOLDER = case(
    (posting.c.account.in_(sorted(int(account) for account in HELD)), func.coalesce(posting.c.holder, "")), else_=""
)

#: Only a year's closing is dated within months already closed, always on the last day of the fiscal year. The words
#: stand in the statement, not beside it: else SQLite does not see that the index `entry_closing` holds them.
_CLOSING = entry.c.item == literal("closing", literal_execute=True)


class Close(NamedTuple):
    act: int
    last: date


def balances(connection: Connection, as_of: date, *, closed: bool) -> dict[tuple[Account, str], Money]:
    """
    What every account (of every holder, where it is kept by holder) holds at the end of `as_of`; zeros are left out.

    On the last day of a fiscal year the entries that close it are left out unless `closed`.
    """
    return {
        (Account(str(account)), holder): Money(amount)
        for account, holder, amount in connection.execute(
            _added_up(_last_close(connection, as_of), as_of, closed=closed)
        )
        if amount
    }


def _last_close(connection: Connection, as_of: date) -> Close | None:
    """The latest month closed that ends on `as_of` or before."""
    month = Month.of(as_of)
    if month.last > as_of:
        month = month.plus(-1)
    found = connection.execute(
        select(month_close.c.act, month_close.c.month)
        .where(month_close.c.month <= str(month))
        .order_by(month_close.c.month.desc())
        .limit(1)
    ).first()
    return None if found is None else Close(found.act, Month.parse(found.month).last)


def _added_up(close: Close | None, as_of: date, *, closed: bool) -> Select[Any]:
    counts = true() if closed else or_(entry.c.item != "closing", entry.c.on < str(as_of))
    if close is None:
        moved = _moved(and_(entry.c.on <= str(as_of), counts)).subquery()
    else:
        since = and_(entry.c.on > str(close.last), entry.c.on <= str(as_of), counts)
        late = and_(_CLOSING, entry.c.on <= str(close.last), entry.c.act > close.act, counts)
        stored = select(
            close_balance.c.account, close_balance.c.holder.label("holder"), close_balance.c.balance.label("amount")
        ).where(close_balance.c.act == close.act)
        moved = union_all(stored, _moved(since), _moved(late)).subquery()
    return select(moved.c.account, moved.c.holder, func.sum(moved.c.amount)).group_by(moved.c.account, moved.c.holder)


def _moved(which: ColumnElement[bool]) -> Select[Any]:
    return (
        select(posting.c.account, _HOLDER.label("holder"), func.sum(posting.c.amount).label("amount"))
        .select_from(entry)
        .join(posting, posting.c.entry == entry.c.number)
        .where(which)
        .group_by(posting.c.account, _HOLDER)
    )
