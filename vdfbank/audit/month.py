"""Audit a month: figures, reconciliations and findings from the books and, apart from them, from the journal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from vdfbank.audit.figures import Figures, MonthBooks, figures
from vdfbank.audit.report import (
    AuditReport,
    Change,
    Closing,
    Finding,
    Name,
    Outreach,
    Reconciliation,
)
from vdfbank.bank.account import ALLOWANCE, CASH_BOX, LOANS, SAVINGS, Account
from vdfbank.bank.calendar import Month, fiscal_year_first
from vdfbank.bank.money import NOTHING, Money, total
from vdfbank.bank.person import PersonId
from vdfbank.journal.entry import JournalEntry
from vdfbank.ledger.cash import cash_flow
from vdfbank.ledger.loans import LoanLine, loan_lines, portfolio_at_risk
from vdfbank.ledger.statements import by_account, trial_balance
from vdfbank.rules.books import Books, Loan
from vdfbank.training.package import ALERT_AFTER_MONTHS, Package, package

#: Days late from which a loan is named as a finding of its own.
LONG_LATE_DAYS = 30


@dataclass(frozen=True, slots=True)
class MonthFile:
    """
    A month laid before the committee.

    `now` and `before` (None for the first month) as `figures` needs them; `balances` the journal's own sums by account
    and holder at the month's last day, the closing entries of a fiscal year's last day left out.
    """

    now: MonthBooks
    before: MonthBooks | None
    balances: Mapping[tuple[Account, str], Money]
    closed: Closing | None


def audit(file: MonthFile) -> AuditReport:
    """The report of a month, open or closed."""
    books, month = file.now.books, file.now.month
    village = books.village
    assert village is not None
    now = figures(file.now)
    before = figures(file.before) if file.before else None
    lines = loan_lines(books, month.last)
    meter = package(books, month.last)
    year = books.fiscal_year(month.last)
    reconciled = tuple(reconciliations(file, now, lines))
    return AuditReport(
        village.village,
        village.district,
        village.province,
        village.village_code,
        month,
        fiscal_year_first(year, village.fiscal_first_month),
        file.closed,
        now,
        before,
        tuple(changes(now, before)),
        reconciled,
        tuple(findings(file, reconciled, lines, meter)),
        tuple(line for line in lines if line.is_at_risk(0)),
        portfolio_at_risk(lines),
        meter,
        outreach(books),
        trial_balance(by_account(file.balances)),
        tuple(books.seated("advisory")),
        {person.id: Name(person.name, person.name_lao) for person in books.people.values()},
    )


def changes(now: Figures, before: Figures | None) -> Iterator[Change]:
    """The content of five sentences: savings, loans, cash, lateness, result."""

    def pair(key: str) -> dict[str, int | None]:
        return {"before": _number(before, key) if before else None, "now": _number(now, key)}

    yield Change(
        "savings",
        {**pair("savings_total"), "savers": _number(now, "savers_this_month"), "members": _number(now, "members")},
    )
    yield Change("loans", {**pair("loans_outstanding"), "active": _number(now, "active_loans")})
    yield Change("cash", {**pair("closing_cash"), "bank": _number(now, "bank_balance")})
    late = {
        "principal": _number(now, "par0"),
        "bp": _number(now, "par0_bp"),
        "overdue": _number(now, "overdue_principal"),
    }
    yield Change("late", {**late, "recovered_bp": _number(now, "recovery_rate_bp")})
    result = {key: _number(now, f"{key}_to_date") for key in ("income", "expense", "surplus")}
    yield Change("result", result)


def _number(figures: Figures, key: str) -> int | None:
    value = figures[key]
    assert not isinstance(value, str)
    return value


def reconciliations(file: MonthFile, now: Figures, lines: Sequence[LoanLine]) -> Iterator[Reconciliation]:
    """Each number reckoned twice: by the books act by act, and by adding up the journal."""
    books = file.now.books
    accounts = by_account(file.balances)
    cards = total(books.savings(member) for member in books.members)
    positions = total(line.principal_outstanding for line in lines)
    flow = cash_flow(file.now.entries)
    opening = Money(_number(now, "opening_cash") or 0)
    yield Reconciliation("cash_counted_book", file.now.counted, accounts.get(CASH_BOX, NOTHING))
    yield Reconciliation("cash_flow", opening + flow.change, accounts.get(CASH_BOX, NOTHING))
    yield Reconciliation("savings_cards_control", cards, -accounts.get(SAVINGS, NOTHING))
    yield Reconciliation("loans_control", positions, accounts.get(LOANS, NOTHING))
    if file.closed is not None:
        yield Reconciliation(
            "allowance_table", total(line.allowance for line in lines), -accounts.get(ALLOWANCE, NOTHING)
        )
    debits = total(max(NOTHING, balance) for balance in accounts.values())
    yield Reconciliation("debits_credits", debits, -total(min(NOTHING, balance) for balance in accounts.values()))


def findings(
    file: MonthFile, reconciled: Sequence[Reconciliation], lines: Sequence[LoanLine], meter: Package
) -> Iterator[Finding]:
    """What the committee should look at, gravest first."""
    for line in reconciled:
        if not line.agrees and line.left is not None:
            yield Finding(line.code, found=line.left, needed=line.right)
    if file.now.counted is None:
        yield Finding("cash_not_counted", found=None, needed=file.now.books.cash_box)
    yield from _voucher_gaps(file.now.entries)
    if not any(Month.of(day) == file.now.month for day in file.now.books.savings_days):
        yield Finding("no_savings_day", found=0, needed=1)
    for late in lines:
        if late.days_late > LONG_LATE_DAYS:
            yield Finding("long_late", who=late.loan, found=late.days_late, needed=LONG_LATE_DAYS)
    yield from _loans_paid_out(file.now)
    yield from _reversals(file.now.entries)
    for module, months in meter.months_since.items():
        if months is None or months >= ALERT_AFTER_MONTHS:
            yield Finding("package_alert", who=module, found=months, needed=ALERT_AFTER_MONTHS)


def _voucher_gaps(entries: Sequence[JournalEntry]) -> Iterator[Finding]:
    """Numbers of each series run from 1 without a gap."""
    seen: dict[str, list[int]] = {}
    for entry in entries:
        series, number = entry.voucher.rsplit("-", 1)
        seen.setdefault(series, []).append(int(number))
    for series, numbers in sorted(seen.items()):
        if sorted(numbers) != list(range(1, len(numbers) + 1)):
            yield Finding("voucher_gap", who=series, found=len(numbers), needed=max(numbers))


def _loans_paid_out(month: MonthBooks) -> Iterator[Finding]:
    """Loans without the trainings they should rest on, and loans to committee members or their households."""
    books = month.books
    committee = {**books.seated("management"), **books.seated("advisory")}
    houses = {books.household(person) for person in committee}
    for loan in sorted(books.loans.values(), key=lambda loan: loan.id):
        if loan.paid_out is None or Month.of(loan.paid_out) != month.month:
            continue
        if not loan.rests_on:
            yield Finding("loan_without_training", who=loan.id, found=0, needed=2, act=loan.paid_out_act)
        if books.household(loan.request.member) in houses:
            yield Finding("committee_loan", who=loan.id, found=loan.request.amount, act=loan.paid_out_act)


def _reversals(entries: Sequence[JournalEntry]) -> Iterator[Finding]:
    for act in dict.fromkeys(entry.act for entry in entries if entry.reverses is not None):
        undone = [entry for entry in entries if entry.act == act]
        moved = total(posting.amount for entry in undone for posting in entry.postings if posting.amount > 0)
        yield Finding("reversal", found=moved, act=act)


def outreach(books: Books) -> Outreach:
    """Women and poor families among members and borrowers of open loans."""
    members = list(books.current_members())
    loans = list(books.open_loans())
    borrowers = {loan.request.member for loan in loans}

    def women(people: set[PersonId] | list[PersonId]) -> int:
        return sum(books.people[person].sex == "F" for person in people)

    def poor(people: set[PersonId] | list[PersonId]) -> int:
        return sum(bool(books.people[person].poor) for person in people)

    def volume(chosen: list[Loan]) -> Money:
        return total(loan.request.amount for loan in chosen)

    return Outreach(
        len(members),
        women(members),
        poor(members),
        len(borrowers),
        women(borrowers),
        poor(borrowers),
        volume(loans),
        volume([loan for loan in loans if books.people[loan.request.member].sex == "F"]),
        volume([loan for loan in loans if books.people[loan.request.member].poor]),
    )
