"""The arrears list and the call list: who is late, who only looks current, who is to be reminded."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.kept import EXAMPLE, example_book, expected
from tests.office.forms.told import book_of, told
from tests.paper.lines import read
from tests.village import saved
from vdfbank.content.arrears import band_of
from vdfbank.office.forms.asked import Asked
from vdfbank.office.forms.due_lists import arrears, call_list
from vdfbank.office.forms.money import FORMS
from vdfbank.office.savings_day import savings_day_sheet
from vdfbank.office.session import OpenBook
from vdfbank.wording.language import ENGLISH


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenBook]:
    with OpenBook.open(example_book(tmp_path_factory.mktemp("example") / "example.vdf")) as opened:
        yield opened


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenBook]:
    with book_of(told(), tmp_path_factory.mktemp("told")) as opened:
        yield opened


def text(book: OpenBook, name: str, on: date) -> str:
    return " ".join(read(FORMS[name](book, Asked(name, as_of=on), ENGLISH))).replace("\n", " ")


def test_the_ageing_of_every_month_of_the_example(example: OpenBook) -> None:
    with (EXAMPLE / "ageing.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for day in sorted({row["date"] for row in rows}):
        found = arrears(example, date.fromisoformat(day))
        wanted = [row for row in rows if row["date"] == day]
        late = [row for row in wanted if int(row["days_late"])]
        assert [(line.loan, line.days_late, line.allowance) for line in found.late] == [
            (row["loan"], int(row["days_late"]), int(row["allowance"])) for row in late
        ]
        assert found.principal == sum(int(row["principal_outstanding"]) for row in wanted)
        assert found.allowance == sum(int(row["allowance"]) for row in wanted)
        assert sum(band.loans for band in found.bands) == len(wanted)


def test_portfolio_at_risk_shows_what_it_is_made_of(example: OpenBook) -> None:
    wanted = next(figures for figures in expected()["audit_monthly"] if figures["month"] == "2025-11")
    found = arrears(example, date(2025, 11, 30))
    assert [(risk.days, risk.principal) for risk in found.at_risk] == [
        (days, wanted[f"par{days}"]) for days in (0, 30, 60, 90)
    ]
    said = text(example, "arrears", date(2025, 11, 30))
    assert "over 30 days 1,200,000 2,866,669 41.86 %" in said
    assert "L4 M04 Somsak 56 800,000 53,280 8,426 1,200,000 31–60 days: 25 % 300,000" in said


def test_loans_that_only_look_current_are_watched(book: OpenBook) -> None:
    """L2 pays interest until principal falls due at the end; L3 pays everything then, so its interest only runs up."""
    watched = {str(loan.loan): loan for loan in arrears(book, date(2025, 5, 4)).watched}
    assert set(watched) == {"L2", "L3"}
    assert (watched["L2"].next_due, watched["L2"].interest) == (date(2025, 5, 5), 9_000)
    assert (watched["L3"].next_due, watched["L3"].last_due) == (date(2025, 10, 5), date(2025, 10, 5))
    assert watched["L3"].interest == 9_000
    assert not watched["L3"].is_last_month
    said = text(book, "arrears", date(2025, 5, 4))
    assert "L3 M08 Name M08 All at the end 05/10/2025 05/10/2025 9,000 300,000" in said


def test_the_last_month_of_a_loan_is_watched(tmp_path: Path) -> None:
    village = saved()
    village.tell(
        """
        2025-04-05  lend   L1  M06  300 000  3 months  300 bp  flat
        2025-05-05  repay  M06  L1  109 000
        2025-06-05  repay  M06  L1  109 000
        """
    )
    with book_of(village, tmp_path) as book:
        before, within = arrears(book, date(2025, 6, 4)), arrears(book, date(2025, 6, 5))
        assert before.watched == ()
        assert [(loan.loan, loan.is_last_month, loan.is_bullet) for loan in within.watched] == [("L1", True, False)]
        assert "last month" in text(book, "arrears", date(2025, 6, 5))


def test_a_loan_in_its_last_month_that_is_late_is_listed_once(tmp_path: Path) -> None:
    village = saved()
    village.tell("2025-04-05  lend  L1  M06  300 000  3 months  300 bp  flat")
    with book_of(village, tmp_path) as book:
        found = arrears(book, date(2025, 7, 1))
    assert [line.loan for line in found.late] == ["L1"]
    assert found.watched == ()


def test_a_loan_of_which_only_a_penalty_is_owed_is_not_watched(tmp_path: Path) -> None:
    """Where the by-laws use a payment for the penalty last, it may be all that is left."""
    village = saved(allocation=["interest", "principal", "penalty"])
    village.tell(
        """
        2025-04-05  lend         L1  M06  300 000  3 months  300 bp  flat
        2025-06-05  repay        M06  L1  218 000
        2025-07-10  savings_day
        2025-07-11  repay        M06  L1  109 000
        """
    )
    assert village.position("L1").penalties_unpaid == village.position("L1").owed == 2_180
    with book_of(village, tmp_path) as book:
        found = arrears(book, date(2025, 7, 11))
    assert (found.watched, found.late) == ((), ())


def test_rescheduled_loans_stay_in_the_list(book: OpenBook) -> None:
    found = arrears(book, date(2025, 5, 31))
    assert "L4" in {line.loan for line in found.late}
    assert "M09 Name M09, rescheduled" in text(book, "arrears", date(2025, 5, 31))


def test_without_loans_the_list_says_so(example: OpenBook) -> None:
    said = text(example, "arrears", date(2025, 2, 28))
    assert "No loan is late." in said
    assert "No loan is in its last month, and none waits for its end." in said


def test_a_gap_in_the_allowance_table_is_no_allowance() -> None:
    bands = (None, (1, 30, 1000), (61, None, 5000))
    assert [band_of(days, bands) for days in (0, 1, 30, 31, 61, 999)] == [
        None,
        bands[1],
        bands[1],
        None,
        bands[2],
        bands[2],
    ]


def test_a_late_loan_in_a_gap_says_no_allowance(tmp_path: Path) -> None:
    village = saved(provision=[[61, None, 5000]])
    village.tell("2025-04-05  lend  L1  M06  300 000  3 months  300 bp  flat")
    with book_of(village, tmp_path) as book:
        assert "no allowance 0" in text(book, "arrears", date(2025, 5, 20))


# --- the call list ---------------------------------------------------------------------------------------------------


def test_the_call_list_asks_what_the_savings_day_will_ask(example: OpenBook) -> None:
    day = date(2025, 11, 5)
    found = call_list(example, day)
    sheet = savings_day_sheet(example.books_at(date(2025, 11, 4)), day)
    assert sheet is not None
    asked = {loan.loan: loan.due for row in sheet.rows for loan in row.loans if loan.due}
    assert {call.loan: call.due for call in found.calls} == asked
    assert (found.due, found.penalty) == (sum(asked.values()), 8_426)
    said = text(example, "call-list", day)
    assert "M04 Somsak H04 L4 861,706 8,426 31 M11 Vanthong, M02 Khamla" in said


def test_a_day_to_come_is_asked_of_the_books_as_they_stand(book: OpenBook) -> None:
    found = call_list(book, date(2025, 6, 6))
    assert [(call.loan, call.days_late) for call in found.calls] == [("L2", 32), ("L4", 0)]
    assert found.calls[0].penalty > 0


def test_the_dead_are_called_by_their_heirs(tmp_path: Path) -> None:
    village = saved()
    village.tell(
        """
        2025-04-05  lend  L1  M06  600 000  3 months  300 bp  flat
        2025-04-10  die   M06  nominee=a_son
        """
    )
    with book_of(village, tmp_path) as book:
        calls = call_list(book, date(2025, 5, 5)).calls
        assert [call.is_dead for call in calls] == [True]
        assert "M06 Name M06, died: ask the heirs" in text(book, "call-list", date(2025, 5, 5))


def test_a_day_on_which_nothing_is_due(example: OpenBook) -> None:
    assert "No loan is due on this day." in text(example, "call-list", date(2025, 2, 5))
