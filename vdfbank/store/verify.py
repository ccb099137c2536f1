"""Compare a whole book with what a replay of its acts gives: every row of every table, and the file around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, LargeBinary, Select, Table, select

from vdfbank.journal.post import Posted
from vdfbank.rules.books import Books
from vdfbank.store import tables as t
from vdfbank.store.book import BookFile
from vdfbank.store.checkpoint import same_books
from vdfbank.store.errors import DamagedBookError
from vdfbank.store.month_sums import MonthSums
from vdfbank.store.rows import act_row, entry_rows, posting_rows, rows
from vdfbank.store.schema import fresh_shape, revision, shape

#: How much of a table is read at once.
_PAGE = 500
_MOST_REPORTED = 100


@dataclass(frozen=True, slots=True)
class Difference:
    """Something in the file that does not follow from its acts: the act meant (None: no act), where, and what."""

    act: int | None
    table: str
    key: str
    what: str


def differences(book: BookFile, expected: Iterable[tuple[Posted, Books]]) -> Iterator[Difference]:
    """
    Everything in `book` that is not as `expected` has it: each act of a replay from the first, with the books after it.

    Both are read act by act, so that memory is bounded. Where the replay ends early, the rows of later acts are not
    judged; what belongs to no act at all always is.
    """
    try:
        with book.reading() as connection:
            yield from _file(connection)
            yield from _rows(connection, expected)
    except DamagedBookError as wrong:
        yield Difference(None, "file", "", str(wrong))


def _file(connection: Connection) -> Iterator[Difference]:
    for (found,) in connection.exec_driver_sql(f"PRAGMA integrity_check({_MOST_REPORTED})").all():
        if found != "ok":
            yield Difference(None, "file", "", str(found))
    fresh, here = fresh_shape(), shape(connection)
    for kind, name, *_ in sorted(fresh - here):
        yield Difference(None, "schema", name, f"the {kind} is missing or was changed")
    for kind, name, *_ in sorted(here - fresh):
        yield Difference(None, "schema", name, f"a {kind} that this program did not make")
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(_MOST_REPORTED):
        yield Difference(None, table, str(row or ""), f"points to a row of {parent} that is not there")
    versions = connection.execute(select(t.alembic_version.c.version_num)).scalars().all()
    if list(versions) != [revision()]:
        yield Difference(None, "alembic_version", "", f"is {' '.join(versions) or 'empty'}, not {revision()}")
    if len(connection.execute(select(t.book.c.id)).all()) != 1:
        yield Difference(None, "book", "", "says more than one book, or none")


def _rows(connection: Connection, expected: Iterable[tuple[Posted, Books]]) -> Iterator[Difference]:
    shelves = {table.name: _Shelf(connection, table) for table in (t.entry, t.posting, *t.REGISTERS, t.act)}
    sums = MonthSums()
    for posted, after in expected:
        wanted: dict[str, list[Mapping[str, Any]]] = {name: [] for name in shelves}
        wanted["entry"] += entry_rows(posted)
        wanted["posting"] += posting_rows(posted)
        wanted["close_balance"] += sums.add(posted)
        wanted["act"].append(act_row(posted))
        for table, row in rows(posted, after):
            wanted[table.name].append(row)
        for name, shelf in shelves.items():
            yield from shelf.compare(posted.number, wanted[name])
    sealed = connection.execute(select(t.act.c.number).order_by(t.act.c.number.desc()).limit(1)).scalar() or 0
    for shelf in shelves.values():
        yield from shelf.beyond(sealed)
    lost = select(t.posting.c.entry, t.posting.c.line).where(t.posting.c.entry.not_in(select(t.entry.c.number)))
    for entry, line in connection.execute(lost.limit(_MOST_REPORTED)):
        yield Difference(None, "posting", f"{entry}/{line}", "belongs to no entry")


class _Shelf:
    """One table's rows, act by act."""

    def __init__(self, connection: Connection, table: Table) -> None:
        self.name = table.name
        self._key = [column.name for column in table.primary_key]
        self._blobs = {column.name for column in table.c if isinstance(column.type, LargeBinary)}
        found = connection.execute(_in_order(table), execution_options={"yield_per": _PAGE})
        self._rows: Iterator[Mapping[str, Any]] = map(dict, found.mappings())
        self._next = next(self._rows, None)

    def compare(self, act: int, wanted: Iterable[Mapping[str, Any]]) -> Iterator[Difference]:
        """Hold the rows of `act` against those it should have written."""
        expected = {self._key_of(row): row for row in wanted}
        for number, row in self._upto(act):
            key = self._key_of(row)
            if number != act or key not in expected:
                yield Difference(number, self.name, key, "was not written by its act")
            elif what := self._changed(row, expected.pop(key)):
                yield Difference(act, self.name, key, what)
        for key in expected:
            yield Difference(act, self.name, key, "is missing")

    def beyond(self, last: int) -> Iterator[Difference]:
        """What no act seals."""
        for number, row in self._upto(None):
            if number > last:
                yield Difference(None, self.name, self._key_of(row), f"belongs to act {number}, which is not there")

    def _upto(self, act: int | None) -> Iterator[tuple[int, dict[str, Any]]]:
        while self._next is not None:
            row = dict(self._next)
            number = row.pop("act_") if "act_" in row else row["number" if self.name == "act" else "act"]
            if act is not None and number > act:
                return
            self._next = next(self._rows, None)
            yield number, row

    def _key_of(self, row: Mapping[str, Any]) -> str:
        return "/".join(str(row[name]) for name in self._key)

    def _changed(self, found: Mapping[str, Any], wanted: Mapping[str, Any]) -> str:
        changed = [name for name in found if found[name] != wanted[name]]
        return "; ".join(
            _told(name, found[name], wanted[name])
            for name in changed
            if name not in self._blobs or not same_books(found[name], wanted[name])
        )


def _told(name: str, found: object, wanted: object) -> str:
    if isinstance(wanted, bytes) or len(str(wanted)) > _MOST_REPORTED:
        return f"{name} was changed"
    return f"{name} is {found}, its act says {wanted}"


def _in_order(table: Table) -> Select[Any]:
    if table is t.act:
        return select(t.act).order_by(t.act.c.number)
    if table is t.posting:
        # A posting's act is that of its entry.
        return (
            select(t.posting, t.entry.c.act.label("act_"))
            .join(t.entry)
            .order_by(t.entry.c.act, t.posting.c.entry, t.posting.c.line)
        )
    return select(table).order_by(table.c.act, *table.primary_key)
