"""Rules of the cash box and of members' own money."""

from __future__ import annotations

from collections.abc import Iterator

from vdfbank.acts import saving
from vdfbank.bank.account import (
    BANK_ACCOUNT,
    CASH_BOX,
    EXPENSES_BY_SPEND,
    OTHER_INCOME,
    PAYABLE_BY_SPEND,
    RECEIVABLE,
    SAVINGS,
    SHARES,
    SHORTAGE,
    Account,
)
from vdfbank.bank.money import NOTHING, Money, total
from vdfbank.bank.person import PersonId
from vdfbank.bank.problem import Problem
from vdfbank.rules.books import Books
from vdfbank.rules.case import Case
from vdfbank.rules.effects import Leg, SavedOn
from vdfbank.rules.people import is_member


def positive(amount: Money) -> Iterator[Problem]:
    if amount == 0:
        yield Problem("amount_not_positive", found=0, needed=1)


def enough_in(held: Money, amount: Money) -> Iterator[Problem]:
    """The box (or the bank account) holds what is to leave it."""
    if amount > held:
        yield Problem("not_enough_cash", found=held, needed=amount)


def large_enough(amount: Money, case: Case) -> Iterator[Problem]:
    if 0 < amount < case.bylaws.minimum_saving:
        yield Problem("below_minimum_saving", found=amount, needed=case.bylaws.minimum_saving)


def may_take_out(member: PersonId, account: Account, amount: Money, case: Case) -> Iterator[Problem]:
    """No open loan; the minimum balance stays; not more than there is (acts.md, withdraw)."""
    books = case.books
    owed = total(loan.position.owed for loan in books.open_loans(member))
    if owed > 0:
        yield Problem("loan_outstanding", found=owed, needed=0, who=member)
    balance = -books.balance(account, member)
    if amount > balance:
        yield Problem("more_than_balance", found=amount, needed=balance, who=member)
    elif amount > 0 and balance - amount < case.bylaws.minimum_balance:
        yield Problem("below_minimum_balance", found=balance - amount, needed=case.bylaws.minimum_balance, who=member)
    yield from enough_in(books.cash_box, amount)


def save(act: saving.Save, case: Case) -> None:
    case.object(is_member(act.member, case.books))
    case.object(positive(act.amount))
    case.object(large_enough(act.amount, case))
    if not case.problems:
        case.receive("receipt", SAVINGS, act.amount, act.member)
        case.do(SavedOn(act.member, act.on))


def withdraw(act: saving.Withdraw, case: Case) -> None:
    _take_out(act.member, SAVINGS, act.amount, case)
    if not case.problems:
        case.pay("withdrawal", SAVINGS, act.amount, act.member)


def buy_shares(act: saving.BuyShares, case: Case) -> None:
    case.object(is_member(act.member, case.books))
    case.object(positive(act.amount))
    if not case.problems:
        case.receive("receipt", SHARES, act.amount, act.member)


def redeem_shares(act: saving.RedeemShares, case: Case) -> None:
    _take_out(act.member, SHARES, act.amount, case)
    if not case.problems:
        case.pay("shares_redeemed", SHARES, act.amount, act.member)


def _take_out(member: PersonId, account: Account, amount: Money, case: Case) -> None:
    case.object(positive(amount))
    if not case.object(is_member(member, case.books)) and member in case.books.members:
        case.object(may_take_out(member, account, amount, case))


def may_spend(account: Account, amount: Money, books: Books) -> Iterator[Problem]:
    """Expenses, or what a fund or payable holds; always out of the box."""
    if account not in EXPENSES_BY_SPEND | PAYABLE_BY_SPEND:
        needed = tuple(sorted(EXPENSES_BY_SPEND | PAYABLE_BY_SPEND))
        yield Problem("wrong_account", found=account, needed=needed)
    elif account in PAYABLE_BY_SPEND and amount > -books.account_total(account):
        yield Problem("more_than_balance", found=amount, needed=-books.account_total(account), who=account)
    yield from positive(amount)
    yield from enough_in(books.cash_box, amount)


def spend(act: saving.Spend, case: Case) -> None:
    case.object(may_spend(act.account, act.amount, case.books))
    if not case.problems:
        case.pay("spend", act.account, act.amount)


def receive(act: saving.Receive, case: Case) -> None:
    if act.account not in RECEIVABLE:
        case.object([Problem("wrong_account", found=act.account, needed=tuple(sorted(RECEIVABLE)))])
    case.object(positive(act.amount))
    if not case.problems:
        case.receive("receive", act.account, act.amount)


def deposit_cash(act: saving.DepositCash, case: Case) -> None:
    case.object(positive(act.amount))
    case.object(enough_in(case.books.cash_box, act.amount))
    if not case.problems:
        case.pay("deposit", BANK_ACCOUNT, act.amount)


def draw_cash(act: saving.DrawCash, case: Case) -> None:
    case.object(positive(act.amount))
    case.object(enough_in(case.books.bank, act.amount))
    if not case.problems:
        case.receive("draw", BANK_ACCOUNT, act.amount)


def count_cash(act: saving.CountCash, case: Case) -> None:
    case.object(counted_right(act.counted, act.reason, case))
    if not case.problems:
        book_difference(act.counted, act.reason, case)


def counted_right(counted: Money | None, reason: str | None, case: Case) -> Iterator[Problem]:
    """A count is there; a difference has a reason and stays within the tolerance."""
    if case.apart is not None:
        return
    if counted is None:
        yield Problem("count_missing", needed=case.books.cash_box)
        return
    difference = counted - case.books.cash_box
    if abs(difference) > case.bylaws.cash_tolerance:
        yield Problem("count_above_tolerance", found=difference, needed=case.bylaws.cash_tolerance)
    if difference and not (reason or "").strip():
        yield Problem("reason_missing", found=difference)


def book_difference(counted: Money | None, reason: str | None, case: Case) -> None:
    """A shortage is an expense (5095), a surplus other income (4090)."""
    if case.apart is not None:
        counts = [slip for slip in case.apart.slips if slip.item == "count"]
        difference = total(leg.amount for slip in counts for leg in slip.legs if leg.account == CASH_BOX)
    else:
        assert counted is not None
        difference = counted - case.books.cash_box
    other_side = SHORTAGE if difference < NOTHING else OTHER_INCOME
    case.move("count", Leg(CASH_BOX, difference), Leg(other_side, -difference), text=reason or "")
