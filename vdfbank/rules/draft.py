"""A draft of the next books: effects are carried out on it one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from vdfbank.bank.account import CASH_BOX, HELD, SAVINGS, SHARES, is_result
from vdfbank.bank.bylaws import LONGEST_SAVING_MONTHS
from vdfbank.bank.calendar import Month, add_months
from vdfbank.bank.money import NOTHING
from vdfbank.bank.person import LoanId, PersonId
from vdfbank.loans.position import Position
from vdfbank.loans.schedule import schedule
from vdfbank.rules import effects as e
from vdfbank.rules.books import NO_HOLDER, AgreedByLaws, Books, Completion, Held, Loan, LoanStanding, Member, Moment
from vdfbank.rules.loan_state import interest_begun

#: How many savings days the books remember: dormancy asks for the last few.
_SAVINGS_DAYS_KEPT = 60


class Draft:
    """Books that may still change; `books()` gives them as they stand."""

    def __init__(self, books: Books) -> None:
        self._books = books
        self._own: dict[str, Any] = {}
        self._number = books.number + 1

    def books(self) -> Books:
        """The books with everything carried out so far."""
        if self._own:
            self._books = replace(self._books, **self._own)
            self._own = {}
        return self._books

    def carry_out(self, effects: Iterable[e.Effect]) -> Draft:
        for effect in effects:
            _DEEDS[type(effect)](self, effect)
        return self

    def after(self, checked: e.Checked) -> Books:
        """The books after `checked`."""
        return self.carry_out_as(checked).books()

    def carry_out_as(self, checked: e.Checked) -> Draft:
        """Carry out an act under its own number."""
        self._number = checked.number
        self.carry_out(checked.effects)
        self._own |= {"number": checked.number, "last_on": checked.act.on}
        return self

    def _get(self, name: str) -> Any:
        return self._own.get(name, getattr(self._books, name))

    def _edit(self, name: str) -> dict[Any, Any]:
        """The named mapping, free to change: copied once."""
        if name not in self._own:
            self._own[name] = dict(getattr(self._books, name))
        owned: dict[Any, Any] = self._own[name]
        return owned

    def _put(self, name: str, key: str, inner: str, value: Any) -> None:
        """Set one value of a mapping of mappings."""
        outer = self._edit(name)
        outer[key] = {**outer.get(key, {}), inner: value}

    # --- money ---------------------------------------------------------------------------------------------------

    def post(self, slip: e.Slip) -> None:
        balances, moved = self._edit("balances"), dict[PersonId, None]()
        for leg in slip.legs:
            holder = leg.holder if leg.account in HELD else NO_HOLDER
            held = balances.get(leg.account, {})
            # Copied only where it changes: the books before stay as they were.
            held = {**held, holder: held.get(holder, NOTHING) + leg.amount}
            if not held[holder]:
                del held[holder]
            balances[leg.account] = held
            if not held:
                del balances[leg.account]
            if leg.account in (SAVINGS, SHARES):
                moved[PersonId(leg.holder)] = None
            if is_result(leg.account) and slip.item != "closing":
                self._result(slip.on, leg)
        for member in moved:
            self._moment(member, slip.on)
        self._number_voucher(slip)

    def _result(self, on: date, leg: e.Leg) -> None:
        year = str(self._books.fiscal_year(on))
        before = self._get("results").get(year, {}).get(leg.account, NOTHING)
        self._put("results", year, leg.account, before + leg.amount)

    def _number_voucher(self, slip: e.Slip) -> None:
        self._own["entries"] = self._get("entries") + 1
        series = voucher_series(slip)
        vouchers = self._edit("vouchers")
        vouchers[series] = vouchers.get(series, 0) + 1

    def _moment(self, member: PersonId, on: date) -> None:
        balances = self._get("balances")
        savings, shares = (-balances.get(account, {}).get(member, NOTHING) for account in (SAVINGS, SHARES))
        known = _still_needed(self._get("members")[member].moments, on)
        self._change_member(member, moments=(*known, Moment(on, savings, shares)))

    def _change_member(self, member: PersonId, **changes: Any) -> None:
        members = self._edit("members")
        members[member] = replace(members[member], **changes)

    # --- people --------------------------------------------------------------------------------------------------

    def _founded(self, effect: e.Founded) -> None:
        self._own["village"] = effect.village

    def _opened(self, effect: e.Opened) -> None:
        self._own["opened"] = effect.on

    def _registered(self, effect: e.Registered) -> None:
        self._edit("people").update({person.id: person for person in effect.people})

    def _session_held(self, effect: e.SessionHeld) -> None:
        if not effect.elsewhere:
            self._edit("last_sessions")[effect.module] = effect.on
        for person in effect.completed:
            known = self._get("completions").get(person, {}).get(effect.module)
            if known is None or known.on <= effect.on:
                self._put("completions", person, effect.module, Completion(effect.on, self._number))

    def _elected(self, effect: e.Elected) -> None:
        self._edit("seats")[effect.committee] = effect.seats

    def _bylaws_agreed(self, effect: e.ByLawsAgreed) -> None:
        self._own["bylaws"] = (*self._get("bylaws"), AgreedByLaws(effect.in_force, self._number, effect.bylaws))

    def _joined(self, effect: e.Joined) -> None:
        self._edit("members")[effect.member] = Member(effect.member, effect.on)

    def _qualified_since(self, effect: e.QualifiedSince) -> None:
        moments = self._get("members")[effect.member].moments
        self._change_member(effect.member, moments=tuple(replace(moment, on=effect.since) for moment in moments))

    def _saved_on(self, effect: e.SavedOn) -> None:
        self._change_member(effect.member, last_saved=effect.on)

    def _day_held(self, effect: e.DayHeld) -> None:
        self._own["savings_days"] = (*self._get("savings_days"), effect.on)[-_SAVINGS_DAYS_KEPT:]

    def _member_gone(self, effect: e.MemberGone) -> None:
        self._change_member(effect.member, standing=effect.standing)

    def _nominee_named(self, effect: e.NomineeNamed) -> None:
        self._change_member(effect.member, nominee=effect.nominee)

    # --- loans ---------------------------------------------------------------------------------------------------

    def _change_loan(self, loan: LoanId, **changes: Any) -> None:
        loans = self._edit("loans")
        changed = replace(loans[loan], **changes)
        if changed.state in ("open", "repaid") and "position" in changes:
            changed = replace(changed, state="open" if changed.position.owed > 0 else "repaid")
        loans[loan] = changed

    def _asked(self, effect: e.Asked) -> None:
        self._edit("loans")[effect.request.loan] = Loan(effect.request, "asked", effect.on)

    def _decided(self, effect: e.Decided) -> None:
        self._change_loan(effect.loan, state=effect.outcome)

    def _taken_back(self, effect: e.TakenBack) -> None:
        self._change_loan(effect.loan, state="withdrawn")

    def _paid_out(self, effect: e.PaidOut) -> None:
        loan = self._get("loans")[effect.loan]
        request = loan.request
        rows = schedule(request.amount, request.months, loan.rate, request.method, effect.on)
        self._edit("loans")[effect.loan] = replace(
            loan,
            state="open",
            position=Position.of(rows),
            terms=effect.terms,
            paid_out=effect.on,
            paid_out_act=self._number,
            rests_on=effect.rests_on,
            plan_start=effect.on,
            plan_principal=request.amount,
        )

    def _loan_taken(self, effect: e.LoanTaken) -> None:
        self._edit("loans")[effect.request.loan] = Loan(effect.request, "approved", effect.on)
        self._paid_out(e.PaidOut(effect.request.loan, effect.on, effect.terms))
        rows = self._get("loans")[effect.request.loan].position.rows
        paid = tuple(
            replace(row, paid_principal=row.principal, paid_interest=row.interest)
            if index < effect.instalments_paid
            else row
            for index, row in enumerate(rows)
        )
        if effect.penalties_unpaid:
            first = replace(paid[effect.instalments_paid], charged=effect.penalties_unpaid)
            paid = (*paid[: effect.instalments_paid], first, *paid[effect.instalments_paid + 1 :])
        self._change_loan(effect.request.loan, position=Position(paid))

    def _penalty_charged(self, effect: e.PenaltyCharged) -> None:
        """Where the loan was never paid out, its pay-out annulled, nobody owes what was charged on it."""
        loan = self._get("loans").get(effect.loan)
        if loan is not None and loan.was_paid_out:
            self._change_loan(effect.loan, position=loan.position.charged((effect.charge,)))

    def _payment_allocated(self, effect: e.PaymentAllocated) -> None:
        position = self._get("loans")[effect.loan].position
        self._change_loan(effect.loan, position=position.paid(effect.parts))

    def _called_in(self, effect: e.CalledIn) -> None:
        loan = self._get("loans")[effect.loan]
        self._change_loan(effect.loan, position=loan.position.called_in(effect.on, interest_begun(loan, effect.on)))

    def _penalties_stopped(self, effect: e.PenaltiesStopped) -> None:
        self._change_loan(effect.loan, penalties_stopped=True)

    def _rescheduled(self, effect: e.Rescheduled) -> None:
        loan = self._get("loans")[effect.loan]
        principal = loan.position.principal_outstanding
        rows = schedule(principal, effect.months, loan.rate, loan.request.method, effect.on)
        self._change_loan(
            effect.loan,
            position=loan.position.rescheduled(effect.on, rows, interest_begun(loan, effect.on)),
            plan_start=effect.on,
            plan_principal=principal,
            rescheduled=effect.on,
        )

    def _loan_written_off(self, effect: e.LoanWrittenOff) -> None:
        self._change_loan(effect.loan, state="written_off", written_off=effect.principal)

    def _recovered(self, effect: e.Recovered) -> None:
        loan = self._get("loans")[effect.loan]
        self._change_loan(effect.loan, recovered=loan.recovered + effect.amount)

    # --- closing -------------------------------------------------------------------------------------------------

    def _month_closed(self, effect: e.MonthClosed) -> None:
        self._own["closed_month"] = effect.month
        year = str(self._books.fiscal_year(effect.month.last))
        before = self._get("month_ends").get(year, {})
        added = {who: before.get(who, Held()) + held for who, held in effect.held.items()}
        self._edit("month_ends")[year] = {**before, **added}
        # What fell due in the month itself still belongs to the figures of its last day.
        self._put_away(effect.month.plus(-1).last)

    def _put_away(self, on: date) -> None:
        """Of loans that can neither change nor fall due only the end stays: the books stay as small as the bank."""
        over = {
            loan.id: LoanStanding(loan.request.member, loan.state)
            for loan in self._get("loans").values()
            if _is_over(loan, on)
        }
        if over:
            self._edit("finished").update(over)
            self._own["loans"] = {loan: kept for loan, kept in self._get("loans").items() if loan not in over}

    def _year_closed(self, effect: e.YearClosed) -> None:
        self._own["closed_year"] = effect.year
        unpaid = {who: amount for who, amount in effect.dividend.items() if amount}
        self._edit("dividends")[str(effect.year)] = unpaid

    def _dividend_paid(self, effect: e.DividendPaid) -> None:
        dividends = self._edit("dividends")
        year = str(effect.year)
        dividends[year] = {who: due for who, due in dividends[year].items() if who not in effect.members}

    def _nothing(self, effect: e.Effect) -> None:
        """Kept for the record; the books do not change."""


def voucher_series(slip: e.Slip) -> str:
    """Receipt, payment or journal voucher, by month: money into the box, out of it, or neither."""
    into_box = sum(leg.amount for leg in slip.legs if leg.account == CASH_BOX)
    kind = "RV" if into_box > 0 else "PV" if into_box < 0 else "JV"
    return f"{kind}-{Month.of(slip.on)}"


def _is_over(loan: Loan, on: date) -> bool:
    if loan.state in ("refused", "withdrawn"):
        return True
    return loan.state == "repaid" and all(row.due <= on for row in loan.position.rows)


def _still_needed(moments: tuple[Moment, ...], on: date) -> tuple[Moment, ...]:
    """Drop what no saving period can ask for any more; the last moment before the horizon stays as its opening."""
    horizon = add_months(on, -LONGEST_SAVING_MONTHS)
    first = next((index for index, moment in enumerate(moments) if moment.on > horizon), len(moments))
    return moments[max(0, first - 1) :]


_DEEDS: Mapping[type, Callable[[Draft, Any], None]] = {
    e.Slip: Draft.post,
    e.Founded: Draft._founded,
    e.Opened: Draft._opened,
    e.Registered: Draft._registered,
    e.SessionHeld: Draft._session_held,
    e.Elected: Draft._elected,
    e.ByLawsAgreed: Draft._bylaws_agreed,
    e.Joined: Draft._joined,
    e.QualifiedSince: Draft._qualified_since,
    e.SavedOn: Draft._saved_on,
    e.DayHeld: Draft._day_held,
    e.MemberGone: Draft._member_gone,
    e.NomineeNamed: Draft._nominee_named,
    e.Asked: Draft._asked,
    e.Decided: Draft._decided,
    e.TakenBack: Draft._taken_back,
    e.PaidOut: Draft._paid_out,
    e.LoanTaken: Draft._loan_taken,
    e.PenaltyCharged: Draft._penalty_charged,
    e.PaymentAllocated: Draft._payment_allocated,
    e.CalledIn: Draft._called_in,
    e.PenaltiesStopped: Draft._penalties_stopped,
    e.Rescheduled: Draft._rescheduled,
    e.LoanWrittenOff: Draft._loan_written_off,
    e.Recovered: Draft._recovered,
    e.VotesCast: Draft._nothing,
    e.MonthClosed: Draft._month_closed,
    e.YearClosed: Draft._year_closed,
    e.DividendPaid: Draft._dividend_paid,
    e.Annulled: Draft._nothing,
    e.Confirmed: Draft._nothing,
}
