"""The book file: a village's acts, and everything that follows from them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sqlalchemy import Connection, Engine, select
from sqlalchemy.dialects.sqlite import insert

from vdfbank.bank.account import Account
from vdfbank.bank.calendar import Month
from vdfbank.bank.money import Money
from vdfbank.bank.person import LoanId, PersonId
from vdfbank.store import tables as t
from vdfbank.store.balances import balances
from vdfbank.store.engine import engine
from vdfbank.store.errors import DamagedBookError, ReadOnlyBookError, understood
from vdfbank.store.opening import book_format, make
from vdfbank.store.reading import PAGE, act_by_key, borrowers, head, last_act_on, page_of_acts, undone
from vdfbank.store.stored import Head, StoredAct, StoredClose, StoredEntry, StoredPenalty, stored_entries

if TYPE_CHECKING:
    # The rules and what posts acts take a tenth of a second to import: whoever only reads sums does without.
    from vdfbank.rules.books import Books
    from vdfbank.store.writing import Writing

_ENTRIES = select(t.entry, t.act.c.kind).join(t.act, t.act.c.number == t.entry.c.act).order_by(t.entry.c.number)
_POSTINGS = select(t.posting).join(t.entry).order_by(t.posting.c.entry, t.posting.c.line)


class BookFile:
    """
    A book file that is open; a context manager that closes it.

    Threads may share it, one works at a time.
    """

    def __init__(self, path: Path, opened: Engine, connection: Connection, *, writing: bool) -> None:
        self.path = path
        self._engine, self._connection, self._writing = opened, connection, writing
        self._turn = RLock()
        with self._reading() as reading:
            known = reading.execute(select(t.book.c.id)).scalar()
        if known is None:
            raise DamagedBookError(path, "it does not say which book it is")
        self.book_id: str = known

    @classmethod
    def create(cls, path: Path, *, book_id: str | None = None, created: datetime | None = None) -> Self:
        """A new, empty book, open for writing; never over a file that is there."""
        make(path, book_id, created)
        return cls.open(path, writing=True)

    @classmethod
    def open(cls, path: Path, *, writing: bool = False) -> Self:
        """
        The book at `path`. One of an older format is backed up and brought up to date first.

        Raises `NoBookError`, `NotABookError`, `BookIsNewerError`, `DamagedBookError`, `BookLockedError`.
        """
        if book_format(path) < t.FORMAT:
            # Alembic is slow to import and rarely needed.
            from vdfbank.store.upgrade import upgrade

            upgrade(path)
        opened = engine(path, "rw" if writing else "ro")
        try:
            with understood(path):
                return cls(path, opened, opened.connect(), writing=writing)
        except BaseException:
            opened.dispose()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, wrong: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; again is fine."""
        with self._turn:
            self._connection.close()
            self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """The connection inside a transaction that reads, or inside the one that is writing already."""
        with self._turn, understood(self.path):
            if self._connection.in_transaction():
                yield self._connection
            else:
                with self._connection.execution_options(read=True).begin():
                    yield self._connection

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """Reading, where what cannot be understood is damage."""
        with self.reading() as connection:
            try:
                yield connection
            except (ValueError, AssertionError) as wrong:
                raise DamagedBookError(self.path, "something in it is not what was written") from wrong

    @contextmanager
    def transaction(self) -> Iterator[Writing]:
        """Write: everything or nothing. Durable when the block has ended, as if it had never begun when it raised."""
        if not self._writing:
            raise ReadOnlyBookError(self.path)
        from vdfbank.store.writing import Writing

        with self._turn, understood(self.path), self._connection.execution_options(read=False).begin():
            yield Writing(self._connection)

    def head(self) -> Head:
        """The last act."""
        with self._reading() as reading:
            return head(reading)

    def acts(self, *, after: int = 0, upto: int | None = None, on_or_before: date | None = None) -> Iterator[StoredAct]:
        """Acts with greater numbers than `after`, in number order, read as they are asked for."""
        while page := self._page(after, upto, on_or_before):
            yield from page
            after = page[-1].number

    def _page(self, after: int, upto: int | None, day: date | None) -> list[StoredAct]:
        with self._reading() as reading:
            return page_of_acts(reading, after, upto, day)

    def act(self, number: int) -> StoredAct | None:
        return next(self.acts(after=number - 1, upto=number), None)

    def by_key(self, key: str) -> StoredAct | None:
        """The act its caller named `key`: asked again after any error, before saying that nothing was posted."""
        with self._reading() as reading:
            return act_by_key(reading, key)

    def last_act_on(self, day: date) -> int:
        """The number of the last act dated `day` or before; 0 when there is none."""
        with self._reading() as reading:
            return last_act_on(reading, day)

    def checkpoint(self, *, before: int | None = None, on_or_before: date | None = None) -> Books | None:
        """The books kept by the latest closing of a month: an act numbered less than `before`, dated `on_or_before`."""
        wanted = select(t.month_close.c.books).join(t.act, t.act.c.number == t.month_close.c.act)
        if before is not None:
            wanted = wanted.where(t.month_close.c.act < before)
        if on_or_before is not None:
            wanted = wanted.where(t.act.c.on <= str(on_or_before))
        with self._reading() as reading:
            kept = reading.execute(wanted.order_by(t.month_close.c.act.desc()).limit(1)).scalar()
            if kept is None:
                return None
            from vdfbank.store.checkpoint import thaw

            return thaw(kept)

    def balances(self, as_of: date, *, closed: bool = False) -> dict[tuple[Account, str], Money]:
        """
        By (account, holder) at the end of `as_of`, debit positive, zeros left out; "" where an account has no holders.

        On the last day of a fiscal year before the entries that close it, unless `closed`; on later days after them.
        """
        with self._reading() as reading:
            return balances(reading, as_of, closed=closed)

    def entries(self, first: date, last: date) -> list[StoredEntry]:
        """Entries dated from `first` to `last`, in number order."""
        within = t.entry.c.on.between(str(first), str(last))
        with self._reading() as reading:
            return list(
                stored_entries(reading.execute(_ENTRIES.where(within)), reading.execute(_POSTINGS.where(within)))
            )

    def all_entries(self, *, after: int = 0) -> Iterator[StoredEntry]:
        """Every entry with a greater number than `after`, in number order, read as they are asked for."""
        while page := self._entries_from(after + 1):
            yield from page
            after = page[-1].entry.number

    def _entries_from(self, first: int) -> list[StoredEntry]:
        with self._reading() as reading:
            heads = reading.execute(_ENTRIES.where(t.entry.c.number >= first).limit(PAGE)).all()
            if not heads:
                return []
            lines = reading.execute(_POSTINGS.where(t.posting.c.entry.between(first, heads[-1].number)))
            return list(stored_entries(heads, lines))

    def closes(self) -> list[StoredClose]:
        """Every closed month, in order."""
        close, act, signature = t.month_close.c, t.act.c, t.signature.c
        with self._reading() as reading:
            signed: dict[int, list[PersonId]] = {}
            for number, person in reading.execute(
                select(signature.act, signature.person).order_by(signature.act, signature.line)
            ):
                signed.setdefault(number, []).append(PersonId(person))
            found = reading.execute(
                select(close.month, close.act, act.on, act.seal, close.counted, close.remarks)
                .join(t.act, act.number == close.act)
                .order_by(close.act)
            )
            return [
                StoredClose(
                    Month.parse(row.month),
                    row.act,
                    date.fromisoformat(row.on),
                    row.seal,
                    Money(row.counted),
                    tuple(signed.get(row.act, ())),
                    row.remarks,
                )
                for row in found
            ]

    def penalties(self, loan: LoanId, upto: date) -> list[StoredPenalty]:
        """The penalties charged on a loan up to a day, by acts not taken back as a whole until then."""
        act, undoing = t.act, t.act.alias()
        undone = (
            select(t.annulment.c.annulled)
            .join(undoing, undoing.c.number == t.annulment.c.act)
            .where(t.annulment.c.member.is_(None), undoing.c.on <= str(upto))
        )
        wanted = (
            select(t.penalty.c.act, act.c.on, t.penalty.c["row"], t.penalty.c.unpaid, t.penalty.c.amount)
            .join(act, act.c.number == t.penalty.c.act)
            .where(t.penalty.c.loan == loan, act.c.on <= str(upto), t.penalty.c.act.not_in(undone))
            .order_by(t.penalty.c.act, t.penalty.c["row"])
        )
        with self._reading() as reading:
            return [
                StoredPenalty(number, date.fromisoformat(on), row, Money(unpaid), Money(amount))
                for number, on, row, unpaid, amount in reading.execute(wanted)
            ]

    def undone(self) -> dict[str, str]:
        """The vouchers reversed, each with the one that reversed it."""
        with self._reading() as reading:
            return undone(reading)

    def borrowers(self) -> dict[LoanId, PersonId]:
        """Who took each loan ever paid out or taken over; the books forget a loan some time after it is repaid."""
        with self._reading() as reading:
            return borrowers(reading)

    def draft(self, name: str) -> str | None:
        """Unfinished work kept under `name`."""
        with self._reading() as reading:
            return reading.execute(select(t.draft.c.text).where(t.draft.c.name == name)).scalar()

    def save_draft(self, name: str, text: str) -> None:
        kept = insert(t.draft).values(name=name, text=text)
        with self._free_to_change() as connection:
            connection.execute(kept.on_conflict_do_update(index_elements=["name"], set_={"text": text}))

    def drop_draft(self, name: str) -> None:
        with self._free_to_change() as connection:
            connection.execute(t.draft.delete().where(t.draft.c.name == name))

    @contextmanager
    def _free_to_change(self) -> Iterator[Connection]:
        """What stands outside the chain may be written inside a transaction that is open already, or in its own."""
        if self._connection.in_transaction():
            yield self._connection
        else:
            with self.transaction():
                yield self._connection
