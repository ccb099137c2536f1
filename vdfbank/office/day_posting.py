"""What posting a savings day would do: its acts, its entries, what the rules say of the whole."""

from __future__ import annotations

from collections.abc import Iterator

from vdfbank.acts.act import Act, Key
from vdfbank.acts.lending import Settle
from vdfbank.bank.money import Money, total
from vdfbank.bank.problem import Problem
from vdfbank.office.recorded_day import RecordedDay
from vdfbank.rules.check import check
from vdfbank.rules.effects import Checked

#: Objections to the count, which the sheet itself is not asked about.
_OF_THE_COUNT = frozenset({"count_missing", "count_above_tolerance", "reason_missing", "same_person"})


def acts(day: RecordedDay) -> tuple[Act, ...]:
    """The day and the settlements that follow it, to be performed all or none."""
    return (day.act(), *_settlements(day))


def _settlements(day: RecordedDay) -> Iterator[Settle]:
    draft = day.draft
    for _member, loan in day.settlements():
        yield Settle(
            on=day.sheet.on,
            by=draft.by,
            seconded_by=draft.seconded_by,
            key=Key(f"{draft.key}-{loan.loan}"),
            loan=loan.loan,
            amount=loan.settlement - loan.due,
        )


def settled_after(day: RecordedDay) -> Money:
    """What comes into the box after the count, for loans that are closed."""
    return total(loan.settlement - loan.due for _member, loan in day.settlements())


def objections(day: RecordedDay) -> tuple[Problem, ...]:
    """What the rules say of the whole day as it stands, the count apart."""
    act = day.act_counted(Money(max(0, day.totals().box)), day.sheet.rows[0].member)
    answer = check(act, day.sheet.books)
    if isinstance(answer, Checked):
        return ()
    return tuple(problem for problem in answer.problems if problem.code not in _OF_THE_COUNT)


def entries(day: RecordedDay) -> int:
    """How many entries the day makes; 0 while it cannot be posted."""
    answer = check(day.act(), day.sheet.books)
    return len(answer.slips) if isinstance(answer, Checked) else 0
