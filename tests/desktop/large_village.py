"""A village of 60 members and 20 open loans on the morning of a savings day, and what happens on it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from tests.village import ADVISERS, MANAGEMENT, USUAL, YES, person
from vdfbank.acts.act import Act
from vdfbank.acts.codec import read_act
from vdfbank.office.session import Accepted, OpenBook

DAY = date(2025, 5, 5)
MEMBERS = tuple(f"M{number:02d}" for number in range(1, 61))
BORROWERS = MEMBERS[20:40]


def _acts() -> Iterator[Act]:
    def act(kind: str, on: str, **fields: Any) -> Act:  # noqa: ANN401 - fields of any act
        return read_act({"act": kind, "on": on, **fields})

    yield act("found", "2024-12-01", **{**USUAL["found"], "interested": 60})
    yield act("register", "2024-12-01", people=[person(who) for who in (*MEMBERS, *ADVISERS)])
    for module in ("village_banking", "safe_migration", "business"):
        yield act("train", "2024-12-10", module=module, **{**USUAL["train"], "attended": list(MEMBERS)})
    seats = [{"person": who, "role": role} for who, role in MANAGEMENT.items()]
    yield act("elect", "2024-12-15", committee="management", seats=seats)
    roles = zip(ADVISERS, ("village_head", "lwu", "adviser"), strict=True)
    yield act("elect", "2024-12-15", committee="advisory", seats=[{"person": who, "role": role} for who, role in roles])
    yield act("agree_bylaws", "2024-12-20", in_force="2025-01-01", bylaws={"liquidity_bp": 0})
    for who in MEMBERS:
        yield act("join", "2025-01-01", member=who)
        yield act("save", "2025-01-01", member=who, amount=100_000)
    for number, who in enumerate(BORROWERS, start=1):
        loan = f"L{number}"
        terms = {**USUAL["apply"], "guarantors": [MEMBERS[39 + number], MEMBERS[5 + number % 15]], "amount": 300_000}
        yield act("apply", "2025-04-05", loan=loan, member=who, **terms)
        yield act("decide", "2025-04-05", loan=loan, outcome="approved", votes=YES)
        yield act("pay_out", "2025-04-05", loan=loan)


@cache
def _made() -> Path:
    path = Path(mkdtemp()) / "large.vdf"
    with OpenBook.create(path) as book:
        for act in _acts():
            answer = book.perform(act, act.on)
            assert isinstance(answer, Accepted), answer
    return path


def large_book(folder: Path) -> Path:
    return Path(shutil.copy(_made(), folder / "large.vdf"))
