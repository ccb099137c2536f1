"""A table: what a report shows, for the screen, a spreadsheet or paper alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

#: How a column reads: words, kip, whole numbers, dates, account numbers, ids, basis points.
Unit = Literal["text", "kip", "number", "date", "account", "id", "bp"]
Cell = str | int | date | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `name` is its key in JSON and CSV, and its heading by way of the wording."""

    name: str
    unit: Unit
    adds_up: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; `facts` stand above them (the day, the basis, a total)."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    facts: Mapping[str, Cell]

    def totals(self) -> tuple[Cell, ...] | None:
        """The sums of the columns that add up; None where none does."""
        if not any(column.adds_up for column in self.columns):
            return None
        return tuple(self._sum(place) if column.adds_up else None for place, column in enumerate(self.columns))

    def _sum(self, place: int) -> int:
        cells = (row[place] for row in self.rows)
        return sum(cell for cell in cells if isinstance(cell, int))


def table(name: str, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], **facts: Cell) -> Table:
    return Table(name, tuple(columns), tuple(tuple(row) for row in rows), facts)
