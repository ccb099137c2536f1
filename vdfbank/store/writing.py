"""Adding acts to the book, each with everything it did, inside one transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Connection, Table

from vdfbank.bank.account import HELD
from vdfbank.journal.post import Posted
from vdfbank.journal.seal import seal
from vdfbank.rules.books import NO_HOLDER, Books
from vdfbank.rules.effects import MonthClosed
from vdfbank.store import tables as t
from vdfbank.store.balances import balances
from vdfbank.store.errors import BalanceTooLargeError
from vdfbank.store.reading import act_by_key, head, page_of_acts
from vdfbank.store.rows import act_row, entry_rows, posting_rows, rows
from vdfbank.store.stored import Head, StoredAct

#: SQLite turns 9223372036854775807 + 1 into a float without a word (reliability.md, section 3).
LARGEST_BALANCE: Final = 4 * 10**18


class Writing:
    """A book inside a write transaction: nobody else writes, and nothing holds before its end."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def head(self) -> Head:
        """The last act, read again here: what is checked is checked against it."""
        return head(self._connection)

    def by_key(self, key: str) -> StoredAct | None:
        """The act its caller named `key`."""
        return act_by_key(self._connection, key)

    def acts(self, *, after: int = 0) -> Iterator[StoredAct]:
        """Acts with greater numbers than `after`, those of this transaction too."""
        while page := page_of_acts(self._connection, after, None, None):
            yield from page
            after = page[-1].number

    def append(self, posted: Posted, after: Books) -> None:
        """Write `posted` down; `after` are the books after it. The database refuses what does not follow its head."""
        assert posted.number == after.number, (posted.number, after.number)
        _within_bounds(posted, after)
        # A seal made on another head could never be mended.
        assert posted.seal == seal(self.head().seal, posted.text, posted.entries), posted.number
        self._insert(t.entry, list(entry_rows(posted)))
        self._insert(t.posting, list(posting_rows(posted)))
        for effect in posted.checked.effects:
            if isinstance(effect, MonthClosed):
                self._insert(t.close_balance, self._balances(posted.number, effect))
        registers: defaultdict[Table, list[dict[str, Any]]] = defaultdict(list)
        for table, row in rows(posted, after):
            registers[table].append(row)
        for table, written in registers.items():
            self._insert(table, written)
        self._insert(t.act, [act_row(posted)])

    def _balances(self, act: int, closed: MonthClosed) -> list[dict[str, Any]]:
        """What everybody holds on the month's last day, this closing's own allowance entry included."""
        held = balances(self._connection, closed.month.last, closed=True)
        return [
            {"act": act, "account": int(account), "holder": holder, "balance": int(amount)}
            for (account, holder), amount in sorted(held.items())
        ]

    def _insert(self, table: Table, written: list[dict[str, Any]]) -> None:
        if written:
            self._connection.execute(table.insert(), written)


def _within_bounds(posted: Posted, after: Books) -> None:
    for entry in posted.entries:
        for posting in entry.postings:
            holder = posting.holder or NO_HOLDER if posting.account in HELD else NO_HOLDER
            if abs(after.balance(posting.account, holder)) > LARGEST_BALANCE:
                raise BalanceTooLargeError(posting.account)
