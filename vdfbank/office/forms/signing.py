"""Who signs for the bank: president and treasurer of the management committee."""

from __future__ import annotations

from vdfbank.bank.committee import Role
from vdfbank.bank.person import PersonId
from vdfbank.rules.books import Books

_SIGNING: tuple[Role, ...] = ("president", "treasurer")


def officers(books: Books) -> tuple[tuple[PersonId, Role], ...]:
    seats = books.seated("management")
    return tuple((person, held) for role in _SIGNING for person, held in seats.items() if held == role)
