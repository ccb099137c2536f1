"""Count the cash box: notes or one sum, held against what it should hold, a difference booked with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from vdfbank.acts.act import Key
from vdfbank.acts.books import CloseMonth
from vdfbank.acts.fields import typed_text
from vdfbank.acts.saving import CountCash, SavingsDay
from vdfbank.bank.money import Money
from vdfbank.bank.person import PersonId
from vdfbank.office.session import OpenBook

CountState = Literal["missing", "equal", "within", "above"]


@dataclass(frozen=True, slots=True)
class CashCount:
    """
    What somebody counted before a witness.

    `pieces` are notes by denomination, `total` a count typed as one sum; both empty is not zero.
    """

    pieces: Mapping[int, int] = field(default_factory=dict)
    total: Money | None = None
    reason: str = ""
    witness: PersonId | None = None
    by: PersonId | None = None

    @property
    def counted(self) -> Money | None:
        """What lies in the box; None while nothing was counted."""
        if self.pieces:
            return Money(sum(worth * number for worth, number in self.pieces.items()))
        return self.total

    def difference(self, box: Money) -> Money | None:
        """Counted less what the box should hold; None while nothing was counted."""
        return None if self.counted is None else self.counted - box

    def state(self, box: Money, tolerance: Money) -> CountState:
        """What follows from the difference: nothing, a reason, or no posting at all."""
        difference = self.difference(box)
        if difference is None:
            return "missing"
        if difference == 0:
            return "equal"
        return "within" if abs(difference) <= tolerance else "above"

    def act(self, on: date, key: Key) -> CountCash:
        """The act that books the difference; whoever asks has a witness."""
        assert self.witness is not None
        return CountCash(
            on=on,
            by=self.by,
            key=key,
            counted=self.counted,
            witness=self.witness,
            reason=typed_text(self.reason),
        )


@dataclass(frozen=True, slots=True)
class LastCount:
    """When the box was counted last, and what lay in it."""

    on: date
    counted: Money


def last_count(book: OpenBook) -> LastCount | None:
    """The newest count that still stands; None where nobody ever counted."""
    past = book.past
    for checked in reversed(past.records):
        act = checked.act
        if isinstance(act, SavingsDay | CountCash) and act.counted is not None:
            if None not in past.annulments(checked.number):
                return LastCount(act.on, act.counted)
        elif isinstance(act, CloseMonth) and act.counted is not None:
            return LastCount(act.month.last, act.counted)
    closes = book.file.closes()
    return LastCount(closes[-1].month.last, closes[-1].counted) if closes else None
