"""More than is due, settlements, expenses and pay-outs of a savings day, and what posting it would do."""

from datetime import date

import pytest

from tests.village import Village, saved
from vdfbank.acts.act import Key, Text
from vdfbank.acts.codec import act_fields
from vdfbank.acts.lending import Settle
from vdfbank.acts.saving import Expense, SavingsDay
from vdfbank.bank.account import STATIONERY
from vdfbank.bank.money import Money
from vdfbank.bank.person import LoanId, PersonId
from vdfbank.office.day_lines import split_order
from vdfbank.office.day_posting import acts, entries, objections, settled_after
from vdfbank.office.drafts import DayDraft
from vdfbank.office.recorded_day import RecordedDay
from vdfbank.office.savings_day import loans_due, savings_day_sheet

DAY = date(2025, 5, 31)
M01, M06 = PersonId("M01"), PersonId("M06")


@pytest.fixture
def village() -> Village:
    """M06 is 30 days late with 109 000; 2 180 of penalty come today. An approved loan of M05 waits."""
    village = saved()
    village.tell("""
    2025-04-01  lend  L1  M06  300 000  3 months  300 bp  flat
    2025-04-01  apply  L2  M05  150 000  3 months  300 bp  flat
    2025-04-01  decide  L2  approved  votes=M01:y,M02:y,M03:y
    """)
    return village


@pytest.fixture
def day(village: Village) -> RecordedDay:
    sheet = savings_day_sheet(village.books, DAY)
    assert sheet is not None
    draft = DayDraft(DAY, Key("k"), by=PersonId("M02"), witness=PersonId("V01"), seconded_by=M01)
    return RecordedDay.of(sheet, draft)


def test_the_sheet_announces_what_it_charges(day: RecordedDay) -> None:
    assert [(row.member, row.penalty) for row in day.sheet.penalties] == [("M06", 2_180)]
    assert [request.loan for request in day.sheet.approved] == ["L2"]
    assert day.sheet.officers[:2] == ("M01", "M02")
    assert "V01" in day.sheet.officers


def test_more_than_is_due_is_seen_and_may_be_saved(day: RecordedDay) -> None:
    paid = day.with_cell(M06, "repay", Money(120_000))
    assert (day.ahead(M06), paid.ahead(M06)) == (0, 120_000 - 111_180)
    assert not paid.may_settle(M06)
    saved_rest = paid.with_rest_saved(M06)
    assert (saved_rest.draft.entered(M06).save, saved_rest.draft.entered(M06).repay) == (8_820, 111_180)
    assert saved_rest.ahead(M06) == 0


def test_a_settlement_follows_the_day_in_one_breath(day: RecordedDay, village: Village) -> None:
    (loan,) = day.sheet.row(M06).loans
    assert loan.settlement == 111_180 + 200_000
    paid = day.with_cell(M06, "repay", Money(loan.settlement + 7_000))
    assert paid.may_settle(M06)
    settled = paid.with_settlement(M06)
    assert settled.draft.entered(M06).save == 7_000
    assert settled_after(settled) == 200_000
    exactly = day.with_cell(M06, "repay", loan.settlement).with_settlement(M06)
    assert exactly.draft.entered(M06).save is None
    done = settled.with_count(total=settled.totals().box).with_cell(M06, "save", Money(10_000))
    done = done.with_count(total=done.totals().box)
    whole, settle = acts(done)
    assert isinstance(whole, SavingsDay)
    assert settle == Settle(
        on=DAY, by=PersonId("M02"), seconded_by=M01, key=Key("k-L1"), loan=LoanId("L1"), amount=Money(200_000)
    )
    for act in (whole, settle):
        fields = dict(act_fields(act))
        village.perform(fields.pop("act"), fields.pop("on"), **fields)
        assert not village.objections
    assert village.loan("L1").state == "repaid"
    # Typed again, it is no settlement any more.
    assert not settled.with_cell(M06, "repay", Money(5_000)).draft.entered(M06).settles


def test_expenses_and_pay_outs_leave_the_box(day: RecordedDay) -> None:
    pens = Expense(STATIONERY, Money(20_000), Text("pens"))
    box = day.totals().box
    spent = day.with_expense(pens).with_expense(pens).with_pay_out(LoanId("L2"), paid=True)
    assert spent.totals().box == box - 40_000 - 150_000
    assert spent.totals().out == 190_000
    assert spent.without_expense(0).draft.expenses == (pens,)
    assert spent.with_pay_out(LoanId("L2"), paid=False).draft.pay_outs == ()
    act = spent.with_count(total=spent.totals().box).act()
    assert act.spend == (pens, pens)
    assert act.pay_outs == ("L2",)


def test_a_pay_out_nobody_approved_any_more_is_left_out(day: RecordedDay) -> None:
    draft = day.with_count(pay_outs=(LoanId("L2"), LoanId("L9"))).draft
    assert RecordedDay.of(day.sheet, draft).draft.pay_outs == ("L2",)


def test_what_the_rules_say_of_the_whole_day(day: RecordedDay) -> None:
    assert objections(day) == ()
    lorry = day.with_expense(Expense(STATIONERY, Money(900_000_000), Text("lorry")))
    assert [problem.code for problem in objections(lorry)] == ["not_enough_cash"]


def test_the_entries_are_counted_before_they_are_made(day: RecordedDay) -> None:
    recorded = day.all_as_expected()
    assert entries(recorded) == 0
    counted = recorded.with_count(total=recorded.totals().box)
    assert entries(counted) == 13 + 1
    assert entries(counted.with_expense(Expense(STATIONERY, Money(1), Text("pin")))) == 0


def test_the_paper_sheet_is_a_check_figure(day: RecordedDay) -> None:
    recorded = day.with_cell(M01, "save", Money(20_000)).with_cell(M01, "withdraw", Money(0))
    assert recorded.paper_difference is None
    assert recorded.with_count(paper_total=Money(25_000)).paper_difference == -5_000


def test_a_split_follows_the_by_laws_of_the_pay_out(day: RecordedDay) -> None:
    assert split_order(day.sheet.row(M06), day.sheet) == ("penalty", "interest", "principal")
    assert split_order(day.sheet.row(M01), day.sheet) == ("penalty", "interest", "principal")


def test_between_days_nothing_is_charged(village: Village) -> None:
    (between,) = loans_due(M06, village.books, DAY, charging=False)
    (on_the_day,) = loans_due(M06, village.books, DAY)
    assert (between.penalty, on_the_day.penalty) == (0, 2_180)
    assert on_the_day.due - between.due == 2_180


def test_a_saving_below_the_minimum_is_a_warning(day: RecordedDay) -> None:
    low = day.with_cell(M01, "save", Money(5_000))
    assert low.state(M01) == "look"
    assert low.judgement(M01).is_warning
    assert low.missing()[0] == "M01"
    assert not day.judgement(M01).is_warning
