"""A savings day of a practice village: who comes, what they bring, the count."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from vdfbank.acts.act import Count, Pieces, Text
from vdfbank.acts.saving import DepositCash, Line, LoanPayment, SavingsDay
from vdfbank.bank.bylaws import ByLaws
from vdfbank.bank.money import DENOMINATIONS, NOTHING, Money, total
from vdfbank.bank.person import PersonId
from vdfbank.loans.position import Position
from vdfbank.office.practice_village import SMALLEST_NOTE, PracticeVillage, down_to_whole, up_to_whole
from vdfbank.rules.books import Loan

#: What stays in the box for a month's small needs.
_KEPT_IN_BOX = 1_000_000
_WITHDRAWN_IN = 10_000
#: The village agreed on the defaults.
_BYLAWS = ByLaws()


def hold_savings_day(village: PracticeVillage, on: date) -> None:
    """One sheet: everybody's line, then the count by denomination."""
    loans = _loans_by_member(village)
    lines = (_line(village, person, loans.get(person, []), on) for person in village.current())
    sheet = [*(line for line in lines if line), *_heirs(village, loans)]
    box = village.books.cash_box + total(_moved(line) for line in sheet)
    difference, reason = _counting_mistake(village)
    counted = Money(max(0, box + difference))
    by, seconded_by = village.two_officers()
    village.perform(
        SavingsDay(
            on=on,
            by=by,
            seconded_by=seconded_by,
            lines=tuple(sheet),
            counted=counted,
            count=pieces(counted),
            reason=reason,
            witness=village.lots.one_of(village.advisers()),
        )
    )


def deposit(village: PracticeVillage, on: date) -> None:
    """A box that holds too much goes to the bank account in the district town."""
    spare = village.books.cash_box - _KEPT_IN_BOX - 10_000 * village.members
    if spare > _KEPT_IN_BOX:
        by, seconded_by = village.two_officers()
        amount = Money(down_to_whole(spare, 100_000))
        village.perform(DepositCash(on=on, by=by, seconded_by=seconded_by, amount=amount))


def pieces(counted: Money) -> Pieces | None:
    """The notes of a count; None where single kip make notes impossible."""
    if counted % SMALLEST_NOTE or not counted:
        return None
    found: dict[str, Count] = {}
    rest = int(counted)
    for note in DENOMINATIONS:
        if number := rest // note:
            found[str(note)] = Count(number)
        rest %= note
    return found


def _line(village: PracticeVillage, person: PersonId, loans: list[Loan], on: date) -> Line | None:
    lots, habits = village.lots, village.habits[person]
    if village.is_away(person, on):
        return None
    if not lots.chance(habits.present):
        village.owes_a_saving.add(person)
        return Line(member=person, present=False)
    save = habits.saving * (2 if person in village.owes_a_saving else 1)
    village.owes_a_saving.discard(person)
    if lots.chance(50):
        save += 10_000 * lots.between(1, 10)  # a good harvest
    repaid = tuple(payment for loan in loans if (payment := _payment(village, loan, habits.punctual, on)))
    return Line(
        member=person,
        present=True,
        save=Money(save),
        repay=repaid[0].amount if len(loans) == 1 and repaid else repaid or None,
        withdraw=_withdrawal(village, person) if not loans and lots.chance(40) else None,
    )


def _loans_by_member(village: PracticeVillage) -> dict[PersonId, list[Loan]]:
    found: dict[PersonId, list[Loan]] = {}
    for loan in village.books.open_loans():
        found.setdefault(loan.request.member, []).append(loan)
    return found


def _payment(village: PracticeVillage, loan: Loan, punctual: int, on: date) -> LoanPayment | None:
    """What is due, in whole notes; who is short of money brings half or nothing."""
    due = due_now(loan, on)
    if due == NOTHING:
        return None
    if not village.lots.chance(punctual):
        due = Money(due // 2) if village.lots.chance(500) else NOTHING
    # No debt of single kip is left behind: the last payment is exact.
    owed = _with_todays_penalty(loan, on).owed
    whole = Money(up_to_whole(due, SMALLEST_NOTE))
    amount = owed if owed < whole + SMALLEST_NOTE else whole
    return LoanPayment(loan.id, amount) if due else None


def due_now(loan: Loan, on: date) -> Money:
    """What is due up to `on`, the day's penalty included."""
    rows = _with_todays_penalty(loan, on).rows
    return total(row.unpaid + row.unpaid_penalty for row in rows if row.due <= on)


def _with_todays_penalty(loan: Loan, on: date) -> Position:
    assert loan.terms is not None
    if loan.penalties_stopped:
        return loan.position
    return loan.position.charged(loan.position.charges(on, loan.terms.penalty, loan.terms.grace_days))


def _withdrawal(village: PracticeVillage, person: PersonId) -> Money | None:
    """At most half of what may be taken out, and nothing that would empty the box."""
    books = village.books
    half = (books.savings(person) - _BYLAWS.minimum_balance) // 2
    amount = down_to_whole(min(half, books.cash_box // 20), _WITHDRAWN_IN)
    return Money(amount) if amount > 0 else None


def _heirs(village: PracticeVillage, loans: dict[PersonId, list[Loan]]) -> Iterator[Line]:
    """What a dead member still owes, the family brings little by little."""
    for person, owed in loans.items():
        if not village.books.is_member(person) and village.lots.chance(800):
            amount = min(owed[0].position.owed, Money(50_000))
            yield Line(member=person, repay=(LoanPayment(owed[0].id, amount),))


def _moved(line: Line) -> Money:
    repaid = total(payment.amount for payment in line.repay) if isinstance(line.repay, tuple) else line.repay or NOTHING
    return (line.save or NOTHING) + repaid - (line.withdraw or NOTHING)


def _counting_mistake(village: PracticeVillage) -> tuple[int, Text | None]:
    """Now and then a note too few, rarely one too many."""
    if not village.lots.chance(60):
        return 0, None
    if village.lots.chance(300):
        return 1_000, Text("one note of 1 000 too many, nobody misses it")
    return -1_000 * village.lots.between(1, 4), Text("notes missing, counted three times")


def leave_for_work(village: PracticeVillage, on: date) -> None:
    """Some go to the town or over the border for months: no line on the sheet until they are back."""
    for person in village.current():
        # Who owes rarely goes: the guarantors see to that.
        going = 2 if any(village.books.open_loans(person)) else 4
        if not village.is_officer(person) and village.lots.chance(going):
            village.away[person] = on + timedelta(days=30 * village.lots.between(3, 9))
