"""Rules about people: known, members, two of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from vdfbank.acts import books as closing
from vdfbank.acts import founding, lending, saving
from vdfbank.acts.act import Act
from vdfbank.bank.person import PersonId
from vdfbank.bank.problem import Problem
from vdfbank.rules.books import Books


def two_people(act: Act) -> Iterator[Problem]:
    """Who seconds or witnesses is somebody else; nobody signs or sits twice."""
    witness = getattr(act, "witness", None)
    if act.by is not None and act.by in (act.seconded_by, witness):
        yield Problem("same_person", found=act.by, who=act.by)
    yield from twice("same_person", _listed_once(act))


def _listed_once(act: Act) -> Iterable[PersonId]:
    if isinstance(act, closing.CloseMonth):
        return act.signed_by
    if isinstance(act, founding.Elect):
        return (seat.person for seat in act.seats)
    return ()


def twice(code: str, ids: Iterable[str]) -> Iterator[Problem]:
    for who, times in Counter(ids).items():
        if times > 1:
            yield Problem(code, found=who, who=who)


def everybody_known(act: Act, books: Books) -> Iterator[Problem]:
    """Everybody an act names is in the register (an application is recorded whoever it names)."""
    for person in dict.fromkeys(named(act)):
        if person not in books.people:
            yield Problem("unknown_person", found=person, who=person)


def named(act: Act) -> Iterator[PersonId]:
    """Everybody an act names."""
    yield from (person for person in (act.by, act.seconded_by, getattr(act, "witness", None)) if person is not None)
    if isinstance(act, lending.Apply):
        return
    member = getattr(act, "member", None)
    if member is not None:
        yield member
    yield from getattr(act, "votes", ())
    if isinstance(act, founding.Train):
        yield from (*act.attended, *act.completing)
    elif isinstance(act, founding.Elect):
        yield from (seat.person for seat in act.seats)
    elif isinstance(act, closing.CloseMonth):
        yield from act.signed_by
    elif isinstance(act, closing.PayDividend):
        yield from act.members or ()
    elif isinstance(act, saving.SavingsDay):
        yield from (line.member for line in act.lines)
    elif isinstance(act, closing.TakeOver):
        yield from (line.member for line in act.members)
        yield from (person for loan in act.loans for person in (loan.member, *loan.guarantors))
        yield from (line.member for line in act.trained)


def is_member(person: PersonId, books: Books, *, or_dead: bool = False) -> Iterator[Problem]:
    """A member, still with the bank (`or_dead`: a repayment may come after a death too)."""
    member = books.members.get(person)
    if member is None:
        if person in books.people:
            yield Problem("not_a_member", found=person, who=person)
    elif member.standing != "member" and not (or_dead and member.standing == "dead"):
        yield Problem("member_left", found=person, who=person)
