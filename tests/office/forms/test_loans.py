"""Forms of loans against the figures of the example year, and of villages where more happens to a loan."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from tests.kept import EXAMPLE, kept
from tests.paper.lines import read
from tests.village import Village, founded, saved
from vdfbank.bank.money import Money, total
from vdfbank.bank.person import LoanId, PersonId
from vdfbank.content.decisions import Decision
from vdfbank.content.loan_application import LoanApplication, WorkedOut
from vdfbank.content.loan_card import LoanCard
from vdfbank.content.loan_contract import Contract
from vdfbank.office.forms.agreed import bylaws_sheet
from vdfbank.office.forms.application import last_day, loan_application
from vdfbank.office.forms.asked import Asked
from vdfbank.office.forms.calculator import write_what_if
from vdfbank.office.forms.card import Cards
from vdfbank.office.forms.contract import loan_contract
from vdfbank.office.forms.minutes import minutes
from vdfbank.office.forms.printing import print_form
from vdfbank.office.reporting import NotYetError
from vdfbank.office.session import OpenBook
from vdfbank.office.wanted import MissingError
from vdfbank.office.what_if import what_if
from vdfbank.wording.language import ENGLISH, LAO

YEAR_END = date(2025, 12, 31)
TRAININGS = ["safe_migration", "business"]


@pytest.fixture
def example(example_file: Path) -> Iterator[OpenBook]:
    with OpenBook.open(example_file) as book:
        yield book


@contextmanager
def book_of(village: Village, folder: Path) -> Iterator[OpenBook]:
    with kept(village, folder / "village.vdf") as book:
        yield book


def lent(story: str = "") -> Village:
    """M06 borrows 600 000 flat over six months on 1 April; then the story."""
    village = saved(200_000)
    village.tell("2025-04-01  lend  L1  M06  600 000  6 months  flat")
    village.tell(story)
    return village


def card(village: Village, folder: Path, as_of: str = "2025-12-31") -> LoanCard:
    with book_of(village, folder) as book:
        return Cards(book, date.fromisoformat(as_of)).card(LoanId("L1"))


def application(book: OpenBook, loan: str, as_of: date = YEAR_END) -> LoanApplication:
    return loan_application(book, LoanId(loan), as_of)


def failing(worked_out: WorkedOut) -> list[str]:
    return [line.code for line in worked_out.failing]


def text(book: OpenBook, asked: Asked) -> str:
    return " ".join("\n".join(read(print_form(book.file.path, asked, ENGLISH))).split())


# --- the application -------------------------------------------------------------------------------------------------


def test_every_checklist_stands_on_the_application(example: OpenBook) -> None:
    asked = application(example, "L4")
    assert [(one.stage, one.act, one.passed) for one in asked.checklists] == [
        ("apply", 96, 17),
        ("decide", 97, 17),
        ("pay_out", 98, 17),
    ]
    assert [(one.state, one.on) for one in asked.outcomes] == [
        ("approved", date(2025, 7, 5)),
        ("open", date(2025, 7, 5)),
    ]
    assert (asked.savings, asked.owed, asked.state) == (420_000, 0, "open")


def test_a_request_that_asks_for_too_much_says_what_would_pass(example: OpenBook) -> None:
    asked = application(example, "R02")
    assert [failing(one) for one in asked.checklists] == [["over_savings_multiple"]] * 2
    assert [(one.state, one.reason) for one in asked.outcomes] == [("refused", "rule: over_savings_multiple")]
    said = text(example, Asked("loan-application", loan="R02"))
    assert "17 checked: 16 pass, 1 do not." in said
    assert "To pass: ask for 900,000 kip or less, or save more first." in said


def test_passed_lines_say_what_was_found_and_needed(example: OpenBook) -> None:
    said = text(example, Asked("loan-application", loan="A02"))
    assert "the loan comes to 900,000 kip; the savings allow 900,000 kip." in said
    assert "Every line is as in the checklist before it." in said


def test_who_steps_out_is_known_before_the_vote(example: OpenBook) -> None:
    assert application(example, "L4").known.step_out == {"M02": "guarantor"}
    assert application(example, "R14").known.step_out == {"M06": "applicant"}


def test_a_stranger_s_request_has_one_line_and_no_household(example: OpenBook) -> None:
    asked = application(example, "R16")
    assert (failing(asked.checklists[0]), asked.household) == (["not_a_member"], None)
    assert "not registered" in text(example, Asked("loan-application", loan="R16"))


def test_nothing_asked_for_costs_nothing(example: OpenBook) -> None:
    assert application(example, "R18").cost is None
    assert "What it would cost" not in text(example, Asked("loan-application", loan="R18"))


def test_the_application_is_told_as_far_as_it_had_come(tmp_path: Path) -> None:
    village = saved()
    village.tell(
        """
        2025-04-01  apply  L1  M06  600 000
        2025-04-02  decide  L1  put_off  reason=wait
        2025-04-03  withdraw_application  L1  note=sold_a_pig
        """
    )
    with book_of(village, tmp_path) as book:
        states = [application(book, "L1", date(2025, 4, day)).state for day in (1, 2, 3)]
        assert states == ["asked", "put_off", "withdrawn"]
        last = application(book, "L1", date(2025, 4, 3))
        assert [(one.state, one.reason) for one in last.outcomes] == [("put_off", "wait"), ("withdrawn", "sold a pig")]
        assert "On 3 April 2025: Withdrawn." in text(book, Asked("loan-application", loan="L1"))
        with pytest.raises(NotYetError, match="L1 was withdrawn"):
            loan_contract(book, LoanId("L1"), date(2025, 4, 3))


def test_kin_steps_out_and_the_household_s_arrears_are_known(tmp_path: Path) -> None:
    """M13 lives with M06, who sits on the committee and is late."""
    village = lent(
        """
        2025-06-02  apply  L2  M13  300 000
        2025-06-02  apply  L3  M08  1 000 000
        """
    )
    seats = [("M01", "president"), ("M02", "treasurer"), ("M03", "secretary"), ("M06", "member")]
    village.perform(
        "elect",
        "2025-06-03",
        committee="management",
        seats=[dict(zip(("person", "role"), seat, strict=True)) for seat in seats],
    )
    village.tell("2025-06-03  apply  L4  M13  300 000")
    with book_of(village, tmp_path) as book:
        asked = application(book, "L4")
        assert asked.known.step_out == {"M06": "household"}
        assert asked.known.household_late == {"L1": 33}
        assert asked.known.waiting == 2
        assert asked.others == ("M06",)
        said = text(book, Asked("loan-application", loan="L4"))
        assert "M06 Name M06 sits on the committee and steps out: of the applicant's household." in said
        assert "Loan L1 in the same household is 33 days late." in said
        assert "M13 Name M13" in said


def test_a_poor_family_goes_first_and_no_risk_note_is_ever_shown(tmp_path: Path) -> None:
    village = saved()
    poor = {"id": "M14", "name": "Name M14", "sex": "M", "household": "H14-M", "poor": True}
    village.perform("register", "2025-03-01", people=[poor])
    village.tell("2025-03-01  join  M14\n2025-04-01  apply  L1  M14  100 000")
    with book_of(village, tmp_path) as book:
        assert application(book, "L1").known.poor
        said = text(book, Asked("loan-application", loan="L1"))
        assert "list of poor families" in said
        assert "risk" not in said.lower()


def test_an_application_without_by_laws_in_force(tmp_path: Path) -> None:
    village = Village()
    village.tell("2024-12-01  found")
    village.perform("register", "2024-12-01", people=[{"id": "M01", "name": "A", "sex": "F", "household": "H1"}])
    village.tell("2024-12-02  apply  L1  M01  100 000")
    with book_of(village, tmp_path) as book:
        assert "No by-laws were in force." in text(book, Asked("loan-application", loan="L1"))
        with pytest.raises(NotYetError, match="cannot be reckoned"):
            loan_contract(book, LoanId("L1"), date(2024, 12, 2))
        with pytest.raises(NotYetError, match="No by-laws were in force"):
            bylaws_sheet(book, date(2024, 12, 2))


def test_a_loan_nobody_asked_for(example: OpenBook) -> None:
    with pytest.raises(NotYetError, match="Nobody had asked for a loan L9"):
        application(example, "L9")
    with pytest.raises(NotYetError, match="Nobody had asked for a loan L6"):
        application(example, "L6", date(2025, 8, 4))
    with pytest.raises(MissingError):
        print_form(example.file.path, Asked("loan-application"), LAO)


def test_a_book_in_which_nothing_happened(tmp_path: Path) -> None:
    with OpenBook.create(tmp_path / "new.vdf") as book, pytest.raises(NotYetError, match="Nothing has happened"):
        last_day(book)


# --- the contract ----------------------------------------------------------------------------------------------------


def schedules() -> dict[str, list[tuple[str, int, int]]]:
    rows: dict[str, list[tuple[str, int, int]]] = {}
    with (EXAMPLE / "loan_schedules.csv").open() as lines:
        for line in csv.DictReader(lines):
            rows.setdefault(line["loan"], []).append((line["due"], int(line["principal"]), int(line["interest"])))
    return rows


@pytest.mark.parametrize("loan", sorted(schedules()))
def test_the_contract_has_the_schedule_of_the_books(example: OpenBook, loan: str) -> None:
    contract = loan_contract(example, LoanId(loan), YEAR_END)
    assert [(str(row.due), row.principal, row.interest) for row in contract.loan.instalments] == schedules()[loan]
    assert not contract.is_offer
    assert [one.module for one in contract.trainings] == TRAININGS


def test_the_contract_names_everything_signed_for(example: OpenBook) -> None:
    contract = loan_contract(example, LoanId("L1"), YEAR_END)
    assert (contract.paid_out, contract.voucher) == (39, "PV-2025-04-0001")
    assert (contract.president, contract.treasurer) == ("M01", "M02")
    assert [(one.act, one.on) for one in contract.trainings] == [(28, date(2025, 2, 20)), (32, date(2025, 3, 20))]
    said = text(example, Asked("contract", loan="L1"))
    assert "six hundred thousand kip" in said
    assert "Flat interest of 3 % a month costs 4.94 % a month on the money really held." in said
    assert "300,000 kip closes the loan and saves 54,000 kip interest" in said
    assert "M08 Manivanh" in said
    assert len(read(print_form(example.file.path, Asked("contract", loan="L6"), LAO))) == 2


def test_late_payment_is_shown_with_the_loan_s_own_figures(example: OpenBook) -> None:
    late = loan_contract(example, LoanId("L1"), YEAR_END).late
    assert (late.due, late.paid_on, late.penalty) == (date(2025, 5, 5), date(2025, 6, 5), 2_360)
    assert late.used == (("penalty", 2_360), ("interest", 18_000), ("principal", 97_640))
    assert total(amount for _, amount in late.used) == late.instalment
    assert late.left == late.penalty


def offer(example: OpenBook, loan: str, on: date) -> Contract:
    return loan_contract(example, LoanId(loan), on)


def test_before_the_pay_out_it_is_an_offer(example: OpenBook) -> None:
    approved, asked = offer(example, "A02", date(2025, 6, 5)), offer(example, "R12", date(2025, 5, 6))
    assert approved.is_offer
    assert approved.approval is not None
    assert (approved.loan.start, approved.approval.yes) == (date(2025, 6, 5), 3)
    assert asked.approval is None
    said = text(example, Asked("contract", loan="R12", as_of=date(2025, 5, 6)))
    assert said.count("Offer of loan R12: not a contract yet") >= 2
    assert "The committee has not approved it yet." in said
    assert (
        "None is recorded. Nothing can be paid out"
        in text(example, Asked("contract", loan="R12", as_of=date(2025, 5, 6)))
        or [one.module for one in asked.trainings] == TRAININGS
    )


def test_who_is_not_trained_is_told_so_in_the_offer(tmp_path: Path) -> None:
    village = founded()
    village.tell("2025-01-01  join  M06\n2025-01-01  save  M06  200 000\n2026-04-01  apply  L1  M06  100 000")
    with book_of(village, tmp_path) as book:
        assert [one.module for one in offer(book, "L1", date(2026, 4, 1)).trainings] == ["business"]
        assert offer(book, "L1", date(2027, 4, 1)).trainings == ()
        said = text(book, Asked("contract", loan="L1", as_of=date(2027, 4, 1)))
        assert "None is recorded. Nothing can be paid out before both trainings are completed." in said


def test_a_refused_request_has_no_contract(example: OpenBook) -> None:
    with pytest.raises(NotYetError, match="R02 was refused"):
        loan_contract(example, LoanId("R02"), YEAR_END)


def test_an_emergency_loan_closed_after_a_month_saves_two_months(example: OpenBook) -> None:
    """300 000 at 3 %, all at the end: 9 000 for the month begun instead of 27 000."""
    early = loan_contract(example, LoanId("L5"), YEAR_END).early
    assert early is not None
    assert (early.on, early.sum, early.saved) == (date(2025, 9, 19), 309_000, 18_000)


def test_where_closing_early_saves_nothing_no_example_is_given(tmp_path: Path) -> None:
    village = saved()
    village.tell("2025-04-01  apply  L1  M06  100  3 months  declining")
    village.perform(
        "apply",
        "2025-04-01",
        loan="L2",
        member="M07",
        product="ordinary",
        amount=100_000,
        months=1,
        rate_bp=300,
        method="bullet_end",
        purpose="seed",
        guarantors=[],
    )
    with book_of(village, tmp_path) as book:
        assert offer(book, "L2", date(2025, 4, 1)).early is None
        assert "Guarantors: none." in text(book, Asked("contract", loan="L2"))
        assert "closes the loan and saves" not in text(book, Asked("contract", loan="L2"))


def test_a_loan_paid_out_on_a_savings_day(tmp_path: Path) -> None:
    """Its checklist is that of the moment: after the savings of the day."""
    village = saved()
    village.tell("2025-04-05  apply  L1  M06  1 000 001\n2025-04-05  apply  L2  M08  1 050 000")
    village.tell("2025-04-05  save  M08  10 000\n2025-04-05  decide  L2  approved\n2025-04-06  withdraw  M08  10 000")
    village.tell("2025-04-07  savings_day  M08 save 10000  pay_outs=L2")
    assert not village.objections, village.objections
    with book_of(village, tmp_path) as book:
        asked = application(book, "L2")
        assert failing(asked.checklists[0]) == ["over_savings_multiple"]
        assert [(one.stage, failing(one)) for one in asked.checklists[1:]] == [("decide", []), ("pay_out", [])]
        contract = loan_contract(book, LoanId("L2"), date(2025, 4, 7))
        assert contract.voucher == "PV-2025-04-0002"
        assert "Lines not shown are as in the checklist before it." in text(book, Asked("loan-application", loan="L2"))


# --- the card --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("loan", ["L1", "L2", "L3", "L4", "L5", "L6"])
def test_the_card_has_every_movement_of_the_loan_ledger(example: OpenBook, loan: str) -> None:
    made = Cards(example, YEAR_END).card(LoanId(loan))
    with (EXAMPLE / "loan_ledger.csv").open() as lines:
        wanted = [line for line in csv.DictReader(lines) if line["loan"] == loan]
    assert [
        (str(one.line.on), one.line.act, one.line.paid_out, one.line.penalty, one.line.interest, one.line.principal)
        for one in made.movements
    ] == [
        (
            line["date"],
            int(line["number"]),
            *(int(line[name]) for name in ("disbursed", "penalty", "interest", "principal")),
        )
        for line in wanted
    ]
    assert [one.line.balance for one in made.movements] == [int(line["balance"]) for line in wanted]
    assert made.principal_outstanding == int(wanted[-1]["balance"])


def test_the_card_has_every_penalty(example: OpenBook) -> None:
    made = Cards(example, YEAR_END).card(LoanId("L4"))
    with (EXAMPLE / "penalties.csv").open() as lines:
        wanted = [
            (line["date"], int(line["no"]), int(line["unpaid"]), int(line["penalty"])) for line in csv.DictReader(lines)
        ]
    assert [(str(one.on), one.instalment, one.unpaid, one.amount) for one in made.penalties] == wanted
    assert total(one.amount for one in made.penalties) == total(row.row.charged for row in made.plan)
    assert Cards(example, date(2025, 10, 4)).card(LoanId("L4")).penalties == ()


def test_the_card_says_when_each_instalment_was_paid(example: OpenBook) -> None:
    """The December payment of L4 paid the rest of the third instalment and part of the fourth."""
    made = Cards(example, YEAR_END).card(LoanId("L4"))
    assert [row.paid_on and str(row.paid_on) for row in made.plan] == [
        "2025-08-05",
        "2025-10-05",
        "2025-12-05",
        "2025-12-05",
        None,
    ]
    assert made.days_late == 56
    assert "the loan is 56 days late" in text(example, Asked("loan-card", loan="L4", as_of=YEAR_END))


def test_all_cards_are_those_of_the_loans_running(example: OpenBook) -> None:
    assert Cards(example, date(2025, 8, 31)).running() == ["L1", "L2", "L4", "L5", "L6"]
    with pytest.raises(NotYetError, match="No loan was running on 2025-03-01"):
        print_form(example.file.path, Asked("loan-card", as_of=date(2025, 3, 1)), LAO)
    with pytest.raises(NotYetError, match="R02 was not paid out"):
        Cards(example, YEAR_END).card(LoanId("R02"))


def test_a_reversed_payment_stays_visible_and_pays_nothing(tmp_path: Path) -> None:
    made = card(
        lent(
            """
            2025-05-01  repay  M06  L1  118 000  (wrong)
            2025-05-02  reverse  (wrong)
            2025-05-03  repay  M06  L1  118 000
            """
        ),
        tmp_path,
    )
    assert [(one.reversed_by, one.reverses) for one in made.movements] == [
        (None, None),
        ("PV-2025-05-0001", None),
        (None, "RV-2025-05-0001"),
        (None, None),
    ]
    assert [str(row.paid_on) for row in made.plan[:2]] == ["2025-05-03", "None"]
    with OpenBook.open(tmp_path / "village.vdf") as book:
        said = text(book, Asked("loan-card", loan="L1"))
    assert "reversed by PV-2025-05-0001" in said
    assert "Reversal of RV-2025-05-0001" in said


def test_a_penalty_of_a_reversed_savings_day_is_gone(tmp_path: Path) -> None:
    story = """
        2025-06-05  savings_day  M07 save 10000  (day)
        2025-06-06  reverse  (day)
        """
    made = card(lent(story), tmp_path)
    assert made.penalties == ()
    with OpenBook.open(tmp_path / "village.vdf") as book:
        assert [one.amount for one in Cards(book, date(2025, 6, 5)).card(LoanId("L1")).penalties] == [2_360, 2_360]


def test_what_changed_the_loan_stands_on_its_card(tmp_path: Path) -> None:
    village = lent(
        """
        2025-05-05  reschedule  L1  4  (plan)
        2025-05-06  reverse  (plan)
        2025-05-07  reschedule  L1  5
        2025-05-20  write_off  L1
        2025-05-25  recover  L1  50 000
        """
    )
    made = card(village, tmp_path)
    assert [(one.kind, one.undone_by is not None) for one in made.events] == [
        ("reschedule", True),
        ("reschedule", False),
        ("write_off", False),
        ("recover", False),
    ]
    assert (made.state, made.principal_outstanding, made.settlement) == ("written_off", 0, 0)
    with OpenBook.open(tmp_path / "village.vdf") as book:
        said = text(book, Asked("loan-card", loan="L1"))
        assert "Rescheduled over 4 months. Reason: rice flooded Taken back by act" in said
        assert "Recovered after the write-off: 50,000 kip." in said
        assert "On 25 May 2025: Written off." in said
        assert "The schedule was changed on 7 May 2025" in text(book, Asked("contract", loan="L1"))


def test_death_and_early_closing_stand_on_the_card(tmp_path: Path) -> None:
    died = card(lent("2025-05-10  die  M06  a daughter"), tmp_path)
    assert [one.kind for one in died.events] == ["die"]
    assert [one.line.item for one in died.movements] == ["pay_out", "set_off"]
    (tmp_path / "other").mkdir()
    settled = card(lent("2025-05-10  settle  L1  618 000\n2025-06-10  die  M06  a daughter"), tmp_path / "other")
    assert [(one.kind, one.amount) for one in settled.events] == [("settle", 618_000)]
    assert settled.state == "repaid"


def test_a_death_that_left_nothing_to_set_off_is_told(tmp_path: Path) -> None:
    village = saved(200_000)
    village.tell("2025-04-01  lend  L1  M06  600 000  6 months  flat\n2025-04-02  die  M06  a daughter")
    with book_of(village, tmp_path) as book:
        assert [one.kind for one in Cards(book, YEAR_END).card(LoanId("L1")).events] == ["die"]


def test_a_loan_repaid_long_ago_still_has_its_card(tmp_path: Path) -> None:
    """Closing the months puts it away in the books; the acts keep it."""
    months = "\n".join(f"2025-{month:02d}-28  close_month  2025-{month - 1:02d}" for month in range(6, 13))
    village = lent(
        "2025-04-30  close_month  2025-01\n2025-04-30  close_month  2025-02\n2025-04-30  close_month  2025-03\n"
        "2025-04-30  close_month  2025-04\n2025-05-01  settle  L1  618 000\n" + months
    )
    assert not village.objections, village.objections
    assert "L1" in village.books.finished
    made = card(village, tmp_path)
    assert (made.state, [row.paid_on is not None for row in made.plan][-1]) == ("repaid", True)


def test_a_loan_taken_over_was_paid_before_these_books(tmp_path: Path) -> None:
    lines = (EXAMPLE.parent / "taken-over.jsonl").read_text("utf-8").splitlines()
    village = Village()
    for line in lines:
        village.perform_line(line)
    with book_of(village, tmp_path) as book:
        on = date(2025, 8, 31)
        made = Cards(book, on).card(LoanId("L1"))
        assert [row.paid_before for row in made.plan] == [True, True, True, False, False, False]
        assert made.events[0].kind == "take_over"
        contract = loan_contract(book, LoanId("L1"), on)
        assert (contract.is_taken_over, contract.voucher, contract.approval) == (True, None, None)
        assert "the loan was paid out before these books began" in text(book, Asked("contract", loan="L1"))
        with pytest.raises(NotYetError, match="taken over with running books"):
            application(book, "L1", on)


def test_trainings_taken_over_are_named_as_such(tmp_path: Path) -> None:
    lines = (EXAMPLE.parent / "taken-over.jsonl").read_text("utf-8").splitlines()
    village, both = Village(), [{"member": "M07", "module": module, "on": "2025-01-15"} for module in TRAININGS]
    for line in lines:
        act = json.loads(line)
        village.perform_line(json.dumps({**act, "trained": both}) if act["act"] == "take_over" else line)
    with book_of(village, tmp_path) as book:
        contract = loan_contract(book, LoanId("L3"), date(2025, 8, 31))
        assert [(one.module, one.on, one.title) for one in contract.trainings] == [
            (module, date(2025, 1, 15), None) for module in TRAININGS
        ]
        assert "taken over with running books" in text(book, Asked("contract", loan="L3"))


# --- decisions -------------------------------------------------------------------------------------------------------


def decided(book: OpenBook, loan: str) -> list[Decision]:
    sittings = minutes(book, last_day(book), LoanId(loan)).sittings
    return [decision for sitting in sittings for decision in sitting.decisions]


def test_the_minutes_of_a_day_have_all_its_decisions(example: OpenBook) -> None:
    (sitting,) = minutes(example, date(2025, 7, 5)).sittings
    assert [decision.request and decision.request.loan for decision in sitting.decisions] == [
        "L4",
        "R07",
        "A04",
        "R11",
        "A01",
    ]
    first = sitting.decisions[0]
    assert [(seat.person, seat.vote, seat.step_out) for seat in first.seats] == [
        ("M01", "yes", None),
        ("M02", None, "guarantor"),
        ("M03", "no", None),
        ("M06", "yes", None),
        ("M08", "yes", None),
    ]
    assert (first.count("yes"), first.count("no"), first.cast, first.quorum) == (3, 1, 4, 3)


def test_a_refusal_says_which_line_did_not_pass(example: OpenBook) -> None:
    said = text(example, Asked("decision", loan="R08"))
    assert "Does not pass, Nothing overdue: A loan is" in said
    assert "No quorum is needed to refuse or put off." in said
    assert "No votes were cast" in text(example, Asked("decision", loan="R12"))


def test_an_emergency_loan_needs_the_president_and_another(example: OpenBook) -> None:
    (decision,) = decided(example, "L5")
    assert (decision.quorum, decision.is_emergency) == (2, True)
    assert "Needed: the president and another vote, both yes." in text(example, Asked("decision", loan="L5"))


def test_votes_on_a_running_loan_and_on_a_correction_are_minuted(tmp_path: Path) -> None:
    village = lent(
        """
        2025-05-05  reschedule  L1  4  votes=M01:y,M02:a,M03:y  (plan)
        2025-05-06  reverse  (plan)
        2025-05-20  write_off  L1
        2025-05-21  spend  5010  1 000  (spent)
        2025-05-31  close_month  2025-01
        2025-05-31  close_month  2025-02
        2025-05-31  close_month  2025-03
        2025-05-31  close_month  2025-04
        2025-05-31  close_month  2025-05
        2025-06-01  correct  (spent)
        """
    )
    assert not village.objections, village.objections
    with book_of(village, tmp_path) as book:
        results = [(one.result, one.undone_by is not None) for one in decided(book, "L1")]
        assert results == [("approved", False), ("rescheduled", True), ("written_off", False)]
        rescheduled = decided(book, "L1")[1]
        assert rescheduled.standing is not None
        assert (rescheduled.standing.principal_outstanding, rescheduled.standing.days_late) == (600_000, 4)
        said = text(book, Asked("decision", loan="L1"))
        assert "1 abstained" in said
        assert "New time: 4 months." in said
        assert "Taken back later by act" in said
        correction = text(book, Asked("decision", as_of=date(2025, 6, 1)))
        assert f"correction of act {village.labels['spent']}: Corrected" in correction


def test_a_day_or_loan_without_decision(example: OpenBook) -> None:
    with pytest.raises(NotYetError, match="decided nothing on 2025-01-01"):
        minutes(example, date(2025, 1, 1))
    with pytest.raises(NotYetError, match="Nobody had asked for a loan L4"):
        minutes(example, date(2025, 7, 4), LoanId("L4"))
    with pytest.raises(MissingError):
        print_form(example.file.path, Asked("decision"), LAO)


# --- by-laws and what-if ---------------------------------------------------------------------------------------------


def test_the_by_laws_in_force_and_what_changed(tmp_path: Path) -> None:
    village = saved()
    village.tell("2025-02-01  agree_bylaws  in_force=2025-03-01  quorum=4  penalty=fixed:5000  grace_days=7")
    with book_of(village, tmp_path) as book:
        before, now = bylaws_sheet(book, date(2025, 2, 28)), bylaws_sheet(book, date(2025, 3, 1))
        assert (before.version, before.before, before.changed) == (1, None, ())
        assert (now.version, now.changed) == (2, ("quorum", "penalty", "grace_days"))
        assert (now.late.penalty, now.late.paid_on) == (5_000, date(2025, 5, 5))
        said = text(book, Asked("bylaws", as_of=date(2025, 3, 1)))
        assert "Votes needed to decide: before 3, now 4." in said
        assert "Penalty for late payment: before 2 %, now 5,000 kip." in said
        assert "Each savings day an instalment is late costs a penalty of 5,000 kip." in said
        assert "7 days after the due date no penalty is charged yet." in said


def test_by_laws_agreed_before_anybody_is_elected(tmp_path: Path) -> None:
    village = Village()
    village.tell("2024-12-01  found\n2024-12-20  agree_bylaws  methods=")
    with book_of(village, tmp_path) as book:
        sheet = bylaws_sheet(book, date(2024, 12, 20))
        assert (sheet.management, sheet.advisory, sheet.loan.method) == ((), (), "flat")
        assert "These are the first by-laws." in text(book, Asked("bylaws"))


def test_by_laws_agreed_again_unchanged(tmp_path: Path) -> None:
    village = saved()
    village.tell("2025-02-01  agree_bylaws  in_force=2025-03-01")
    with book_of(village, tmp_path) as book:
        assert "Nothing is different." in text(book, Asked("bylaws", as_of=date(2025, 3, 1)))


def test_every_by_law_that_can_differ_is_told(tmp_path: Path) -> None:
    village = saved(provision=[[1, None, 5000]])
    village.perform(
        "agree_bylaws",
        "2025-02-01",
        in_force="2025-02-01",
        bylaws={
            "entry_fee": 20_000,
            "saving_months": 4,
            "savings_multiple": 4,
            "rate_max_bp": 350,
            "methods": ["flat"],
            "training": {"safe_migration": 6, "business": 12},
            "allocation": ["interest", "principal", "penalty"],
            "split_bp": {"members": 6000, "committee": 1000, "advisory": 500, "welfare": 500},
            "dividend_basis": "closing_balance",
            "limit_base": "savings_and_shares",
            "dormant_after": 0,
        },
    )
    with book_of(village, tmp_path) as book:
        said = text(book, Asked("bylaws"))
    for part in (
        "Entry fee: before 10,000 kip, now 20,000 kip.",
        "Months of saving before a loan: before 3 months, now 4 months.",
        "Highest rate a month: before 4 %, now 3.5 %.",
        "now Flat interest.",
        "now Business 12 months, Safe migration 6 months.",
        "now interest, principal, penalties.",
        "Reserve fund 20 %.",
        "now the savings of the last day.",
        "What loan limits go by: before savings, now savings and shares.",
        "Allowance by days late: before 1 day and more: 50 %, now 1 to 30 days: 10 %",
        "No member becomes dormant",
        "A payment pays the oldest instalment first: of it interest, then principal, then penalties.",
    ):
        assert part in said


def test_the_what_if_page_without_a_book(tmp_path: Path) -> None:
    loan = what_if(Money(600_000), 6, Fraction(3), "flat", date(2026, 1, 31))
    write_what_if(loan, tmp_path / "page.pdf", ENGLISH)
    (page,) = read((tmp_path / "page.pdf").read_bytes())
    said = " ".join(page.split())
    assert "Per savings day 118,000 kip." in said
    assert "600,000 kip cost 108,000 kip interest, 708,000 kip in all." in said
    assert "Flat interest of 3 % a month costs 4.94 % a month on the money really held." in said
    assert "Village bank of" not in said


def test_the_what_if_page_says_which_limits_it_leaves(example: OpenBook) -> None:
    asked = Asked("what-if", amount=Money(1_000), months=1, rate_percent=Fraction(5), method="bullet_end")
    said = text(example, asked)
    assert "All at once on 5 February 2026: 1,050 kip." in said
    assert "Outside the programme: its shortest term is 3 months." in said
    with pytest.raises(MissingError):
        print_form(example.file.path, Asked("what-if", amount=Money(1)), LAO)


def test_names_travel_with_every_form(example: OpenBook) -> None:
    assert application(example, "L1").names[PersonId("M07")].latin == "Chansy"
