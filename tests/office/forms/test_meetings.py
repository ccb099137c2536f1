"""What the forms of meetings say: attendance, the training register, twelve months in charts, the audit sheet."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.kept import EXAMPLE, kept
from tests.paper.lines import read
from tests.village import founded, joined, saved
from vdfbank.bank.calendar import Month
from vdfbank.bank.course import BUSINESS, RIGHTS, SAFE_MIGRATION, SKILLS, VILLAGE_BANKING
from vdfbank.bank.person import PersonId
from vdfbank.content.attendance import BySex, SessionToHold
from vdfbank.office.forms.asked import Asked
from vdfbank.office.forms.printing import print_form
from vdfbank.office.forms.training import session_held, session_to_hold, training_register
from vdfbank.office.forms.trends import trends
from vdfbank.office.reporting import NotYetError
from vdfbank.office.session import OpenBook
from vdfbank.office.wanted import MissingError
from vdfbank.paper.audit_sheet import print_audit_sheet
from vdfbank.wording.language import ENGLISH, LAO

M10, M12, M17, M18 = (PersonId(f"M{number}") for number in (10, 12, 17, 18))
NEW_YEAR = date(2026, 1, 5)


@pytest.fixture(scope="module")
def example(example_file: Path) -> Iterator[OpenBook]:
    with OpenBook.open(example_file) as book:
        yield book


# --- attendance ------------------------------------------------------------------------------------------------------


def due(session: SessionToHold, member: PersonId) -> list[tuple[str, date | None]]:
    (invited,) = (one for one in session.members if one.person == member)
    return [(training.module, training.until) for training in invited.due]


def test_the_list_to_sign_names_everybody_and_what_is_due(example: OpenBook) -> None:
    session = session_to_hold(example, NEW_YEAR)
    assert [member.person for member in session.members] == [f"M{number:02d}" for number in range(1, 19)]
    assert [adviser.person for adviser in session.advisers] == ["V01", "V02", "V03"]
    assert due(session, M10) == [(SAFE_MIGRATION, None)]
    assert due(session, M12) == []
    assert due(session, M18) == [(SAFE_MIGRATION, None), (BUSINESS, None)]
    assert due(session, PersonId("M01")) == [(SAFE_MIGRATION, date(2026, 2, 20))]


def test_nothing_is_due_for_an_adviser_who_is_no_member(example: OpenBook) -> None:
    assert all(adviser.due == () for adviser in session_to_hold(example, NEW_YEAR).advisers)


def test_a_list_of_an_earlier_day_knows_only_who_had_joined(example: OpenBook) -> None:
    assert len(session_to_hold(example, date(2025, 1, 31)).members) == 16


def test_who_died_is_not_invited(tmp_path: Path) -> None:
    village = saved()
    village.tell("2025-04-06  die  M06  V01")
    with kept(village, tmp_path / "village.vdf") as book:
        session = session_to_hold(book, date(2025, 4, 30))
    assert "M06" not in [member.person for member in session.members]


def test_a_session_as_it_was_recorded(example: OpenBook) -> None:
    session = session_held(example, 28)
    assert (session.module, session.trainer, session.minutes) == (SAFE_MIGRATION, "District labour office", 150)
    assert session.note == "M10 left after the first half"
    assert (session.attended, session.completed, session.guests) == (BySex(10, 6), BySex(9, 6), BySex(6, 5))
    by_id = {person.person: person for person in session.people}
    assert by_id[M10].attended
    assert not by_id[M10].completed


def test_absentees_stand_on_the_list_of_a_session_held(example: OpenBook) -> None:
    session = session_held(example, 93)
    absent = [person.person for person in session.people if not person.attended]
    assert absent == ["M01", "M04", "M06", "M10", "M11", "M13", "M16"]
    assert session.attended.together == 10
    text = read(print_form(example.file.path, Asked("attendance-list", act=93), ENGLISH))[0]
    assert text.count("absent") == 7


def test_a_session_before_anybody_joined(example: OpenBook) -> None:
    session = session_held(example, 3)
    assert len(session.people) == 19
    assert session.attended == BySex(11, 8)


@pytest.mark.parametrize("act", [1, 4, 999])
def test_only_sessions_have_an_attendance_list(example: OpenBook, act: int) -> None:
    with pytest.raises(NotYetError, match=f"Act {act} is no training session"):
        session_held(example, act)


def test_a_list_is_of_a_day_or_of_an_act(example_file: Path) -> None:
    with pytest.raises(MissingError, match="--as-of"):
        print_form(example_file, Asked("attendance-list"), ENGLISH)


def test_nobody_can_be_invited_before_anybody_joined(tmp_path: Path) -> None:
    with kept(founded(), tmp_path / "village.vdf") as book, pytest.raises(NotYetError, match="no members yet"):
        session_to_hold(book, date(2024, 12, 31))


# --- register --------------------------------------------------------------------------------------------------------


def test_the_register_holds_every_session_with_who_came(example: OpenBook) -> None:
    register = training_register(example, None, NEW_YEAR)
    assert [(line.act, line.module) for line in register.sessions] == [
        (3, VILLAGE_BANKING),
        (25, VILLAGE_BANKING),
        (28, SAFE_MIGRATION),
        (32, BUSINESS),
        (80, SAFE_MIGRATION),
        (81, BUSINESS),
        (93, RIGHTS),
        (125, SKILLS),
    ]
    first = register.sessions[0]
    assert (first.attended, first.guests, first.minutes) == (BySex(11, 8), BySex(4, 2), 180)
    assert first.completed == first.attended


def test_the_register_of_a_period_begins_and_ends_with_it(example: OpenBook) -> None:
    register = training_register(example, date(2025, 2, 20), date(2025, 5, 20))
    assert [line.act for line in register.sessions] == [28, 32, 80]
    assert M18 not in [member.member for member in register.members]


def test_every_member_is_counted_once_for_each_training(example: OpenBook) -> None:
    register = training_register(example, None, NEW_YEAR)
    assert register.expiring == (SAFE_MIGRATION, BUSINESS)
    counts = {
        module: [register.standing(module, validity) for validity in ("valid", "due", "expired", "never")]
        for module in register.expiring
    }
    assert counts == {SAFE_MIGRATION: [3, 13, 0, 2], BUSINESS: [17, 0, 0, 1]}
    later = training_register(example, None, date(2026, 3, 1))
    assert later.standing(SAFE_MIGRATION, "expired") == 13


def test_what_never_ends_stands_beside(example: OpenBook) -> None:
    register = training_register(example, None, NEW_YEAR)
    (noy,) = (member for member in register.members if member.member == M17)
    assert [(training.module, training.completed, training.until) for training in noy.others] == [
        (RIGHTS, date(2025, 6, 20), None)
    ]


def test_the_register_says_it_in_words(example_file: Path) -> None:
    text = " ".join(read(print_form(example_file, Asked("training-register", as_of=NEW_YEAR), ENGLISH)))
    said = text.replace("\n", " ")
    assert "28 150 10 + 6 9 + 6 6 + 5" in said
    assert "Together 8 sessions 1,620 55 + 33 54 + 33 13 + 7" in said
    assert "Safe migration 3 13 0 2 18" in said
    assert "M12 Phonsy until 20/05/2026 due in 4 months until 20/03/2027 due in 14 months" in said
    assert "M18 Bounthan not yet not yet Skills: 20/09/2025" in said
    later = print_form(example_file, Asked("training-register", as_of=date(2026, 5, 1)), ENGLISH)
    assert "expired on 20/02/2026" in " ".join(read(later))
    assert "due within a month" in " ".join(read(later))


def test_a_register_before_anything_was_agreed(tmp_path: Path) -> None:
    village = founded()
    with kept(village, tmp_path / "village.vdf") as book:
        register = training_register(book, None, date(2024, 12, 9))
        path = book.file.path
    assert register.members == ()
    assert register.sessions == ()
    (page,) = read(print_form(path, Asked("training-register", as_of=date(2024, 12, 9)), ENGLISH))
    assert "No session was held." in page
    assert "Refreshers" not in page


def test_a_village_that_lets_more_trainings_end(tmp_path: Path) -> None:
    village = joined(training={"safe_migration": 12, "business": 24, "rights": 6})
    village.tell("2025-01-06  train  rights")
    with kept(village, tmp_path / "village.vdf") as book:
        path = book.file.path
    text = " ".join(read(print_form(path, Asked("training-register", as_of=date(2025, 3, 1)), ENGLISH)))
    assert "Rights: until 06/07/2025" in text.replace("\n", " ")


# --- charts ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", range(1, 13))
def test_each_month_is_what_its_audit_sheet_says(example: OpenBook, number: int) -> None:
    with (EXAMPLE / "audit_monthly.csv").open(encoding="utf-8") as stream:
        (wanted,) = (row for row in csv.DictReader(stream) if row["month"] == f"2025-{number:02d}")
    end = trends(example, Month(2025, number)).months[-1]
    found = {
        "savings_total": end.savings,
        "loans_outstanding": end.loans,
        "closing_cash": end.cash_box,
        "bank_balance": end.bank,
        "par0": end.late.principal,
        "par30": end.long_late.principal,
        "par0_bp": end.late.bp,
        "par30_bp": end.long_late.bp,
    }
    assert found == {name: int(wanted[name]) for name in found}


def test_twelve_months_and_none_before_the_bank_opened(example: OpenBook) -> None:
    assert [str(end.month) for end in trends(example, Month(2025, 3)).months] == ["2025-01", "2025-02", "2025-03"]
    year = trends(example, Month(2026, 2))
    assert [str(end.month) for end in (year.months[0], year.months[-1])] == ["2025-03", "2026-02"]
    assert len(year.months) == 12


def test_the_package_is_that_of_the_last_month(example: OpenBook) -> None:
    assert trends(example, Month(2025, 11)).package.months_since[SKILLS] == 2


@pytest.mark.parametrize("month", [Month(2024, 12), Month(2001, 1)])
def test_no_charts_of_a_bank_that_was_not_open(example: OpenBook, month: Month) -> None:
    with pytest.raises(NotYetError, match="not open yet"):
        trends(example, month)


def test_the_numbers_stand_under_the_charts(example_file: Path) -> None:
    (page,) = read(print_form(example_file, Asked("charts", month=Month(2025, 11)), ENGLISH))
    said = page.replace("\n", " ")
    assert "11/2025 7,500,000 2,866,669 5,532,665 1,200,000 41.86 1,200,000 41.86" in said
    assert "01/2025 670,000 0 770,000 0 – 0 –" in said
    assert "Savings and loans, in millions of kip" in said


def test_a_bank_account_has_its_own_bars_and_numbers(tmp_path: Path) -> None:
    village = saved()
    village.tell("2025-04-06  deposit_cash  50 000  by M02  seconded_by M01")
    with kept(village, tmp_path / "village.vdf") as book:
        assert trends(book, Month(2025, 4)).has_bank_account
        path = book.file.path
    (page,) = read(print_form(path, Asked("charts", month=Month(2025, 4)), ENGLISH))
    assert page.count("Bank account") == 2
    (before,) = read(print_form(path, Asked("charts", month=Month(2025, 3)), ENGLISH))
    assert "Bank account" not in before


# --- audit sheet -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", [LAO, ENGLISH])
def test_the_audit_sheet_is_the_one_the_closing_prints(example: OpenBook, language: object) -> None:
    from vdfbank.office.reporting import audit_report

    spoken = LAO if language is LAO else ENGLISH
    pdf = print_form(example.file.path, Asked("audit-sheet", month=Month(2025, 11)), spoken)
    assert pdf == print_audit_sheet(audit_report(example, Month(2025, 11)), spoken)
    assert len(read(pdf)) == 2


@pytest.mark.parametrize("name", ["audit-sheet", "charts"])
def test_a_form_of_a_month_needs_one(example_file: Path, name: str) -> None:
    with pytest.raises(MissingError, match="--month"):
        print_form(example_file, Asked(name), ENGLISH)
