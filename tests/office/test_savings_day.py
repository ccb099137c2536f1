"""What a savings day expects, how it is recorded, and the act it makes."""

from datetime import date

import pytest

from tests.village import Village, founded, joined, saved
from vdfbank.acts.act import Key, Text
from vdfbank.acts.saving import Expense, Line, LoanPayment
from vdfbank.bank.account import STATIONERY
from vdfbank.bank.money import Money
from vdfbank.bank.person import LoanId, PersonId
from vdfbank.content.savings_day import LoanDue, SavingsDaySheet, SheetRow
from vdfbank.office.drafts import DayDraft, Entered, draft_text, read_draft
from vdfbank.office.recorded_day import RecordedDay
from vdfbank.office.savings_day import (
    day_to_open,
    may_begin,
    next_savings_day,
    savings_day_sheet,
)
from vdfbank.office.standing import practice_day
from vdfbank.rules.check import check
from vdfbank.rules.effects import Checked

M01, M06, M07 = PersonId("M01"), PersonId("M06"), PersonId("M07")
LENT = "2025-04-01  lend  L1  M06  300 000  3 months  300 bp  flat"


def sheet_of(village: Village, on: str) -> SavingsDaySheet:
    sheet = savings_day_sheet(village.books, date.fromisoformat(on))
    assert sheet is not None
    return sheet


def row_of(village: Village, on: str, member: PersonId) -> SheetRow:
    return sheet_of(village, on).row(member)


def recorded(village: Village, on: str) -> RecordedDay:
    return RecordedDay.of(sheet_of(village, on), DayDraft(date.fromisoformat(on), Key("k1")))


def test_the_usual_saving_is_the_last_one_else_the_smallest() -> None:
    village = joined()
    assert row_of(village, "2025-01-05", M01).saving == 10_000
    village.tell("""
    2025-01-05  savings_day  M01 save 25 000
    2025-01-06  save  M01  35 000
    2025-01-06  withdraw  M01  10 000
    """)
    assert row_of(village, "2025-02-05", M01).saving == 35_000
    assert row_of(village, "2025-02-05", M06).saving == 10_000


def test_a_saving_the_books_no_longer_show_is_not_guessed() -> None:
    """36 months are remembered: what is kept then begins in the middle."""
    village = joined()
    village.tell("2025-01-05  save  M01  25 000")
    member = village.books.members[M01]
    assert row_of(village, "2025-02-05", M01).saving == 25_000
    from dataclasses import replace

    from vdfbank.office.savings_day import usual_saving

    assert usual_saving(replace(member, joined=date(2020, 1, 1))) is None
    assert usual_saving(replace(member, last_saved=date(2024, 1, 1))) is None


def test_what_a_loan_asks_for_counts_the_penalties_of_the_day() -> None:
    """Nothing before its first instalment; 109 000 on the day; 2 % of 109 000 after it."""
    village = saved()
    village.tell(LENT)
    assert row_of(village, "2025-04-30", M06).loans == (
        LoanDue(LoanId("L1"), Money(0), Money(0), 0, Money(327_000), Money(300_000)),
    )
    assert row_of(village, "2025-05-01", M06).due == 109_000
    late = row_of(village, "2025-05-31", M06)
    assert (late.due, late.days_late, late.loans[0].penalty) == (111_180, 30, 2_180)
    assert sheet_of(village, "2025-05-01").loans_due == 1


def test_the_dead_are_asked_for_nothing_but_may_be_paid_for() -> None:
    village = saved(60_000)
    village.tell("""
    2025-04-01  lend  L1  M06  300 000  3 months  300 bp  flat
    2025-04-10  die   M06  Sister
    2025-04-10  die   M07  Brother
    """)
    day = recorded(village, "2025-05-05")
    row = day.sheet.row(M06)
    assert row.is_dead
    assert row.saving == 0
    assert M07 not in [line.member for line in day.sheet.rows]
    assert day.askable(row) == ("repay",)
    assert day.state(M06) == "recorded"
    assert M06 not in [line.member for line in day.with_count(witness=M01).act().lines]
    paid = day.with_cell(M06, "repay", Money(5_000))
    assert paid.judgement(M06).problems == ()
    assert Line(M06, repay=Money(5_000)) in paid.with_count(witness=M01).act().lines
    assert M06 not in day.sheet.witnesses


def test_a_row_is_recorded_absent_or_nothing_today() -> None:
    village = saved()
    village.tell(LENT)
    day = recorded(village, "2025-05-05")
    assert day.state(M06) == "open"
    assert day.missing_cells(M06) == ("save", "repay")
    day = day.with_cell(M06, "save", Money(0))
    assert day.missing_cells(M06) == ("repay",)
    assert day.with_cell(M06, "repay", Money(0)).state(M06) == "recorded"
    assert day.with_absence(M06).state(M06) == "absent"
    assert day.with_absence(M06).with_absence(M06).state(M06) == "open"
    # Who is absent brings nothing; who brings money is there.
    assert day.with_absence(M06).draft.entered(M06) == Entered(absent=True)
    there = day.with_absence(M06).with_cell(M06, "repay", Money(109_000))
    assert not there.draft.entered(M06).absent
    assert there.missing_cells(M06) == ("save",)


def test_all_as_expected_leaves_what_was_typed_and_who_is_absent() -> None:
    village = saved()
    village.tell(LENT)
    day = recorded(village, "2025-05-01").with_cell(M01, "save", Money(12_000)).with_absence(M07).all_as_expected()
    assert day.missing() == ()
    assert day.draft.entered(M01).save == 12_000
    assert day.draft.entered(M07).save is None
    assert day.draft.entered(M06) == Entered(save=Money(200_000), repay=Money(109_000))
    totals = day.totals()
    assert (totals.saved, totals.repaid, totals.withdrawn) == (12_000 + 11 * 200_000, 109_000, 0)
    assert totals.box == village.box + totals.saved + totals.repaid


def test_the_rules_object_at_the_row() -> None:
    village = saved()
    village.tell(LENT)
    day = recorded(village, "2025-05-01")
    assert [problem.code for problem in day.with_cell(M06, "repay", Money(327_001)).judgement(M06).problems] == [
        "overpaid"
    ]
    assert [problem.code for problem in day.with_cell(M01, "save", Money(500)).judgement(M01).problems] == [
        "below_minimum_saving"
    ]
    # Nobody's row is wrong because the box alone could not pay it.
    assert day.with_cell(M01, "withdraw", Money(150_000)).state(M01) == "open"
    split = day.with_cell(M06, "repay", Money(50_000)).judgement(M06)
    assert (split.penalty, split.interest, split.principal) == (0, 9_000, 41_000)


def test_a_sum_for_two_loans_goes_to_what_is_due_first() -> None:
    """L1 asks for 109 000 on 1 May, L2 for 51 500 on 2 May; what is more runs ahead on L1."""
    village = saved()
    village.tell("""
    2025-04-01  lend  L1  M06  300 000  3 months  300 bp  flat
    2025-04-02  lend  L2  M06  100 000  3 months  300 bp  flat  emergency
    """)
    day = recorded(village, "2025-05-05")
    due = {loan.loan: loan.due for loan in day.sheet.row(M06).loans}
    whole = sum(due.values())

    def paid(amount: int) -> object:
        return day.with_cell(M06, "repay", Money(amount)).line(M06).repay

    assert list(due) == ["L1", "L2"]
    assert paid(1_000) == (LoanPayment(LoanId("L1"), Money(1_000)),)
    assert paid(whole) == tuple(LoanPayment(loan, amount) for loan, amount in due.items())
    assert paid(whole + 5_000) == (
        LoanPayment(LoanId("L1"), due[LoanId("L1")] + 5_000),
        LoanPayment(LoanId("L2"), due[LoanId("L2")]),
    )
    owed = sum(loan.owed for loan in day.sheet.row(M06).loans)
    too_much = day.with_cell(M06, "repay", Money(owed + 1))
    assert [problem.code for problem in too_much.judgement(M06).problems] == ["overpaid"]
    assert day.with_cell(M06, "repay", Money(owed)).judgement(M06).problems == ()


def test_the_act_is_accepted_by_the_rules() -> None:
    village = saved()
    village.tell(LENT)
    day = recorded(village, "2025-05-01").with_absence(M07).all_as_expected()
    day = day.with_count(witness=PersonId("V01"), pieces={50_000: 3, 500: 1}, reason="  ", by=PersonId("M02"))
    assert day.draft.counted == 150_500
    assert day.act().count == {"50000": 3, "500": 1}
    assert day.act().reason is None
    day = day.with_count(pieces={}, total=day.totals().box)
    assert isinstance(check(day.act(), village.books), Checked)
    assert Line(M07, present=False) in day.act().lines


def test_blank_is_not_zero_and_not_a_match() -> None:
    day = recorded(saved(), "2025-05-01").all_as_expected()
    box = day.totals().box
    assert (day.difference, day.count_state) == (None, "missing")
    assert day.with_count(total=Money(0)).difference == -box
    for difference, state in ((0, "equal"), (5_000, "within"), (-5_000, "within"), (5_001, "above")):
        assert day.with_count(total=box + difference).count_state == state


def test_a_problem_leads_to_its_row() -> None:
    village = saved()
    village.tell(LENT)
    day = recorded(village, "2025-05-01")
    assert (day.member_of("L1"), day.member_of("M01"), day.member_of("1010")) == (M06, M01, None)


def test_a_draft_is_kept_as_text() -> None:
    draft = DayDraft(
        date(2025, 5, 1),
        Key("abc"),
        {
            M01: Entered(save=Money(0)),
            M06: Entered(absent=True),
            M07: Entered(repay=Money(1), withdraw=Money(2), settles=True),
        },
        {50_000: 2},
        None,
        "ເຫດຜົນ",
        PersonId("V01"),
        PersonId("M02"),
        PersonId("M01"),
        Money(77),
        (Expense(STATIONERY, Money(5), Text("pens")),),
        (LoanId("L1"),),
        Money(88),
    )
    assert read_draft(draft_text(draft)) == draft
    assert read_draft(draft_text(DayDraft(date(2025, 5, 1), Key("abc")))) == DayDraft(date(2025, 5, 1), Key("abc"))


def test_rows_of_people_who_left_meanwhile_are_left_out() -> None:
    village = saved()
    draft = DayDraft(date(2025, 5, 1), Key("k"), {M01: Entered(save=Money(20_000)), M07: Entered(save=Money(1))})
    village.tell("2025-04-02  leave  M07")
    day = RecordedDay.of(sheet_of(village, "2025-05-01"), draft)
    assert list(day.draft.rows) == [M01]


def test_there_is_no_sheet_before_the_by_laws() -> None:
    assert savings_day_sheet(Village().books, date(2025, 1, 1)) is None
    assert next_savings_day(Village().books, date(2025, 1, 1)) is None


def test_the_treasurer_records_and_advisers_watch() -> None:
    sheet = sheet_of(saved(), "2025-05-01")
    assert sheet.treasurer == "M02"
    assert sheet.witnesses[:3] == ("V01", "V02", "V03")
    assert sheet.names[M01].latin == "Name M01"


@pytest.mark.parametrize(
    ("today", "held", "following"),
    [
        ("2025-01-03", None, "2025-01-05"),
        ("2025-01-31", None, "2025-01-05"),
        ("2025-01-05", "2025-01-05", "2025-02-05"),
        ("2025-03-01", "2025-01-05", "2025-03-05"),
        ("2025-12-31", "2025-12-07", "2026-01-05"),
    ],
)
def test_the_next_savings_day(today: str, held: str | None, following: str) -> None:
    village = joined()
    if held:
        village.tell(f"{held}  savings_day  M01 save 10 000")
    assert next_savings_day(village.books, date.fromisoformat(today)) == date.fromisoformat(following)


def test_a_new_sheet_begins_on_the_savings_day_or_today() -> None:
    village = joined()
    assert day_to_open(village.books, date(2025, 1, 4)) == date(2025, 1, 4)
    assert day_to_open(village.books, date(2025, 1, 9)) == date(2025, 1, 5)
    village.tell("2025-01-07  save  M01  10 000")
    assert day_to_open(village.books, date(2025, 1, 9)) == date(2025, 1, 7)
    assert day_to_open(Village().books, date(2025, 1, 9)) == date(2025, 1, 9)


def test_a_sheet_is_not_begun_where_it_cannot_be_posted() -> None:
    village = joined()
    village.tell("2025-01-07  save  M01  10 000")
    assert may_begin(village.books, date(2025, 1, 7)) is None
    assert may_begin(village.books, date(2026, 1, 7)) is None
    objection = may_begin(village.books, date(2025, 1, 6))
    assert objection is not None
    assert objection.code == "date_before_last"


def test_time_in_the_practice_village_follows_what_is_done() -> None:
    today = date(2030, 1, 1)
    assert practice_day(Village().books, today) == today
    assert practice_day(founded().books, today) == date(2024, 12, 20)
    village = joined()
    assert practice_day(village.books, today) == date(2025, 1, 5)
    village.tell("2025-01-05  savings_day  M01 save 10 000")
    assert practice_day(village.books, today) == date(2025, 1, 31)
    village.perform("close_month", "2025-01-31", month="2025-01", counted=village.box, signed_by=["V01", "V02"])
    assert not village.objections
    assert practice_day(village.books, today) == date(2025, 2, 5)
