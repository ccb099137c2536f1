"""Rules of closing: months in their order, the year, the dividend."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction

from vdfbank.acts import books as acts
from vdfbank.bank.account import (
    ADVISORY_PAYABLE,
    ALLOWANCE,
    CASH_BOX,
    COMMITTEE_PAYABLE,
    DIVIDENDS_PAYABLE,
    PROVISION,
    RESERVE,
    SAVINGS,
    SURPLUS,
    WELFARE_FUND,
    Account,
    is_income,
)
from vdfbank.bank.bylaws import ByLaws
from vdfbank.bank.calendar import Month, fiscal_year_last
from vdfbank.bank.money import NOTHING, Money, share, total
from vdfbank.bank.person import LoanId, PersonId
from vdfbank.bank.problem import Problem
from vdfbank.rules.books import Books, Held
from vdfbank.rules.case import Case
from vdfbank.rules.draft import Draft
from vdfbank.rules.effects import DividendPaid, Leg, MonthClosed, YearClosed
from vdfbank.rules.money import enough_in

#: Signatures a month needs.
SIGNATURES = 2


def close_month(act: acts.CloseMonth, case: Case) -> None:
    """Allowance dated the month's last day, then the seal; figures are of that day, even if later acts came first."""
    case.object(_signed(act, case))
    if case.object(_in_order(act, case.books)):
        return
    end = _at(act.month.last, case)
    case.object(_counted(act, end))
    if not case.problems:
        _post_allowance(act.month, end, case)
        held = {member: end.held(member) for member in end.current_members()}
        case.do(MonthClosed(act.month, act.counted or NOTHING, act.signed_by, held))


def _signed(act: acts.CloseMonth, case: Case) -> Iterator[Problem]:
    advisers = case.books.seated("advisory")
    signing = {person for person in act.signed_by if person in advisers}
    for person in dict.fromkeys(act.signed_by):
        if person in case.books.people and person not in advisers:
            yield Problem("not_an_adviser", found=person, who=person)
    if len(signing) < SIGNATURES:
        yield Problem("too_few_advisers", found=len(signing), needed=SIGNATURES)


def _in_order(act: acts.CloseMonth, books: Books) -> Iterator[Problem]:
    """The next month, and not before its last day."""
    next_one = books.month_to_close()
    if books.closed_month is not None and act.month <= books.closed_month:
        yield Problem("month_closed", found=str(act.month), needed=str(next_one))
    elif next_one is None or act.month != next_one:
        yield Problem("month_not_ready", found=str(act.month), needed=str(next_one) if next_one else None)
    elif act.on < act.month.last:
        yield Problem("month_not_ready", found=str(act.on), needed=str(act.month.last))


def _counted(act: acts.CloseMonth, end: Books) -> Iterator[Problem]:
    if act.counted is None:
        yield Problem("count_missing", needed=end.cash_box)
    elif act.counted != end.cash_box:
        yield Problem("month_not_ready", found=act.counted, needed=end.cash_box)


def _at(day: date, case: Case) -> Books:
    """The books at the end of `day`, with what was booked into it since: as they are, unless later acts came first."""
    last = case.before.last_on
    if last is None or last <= day:
        return case.before
    books = case.past.at(day)
    draft = Draft(books)
    draft.carry_out(slip for slip in case.past.dated_back(books, day))
    return draft.books()


def _post_allowance(month: Month, end: Books, case: Case) -> None:
    needed = allowances(end, month.last)
    changes = {}
    for loan in sorted({*needed, *end.balances.get(ALLOWANCE, {})}):
        change = needed.get(LoanId(loan), NOTHING) - end.loan_allowance(LoanId(loan))
        if change:
            changes[loan] = change
    sides = (Leg(ALLOWANCE, -change, loan) for loan, change in changes.items())
    case.move("allowance", Leg(PROVISION, total(changes.values())), *sides, on=month.last)


def allowances(books: Books, on: date) -> dict[LoanId, Money]:
    """Each open loan's whole outstanding principal times the provision of its days late, by the by-laws of that day."""
    bylaws = books.bylaws_on(on)
    assert bylaws is not None or not books.loans
    return {
        loan.id: loan_allowance(loan.position.principal_outstanding, loan.position.days_late(on), bylaws)
        for loan in books.open_loans()
        if bylaws is not None
    }


def loan_allowance(outstanding: Money, days_late: int, bylaws: ByLaws) -> Money:
    return outstanding.times(Fraction(bylaws.provision_bp(days_late), 10_000))


def close_year(act: acts.CloseYear, case: Case) -> None:
    """Income and expense are closed, the surplus split by the by-laws of the year's last day, dated that day."""
    if case.object(_year_ready(act.year, case.books)):
        return
    last_day = fiscal_year_last(act.year, _first_month(case.books))
    end = _at(last_day, case)
    bylaws = end.bylaws_on(last_day)
    assert bylaws is not None
    results = case.books.results.get(str(act.year), {})
    surplus = -total(results.values())
    dividend, pools = split(surplus, act.year, end, case.books, bylaws)
    for income in (True, False):
        closed = {account: balance for account, balance in results.items() if is_income(account) == income}
        legs = (Leg(account, -balance) for account, balance in sorted(closed.items()))
        case.move("closing", *legs, Leg(SURPLUS, total(closed.values())), on=last_day)
    case.move("closing", Leg(SURPLUS, surplus), *_pool_legs(pools, dividend), on=last_day)
    case.do(YearClosed(act.year, surplus, pools, dividend))


def _first_month(books: Books) -> int:
    return books.village.fiscal_first_month if books.village else 1


def _year_ready(year: int, books: Books) -> Iterator[Problem]:
    if books.closed_year is not None and year <= books.closed_year:
        yield Problem("wrong_state", found=year, needed=books.closed_year + 1)
        return
    first = books.fiscal_year(books.opened) if books.opened else None
    next_one = books.closed_year + 1 if books.closed_year is not None else first
    if next_one is None or year != next_one or books.closed_month is None:
        yield Problem("year_not_ready", found=year, needed=next_one)
        return
    last = Month.of(fiscal_year_last(year, _first_month(books)))
    if books.closed_month < last:
        yield Problem("year_not_ready", found=str(books.closed_month), needed=str(last))


def split(
    surplus: Money, year: int, end: Books, books: Books, bylaws: ByLaws
) -> tuple[dict[PersonId, Money], dict[str, Money]]:
    """
    The members' dividend by member, and the pools: each part floored, the rest (or a loss) to the reserve.

    Weights are the savings of the year's last day, or the sum of the year's month ends, of those who were members then;
    the by-laws of that day say whether savings, shares or both count, for every month of the year.
    """
    parts = bylaws.split_bp
    shares = (
        ("members", parts.members),
        ("committee", parts.committee),
        ("advisory", parts.advisory),
        ("welfare", parts.welfare),
    )
    pools = {name: Money(max(NOTHING, surplus) * bp // 10_000) for name, bp in shares}
    sums, on_the_last_day = books.month_ends.get(str(year), {}), bylaws.dividend_basis == "closing_balance"
    weights: dict[PersonId, int] = {
        member: (end.held(member) if on_the_last_day else sums.get(member, Held())).of(bylaws.limit_base)
        for member in end.current_members()
    }
    if not any(weights.values()):
        pools["members"] = NOTHING
    pools["reserve"] = surplus - total(pools.values())
    return share(pools["members"], weights), pools


_POOL_ACCOUNTS: Mapping[str, Account] = {
    "committee": COMMITTEE_PAYABLE,
    "advisory": ADVISORY_PAYABLE,
    "welfare": WELFARE_FUND,
    "reserve": RESERVE,
}


def _pool_legs(pools: Mapping[str, Money], dividend: Mapping[PersonId, Money]) -> Iterator[Leg]:
    for member, amount in sorted(dividend.items()):
        yield Leg(DIVIDENDS_PAYABLE, -amount, member)
    for name, account in _POOL_ACCOUNTS.items():
        yield Leg(account, -pools[name])


def pay_dividend(act: acts.PayDividend, case: Case) -> None:
    """In cash, or added to savings (of members only: who left or died is paid in cash)."""
    unpaid = case.books.dividends.get(str(act.year), {})
    if act.members is not None:
        case.object(_each_unpaid(act.members, unpaid))
        chosen = tuple(member for member in dict.fromkeys(act.members) if member in unpaid)
        if act.how == "savings":
            gone = (member for member in chosen if not case.books.is_member(member))
            case.object(Problem("member_left", found=member, who=member) for member in gone)
    else:
        chosen = tuple(member for member in unpaid if act.how == "cash" or case.books.is_member(member))
        if not chosen:
            case.object([Problem("wrong_state", found=0, needed=1)])
    if act.how == "cash":
        case.object(enough_in(case.books.cash_box, total(unpaid[member] for member in chosen)))
    if case.problems:
        return
    account = CASH_BOX if act.how == "cash" else SAVINGS
    for member in chosen:
        case.move("dividend", Leg(DIVIDENDS_PAYABLE, unpaid[member], member), Leg(account, -unpaid[member], member))
    case.do(DividendPaid(act.year, chosen))


def _each_unpaid(members: tuple[PersonId, ...], unpaid: Mapping[PersonId, Money]) -> Iterator[Problem]:
    if not members:
        yield Problem("wrong_state", found=0, needed=1)
    for member in dict.fromkeys(members):
        if member not in unpaid:
            yield Problem("wrong_state", found=member, who=member)
