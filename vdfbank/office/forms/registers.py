"""What the member register says: everybody who ever joined, and how it stands with them."""

from __future__ import annotations

from datetime import date

from vdfbank.acts.codec import parse
from vdfbank.acts.saving import Die, Leave
from vdfbank.bank.person import PersonId
from vdfbank.content.members import MemberRegister, RegisterLine
from vdfbank.office.forms.asked import Asked
from vdfbank.office.placing import place
from vdfbank.office.reporting import NotYetError
from vdfbank.office.session import OpenBook


def member_register(book: OpenBook, asked: Asked) -> MemberRegister:
    """As of a day; of the last act's where none is said."""
    as_of = asked.as_of or book.books.last_on
    books = None if as_of is None else book.books_at(as_of)
    if as_of is None or books is None or not books.members:
        raise NotYetError("Nobody had joined this bank by then. Ask for a later day.")
    gone = _gone(book, as_of)
    lines = (
        RegisterLine(
            books.people[person],
            member.joined,
            member.nominee,
            member.standing,
            gone[person] if member.standing != "member" else None,
            books.dormant(person, as_of),
        )
        for person, member in sorted(books.members.items())
    )
    return MemberRegister(place(book), as_of, tuple(lines))


def _gone(book: OpenBook, as_of: date) -> dict[PersonId, date]:
    """The last day on which each member left or died; who came back by a reversal is asked about no more."""
    gone: dict[PersonId, date] = {}
    for stored in book.file.acts(on_or_before=as_of):
        if stored.kind in (Leave.kind, Die.kind):
            act = parse(stored.text)
            assert isinstance(act, (Leave, Die))
            gone[act.member] = stored.on
    return gone
