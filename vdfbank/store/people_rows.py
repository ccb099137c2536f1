"""What acts leave in the registers of people: the village, trainings, committees, by-laws, members."""

from __future__ import annotations

from collections.abc import Iterator

from vdfbank.acts.codec import canonical
from vdfbank.acts.fields import plain
from vdfbank.acts.founding import Train
from vdfbank.rules import effects as e
from vdfbank.store import tables as t
from vdfbank.store.deed import Deed, Row


def founded(effect: e.Founded, _deed: Deed) -> Iterator[Row]:
    yield (
        t.village,
        {column.name: getattr(effect.village, column.name) for column in t.village.c if column.name != "act"},
    )


def opened(effect: e.Opened, _deed: Deed) -> Iterator[Row]:
    yield t.opening, {"on": str(effect.on)}


def registered(effect: e.Registered, _deed: Deed) -> Iterator[Row]:
    for person in effect.people:
        yield (
            t.person,
            {column.name: _stored(getattr(person, column.name)) for column in t.person.c if column.name != "act"},
        )


def _stored(value: object) -> object:
    return int(value) if isinstance(value, bool) else value


def session_held(effect: e.SessionHeld, deed: Deed) -> Iterator[Row]:
    act = deed.act
    held = act if isinstance(act, Train) else None
    guests = held.guests if held else None
    line = deed.lines["session"] + 1
    yield (
        t.session,
        {
            "on": str(effect.on),
            "module": effect.module,
            "title": held.title if held else None,
            "trainer": held.trainer if held else None,
            "minutes": held.minutes if held else None,
            "guests_female": guests.F if guests else 0,
            "guests_male": guests.M if guests else 0,
            "elsewhere": int(effect.elsewhere),
        },
    )
    attended, completed = set(held.attended if held else ()), set(effect.completed)
    for person in dict.fromkeys((*(held.attended if held else ()), *effect.completed)):
        there, done = int(person in attended), int(person in completed)
        yield t.attendance, {"session": line, "person": person, "attended": there, "completed": done}


def elected(effect: e.Elected, _deed: Deed) -> Iterator[Row]:
    for seat in effect.seats:
        yield t.seat, {"committee": effect.committee, "person": seat.person, "role": seat.role}


def bylaws_agreed(effect: e.ByLawsAgreed, _deed: Deed) -> Iterator[Row]:
    yield t.bylaws, {"in_force": str(effect.in_force), "text": canonical(plain(effect.bylaws))}


def _membership(event: str, on: str, member: str, nominee: str | None = None) -> Row:
    return t.membership, {"member": member, "event": event, "on": on, "nominee": nominee}


def joined(effect: e.Joined, _deed: Deed) -> Iterator[Row]:
    yield _membership("joined", str(effect.on), effect.member)


def qualified_since(effect: e.QualifiedSince, _deed: Deed) -> Iterator[Row]:
    yield _membership("qualified_since", str(effect.since), effect.member)


def member_gone(effect: e.MemberGone, deed: Deed) -> Iterator[Row]:
    yield _membership(effect.standing, deed.on, effect.member)


def nominee_named(effect: e.NomineeNamed, deed: Deed) -> Iterator[Row]:
    yield _membership("nominee", deed.on, effect.member, effect.nominee)
