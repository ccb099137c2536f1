"""Check an act: allowed with what it changes, or refused with every problem."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from vdfbank.acts import books as b
from vdfbank.acts import founding as f
from vdfbank.acts import lending as l
from vdfbank.acts import saving as s
from vdfbank.acts.act import Act
from vdfbank.bank.problem import Problem
from vdfbank.rules import (
    applying,
    closing,
    founding,
    lending,
    members,
    money,
    repaying,
    savings_day,
    taking_over,
    undoing,
)
from vdfbank.rules.books import Books
from vdfbank.rules.case import Case
from vdfbank.rules.effects import Checked, Opened, Refused
from vdfbank.rules.gate import date_objection, may_open
from vdfbank.rules.past import Past
from vdfbank.rules.people import everybody_known, two_people

#: What each kind of act has to pass, and does.
RULES: Mapping[type[Act], Callable[[Any, Case], None]] = {
    f.Found: founding.found,
    f.Register: founding.register,
    f.Train: founding.train,
    f.Elect: founding.elect,
    f.AgreeByLaws: founding.agree_bylaws,
    f.Confirm: founding.confirm,
    s.Join: members.join,
    s.SavingsDay: savings_day.savings_day,
    s.Save: money.save,
    s.Withdraw: money.withdraw,
    s.BuyShares: money.buy_shares,
    s.RedeemShares: money.redeem_shares,
    s.Spend: money.spend,
    s.Receive: money.receive,
    s.DepositCash: money.deposit_cash,
    s.DrawCash: money.draw_cash,
    s.CountCash: money.count_cash,
    s.Leave: members.leave,
    s.Die: members.die,
    s.NameNominee: members.name_nominee,
    l.Apply: applying.apply,
    l.Decide: lending.decide,
    l.WithdrawApplication: lending.withdraw_application,
    l.PayOut: lending.pay_out,
    l.Repay: repaying.repay,
    l.Settle: repaying.settle,
    l.Reschedule: lending.reschedule,
    l.WriteOff: lending.write_off,
    l.Recover: repaying.recover,
    b.Reverse: undoing.reverse,
    b.Correct: undoing.correct,
    b.CloseMonth: closing.close_month,
    b.CloseYear: closing.close_year,
    b.PayDividend: closing.pay_dividend,
    b.TakeOver: taking_over.take_over,
}

#: The first of these opens the bank.
OPENING_ACTS: tuple[type[Act], ...] = (*(kind for kind in undoing.MONEY_ACTS if kind is not b.PayDividend), b.Correct)


def check(
    act: Act, books: Books, past: Past | None = None, *, today: date | None = None, apart: Checked | None = None
) -> Checked | Refused:
    """
    Ask every rule about `act` before `books`.

    `past` are the acts behind the books, needed to undo and to close late. `today` is the computer's date (the act's
    own date where nobody asks). `apart` is the record of the same act when asking what would be had an earlier act
    never been: its date stands then, and so does its count.
    """
    if apart is None:
        objection = date_objection(act, books, today or act.on)
        if objection is not None:
            return Refused(act, (objection,))
    case = Case(act, books, past or Past(books), check_again, apart)
    case.object(two_people(act))
    case.object(everybody_known(act, books))
    if _gate_stands_open(act, case):
        RULES[type(act)](act, case)
    if case.problems:
        return Refused(act, each_code_once(case.problems))
    return Checked(act, books.number + 1, tuple(case.effects), books.entries + 1)


def check_again(record: Checked, books: Books, past: Past) -> Checked | Refused:
    """Whether an accepted act could be performed before other books: with its date and its count as they were."""
    return check(record.act, books, past, apart=record)


def _gate_stands_open(act: Act, case: Case) -> bool:
    """Whether the act can be looked at: the village founded, the bank opened where money moves."""
    if isinstance(act, OPENING_ACTS) and case.books.opened is None:
        if not case.object(may_open(case.books, act.on)):
            case.do(Opened(act.on))
            return True
        return False
    if case.books.village is None and not isinstance(act, f.Found):
        case.object([Problem("wrong_state", found=None, needed="found")])
        return False
    return True


def each_code_once(problems: list[Problem]) -> tuple[Problem, ...]:
    """The first problem of each code."""
    return tuple({problem.code: problem for problem in reversed(problems)}.values())[::-1]
