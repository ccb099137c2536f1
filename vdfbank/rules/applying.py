"""Check applications against the by-laws: the checklist, worked out anew at application, decision and pay-out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from vdfbank.acts import lending
from vdfbank.bank.bylaws import ByLaws
from vdfbank.bank.calendar import add_months
from vdfbank.bank.course import BUSINESS, SAFE_MIGRATION, Module
from vdfbank.bank.loan import Request
from vdfbank.bank.money import total
from vdfbank.bank.person import PersonId
from vdfbank.bank.problem import Figure, Problem
from vdfbank.rules.books import Books, Completion
from vdfbank.rules.case import Case
from vdfbank.rules.effects import Asked, CheckLine


@dataclass(frozen=True, slots=True)
class Asking:
    """A request on one day, before the books of that day."""

    request: Request
    on: date
    books: Books
    bylaws: ByLaws


#: A rule answers whether it is passed, the number found and the number needed.
Answer = tuple[bool, Figure, Figure]
LoanRule = Callable[[Asking], Answer]


def not_dormant(asking: Asking) -> Answer:
    member = asking.books.members[asking.request.member]
    days, after = asking.books.savings_days, asking.bylaws.dormant_after
    first = str(days[-after]) if 0 < after <= len(days) else None
    found = str(member.last_saved) if member.last_saved else None
    return not asking.books.dormant(member.person, asking.on), found, first


def asks_for_something(asking: Asking) -> Answer:
    return asking.request.amount > 0, asking.request.amount, 1


def no_open_loan(asking: Asking) -> Answer:
    """An ordinary loan needs no open loan at all, an emergency loan no open emergency loan."""
    in_the_way = total(
        loan.position.owed
        for loan in asking.books.open_loans(asking.request.member)
        if asking.request.product == "ordinary" or loan.request.product == "emergency"
    )
    return in_the_way == 0, in_the_way, 0


def saved_three_months(asking: Asking) -> Answer:
    """At no moment below the qualifying savings since the end of the day `saving_months` before."""
    start = add_months(asking.on, -asking.bylaws.saving_months)
    lowest = asking.books.lowest_since(asking.request.member, start, asking.bylaws.limit_base)
    return lowest >= asking.bylaws.qualifying_savings, lowest, asking.bylaws.qualifying_savings


def within_savings_multiple(asking: Asking) -> Answer:
    member = asking.request.member
    limit = asking.books.limit_base(member, asking.bylaws.limit_base).times(asking.bylaws.savings_multiple)
    owed = asking.books.owed_principal(member) + asking.request.amount
    return owed <= limit, owed, limit


def long_enough(asking: Asking) -> Answer:
    return asking.request.months >= asking.bylaws.term_min, asking.request.months, asking.bylaws.term_min


def short_enough(asking: Asking) -> Answer:
    return asking.request.months <= asking.bylaws.term_max, asking.request.months, asking.bylaws.term_max


def rate_high_enough(asking: Asking) -> Answer:
    return asking.request.rate_bp >= asking.bylaws.rate_min_bp, asking.request.rate_bp, asking.bylaws.rate_min_bp


def rate_low_enough(asking: Asking) -> Answer:
    return asking.request.rate_bp <= asking.bylaws.rate_max_bp, asking.request.rate_bp, asking.bylaws.rate_max_bp


def method_agreed(asking: Asking) -> Answer:
    methods = tuple(str(method) for method in asking.bylaws.methods)
    return asking.request.method in asking.bylaws.methods, asking.request.method, methods


def not_in_arrears(asking: Asking) -> Answer:
    days_late = asking.books.in_arrears(asking.request.member, asking.on)
    return days_late == 0, days_late, 0


def guarantors_stand_free(asking: Asking) -> Answer:
    """
    Enough guarantors, all different, and each of them free to stand: found is how many are.

    One who is not free spoils the guarantee even where others would be enough.
    """
    given = asking.request.guarantors
    free = [guarantor for guarantor in dict.fromkeys(given) if stands_free(guarantor, asking)]
    return (
        len(free) == len(given) and len(free) >= asking.bylaws.guarantors,
        len(free),
        max(asking.bylaws.guarantors, len(given)),
    )


def stands_free(guarantor: PersonId, asking: Asking) -> bool:
    """An active member of another household, not in arrears, for whose open loans the borrower does not stand."""
    books, borrower = asking.books, asking.request.member
    return (
        books.is_member(guarantor)
        and not books.dormant(guarantor, asking.on)
        and guarantor != borrower
        and books.household(guarantor) != books.household(borrower)
        and books.in_arrears(guarantor, asking.on) == 0
        and not any(borrower in loan.request.guarantors for loan in books.open_loans(guarantor))
    )


def leaves_liquidity(asking: Asking) -> Answer:
    """Cash in box and bank after the pay-out covers the liquid part of all savings, rounded up."""
    after = asking.books.cash_box + asking.books.bank - asking.request.amount
    exact = Fraction(asking.bylaws.liquidity_bp, 10_000) * asking.books.savings_total
    needed = -(-exact.numerator // exact.denominator)
    return after >= needed, after, needed


def trained_in_safe_migration(asking: Asking) -> Answer:
    return _trained(SAFE_MIGRATION, asking)


def trained_in_business(asking: Asking) -> Answer:
    return _trained(BUSINESS, asking)


def _trained(module: Module, asking: Asking) -> Answer:
    """Completed, and still valid: the same day so many months later included."""
    months = asking.bylaws.training[module]
    completion = valid_completion(module, asking)
    known = asking.books.completions.get(asking.request.member, {}).get(module)
    return completion is not None, str(known.on) if known else None, str(add_months(asking.on, -months))


def valid_completion(module: Module, asking: Asking) -> Completion | None:
    known = asking.books.completions.get(asking.request.member, {}).get(module)
    if known is None or asking.on > add_months(known.on, asking.bylaws.training[module]):
        return None
    return known


def within_emergency_cap(asking: Asking) -> Answer:
    passed = asking.request.product == "ordinary" or asking.request.amount <= asking.bylaws.emergency_cap
    return passed, asking.request.amount, asking.bylaws.emergency_cap if asking.request.product == "emergency" else None


#: Every rule with the code of its objection, in the order the checklist shows them.
RULES: tuple[tuple[str, LoanRule], ...] = (
    ("dormant", not_dormant),
    ("amount_not_positive", asks_for_something),
    ("loan_outstanding", no_open_loan),
    ("saving_period", saved_three_months),
    ("over_savings_multiple", within_savings_multiple),
    ("term_too_short", long_enough),
    ("term_too_long", short_enough),
    ("rate_too_low", rate_high_enough),
    ("rate_too_high", rate_low_enough),
    ("method_not_agreed", method_agreed),
    ("in_arrears", not_in_arrears),
    ("guarantors", guarantors_stand_free),
    ("liquidity", leaves_liquidity),
    ("no_safe_migration_training", trained_in_safe_migration),
    ("no_business_training", trained_in_business),
    ("over_emergency_cap", within_emergency_cap),
)


def checklist(request: Request, on: date, books: Books) -> tuple[CheckLine, ...]:
    """Every line of a request's checklist, passed ones too; one line alone for who is no member."""
    bylaws = books.bylaws_on(on)
    if bylaws is None or not books.is_member(request.member):
        return (CheckLine("not_a_member", passed=False, found=request.member, needed=None),)
    asking = Asking(request, on, books, bylaws)
    lines = [CheckLine("not_a_member", passed=True, found=request.member, needed=None)]
    return (*lines, *(CheckLine(code, *rule(asking)) for code, rule in RULES))


def failing(lines: tuple[CheckLine, ...]) -> Iterator[Problem]:
    """What a checklist objects to."""
    for line in lines:
        if not line.passed:
            yield Problem(line.code, found=line.found, needed=line.needed)


def apply(act: lending.Apply, case: Case) -> None:
    """Always recorded, answered with the checklist; only an id used before is refused."""
    if case.books.is_taken(act.loan):
        case.object([Problem("duplicate_id", found=act.loan, who=act.loan)])
    if not case.problems:
        case.do(Asked(act.request, act.on, checklist(act.request, act.on, case.books)))
