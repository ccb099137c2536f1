"""How a village bank is set up: who, where, by which by-laws, with which committees, and how its book is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from vdfbank.bank.bylaws import ByLaws
from vdfbank.bank.committee import CommitteeName, Role
from vdfbank.bank.person import PersonId
from vdfbank.content.loan_parts import Agreed, Names
from vdfbank.content.place import Place
from vdfbank.office.backing_up import own_backups
from vdfbank.office.forms.loan_facts import agreed
from vdfbank.office.placing import place
from vdfbank.office.savings_day import names
from vdfbank.office.session import OpenBook
from vdfbank.rules.books import Village
from vdfbank.store.copies import Copy, copies
from vdfbank.store.stored import Head

Seated = Mapping[PersonId, Role]


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of the open book on a day."""

    place: Place
    village: Village | None
    opened: date | None
    day: date
    #: Every version of the by-laws, the oldest first, and which of them is in force.
    versions: tuple[Agreed, ...]
    in_force: int | None
    committees: Mapping[CommitteeName, Seated]
    #: Who may sit on a committee.
    people: tuple[PersonId, ...]
    names: Names
    book: Path
    book_id: str
    head: Head
    #: Where this computer keeps its copies; None in a practice village, which has none.
    backups: Path | None
    copies: tuple[Copy, ...]

    @property
    def bylaws(self) -> ByLaws:
        """What new by-laws start from: those in force, else the last agreed, else the programme's own."""
        if self.in_force is not None:
            return self.versions[self.in_force].bylaws
        return self.versions[-1].bylaws if self.versions else ByLaws()


def settings(book: OpenBook, day: date, *, is_practice: bool) -> Settings:
    books = book.books
    version = books.agreed_on(day)
    folder = None if is_practice else own_backups(book.file.book_id)
    committees: tuple[CommitteeName, ...] = ("management", "advisory")
    return Settings(
        place(book),
        books.village,
        books.opened,
        day,
        tuple(agreed(each, book) for each in books.bylaws),
        None if version is None else books.bylaws.index(version),
        {name: books.seated(name) for name in committees},
        tuple(person for person in sorted(books.people) if books.may_sit(person)),
        names(books),
        book.file.path,
        book.file.book_id,
        book.file.head(),
        folder,
        tuple(copies(folder)) if folder is not None else (),
    )
