"""Loan forms with the longest names, the largest amounts and the most that can happen to a loan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from tests.paper.lines import read
from tests.paper.measured import against_the_style, measured
from vdfbank.audit.report import Name
from vdfbank.bank.bylaws import ByLaws, PenaltyRule
from vdfbank.bank.committee import Role
from vdfbank.bank.course import Module
from vdfbank.bank.loan import METHODS, Method, Request
from vdfbank.bank.money import LARGEST_KIP, Money
from vdfbank.bank.person import LoanId, PersonId
from vdfbank.content.bylaws import ByLawsSheet
from vdfbank.content.decisions import Decision, Minutes, SeatVote, Sitting, Standing
from vdfbank.content.loan_application import Known, LoanApplication, Outcome, WorkedOut
from vdfbank.content.loan_card import LoanCard, LoanEvent, Movement, PenaltyCharged, PlanRow
from vdfbank.content.loan_contract import Approval, Contract, EarlyExample
from vdfbank.content.loan_parts import Agreed, LateExample, Training
from vdfbank.content.place import Place
from vdfbank.content.what_if import WhatIf, WhatIfPage
from vdfbank.ledger.cards import LoanCardLine
from vdfbank.loans.position import Row
from vdfbank.office.what_if import what_if
from vdfbank.paper.bylaws import print_bylaws
from vdfbank.paper.decisions import print_minutes
from vdfbank.paper.loan_application import print_application
from vdfbank.paper.loan_card import print_cards
from vdfbank.paper.loan_contract import print_contract
from vdfbank.paper.what_if import print_what_if
from vdfbank.rules.effects import CheckLine
from vdfbank.wording.checks import CHECKS, check_sentence, to_pass
from vdfbank.wording.language import ENGLISH, LAO, Language

LONG = "<b>&\"'" + "ສີສະຫວາດ" * 5
LATIN = "Bounthavysinh Phommachanhthavong-Xayasene"
PLACE = Place(LONG, LONG, LONG, "99-01-007", "K7QF-2M9X-41TD")
ON = date(2028, 12, 31)
PEOPLE = tuple(PersonId(f"MEMBER-{number:07d}") for number in range(9))
NAMES = {person: Name(LATIN, LONG) for person in PEOPLE}
LARGE = Money(LARGEST_KIP)
LANGUAGES = pytest.mark.parametrize(
    "language", [LAO, ENGLISH, Language("lo", lao_digits=True)], ids=["lo", "en", "digits"]
)
LAWS = ByLaws(
    entry_fee=LARGE,
    minimum_saving=LARGE,
    emergency_cap=LARGE,
    cash_tolerance=LARGE,
    penalty=PenaltyRule("fixed", amount=LARGE),
    grace_days=30,
)
AGREED = Agreed(LAWS, ON, ON, 123_456)


def request(method: Method = "declining") -> Request:
    return Request(LoanId("LOAN-99999999999"), PEOPLE[0], "emergency", LARGE, 9, 400, method, LONG * 3, PEOPLE[1:4])


def loan(method: Method = "declining") -> WhatIf:
    return what_if(LARGE, 9, Fraction(4), method, ON)


def late() -> LateExample:
    return LateExample(ON, ON, LARGE, LARGE, (("penalty", LARGE), ("interest", Money(0)), ("principal", LARGE)), LARGE)


def lines(*, passed: bool) -> tuple[CheckLine, ...]:
    """Every line of a checklist with figures as large as they come."""
    found: Mapping[str, object] = {
        "not_a_member": PEOPLE[0],
        "dormant": "2028-12-31",
        "method_not_agreed": "bullet_monthly",
        "no_safe_migration_training": "2028-12-31",
        "no_business_training": None,
    }
    needed: Mapping[str, object] = {
        "not_a_member": None,
        "dormant": "2028-12-31",
        "method_not_agreed": METHODS,
        "no_safe_migration_training": "2028-12-31",
        "no_business_training": "2028-12-31",
    }
    return tuple(
        CheckLine(code, passed, found.get(code, LARGE), needed.get(code, LARGE))  # type: ignore[arg-type]
        for code in CHECKS
    )


def application() -> LoanApplication:
    worked_out = [
        WorkedOut("apply", ON, 1, ON, lines(passed=True)),
        WorkedOut("decide", ON, 2, ON, lines(passed=False)),
        WorkedOut("pay_out", ON, 3, ON, lines(passed=False)),
    ]
    known = Known(
        {PEOPLE[0]: "applicant", PEOPLE[1]: "household", PEOPLE[2]: "guarantor"},
        poor=True,
        household_late={LoanId("L1"): 9},
        waiting=99,
    )
    outcomes = (Outcome("refused", ON, 4, LONG * 5), Outcome("withdrawn", ON, 5))
    return LoanApplication(
        PLACE, ON, request(), ON, 1, "asked", LARGE, LARGE, LONG, PEOPLE[4:], loan(), LAWS, tuple(worked_out), outcomes,
        known, PEOPLE[5], None, NAMES,
    )  # fmt: skip


def contract(method: Method = "declining") -> Contract:
    trainings = (Training(Module("safe_migration"), ON, 99_999, LONG), Training(Module("business"), ON, 99_999, None))
    return Contract(
        place=PLACE,
        request=request(method),
        loan=loan(method),
        paid_out=99_999,
        voucher="PV-2028-12-9999",
        approval=Approval(ON, 9, 9, 9),
        is_taken_over=False,
        agreed=AGREED,
        late=late(),
        early=EarlyExample(ON, LARGE, LARGE),
        trainings=trainings,
        household=LONG,
        rescheduled=ON,
        president=PEOPLE[5],
        treasurer=PEOPLE[6],
        names=NAMES,
    )


def card() -> LoanCard:
    row = Row(ON, LARGE, LARGE, LARGE, LARGE, LARGE, Money(0))
    plan = tuple(PlanRow(number, row, ON if number % 2 else None, number % 3 == 0) for number in range(1, 13))
    line = LoanCardLine(ON, 1, "RV-2028-12-9999", "set_off", LARGE, LARGE, LARGE, LARGE, LARGE)
    movements = (
        Movement(line, "JV-2028-12-9999", None),
        Movement(replace(line, item="receipt"), None, "RV-2028-12-9998"),
        *(Movement(replace(line, item="write_off"), None, None) for _ in range(40)),
    )
    event = LoanEvent("reschedule", ON, 99_999, None, 9, LARGE, LONG)
    events = (
        event,
        replace(event, kind="settle", undone_by=9),
        *(replace(event, kind=kind) for kind in ("write_off", "recover", "die", "take_over")),
    )
    penalties = tuple(PenaltyCharged(ON, 99_999, 12, LARGE, LARGE) for _ in range(30))
    return LoanCard(
        PLACE, ON, request(), "open", ON, AGREED, plan, movements, penalties, events, contract().trainings,
        LARGE, LARGE, LARGE, LARGE, 9_999, LARGE, NAMES,
    )  # fmt: skip


def minutes() -> Minutes:
    roles: tuple[Role, ...] = ("president", "treasurer", "secretary", "member", "member", "member", "member")
    seats = (
        SeatVote(PEOPLE[0], "president", "yes", None),
        SeatVote(PEOPLE[1], "treasurer", "no", None),
        SeatVote(PEOPLE[2], "secretary", "abstain", None),
        SeatVote(PEOPLE[3], "member", None, "applicant"),
        SeatVote(PEOPLE[4], "member", None, "household"),
        SeatVote(PEOPLE[5], "member", None, "guarantor"),
        SeatVote(PEOPLE[6], "member", None, None),
    )
    worked_out = WorkedOut("decide", ON, 2, ON, lines(passed=False))
    votes = {PEOPLE[0]: "yes"}
    decision = Decision(7, "refused", request(), None, votes, seats, None, LONG * 5, worked_out, None, 9)  # type: ignore[arg-type]
    standing = Standing(LARGE, 999, None)
    decisions = [
        decision,
        replace(decision, result="approved", quorum=2),
        replace(decision, result="written_off", quorum=3, standing=standing, checklist=None),
        replace(decision, result="corrected", request=None, corrects=3, checklist=None, quorum=3),
        replace(decision, votes={}, seats=(replace(seats[6], vote=None),)),
    ]
    sitting = Sitting(ON, tuple(decisions), dict(zip(PEOPLE, roles, strict=False)))
    return Minutes(PLACE, (sitting, replace(sitting, on=date(2029, 1, 1))), NAMES)


def sheet() -> ByLawsSheet:
    roles: tuple[Role, ...] = ("village_head", "lwu", "adviser")
    seats = tuple(zip(PEOPLE[:3], roles, strict=True))
    before = replace(AGREED, bylaws=ByLaws(provision=()))
    return ByLawsSheet(PLACE, AGREED, 99, before, loan(), late(), seats, seats, NAMES)


FORMS = {
    "application": lambda language: print_application(application(), language),
    "contract": lambda language: print_contract(contract(), language),
    "offer": lambda language: print_contract(
        replace(contract("bullet_end"), paid_out=None, approval=None, household=None, president=None, treasurer=None),
        language,
    ),
    "card": lambda language: print_cards([card(), card()], language),
    "minutes": lambda language: print_minutes(minutes(), language),
    "bylaws": lambda language: print_bylaws(sheet(), language),
    "what-if": lambda language: print_what_if(WhatIfPage(PLACE, loan()), language),
}


@LANGUAGES
@pytest.mark.parametrize("form", FORMS)
def test_the_longest_and_largest_stay_inside_their_cells(form: str, language: Language) -> None:
    with measured() as wrong:
        pdf = FORMS[form](language)
    assert wrong == []
    assert list(against_the_style(pdf)) == []
    assert all("K7QF-2M9X-41TD" in page for page in read(pdf))


@LANGUAGES
def test_an_ordinary_contract_is_two_pages(language: Language) -> None:
    """Nine instalments, two guarantors, names of twenty letters."""
    ordinary = replace(
        contract(),
        place=Place("Ban Dokchampa", "Muang Saimai", "Khoueng Tawan", "99-01-007", "K7QF-2M9X-41TD"),
        request=replace(request(), amount=Money(2_500_000), purpose="weaving and shop stock", guarantors=PEOPLE[1:3]),
        loan=what_if(Money(2_500_000), 9, Fraction(4), "flat", ON),
        names={person: Name("Khamphouy Sengdara", "ຄຳຜຸຍ ແສງດາລາ") for person in PEOPLE},
        household="H16",
        rescheduled=None,
    )
    assert len(read(print_contract(ordinary, language))) <= 2


@pytest.mark.parametrize("method", METHODS)
def test_each_way_of_repaying_is_explained(method: Method) -> None:
    said = " ".join(read(print_contract(contract(method), ENGLISH))[0].split())
    parts: dict[Method, str] = {
        "flat": "on the whole sum lent",
        "declining": "on the principal still to be repaid",
        "annuity": "Every instalment is the same sum",
        "bullet_monthly": "the whole principal with the last instalment",
        "bullet_end": "are paid together at the end",
    }
    assert parts[method] in said


def test_markup_in_a_name_stays_a_name() -> None:
    assert "<b>&\"'" in "".join(read(print_contract(contract(), LAO)))


def line(code: str, found: object, needed: object, *, passed: bool = True) -> CheckLine:
    return CheckLine(code, passed, found, needed)  # type: ignore[arg-type]


SAID = {
    line("dormant", None, None): "Has saved lately.",
    line("dormant", "2025-05-05", None): "The last saving was on 5 May 2025.",
    line("over_emergency_cap", 300_000, None): "It is an ordinary loan.",
    line("over_emergency_cap", 300_000, 500_000): "300,000 kip is asked; an emergency loan is at most 500,000 kip.",
    line("no_business_training", None, "2025-01-01", passed=False): (
        "The borrower has not completed a business training."
    ),
    line("method_not_agreed", "flat", ("flat", "declining")): (
        "Flat interest is agreed. Agreed are: Flat interest, Declining balance."
    ),
}


@pytest.mark.parametrize("checked", SAID, ids=lambda checked: checked.code)
def test_lines_of_the_checklist_are_said(checked: CheckLine) -> None:
    assert check_sentence(checked, ENGLISH) == SAID[checked]


@pytest.mark.parametrize(
    ("checked", "said"),
    [
        (line("liquidity", 100, 300), "To pass: ask for 800 kip or less, or wait until more cash has come in."),
        (line("over_emergency_cap", 1_000, 400), "To pass: ask for 400 kip or less, or for an ordinary loan."),
        (line("over_savings_multiple", 2_000, 500), "To pass: Ask for less, or save more first."),
        (line("over_emergency_cap", 1_000, None), "To pass: Ask for less, or for an ordinary loan."),
        (line("in_arrears", 30, 0), "To pass: Pay what is overdue first."),
    ],
)
def test_what_would_make_a_line_pass(checked: CheckLine, said: str) -> None:
    assert to_pass(checked, replace(request(), amount=Money(1_000)), ENGLISH) == said
