"""Looking up acts in an open book."""

from __future__ import annotations

from datetime import date
from typing import Final

from sqlalchemy import Connection, select

from vdfbank.bank.person import LoanId, PersonId
from vdfbank.store import tables as t
from vdfbank.store.stored import Head, StoredAct, stored_act

#: Acts or entries read at once; between pages nothing is held open.
PAGE: Final = 500

_HEAD = select(t.act.c.number, t.act.c.seal, t.act.c.on).order_by(t.act.c.number.desc()).limit(1)
_ACT = select(t.act.c.number, t.act.c.on, t.act.c.kind, t.act.c["key"], t.act.c.text, t.act.c.seal)


def head(connection: Connection) -> Head:
    last = connection.execute(_HEAD).first()
    if last is None:
        from vdfbank.journal.seal import FIRST

        return Head(0, FIRST, None)
    return Head(last.number, last.seal, date.fromisoformat(last.on))


def act_by_key(connection: Connection, key: str) -> StoredAct | None:
    found = connection.execute(_ACT.where(t.act.c["key"] == key)).first()
    return None if found is None else stored_act(found)


def last_act_on(connection: Connection, day: date) -> int:
    """Dates never go back: the last by date is the last by number."""
    latest_first = select(t.act.c.number).order_by(t.act.c.on.desc(), t.act.c.number.desc()).limit(1)
    return connection.execute(latest_first.where(t.act.c.on <= str(day))).scalar() or 0


def page_of_acts(connection: Connection, after: int, upto: int | None, day: date | None) -> list[StoredAct]:
    """The next acts after number `after`."""
    wanted = _ACT.where(t.act.c.number > after).order_by(t.act.c.number).limit(PAGE)
    if upto is not None:
        wanted = wanted.where(t.act.c.number <= upto)
    if day is not None:
        wanted = wanted.where(t.act.c.on <= str(day))
    return [stored_act(row) for row in connection.execute(wanted)]


def undone(connection: Connection) -> dict[str, str]:
    """The vouchers reversed, each with the one that reversed it."""
    first = t.entry.alias()
    which = select(first.c.voucher, t.entry.c.voucher).join(first, first.c.number == t.entry.c.reverses)
    return {str(before): str(after) for before, after in connection.execute(which)}


def borrowers(connection: Connection) -> dict[LoanId, PersonId]:
    """Who took each loan ever paid out or taken over, long repaid ones too."""
    taken = select(t.loan.c.loan, t.loan.c.member)
    return {LoanId(loan): PersonId(member) for loan, member in connection.execute(taken)}
