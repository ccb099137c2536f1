"""Unfinished work kept beside the book: the savings day as typed so far."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from vdfbank.acts.act import Key, Text
from vdfbank.acts.saving import Expense
from vdfbank.bank.account import Account
from vdfbank.bank.money import Money
from vdfbank.bank.person import LoanId, PersonId
from vdfbank.office.counting import CashCount
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
    #: The whole loan is closed: what is due stands in `repay`, the rest follows as a settlement after the day.
    settles: bool = False


NOT_ENTERED = Entered()


@dataclass(frozen=True, slots=True)
class DayDraft:
    """
    A savings day as typed so far.

    `key` is made when the sheet is opened: posting it twice, even after a power cut, writes it once. `pieces` are the
    notes counted by denomination, `total` a count typed as one sum, `opened` what lay in the box before the first
    line, `paper_total` the sum of a sheet that was written on paper and is typed later.
    """

    on: date
    key: Key
    rows: Mapping[PersonId, Entered] = field(default_factory=dict)
    pieces: Mapping[int, int] = field(default_factory=dict)
    total: Money | None = None
    reason: str = ""
    witness: PersonId | None = None
    by: PersonId | None = None
    seconded_by: PersonId | None = None
    opened: Money | None = None
    expenses: tuple[Expense, ...] = ()
    pay_outs: tuple[LoanId, ...] = ()
    paper_total: Money | None = None

    def entered(self, member: PersonId) -> Entered:
        return self.rows.get(member, NOT_ENTERED)

    @property
    def count(self) -> CashCount:
        """The closing count as typed so far."""
        return CashCount(self.pieces, self.total, self.reason, self.witness, self.by)

    @property
    def counted(self) -> Money | None:
        """What lies in the box; None while nothing was counted: blank is not zero."""
        return self.count.counted


def draft_text(draft: DayDraft) -> str:
    rows = {member: _row_text(entered) for member, entered in draft.rows.items()}
    text = {
        "on": str(draft.on),
        "key": draft.key,
        "rows": {member: row for member, row in rows.items() if row},
        "pieces": {str(worth): number for worth, number in draft.pieces.items()},
        "expenses": [[expense.account, expense.amount, expense.note] for expense in draft.expenses],
        "pay_outs": list(draft.pay_outs),
        **{name: getattr(draft, name) for name in _PLAIN},
    }
    said = {name: value for name, value in text.items() if value not in (None, "", {}, [])}
    return json.dumps(said, ensure_ascii=False)


#: Fields of a draft that are written as they are.
_PLAIN = ("total", "reason", "witness", "by", "seconded_by", "opened", "paper_total")


def _row_text(entered: Entered) -> dict[str, Any]:
    text = {
        "absent": entered.absent or None,
        "save": entered.save,
        "repay": entered.repay,
        "withdraw": entered.withdraw,
        "settles": entered.settles or None,
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
        seconded_by=value.get("seconded_by"),
        opened=_money(value.get("opened")),
        expenses=tuple(Expense(Account(of), Money(sum_), Text(note)) for of, sum_, note in value.get("expenses", ())),
        pay_outs=tuple(map(LoanId, value.get("pay_outs", ()))),
        paper_total=_money(value.get("paper_total")),
    )


def _read_row(row: Mapping[str, Any]) -> Entered:
    money = {name: _money(row.get(name)) for name in ("save", "repay", "withdraw")}
    return Entered(bool(row.get("absent")), **money, settles=bool(row.get("settles")))


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
