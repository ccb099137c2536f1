"""The committee's own business in a practice village: expenses, a mistake put right, month ends, dividends."""

from __future__ import annotations

from datetime import date
from typing import Literal

from vdfbank.acts.act import Count, Text
from vdfbank.acts.books import CloseMonth, CloseYear, PayDividend, Reverse
from vdfbank.acts.founding import Elect
from vdfbank.acts.saving import Receive, Save, Spend
from vdfbank.bank.account import (
    ADVISORY_PAYABLE,
    COMMITTEE_PAYABLE,
    OTHER_INCOME,
    OUTSIDE_FUNDS,
    STATIONERY,
    TRANSPORT,
    WELFARE_FUND,
    Account,
)
from vdfbank.bank.calendar import Month
from vdfbank.bank.committee import Seat
from vdfbank.bank.money import Money, total
from vdfbank.office.practice_farewells import not_officers
from vdfbank.office.practice_village import PracticeVillage


def spend_and_receive(village: PracticeVillage, on: date, month: int) -> None:
    """Books and travel; `month` counts from the first savings day, 0."""
    if month == 0:
        _spend(village, on, STATIONERY, 60_000 + 2_000 * village.members, "passbooks, ledgers, cash box")
    if month % 3 == 2:
        _spend(village, on, TRANSPORT, 20_000, "report to the district")
    if month % 12 == 6:
        _spend(village, on, STATIONERY, 10_000 + 500 * village.members, "passbooks")
    if month == 4:
        _receive(village, on, OUTSIDE_FUNDS, 2_000_000, "revolving fund of the district")
    if month % 12 == 9:
        _receive(village, on, OTHER_INCOME, 5_000 * village.lots.between(2, 10), "old ledgers and a bench sold")
    welfare = -village.books.account_total(WELFARE_FUND)
    if welfare >= 50_000 and village.lots.chance(150):
        _spend(village, on, WELFARE_FUND, 50_000, "rice for a family after a fire")


def _spend(village: PracticeVillage, on: date, account: Account, amount: int, note: str) -> None:
    by, seconded_by = village.two_officers()
    if village.bring_cash(on, amount):
        village.perform(
            Spend(on=on, by=by, seconded_by=seconded_by, account=account, amount=Money(amount), note=Text(note))
        )


def _receive(village: PracticeVillage, on: date, account: Account, amount: int, note: str) -> None:
    by, seconded_by = village.two_officers()
    village.perform(
        Receive(on=on, by=by, seconded_by=seconded_by, account=account, amount=Money(amount), note=Text(note))
    )


def make_a_mistake(village: PracticeVillage, on: date) -> None:
    """Somebody who came late brings the saving, a zero too many is typed; it is reversed and done again."""
    person = village.lots.one_of(village.current())
    amount, late = village.habits[person].saving, Text("came the day after")
    by, seconded_by = village.two_officers()
    wrong = village.perform(Save(on=on, by=by, member=person, amount=Money(amount * 10), note=late))
    if wrong is not None:
        reason = Text("typed one zero too many")
        village.perform(Reverse(on=on, by=by, seconded_by=seconded_by, number=Count(wrong.number), reason=reason))
        village.perform(Save(on=on, by=by, member=person, amount=Money(amount), note=late))


def close_month(village: PracticeVillage, month: Month) -> None:
    """Two advisers count and sign on the last day."""
    first, second, *_ = village.lots.shuffled(village.advisers())
    remarks = Text("box and books agree") if village.lots.chance(300) else None
    village.perform(
        CloseMonth(
            on=month.last,
            by=village.seat("treasurer"),
            month=month,
            counted=village.books.cash_box,
            signed_by=tuple(sorted((first, second))),
            remarks=remarks,
        )
    )
    village.forget()


def share_out(village: PracticeVillage, on: date) -> None:
    """The year before is closed, its dividend paid (in cash every second year), then what the committees are due."""
    year = on.year - 1
    by, seconded_by = village.two_officers()
    village.perform(CloseYear(on=on, by=by, seconded_by=seconded_by, year=Count(year)))
    unpaid = total(village.books.dividends.get(str(year), {}).values())
    how: Literal["cash", "savings"] = "cash" if year % 2 else "savings"
    if unpaid and (how == "savings" or village.bring_cash(on, unpaid)):
        village.perform(PayDividend(on=on, by=by, seconded_by=seconded_by, year=Count(year), how=how))
    for account, note in ((COMMITTEE_PAYABLE, "management committee"), (ADVISORY_PAYABLE, "advisory committee")):
        payable = -village.books.account_total(account)
        if payable > 0:
            _spend(village, on, account, payable, f"{note} {year}")


def elect_again(village: PracticeVillage, on: date) -> None:
    """Every second January the last seat goes to somebody new."""
    seats = village.books.seats["management"]
    others = not_officers(village)
    *kept, _ = seats
    village.perform(Elect(on=on, committee="management", seats=(*kept, Seat(village.lots.one_of(others), "member"))))
