"""Put a posted line right: the line is reversed and written again as it should be, both or neither."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from vdfbank.acts.act import Act, Count, Key, Text
from vdfbank.acts.books import Reverse
from vdfbank.acts.lending import Repay
from vdfbank.acts.saving import Save, Withdraw
from vdfbank.bank.money import NOTHING, Money
from vdfbank.bank.person import LoanId, PersonId
from vdfbank.bank.problem import Problem
from vdfbank.content.savings_day import SheetRow
from vdfbank.office.day_lines import spread
from vdfbank.office.held_day import HeldLine
from vdfbank.office.savings_day import loans_due
from vdfbank.office.session import OpenBook
from vdfbank.rules.books import Books
from vdfbank.rules.check import check
from vdfbank.rules.effects import Refused

#: What was wrong with the line.
Fault = Literal["person", "sum", "book", "twice", "other"]
FAULTS: tuple[Fault, ...] = ("person", "sum", "book", "twice", "other")


@dataclass(frozen=True, slots=True)
class Moved:
    """What one member brings and takes: a line as it should be, or a late comer's."""

    member: PersonId
    save: Money = NOTHING
    repay: Money = NOTHING
    withdraw: Money = NOTHING

    @property
    def into_box(self) -> Money:
        return self.save + self.repay - self.withdraw


@dataclass(frozen=True, slots=True)
class Signed:
    """When something is written, by whom, and under which key: made with the form, so that twice is once."""

    on: date
    key: Key
    by: PersonId | None = None
    seconded_by: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """A line to be reversed with its reason, and what takes its place (nothing where it was written twice)."""

    wrong: HeldLine
    reason: Text
    right: Moved
    signed: Signed


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What performing acts would do: the box before and after, or every objection."""

    acts: tuple[Act, ...]
    box: Money
    after: Money
    problems: tuple[Problem, ...] = ()
    #: The act that could not stand without the line: its number, kind and date.
    later: tuple[int, str, date] | None = None


def foresee_correction(book: OpenBook, correction: Correction, today: date) -> Foreseen:
    """The reversal and the line again, as the rules would answer them today."""
    trial = _Trial(book, today)
    trial.perform(_reversal(correction))
    return trial.foresee(correction.right, correction.signed)


def foresee_late(book: OpenBook, late: Moved, signed: Signed, today: date) -> Foreseen:
    """A late comer's saving and repayment, each an act with its own voucher."""
    return _Trial(book, today).foresee(late, signed)


def _reversal(correction: Correction) -> Reverse:
    wrong, signed = correction.wrong, correction.signed
    return Reverse(
        on=signed.on,
        by=signed.by,
        seconded_by=signed.seconded_by,
        key=signed.key,
        number=Count(wrong.number),
        reason=correction.reason,
        member=wrong.member if wrong.is_of_the_day else None,
    )


class _Trial:
    """Acts carried out on books that nobody else sees."""

    def __init__(self, book: OpenBook, today: date) -> None:
        self._book, self._today = book, today
        self._past, self._books = book.past.branch(), book.books
        self._acts: list[Act] = []
        self._refused: Refused | None = None

    def perform(self, act: Act) -> None:
        """Carry one act out; after a refusal nothing more is."""
        if self._refused is not None:
            return
        answer = check(act, self._books, self._past, today=self._today)
        if isinstance(answer, Refused):
            self._refused = answer
            return
        after = self._past.after(self._books, answer)
        self._past.add(answer, after)
        self._books = after
        self._acts.append(act)

    def foresee(self, moved: Moved, signed: Signed) -> Foreseen:
        """Then what the member brings and takes; the loans are those that stand once the line is undone."""
        box = self._book.books.cash_box
        for place, act in enumerate(_acts(moved, signed, self._books), start=1):
            self.perform(replace(act, by=signed.by, seconded_by=signed.seconded_by, key=Key(f"{signed.key}-{place}")))
        if self._refused is not None:
            return Foreseen((), box, box, self._refused.problems, _later_act(self._book, self._refused))
        return Foreseen(tuple(self._acts), box, self._books.cash_box)


def _acts(moved: Moved, signed: Signed, books: Books) -> Iterator[Act]:
    if moved.save:
        yield Save(on=signed.on, member=moved.member, amount=moved.save)
    if moved.repay:
        row = SheetRow(moved.member, NOTHING, tuple(loans_due(moved.member, books, signed.on, charging=False)))
        # Without a loan the rules say that there is none.
        parts = list(spread(row, moved.repay)) or [(LoanId("-"), moved.repay)]
        for loan, amount in parts:
            if amount:
                yield Repay(on=signed.on, member=moved.member, loan=loan, amount=amount)
    if moved.withdraw:
        yield Withdraw(on=signed.on, member=moved.member, amount=moved.withdraw)


def _later_act(book: OpenBook, refused: Refused) -> tuple[int, str, date] | None:
    """The act named by `later_act_depends`, as people know it."""
    number = next((problem.found for problem in refused.problems if problem.code == "later_act_depends"), None)
    stored = book.file.act(number) if isinstance(number, int) else None
    return (stored.number, stored.kind, stored.on) if stored is not None else None
