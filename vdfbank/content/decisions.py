"""Minutes of the management committee: who sat, who voted how, who stepped out, what came of it and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from vdfbank.acts.act import Vote, Votes
from vdfbank.bank.committee import Role
from vdfbank.bank.loan import Request
from vdfbank.bank.money import Money
from vdfbank.bank.person import PersonId
from vdfbank.content.loan_application import StepOut, WorkedOut
from vdfbank.content.loan_parts import Names
from vdfbank.content.place import Place

Result = Literal["approved", "refused", "put_off", "rescheduled", "written_off", "corrected"]


@dataclass(frozen=True, slots=True)
class SeatVote:
    """A member of the committee, and the vote: None who was absent or stepped out."""

    person: PersonId
    role: Role
    vote: Vote | None
    step_out: StepOut | None


@dataclass(frozen=True, slots=True)
class Standing:
    """How a running loan stood when its rescheduling or write-off was voted on."""

    principal_outstanding: Money
    days_late: int
    months: int | None


@dataclass(frozen=True, slots=True)
class Decision:
    """One vote of the committee, with what it was about and what it needed."""

    act: int
    result: Result
    #: None where an act of a closed month was corrected, the act `corrects`.
    request: Request | None
    corrects: int | None
    votes: Votes
    seats: tuple[SeatVote, ...]
    #: Votes needed: the by-law, or two for an emergency loan; None where the result needs no quorum.
    quorum: int | None
    reason: str | None
    checklist: WorkedOut | None
    standing: Standing | None
    #: The act that took the decision's effect back, as far as the minute is told.
    undone_by: int | None

    @property
    def is_emergency(self) -> bool:
        """Whether the president and one other are enough."""
        return self.result == "approved" and self.request is not None and self.request.product == "emergency"

    def count(self, vote: Vote) -> int:
        return sum(seat.vote == vote for seat in self.seats)

    @property
    def cast(self) -> int:
        return sum(seat.vote is not None for seat in self.seats)


@dataclass(frozen=True, slots=True)
class Sitting:
    """The decisions of one day, and who signs for them."""

    on: date
    decisions: tuple[Decision, ...]
    seats: Mapping[PersonId, Role]


@dataclass(frozen=True, slots=True)
class Minutes:
    place: Place
    sittings: tuple[Sitting, ...]
    names: Names
