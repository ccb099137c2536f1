"""Rules of undoing: reverse in an open month, correct in a closed one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from vdfbank.acts import books as acts
from vdfbank.acts import lending, saving
from vdfbank.acts.act import Act
from vdfbank.bank.account import CASH_BOX
from vdfbank.bank.money import total
from vdfbank.bank.person import PersonId
from vdfbank.bank.problem import Problem
from vdfbank.rules.books import Books
from vdfbank.rules.case import Case
from vdfbank.rules.effects import Annulled, Checked, Refused, VotesCast
from vdfbank.rules.money import enough_in
from vdfbank.rules.past import Past, slips_to_undo, still_standing, without_lines
from vdfbank.rules.voting import nobody_votes_in_own_matter, ordinary_majority

#: Acts that move money, or would: what can be undone.
MONEY_ACTS: tuple[type[Act], ...] = (
    saving.Join,
    saving.SavingsDay,
    saving.Save,
    saving.Withdraw,
    saving.BuyShares,
    saving.RedeemShares,
    saving.Spend,
    saving.Receive,
    saving.DepositCash,
    saving.DrawCash,
    saving.CountCash,
    saving.Leave,
    saving.Die,
    lending.PayOut,
    lending.Repay,
    lending.Settle,
    lending.Reschedule,
    lending.WriteOff,
    lending.Recover,
    acts.PayDividend,
    acts.TakeOver,
)


#: Acts whose amounts are all there is: savings, or what a loan still owes.
ALL_THERE_IS: tuple[type[Act], ...] = (saving.Leave, saving.Die, lending.WriteOff)


def reverse(act: acts.Reverse, case: Case) -> None:
    target = case.past.record(act.number)
    if target is None or not isinstance(target.act, MONEY_ACTS):
        case.object([Problem("nothing_to_reverse", found=act.number)])
        return
    if case.object(_still_there(target, act.member, case.past)):
        return
    closed = case.books.closed_month
    if closed is not None and target.act.on <= closed.last:
        case.object([Problem("month_closed", found=str(target.act.on), needed=str(closed.plus(1).first))])
        return
    _annul(target, act.member, case)


def correct(act: acts.Correct, case: Case) -> None:
    """What `reverse` does, for an act of a closed month; the closed months keep their figures."""
    case.object(nobody_votes_in_own_matter(act.votes, case.books, None))
    case.object(ordinary_majority(act.votes, case.books, case.bylaws.quorum))
    target = case.past.record(act.number)
    closed = case.books.closed_month
    if target is None or not isinstance(target.act, MONEY_ACTS) or closed is None or target.act.on > closed.last:
        case.object([Problem("nothing_to_reverse", found=act.number)])
        return
    if case.object(_still_there(target, None, case.past)):
        return
    _annul(target, None, case)
    if not case.problems:
        case.do(VotesCast(str(act.number), act.votes))


def _still_there(target: Checked, member: PersonId | None, past: Past) -> Iterator[Problem]:
    undone = past.annulments(target.number)
    if None in undone or (member is not None and member in undone):
        yield Problem("already_reversed", found=target.number, who=member)
    elif member is not None:
        lines = target.act.lines if isinstance(target.act, saving.SavingsDay) else ()
        if member not in {line.member for line in lines}:
            yield Problem("nothing_to_reverse", found=target.number, who=member)


def _annul(target: Checked, member: PersonId | None, case: Case) -> None:
    """Post the act's entries the other way round, unless a later act would be refused without it."""
    dependent = first_dependent(target, member, case)
    if dependent is not None:
        case.object([Problem("later_act_depends", found=dependent.number)])
        return
    undone = case.past.annulments(target.number)
    mirrored = [slip.mirrored(case.on, entry) for entry, slip in slips_to_undo(target, member, undone)]
    taken_out = -total(leg.amount for slip in mirrored for leg in slip.legs if leg.account == CASH_BOX)
    if not case.object(enough_in(case.books.cash_box, taken_out)):
        case.do(Annulled(target.number, member), *mirrored)


def first_dependent(target: Checked, member: PersonId | None, case: Case) -> Checked | None:
    """
    The first later act that would be refused had `target` (or its line of `member`) never been.

    The acts are checked again one by one in that other world, counts apart: a cash difference stays as it was booked,
    and closed months and years keep their figures. What pays out or writes off all there is could not have paid the
    same: it depends too.
    """
    start, records = case.past.stretch(target.number, case.before.number + 1)
    world, books = Past(start), start
    for record in still_standing(records):
        if record.number == target.number and member is None:
            continue
        if record.number == target.number:
            record = without_lines(record, {member})  # noqa: PLW2901 - the same act without that line
        answer = (
            _in_other_world(record, books, world, case) if record.number >= target.number else _as_it_was(record, books)
        )
        if isinstance(answer, Refused) or (isinstance(record.act, ALL_THERE_IS) and answer.slips != record.slips):
            return record
        books = _next(world, books, answer)
    return None


def _in_other_world(record: Checked, books: Books, world: Past, case: Case) -> Checked | Refused:
    if isinstance(record.act, (acts.CloseMonth, acts.CloseYear)):
        return _as_it_was(record, books)
    return case.check_again(record, books, world)


def _as_it_was(record: Checked, books: Books) -> Checked:
    return replace(record, number=books.number + 1)


def _next(world: Past, books: Books, checked: Checked) -> Books:
    after = world.after(books, checked)
    world.add(checked, after)
    return after
