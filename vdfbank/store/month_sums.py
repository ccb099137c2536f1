"""Balances of closings, added up from entries as they come: what the stored ones are checked against."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from vdfbank.bank.account import HELD, Account
from vdfbank.bank.calendar import Month
from vdfbank.journal.post import Posted
from vdfbank.rules.books import NO_HOLDER
from vdfbank.rules.effects import MonthClosed


class MonthSums:
    """What every holder of every account has by the end of each month."""

    def __init__(self) -> None:
        self._closed = Counter[tuple[Account, str]]()
        self._open: defaultdict[Month, Counter[tuple[Account, str]]] = defaultdict(Counter)

    def add(self, posted: Posted) -> Iterator[dict[str, Any]]:
        """Take an act's entries in; where it closes a month, the rows of `close_balance` it writes."""
        for entry in posted.entries:
            sums = self._open[Month.of(entry.on)]
            for posting in entry.postings:
                holder = posting.holder or NO_HOLDER if posting.account in HELD else NO_HOLDER
                sums[posting.account, holder] += int(posting.amount)
        for effect in posted.checked.effects:
            if isinstance(effect, MonthClosed):
                self._close(effect.month)
                yield from self._rows(posted.number)

    def _close(self, closed: Month) -> None:
        for month in [month for month in self._open if month <= closed]:
            for held, amount in self._open.pop(month).items():
                self._closed[held] += amount

    def _rows(self, act: int) -> Iterator[dict[str, Any]]:
        for (account, holder), amount in self._closed.items():
            if amount:
                yield {"act": act, "account": int(account), "holder": holder, "balance": amount}
