"""Tables of the office as rows of the window: the same values as on paper and in a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from vdfbank.desktop.parts import Tone
from vdfbank.desktop.rows_table import Heading, Line
from vdfbank.ledger.table import Cell, Column, Table
from vdfbank.wording.headings import HEADINGS, cell
from vdfbank.wording.language import Language

_FIGURES = ("kip", "number", "bp")
_SHARES = {"account": 6, "text": 5, "id": 2}


def headings_of(table: Table) -> tuple[Heading, ...]:
    return tuple(
        Heading(HEADINGS[column.name], column.unit in _FIGURES, _SHARES.get(column.unit, 3)) for column in table.columns
    )


def lines_of(
    table: Table, keys: Sequence[str], spoken: Language, tone: Callable[[int], Tone] = lambda _row: "plain"
) -> tuple[Line, ...]:
    """Each row with its key; sums stand in a last row of their own, which leads nowhere."""
    lines = [
        Line(key, _cells(row, table.columns, spoken), tone(place))
        for place, (row, key) in enumerate(zip(table.rows, keys, strict=True))
    ]
    totals = table.totals()
    if totals is not None and table.rows:
        lines.append(Line("", _cells(totals, table.columns, spoken), "good"))
    return tuple(lines)


def _cells(row: Sequence[Cell], columns: Sequence[Column], spoken: Language) -> tuple[str, ...]:
    return tuple(cell(value, column, spoken) for value, column in zip(row, columns, strict=True))
