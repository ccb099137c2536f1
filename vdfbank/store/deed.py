"""An act on its way into the registers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Table

from vdfbank.journal.post import Posted
from vdfbank.rules.books import Books

Row = tuple[Table, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Deed:
    """The act behind an effect, the books after it, and how many lines each register has of it."""

    posted: Posted
    after: Books
    lines: Counter[str] = field(default_factory=Counter)

    @property
    def act(self) -> Any:  # noqa: ANN401 - each effect knows its kind of act
        return self.posted.checked.act

    @property
    def on(self) -> str:
        return str(self.act.on)


def kip(amount: int | None) -> int | None:
    """An amount as the database takes it: a plain integer."""
    return None if amount is None else int(amount)
