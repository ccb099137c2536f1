"""The content of training forms: the list to sign, a session as recorded, the register."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from vdfbank.acts.codec import parse
from vdfbank.acts.founding import Train
from vdfbank.bank.person import PersonId
from vdfbank.content.attendance import NOBODY, Attendant, BySex, Invited, SessionHeld, SessionToHold
from vdfbank.content.training import MemberTrained, SessionLine, TrainingRegister
from vdfbank.office.placing import place
from vdfbank.office.reporting import NotYetError
from vdfbank.office.savings_day import names
from vdfbank.office.session import OpenBook
from vdfbank.rules.books import Books
from vdfbank.store.sessions import sessions
from vdfbank.store.stored import StoredAct
from vdfbank.training.validity import Trained, required, trained


def session_to_hold(book: OpenBook, on: date) -> SessionToHold:
    """The list to sign on a day: members, and advisers who are no members, each with what is due for them."""
    books = book.books_at(on)
    members = sorted(books.current_members())
    advisers = sorted(set(books.seated("advisory")) - set(members))
    if not members:
        raise NotYetError(f"On {on} the bank had no members yet. Ask for a later day.")
    return SessionToHold(
        place(book),
        on,
        tuple(_invited(books, person, on) for person in members),
        tuple(_invited(books, person, on) for person in advisers),
        names(books),
    )


def _invited(books: Books, person: PersonId, on: date) -> Invited:
    """Advisers need no training: nothing is due for who cannot borrow."""
    known = books.people[person]
    needed = required(books.bylaws_on(on)) if books.is_member(person) else ()
    due = (trained(books, person, module, on) for module in needed)
    return Invited(person, known.sex, known.household, tuple(one for one in due if one.validity(on) != "valid"))


def session_held(book: OpenBook, number: int) -> SessionHeld:
    """A session as act `number` recorded it."""
    stored = book.file.act(number)
    if stored is None or stored.kind != Train.kind:
        raise NotYetError(f"Act {number} is no training session. The training register names the acts of all sessions.")
    act, books = _train(stored), book.books_at(stored.on)
    there, done = set(act.attended), set(act.completing)
    people = sorted({*books.current_members(), *there})
    return SessionHeld(
        place(book),
        number,
        act.on,
        act.module,
        act.title,
        act.trainer,
        act.minutes,
        act.note,
        tuple(_attendant(books, person, there, done) for person in people),
        by_sex(books, there),
        by_sex(books, done),
        _guests(act),
        names(books),
    )


def _attendant(books: Books, person: PersonId, there: set[PersonId], done: set[PersonId]) -> Attendant:
    known = books.people[person]
    return Attendant(person, known.sex, known.household, person in there, person in done)


def training_register(book: OpenBook, first: date | None, as_of: date) -> TrainingRegister:
    """Sessions of a period in their order; members by number with what they have completed by `as_of`."""
    books = book.books_at(as_of)
    held = [_line(books, stored) for stored in sessions(book.file, first or date.min, as_of)]
    expiring = required(books.bylaws_on(as_of))
    members = tuple(
        MemberTrained(
            member,
            tuple(trained(books, member, module, as_of) for module in expiring),
            tuple(_others(books, member, expiring, as_of)),
        )
        for member in sorted(books.current_members())
    )
    return TrainingRegister(place(book), first, as_of, tuple(held), expiring, members, names(books))


def _others(books: Books, member: PersonId, expiring: Iterable[str], on: date) -> Iterator[Trained]:
    """What a member completed that never expires, oldest first."""
    completed = sorted(books.completions.get(member, {}).items(), key=lambda known: (known[1].on, known[0]))
    return (trained(books, member, module, on) for module, _ in completed if module not in expiring)


def _line(books: Books, stored: StoredAct) -> SessionLine:
    act = _train(stored)
    return SessionLine(
        stored.number,
        act.on,
        act.module,
        act.title,
        act.trainer,
        act.minutes,
        by_sex(books, act.attended),
        by_sex(books, act.completing),
        _guests(act),
    )


def by_sex(books: Books, people: Iterable[PersonId]) -> BySex:
    sexes = [books.people[person].sex for person in people]
    return BySex(sexes.count("F"), sexes.count("M"))


def _guests(act: Train) -> BySex:
    return BySex(act.guests.F, act.guests.M) if act.guests else NOBODY


def _train(stored: StoredAct) -> Train:
    act = parse(stored.text)
    assert isinstance(act, Train)
    return act
