"""What every form of the books asks first: was the bank open, and who held which office."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from vdfbank.bank.committee import Role
from vdfbank.content.signer import Signer
from vdfbank.office.reporting import NotYetError
from vdfbank.office.session import OpenBook
from vdfbank.rules.books import Books


def opened_by(book: OpenBook, day: date) -> None:
    """Raises `NotYetError` where the bank had not opened by `day`."""
    opened = book.books.opened
    if opened is None:
        raise NotYetError("This bank has not opened yet. Let the first member join, then ask again.")
    if day < opened:
        raise NotYetError(f"On {day} the bank was not open yet. Ask for {opened} or a later day.")


def signing(books: Books, roles: Sequence[Role]) -> tuple[Signer, ...]:
    """Who held these offices; a line without a name where nobody did, one for each adviser."""
    return tuple(signer for role in roles for signer in _holders(books, role))


def _holders(books: Books, role: Role) -> Iterator[Signer]:
    seats = {**books.seated("management"), **books.seated("advisory")}
    held = [Signer(role, person) for person, seat in seats.items() if seat == role]
    yield from held or [Signer(role)]
