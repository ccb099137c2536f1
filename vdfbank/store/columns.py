"""Columns of the book: whole numbers within bounds, text, days, the act that wrote a row."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)
from sqlalchemy.schema import SchemaItem

from vdfbank.bank.money import LARGEST_POSTING

#: Everything a book file holds.
BOOK: Final = MetaData()

#: SQLAlchemy's own BigInteger is no type a STRICT table knows (reliability.md, building rule 4).
WHOLE: Final = BigInteger().with_variant(Integer(), "sqlite")

LARGEST_COUNT: Final = 10**9


def whole(
    name: str, low: int = 0, high: int = LARGEST_COUNT, *, null: bool = False, unique: bool = False
) -> Column[Any]:
    """A whole number from `low` to `high`."""
    within = CheckConstraint(f'"{name}" BETWEEN {low} AND {high}')
    return Column(name, WHOLE, within, nullable=null, unique=unique, autoincrement=False)


def number() -> Column[Any]:
    """The number that is the row's own: acts and entries are counted from 1."""
    return Column("number", WHOLE, CheckConstraint("number > 0"), primary_key=True, autoincrement=False)


def kip(name: str, *, null: bool = False) -> Column[Any]:
    """An amount of either sign, no larger than a posting."""
    return whole(name, -LARGEST_POSTING, LARGEST_POSTING, null=null)


def text(name: str, *, null: bool = False, unique: bool = False) -> Column[Any]:
    return Column(name, Text(), nullable=null, unique=unique)


def flag(name: str, *, null: bool = False) -> Column[Any]:
    """Yes or no, kept as 1 or 0."""
    return whole(name, 0, 1, null=null)


def day(name: str, *, null: bool = False) -> Column[Any]:
    """A date as ``2025-11-05``: its order as text is its order in time."""
    return Column(name, Text(), CheckConstraint(f"\"{name}\" GLOB '????-??-??'"), nullable=null)


def word(name: str, *words: str) -> Column[Any]:
    """One of a few words."""
    listed = ", ".join(f"'{one}'" for one in words)
    return Column(name, Text(), CheckConstraint(f'"{name}" IN ({listed})'), nullable=False)


def by_act(name: str = "act", *, null: bool = False) -> Column[Any]:
    """The act that wrote the row: it stands last in its transaction, so the reference waits for the commit."""
    return Column(name, WHOLE, ForeignKey("act.number", deferrable=True, initially="DEFERRED"), nullable=null)


def register(name: str, key: tuple[str, ...], *columns: SchemaItem) -> Table:
    """
    A table of facts, each row led by the act that wrote it.

    Without a hidden rowid, through which a foreign tool could replace a row whose key differs.
    """
    return Table(
        name, BOOK, by_act(), *columns, PrimaryKeyConstraint("act", *key), sqlite_strict=True, sqlite_with_rowid=False
    )
