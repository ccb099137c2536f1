"""Unfinished work kept beside the book: the savings day as typed so far."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from vdfbank.acts.act import Key
from vdfbank.bank.money import Money
from vdfbank.bank.person import PersonId
from vdfbank.store.book import BookFile

#: One savings day is open at a time.
SAVINGS_DAY = "savings_day"


@dataclass(frozen=True, slots=True)
class Entered:
    """What was typed in one member's row: None is not yet recorded, 0 is nothing today."""

    absent: bool = False
    save: Money | None = None
    repay: Money | None = None
    withdraw: Money | None = None


NOT_ENTERED = Entered()


@dataclass(frozen=True, slots=True)
class DayDraft:
    """
    A savings day as typed so far.

    `key` is made when the sheet is opened: posting it twice, even after a power cut, writes it once. `pieces` are the
    notes counted by denomination, `total` a count typed as one sum.
    """

    on: date
    key: Key
    rows: Mapping[PersonId, Entered] = field(default_factory=dict)
    pieces: Mapping[int, int] = field(default_factory=dict)
    total: Money | None = None
    reason: str = ""
    witness: PersonId | None = None
    by: PersonId | None = None

    def entered(self, member: PersonId) -> Entered:
        return self.rows.get(member, NOT_ENTERED)

    @property
    def counted(self) -> Money | None:
        """What lies in the box; None while nothing was counted: blank is not zero."""
        if self.pieces:
            return Money(sum(worth * number for worth, number in self.pieces.items()))
        return self.total


def draft_text(draft: DayDraft) -> str:
    rows = {member: _row_text(entered) for member, entered in draft.rows.items()}
    text = {
        "on": str(draft.on),
        "key": draft.key,
        "rows": {member: row for member, row in rows.items() if row},
        "pieces": {str(worth): number for worth, number in draft.pieces.items()},
        "total": draft.total,
        "reason": draft.reason,
        "witness": draft.witness,
        "by": draft.by,
    }
    return json.dumps({name: value for name, value in text.items() if value not in (None, "", {})}, ensure_ascii=False)


def _row_text(entered: Entered) -> dict[str, Any]:
    text = {
        "absent": entered.absent or None,
        "save": entered.save,
        "repay": entered.repay,
        "withdraw": entered.withdraw,
    }
    return {name: value for name, value in text.items() if value is not None}


def read_draft(text: str) -> DayDraft:
    value = json.loads(text)
    return DayDraft(
        on=date.fromisoformat(value["on"]),
        key=Key(value["key"]),
        rows={PersonId(member): _read_row(row) for member, row in value.get("rows", {}).items()},
        pieces={int(worth): number for worth, number in value.get("pieces", {}).items()},
        total=_money(value.get("total")),
        reason=value.get("reason", ""),
        witness=value.get("witness"),
        by=value.get("by"),
    )


def _read_row(row: Mapping[str, Any]) -> Entered:
    money = {name: _money(row.get(name)) for name in ("save", "repay", "withdraw")}
    return Entered(bool(row.get("absent")), **money)


def _money(value: int | None) -> Money | None:
    return None if value is None else Money(value)


def kept_draft(file: BookFile) -> DayDraft | None:
    """The savings day somebody began."""
    text = file.draft(SAVINGS_DAY)
    return None if text is None else read_draft(text)


def keep_draft(file: BookFile, draft: DayDraft) -> None:
    """Keep it; when this returns it outlives a power cut."""
    file.save_draft(SAVINGS_DAY, draft_text(draft))


def drop_draft(file: BookFile) -> None:
    file.drop_draft(SAVINGS_DAY)
