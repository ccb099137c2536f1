"""Every table and column of a book, explained."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects.sqlite import dialect

from vdfbank.store.meanings import COMMON, MEANINGS
from vdfbank.store.tables import EVERY


@dataclass(frozen=True, slots=True)
class ColumnMeaning:
    name: str
    kind: str
    meaning: str


@dataclass(frozen=True, slots=True)
class TableMeaning:
    name: str
    meaning: str
    columns: tuple[ColumnMeaning, ...]

    def as_json(self) -> dict[str, Any]:
        columns = [{"name": one.name, "type": one.kind, "meaning": one.meaning} for one in self.columns]
        return {"name": self.name, "meaning": self.meaning, "columns": columns}


def describe() -> tuple[TableMeaning, ...]:
    """The tables in the order people read them: the chain, people, loans, closings, what stands outside the chain."""
    tables = {table.name: table for table in EVERY}
    return tuple(_explained(tables[name], *meaning) for name, meaning in MEANINGS.items())


def _explained(table: Table, meaning: str, columns: Mapping[str, str]) -> TableMeaning:
    return TableMeaning(
        table.name,
        meaning,
        tuple(
            ColumnMeaning(
                column.name,
                column.type.compile(dialect=dialect()),
                columns.get(column.name) or COMMON[column.name],
            )
            for column in table.c
        ),
    )
