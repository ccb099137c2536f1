"""The sheet of a savings day: who is expected with what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from vdfbank.acts.act import Act
from vdfbank.audit.report import Name
from vdfbank.bank.bylaws import LONGEST_SAVING_MONTHS, ByLaws
from vdfbank.bank.calendar import Month, add_months
from vdfbank.bank.money import NOTHING, Money, total
from vdfbank.bank.person import PersonId
from vdfbank.bank.problem import Problem
from vdfbank.content.savings_day import LoanDue, SavingsDaySheet, SheetRow
from vdfbank.loans.position import Charge
from vdfbank.rules.books import Books, Loan, Member
from vdfbank.rules.gate import date_objection
from vdfbank.rules.loan_state import settlement
from vdfbank.rules.savings_day import earliest_due


def savings_day_sheet(books: Books, on: date) -> SavingsDaySheet | None:
    """The sheet of a day; None while the village has no by-laws in force that day."""
    bylaws = books.bylaws_on(on)
    if bylaws is None:
        return None
    rows = tuple(_row(member, books, on, bylaws) for member in sheet_order(books))
    return SavingsDaySheet(on, books, bylaws, books.cash_box, rows, _witnesses(books), names(books))


def sheet_order(books: Books) -> Iterator[PersonId]:
    """Members in the order of the paper sheet: by number. Of the dead, those whose loan may still be paid."""
    for person, member in sorted(books.members.items()):
        if member.standing == "member" or (member.standing == "dead" and any(books.open_loans(person))):
            yield person


def names(books: Books) -> Mapping[PersonId, Name]:
    return {person.id: Name(person.name, person.name_lao) for person in books.people.values()}


def _row(person: PersonId, books: Books, on: date, bylaws: ByLaws) -> SheetRow:
    member = books.members[person]
    is_dead = member.standing == "dead"
    saving = NOTHING if is_dead else usual_saving(member) or bylaws.minimum_saving
    return SheetRow(person, saving, tuple(loans_due(person, books, on)), is_dead)


def usual_saving(member: Member) -> Money | None:
    """What the member saved last; None where the books no longer show it."""
    moments = member.moments
    for index in range(len(moments) - 1, -1, -1):
        if moments[index].on != member.last_saved:
            continue
        if index == 0 and not _begins_with_nothing(member):
            return None
        grown = moments[index].savings - (moments[index - 1].savings if index else NOTHING)
        if grown > 0:
            return grown
    return None


def _begins_with_nothing(member: Member) -> bool:
    """Whether the remembered moments reach back to the first saving: the books keep only the newest months."""
    return member.moments[-1].on <= add_months(member.joined, LONGEST_SAVING_MONTHS)


def loans_due(member: PersonId, books: Books, on: date, *, charging: bool = True) -> Iterator[LoanDue]:
    """A member's open loans, the one a payment goes to first; between savings days nothing is charged."""
    first = earliest_due(member, books)
    others = sorted((loan for loan in books.open_loans(member) if loan is not first), key=lambda loan: loan.id)
    for loan in ([first] if first else []) + others:
        yield loan_due(loan, on, charging=charging)


def loan_due(loan: Loan, on: date, *, charging: bool = True) -> LoanDue:
    """What an open loan asks for on a savings day, the penalties of that day charged."""
    position = loan.position
    charges: tuple[Charge, ...] = ()
    if charging and loan.terms is not None and not loan.penalties_stopped:
        charges = position.charges(on, loan.terms.penalty, loan.terms.grace_days)
    charged = position.charged(charges)
    instalments = total(row.unpaid for row in charged.rows if row.due <= on)
    penalty = total(charge.amount for charge in charges)
    due = instalments + charged.penalties_unpaid
    settled = settlement(replace(loan, position=charged), on)
    return LoanDue(loan.id, due, penalty, position.days_late(on), charged.owed, settled)


def _witnesses(books: Books) -> tuple[PersonId, ...]:
    """Advisers, then the management committee, then everybody registered and alive."""
    first = [*books.seated("advisory"), *books.seated("management")]
    alive = (person for person in sorted(books.people) if not _is_dead(person, books))
    return tuple(dict.fromkeys([*first, *alive]))


def _is_dead(person: PersonId, books: Books) -> bool:
    member = books.members.get(person)
    return member is not None and member.standing == "dead"


def may_begin(books: Books, on: date) -> Problem | None:
    """What speaks against a sheet of that date; one of a day to come may be prepared."""
    return date_objection(Act(on=on), books, today=on)


def next_savings_day(books: Books, today: date) -> date | None:
    """
    The savings day to hold next: this month's while it was not held, else next month's.

    A day of an earlier month that was never held is not asked for any more; it can still be opened by its date.
    """
    if books.village is None or books.opened is None:
        return None
    month = Month.of(today)
    if any(Month.of(day) == month for day in books.savings_days):
        month = month.plus(1)
    return month.first.replace(day=books.village.savings_day)


def day_to_open(books: Books, today: date) -> date:
    """The date a new sheet begins with: the savings day if it has come, else today; not before the last act."""
    day = next_savings_day(books, today)
    chosen = day if day is not None and day <= today else today
    return max(chosen, books.last_on) if books.last_on is not None else chosen
