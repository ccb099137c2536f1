"""An open book: acts are performed on it one by one, each wholly or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from vdfbank.acts.act import Act
from vdfbank.acts.codec import dump, parse
from vdfbank.acts.malformed import MalformedError
from vdfbank.bank.problem import Problem
from vdfbank.journal.post import Posted, post
from vdfbank.rules.books import Books
from vdfbank.rules.check import check
from vdfbank.rules.effects import Checked, CheckLine, Refused
from vdfbank.rules.past import Past
from vdfbank.store.book import BookFile
from vdfbank.store.errors import DamagedBookError
from vdfbank.store.stored import StoredAct
from vdfbank.store.writing import Writing


@dataclass(frozen=True, slots=True)
class Accepted:
    """An act that stands in the book, durably; `repeated` when its key had been answered before."""

    number: int
    act: Act
    posted: Posted | None
    repeated: bool = False

    @property
    def checklist(self) -> tuple[CheckLine, ...] | None:
        """What an application is answered with."""
        return self.posted.checked.checklist if self.posted is not None else None


Answer = Accepted | Refused


class OpenBook:
    """
    A book file with its books as they stand.

    `books` and `past` follow every act performed here; before each act the head is read again inside the write
    transaction, so that what another process wrote in between is seen. They are loaded when first asked for: a report
    of a past day does without them.
    """

    def __init__(self, file: BookFile) -> None:
        self.file = file
        self._loaded: tuple[Past, Books] | None = None

    @classmethod
    def open(cls, path: Path, *, writing: bool = False) -> OpenBook:
        return cls(BookFile.open(path, writing=writing))

    @classmethod
    def create(cls, path: Path) -> OpenBook:
        return cls(BookFile.create(path))

    @classmethod
    def open_or_create(cls, path: Path) -> OpenBook:
        """The book at `path` for writing; one that is not there is made."""
        return cls.open(path, writing=True) if path.exists() else cls.create(path)

    def close(self) -> None:
        self.file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def books(self) -> Books:
        """The books after the last act."""
        return self._at_head()[1]

    @property
    def past(self) -> Past:
        """The acts behind the books."""
        return self._at_head()[0]

    def _at_head(self) -> tuple[Past, Books]:
        if self._loaded is None:
            self._loaded = self._carried_out(self.file.checkpoint() or Books())
        return self._loaded

    def perform(self, act: Act, today: date) -> Answer:
        """Check `act` and, where the rules allow it, write it down; when this returns it is on the disk."""
        with self.file.transaction() as writing:
            if act.key is not None and (known := writing.by_key(act.key)) is not None:
                return _repeated(act, known)
            self._catch_up(writing)
            answer = check(act, self.books, self.past, today=today)
            if isinstance(answer, Refused):
                return answer
            posted = post(answer, self.books, writing.head().seal)
            after = self.past.after(self.books, answer)
            writing.append(posted, after)
        self.past.add(answer, after)
        self._loaded = self.past, after
        return Accepted(answer.number, act, posted)

    def perform_all(self, acts: Sequence[Act], today: date) -> tuple[Accepted, ...] | Refused:
        """Write several acts down in one transaction: all of them, or none and the first refusal."""
        try:
            with self.file.transaction() as writing:
                self._catch_up(writing)
                past, books = self.past.branch(), self.books
                done: list[Accepted] = []
                for act in acts:
                    books = self._perform_one(act, today, writing, past, books, done)
        except _NotAllError as stopped:
            return stopped.refused
        self._loaded = past, books
        return tuple(done)

    def _perform_one(
        self, act: Act, today: date, writing: Writing, past: Past, books: Books, done: list[Accepted]
    ) -> Books:
        answer: Answer | Checked
        if act.key is not None and (known := writing.by_key(act.key)) is not None:
            answer = _repeated(act, known)
        else:
            answer = check(act, books, past, today=today)
        if isinstance(answer, Refused):
            raise _NotAllError(answer)
        if isinstance(answer, Accepted):
            done.append(answer)
            return books
        posted = post(answer, books, writing.head().seal)
        after = past.after(books, answer)
        writing.append(posted, after)
        past.add(answer, after)
        done.append(Accepted(answer.number, act, posted))
        return after

    def foresee(self, act: Act, today: date) -> Checked | Refused:
        """What performing `act` would answer; nothing is written."""
        return check(act, self.books, self.past, today=today)

    def books_at(self, day: date) -> Books:
        """The books as they stood at the end of `day`; a later payment, reversal or rescheduling is not seen."""
        last = self.file.head().on
        if last is None or last <= day:
            return self.books
        return self._carried_out(self.file.checkpoint(on_or_before=day) or Books(), upto=day)[1]

    def books_before(self, number: int) -> Books:
        """The books act `number` was checked against."""
        start = self.file.checkpoint(before=number) or Books()
        return self._follow(self._past_from(start), start, before=number)

    def performed(self, number: int) -> tuple[Books, Checked]:
        """The books act `number` was checked against, and what it did to them."""
        start = self.file.checkpoint(before=number) or Books()
        past = self._past_from(start)
        books = self._follow(past, start, before=number)
        self._follow(past, books, before=number + 1)
        record = past.record(number)
        assert record is not None, number
        return books, record

    def _carried_out(self, start: Books, upto: date | None = None) -> tuple[Past, Books]:
        """The acts after `start` (dated up to a day) carried out."""
        past = self._past_from(start)
        return past, self._follow(past, start, upto)

    def _past_from(self, start: Books) -> Past:
        return Past(start, self._longer if start.number else None)

    def _longer(self, number: int) -> Past:
        """A past that reaches back before act `number`."""
        return self._carried_out(self.file.checkpoint(before=number) or Books())[0]

    def _follow(self, past: Past, books: Books, upto: date | None = None, before: int | None = None) -> Books:
        """Carry out the acts the book holds after `books`."""
        last = None if before is None else before - 1
        for stored in self.file.acts(after=books.number, upto=last, on_or_before=upto):
            books = self._follow_one(past, books, stored)
        return books

    def _follow_one(self, past: Past, books: Books, stored: StoredAct) -> Books:
        try:
            answer = check(parse(stored.text), books, past)
        except MalformedError as wrong:
            raise DamagedBookError(self.file.path, f"act {stored.number} of {stored.on}: {wrong}") from wrong
        if isinstance(answer, Refused) or answer.number != stored.number:
            raise DamagedBookError(
                self.file.path, f"act {stored.number} of {stored.on} does not follow from the acts before it"
            )
        after = past.after(books, answer)
        past.add(answer, after)
        return after

    def _catch_up(self, writing: Writing) -> None:
        past, books = self._at_head()
        if writing.head().number != books.number:
            # Where following breaks off, past and books are no longer of one act: they are loaded anew then.
            self._loaded = None
            self._loaded = past, self._follow(past, books)


class _NotAllError(Exception):
    """One of several acts was refused: the transaction is taken back."""

    def __init__(self, refused: Refused) -> None:
        super().__init__()
        self.refused = refused


def _repeated(act: Act, known: StoredAct) -> Answer:
    """The same key: answered again for the same act, refused for another."""
    if dump(act) == known.text:
        return Accepted(known.number, act, None, repeated=True)
    return Refused(act, (Problem("key_reused", found=known.number, who=act.key),))
