"""The sheets of a bank that already runs, made into the acts that take its books over."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, ClassVar

from vdfbank.acts.act import Act
from vdfbank.acts.codec import parse
from vdfbank.bank.problem import VdfError
from vdfbank.sheets.reading import Cell, Rows, read_sheets
from vdfbank.wording.digits import ascii_digits

#: What stands in a column: the name of a field of the act, and how its cells are read.
Reader = Callable[[Cell], Any]


class WrongSheetError(VdfError):
    """A cell, column or sheet of a spreadsheet is not what it has to be."""

    exit_status: ClassVar[int] = 2
    #: Where it is; None where it is the sheet as a whole.
    row: int | None = None

    def __init__(self, sheet: str, row: int | None, column: str, found: str, needed: str) -> None:
        self.sheet, self.row, self.column = sheet, row, column
        where = f"row {row}, " if row is not None else ""
        super().__init__(
            f"Sheet {sheet!r}, {where}column {column!r}: found {found}, needed {needed}. Nothing was done."
        )


def kip(cell: Cell) -> int:
    """Whole kip: a number, or digits of any script in groups of three."""
    if isinstance(cell, int) and not isinstance(cell, bool):
        return cell
    text = ascii_digits(str(cell))
    if re.fullmatch(r"\d{1,3}([., ]\d{3})+|\d+", text, re.ASCII):
        return int(re.sub(r"[., ]", "", text))
    raise ValueError("whole kip")


def whole(cell: Cell) -> int:
    if isinstance(cell, int) and not isinstance(cell, bool):
        return cell
    text = ascii_digits(str(cell))
    if text.isascii() and text.isdecimal():
        return int(text)
    raise ValueError("a whole number")


def day(cell: Cell) -> str:
    """A date of the spreadsheet, or 30/11/2025, or 2025-11-30."""
    if isinstance(cell, date):
        return str(cell)
    text = ascii_digits(str(cell))
    parts = re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", text)
    try:
        if parts is not None:
            return str(date(int(parts[3]), int(parts[2]), int(parts[1])))
        return str(date.fromisoformat(text))
    except ValueError:
        raise ValueError("a date like 30/11/2025") from None


def words(cell: Cell) -> str:
    return str(cell)


def listed(cell: Cell) -> list[str]:
    """Several ids in one cell."""
    return [part for part in re.split(r"[,;\s]+", str(cell)) if part]


def answered(cell: Cell) -> bool:
    """Yes or no in the ways people tick a box."""
    if isinstance(cell, bool):
        return cell
    text = str(cell).casefold()
    if text in ("1", "x", "y", "yes", "true", "✓", "ແມ່ນ"):
        return True
    if text in ("0", "n", "no", "false", "-", "ບໍ່ແມ່ນ"):
        return False
    raise ValueError("yes or no")


_PERSON: Mapping[str, Reader] = {
    "member": words,
    "name": words,
    "name_lao": words,
    "sex": words,
    "household": words,
    "poor": answered,
    "born": whole,
    "village_unit": words,
}
_HELD: Mapping[str, Reader] = {
    "member": words,
    "joined": day,
    "savings": kip,
    "shares": kip,
    "qualifying_since": day,
}
_LOAN: Mapping[str, Reader] = {
    "loan": words,
    "member": words,
    "product": words,
    "amount": kip,
    "paid_out": day,
    "months": whole,
    "rate_bp": whole,
    "method": words,
    "purpose": words,
    "guarantors": listed,
    "principal_outstanding": kip,
    "instalments_paid": whole,
    "penalties_unpaid": kip,
}
_TRAINED: Mapping[str, Reader] = {"member": words, "module": words, "on": day}
_ACCOUNT: Mapping[str, Reader] = {"account": words, "amount": kip}
_MEMBERS = {**_PERSON, **_HELD}

#: Every sheet with its columns, and those that may be missing or empty.
SHEETS: Mapping[str, Mapping[str, Reader]] = {
    "members": _MEMBERS,
    "loans": _LOAN,
    "trained": _TRAINED,
    "accounts": _ACCOUNT,
}
_MAY_BE_EMPTY = frozenset(
    {"name_lao", "poor", "born", "village_unit", "shares", "qualifying_since", "penalties_unpaid", "guarantors"}
)
#: Of somebody registered before, only what is held is needed.
_OF_NEW_PEOPLE = frozenset({"name", "sex", "household"})


@dataclass(frozen=True, slots=True)
class Opening:
    """The acts that take the books over, and the totals a committee ticks off against its old books, in kip."""

    acts: tuple[Act, ...]
    members: int
    savings: int
    shares: int
    loans: int
    loans_outstanding: int
    accounts: Mapping[str, int]
    difference: int


def read_opening(path: Path, on: date, registered: frozenset[str] = frozenset()) -> Opening:
    """Raises `UnreadableSheetError`, `WrongSheetError`, or `MalformedError` for what no act can say."""
    sheets = read_sheets(path)
    if "members" not in sheets:
        raise WrongSheetError("members", None, "member", "no such sheet", "a sheet of this name")
    rows = {name: list(_rows(name, sheets.get(name, ()), registered)) for name in SHEETS}
    people = [_only(row, _PERSON, {"member": "id"}) for row in rows["members"] if row["member"] not in registered]
    held = [_only(row, _HELD, {}) for row in rows["members"]]
    accounts = {str(row["account"]): row["amount"] for row in rows["accounts"]}
    loans = [{"guarantors": [], **row} for row in rows["loans"]]
    difference = _difference(held, loans, accounts)
    taken: dict[str, Any] = {
        "act": "take_over",
        "on": str(on),
        "members": held,
        "loans": loans,
        "trained": rows["trained"],
        "accounts": accounts,
        "difference": difference,
    }
    acts = [{"act": "register", "on": str(on), "people": people}] if people else []
    return Opening(
        tuple(parse(json.dumps(act, ensure_ascii=False)) for act in (*acts, taken)),
        len(held),
        sum(row["savings"] for row in held),
        sum(row.get("shares", 0) for row in held),
        len(loans),
        sum(row["principal_outstanding"] for row in loans),
        accounts,
        difference,
    )


def _difference(held: list[dict[str, Any]], loans: list[dict[str, Any]], accounts: Mapping[str, int]) -> int:
    """What is owned less what is owed; shown before it is taken over, and stated in the act."""
    owned = sum(amount if account[:1] == "1" else -amount for account, amount in accounts.items())
    lent = sum(row["principal_outstanding"] for row in loans)
    owed_to_members = sum(row["savings"] + row.get("shares", 0) for row in held)
    return int(owned + lent - owed_to_members)


def _only(row: Mapping[str, Any], wanted: Mapping[str, Reader], renamed: Mapping[str, str]) -> dict[str, Any]:
    return {renamed.get(name, name): row[name] for name in wanted if name in row}


def _rows(sheet: str, rows: Rows, registered: frozenset[str]) -> Iterator[dict[str, Any]]:
    """Each row under the headings of the first one; rows without anything in them are passed over."""
    columns = SHEETS[sheet]
    if not rows:
        return
    heads = [str(head).strip().casefold() if head is not None else "" for head in rows[0]]
    unknown = [head for head in heads if head and head not in columns]
    if unknown:
        raise WrongSheetError(sheet, 1, unknown[0], "this heading", f"one of {', '.join(columns)}")
    needed = [name for name in columns if name not in _MAY_BE_EMPTY | _OF_NEW_PEOPLE]
    for name in needed:
        if name not in heads:
            raise WrongSheetError(sheet, 1, name, "no such heading", "a column of this name")
    for number, row in enumerate(rows[1:], start=2):
        if any(cell is not None for cell in row):
            cells = dict(zip(heads, row, strict=False))
            is_new = sheet == "members" and str(cells.get("member")) not in registered
            yield _read(sheet, number, cells, [*needed, *sorted(_OF_NEW_PEOPLE)] if is_new else needed)


def _read(sheet: str, number: int, cells: Mapping[str, Cell], needed: list[str]) -> dict[str, Any]:
    read: dict[str, Any] = {}
    for name, reader in SHEETS[sheet].items():
        cell = cells.get(name)
        if cell is None:
            if name in needed:
                raise WrongSheetError(sheet, number, name, "nothing", "something")
            continue
        try:
            read[name] = reader(cell)
        except ValueError as wrong:
            raise WrongSheetError(sheet, number, name, repr(str(cell)[:40]), str(wrong)) from None
    return read
