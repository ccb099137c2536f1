"""Reports of days before, between and after; months closed late; what falls due; other fiscal years."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.office.life import append, steps, written
from tests.village import Village, saved
from vdfbank.bank.calendar import Month
from vdfbank.office.reporting import NotYetError, audit_report, dividend_report
from vdfbank.office.session import OpenBook
from vdfbank.office.wanted import NAMES, MissingError, Wanted, report_json, report_table

Opened = Callable[[Village], OpenBook]

QUARTER = """
    2025-01-31  close_month  2025-01
    2025-02-28  close_month  2025-02
    2025-03-31  close_month  2025-03
    """


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    """The book of a village."""
    with ExitStack() as books:

        def book(village: Village) -> OpenBook:
            assert not village.objections, village.objections
            path = written(tmp_path / f"{len(list(tmp_path.iterdir()))}.vdf", village)
            return books.enter_context(OpenBook.open(path))

        yield book


def told(story: str, village: Village | None = None) -> Village:
    village = village or saved()
    village.tell(QUARTER + story if "2025-04" in story else story)
    return village


def figures(book: OpenBook, month: str) -> dict[str, Any]:
    return dict(audit_report(book, Month.parse(month)).figures)


def some(book: OpenBook, month: str, *keys: str) -> list[Any]:
    found = figures(book, month)
    return [found[key] for key in keys]


DUE = ("due_this_month", "collected_this_month", "recovery_rate_bp")


def test_what_is_paid_ahead_is_still_due_in_its_month(opened: Opened) -> None:
    book = opened(
        told(
            """
            2025-04-05  lend   L1  M06  300 000  3 months  300 bp  flat
            2025-04-20  repay  M06  L1  109 000
            2025-06-01  save   M01  10 000
            """
        )
    )
    assert some(book, "2025-04", *DUE) == [0, 109_000, None]
    assert some(book, "2025-05", *DUE) == [109_000, 0, 0]
    assert some(book, "2025-06", *DUE) == [109_000, 0, 0]


def test_what_settling_calls_in_falls_due_that_day(opened: Opened) -> None:
    book = opened(
        told(
            """
            2025-04-05  lend    L1  M06  300 000  3 months  300 bp  flat
            2025-05-20  settle  L1  309 000
            """
        )
    )
    assert some(book, "2025-05", *DUE) == [309_000, 309_000, 10_000]
    assert some(book, "2025-06", *DUE) == [0, 0, None]


def test_rescheduling_leaves_of_the_old_instalments_what_was_paid(opened: Opened) -> None:
    book = opened(
        told(
            """
            2025-04-05  lend        L1  M06  300 000  3 months  300 bp  flat
            2025-05-05  repay       M06  L1  50 000
            2025-05-10  reschedule  L1  3
            """
        )
    )
    assert some(book, "2025-05", *DUE) == [50_000, 50_000, 10_000]
    # 259 000 in three, and three per cent of it.
    assert some(book, "2025-06", *DUE) == [86_333 + 7_770, 0, 0]
    assert some(book, "2025-05", "par0", "par90", "active_loans") == [259_000, 259_000, 1]


def test_a_written_off_loan_is_due_no_more_and_what_is_recovered_is_other(opened: Opened) -> None:
    book = opened(
        told(
            """
            2025-04-05  lend       L1  M06  300 000  3 months  300 bp  flat
            2025-04-30  close_month  2025-04
            2025-05-20  write_off  L1
            2025-05-21  recover    L1  40 000
            """
        )
    )
    assert some(book, "2025-05", *DUE) == [0, 0, None]
    assert some(book, "2025-05", "receipts_other", "loans_outstanding", "par0_bp") == [40_000, 0, 0]
    assert some(book, "2025-05", "income_to_date", "expense_to_date") == [130_000 + 40_000, 300_000]


def test_a_reversal_of_the_next_month_counts_there(opened: Opened) -> None:
    book = opened(
        told(
            """
            2025-01-31  close_month  2025-01
            2025-02-20  withdraw  M01  50 000  (out)
            2025-02-21  spend     5010  30 000  (pens)
            2025-03-03  reverse   (out)
            2025-03-04  reverse   (pens)
            """
        )
    )
    keys = ("payments_withdrawals", "payments_expenses", "closing_cash", "expense_to_date")
    assert some(book, "2025-02", *keys) == [50_000, 30_000, 2_650_000, 30_000]
    assert some(book, "2025-03", *keys) == [-50_000, -30_000, 2_730_000, 0]


def test_a_correction_leaves_the_closed_month_as_it_was(tmp_path: Path) -> None:
    village = saved()
    village.tell("2025-01-10  save  M01  50 000  (a)\n2025-01-31  close_month  2025-01")
    with OpenBook.open(written(tmp_path / "before.vdf", village)) as book:
        january = audit_report(book, Month(2025, 1))
    village.tell("2025-02-03  correct  (a)")
    assert not village.objections, village.objections
    with OpenBook.open(written(tmp_path / "after.vdf", village)) as book:
        assert audit_report(book, Month(2025, 1)) == january
        found = figures(book, "2025-02")
    assert (found["receipts_savings"], found["savers_this_month"]) == (-50_000, 0)
    assert (found["savings_total"], found["closing_cash"]) == (2_600_000, 2_730_000)


def test_partly_reversed_lines_are_no_savers(opened: Opened) -> None:
    book = opened(
        told(
            """
            2025-02-05  savings_day  M01 save 20000, M02 save 30000, M03 save 10000  (day)
            2025-02-06  reverse  (day)  M02
            2025-02-07  save  M03  10 000  (twice)
            2025-02-08  reverse  (twice)
            """
        )
    )
    assert some(book, "2025-02", "receipts_savings", "savers_this_month") == [30_000, 2]


def test_months_closed_two_months_late(opened: Opened) -> None:
    """Both allowances belong to their months; the figures of May are the same closed or not, but for the allowance."""
    story = """
        2025-04-05  lend  L1  M06  300 000  3 months  300 bp  declining
        2025-06-10  save  M02  10 000
        2025-07-20  save  M03  10 000
        """
    closing = """
        2025-07-21  close_month  2025-04
        2025-07-21  close_month  2025-05
        2025-07-22  close_month  2025-06
        """
    early, late = opened(told(story)), opened(told(story + closing))
    keys = ("allowance", "expense_to_date", "cash_counted", "par0")
    assert some(early, "2025-05", *keys) == [30_000, 0, None, 300_000]
    assert some(late, "2025-05", *keys) == [30_000, 30_000, 2_430_000, 300_000]
    assert some(late, "2025-06", *keys) == [75_000, 75_000, 2_440_000, 300_000]
    assert some(late, "2025-07", *keys)[:2] == [150_000, 75_000]
    changing = ("expense_to_date", "surplus_to_date", "cash_counted")
    for month in ("2025-04", "2025-05", "2025-06"):
        was, now = figures(early, month), figures(late, month)
        assert {key for key in was if was[key] != now[key]} <= set(changing)


@pytest.fixture
def october(opened: Opened) -> OpenBook:
    """A fiscal year from October: what began in January is closed in September."""
    village = saved(fiscal_year="10-01")
    months = "".join(f"2025-{month:02d}-28  spend  5010  1 000\n{_last(month)}\n" for month in range(1, 10))
    village.tell(f"{months}\n2025-10-03  save  M01  10 000\n2025-10-04  close_year  2024")
    village.tell("2025-10-05  pay_dividend  2024  savings  members=M01,M02\n2025-10-06  pay_dividend  2024  cash")
    return opened(village)


def _last(month: int) -> str:
    last = Month(2025, month).last
    return f"{last}  close_month  2025-{month:02d}"


def _trial(book: OpenBook, day: str, *, closed: bool = False) -> dict[str, int]:
    answer = report_json(book.file.path, Wanted("trial-balance", as_of=date.fromisoformat(day), closed=closed))
    return {line["account"]: line["debit"] - line["credit"] for line in answer["lines"]}


def test_closing_entries_are_left_out_on_the_year_s_last_day_and_count_later(october: OpenBook) -> None:
    surplus = 130_000 - 9_000
    last = _trial(october, "2025-09-30")
    assert (last["4030"], last["5010"], last.get("2210")) == (-130_000, 9_000, None)
    for day, closed in (("2025-09-30", True), ("2025-10-01", False), ("2025-10-04", False)):
        after = _trial(october, day, closed=closed)
        assert not {"4030", "5010"} & set(after), day
        assert after["2210"] == -surplus * 7 // 10
    assert sum(_trial(october, "2025-10-06").values()) == 0


def test_the_dividend_of_that_year_and_what_passes_through_the_box(october: OpenBook) -> None:
    dividend = dividend_report(october, 2024)
    assert (dividend.year, dividend.surplus, dividend.pools["members"]) == (2024, 121_000, 84_700)
    assert sum(dividend.pools.values()) == dividend.surplus
    assert sum(dividend.lines.values()) == 84_700
    # Thirteen equal shares, floored; the five kip left over go to the lower ids.
    assert list(dividend.lines.values()) == [6_516] * 5 + [6_515] * 8
    found = figures(october, "2025-10")
    in_savings = sum(amount for member, amount in dividend.lines.items() if member in ("M01", "M02"))
    assert found["payments_other"] == 84_700 - in_savings
    assert found["receipts_savings"] == 10_000
    assert found["savings_total"] == 2_600_000 + 10_000 + in_savings
    assert (found["income_to_date"], found["expense_to_date"]) == (0, 0)
    assert figures(october, "2025-09")["surplus_to_date"] == 121_000


@pytest.mark.parametrize("year", [-5, 0, 2023, 2025, 10_000])
def test_years_that_are_not_closed_have_no_dividend(october: OpenBook, year: int) -> None:
    with pytest.raises(NotYetError) as wrong:
        report_json(october.file.path, Wanted("dividend", year=year))
    assert wrong.value.exit_status == 1


def test_a_year_of_loss_goes_to_the_reserve(opened: Opened) -> None:
    village = saved(fiscal_year="02-01", entry_fee=0)
    village.tell(
        """
        2025-01-20  spend  5010  40 000
        2025-01-31  close_month  2025-01
        2025-02-01  close_year   2024
        """
    )
    answer = report_json(opened(village).file.path, Wanted("dividend", year=2024))
    assert answer["surplus"] == -40_000
    assert answer["pools"] == {"members": 0, "committee": 0, "advisory": 0, "welfare": 0, "reserve": -40_000}
    assert answer["lines"] == []


def test_a_year_in_which_nothing_was_earned(opened: Opened) -> None:
    village = saved(fiscal_year="02-01", entry_fee=0)
    village.tell("2025-01-31  close_month  2025-01\n2025-02-01  close_year  2024")
    answer = report_json(opened(village).file.path, Wanted("dividend", year=2024))
    assert (answer["surplus"], answer["lines"]) == (0, [])


def test_days_before_the_first_act_and_far_ahead(opened: Opened) -> None:
    path = opened(told("2025-01-10  save  M01  10 000")).file.path
    for day in (date.min, date(2024, 11, 30), date(2024, 12, 1), date(2024, 12, 31)):
        for name in ("trial-balance", "savings", "loans", "balance-sheet", "income-statement"):
            assert report_json(path, Wanted(name, as_of=day))["lines"] == [], (name, day)
        assert report_json(path, Wanted("member", member="M01", as_of=day))["opening"] == 0
    for day in (date(2025, 1, 1), date(2025, 1, 9), date(2025, 1, 10), date(2025, 12, 31), date.max):
        lines = report_json(path, Wanted("savings", as_of=day))["lines"]
        assert lines[0] == {"member": "M01", "balance": 200_000 if day < date(2025, 1, 10) else 210_000}
    assert report_json(path, Wanted("cash-book", month=Month(1, 1)))["opening"] == 0
    assert report_json(path, Wanted("audit", month=Month(9999, 12)))["closing_cash"] == 2_740_000


def test_a_month_before_the_bank_opened(opened: Opened) -> None:
    book = opened(saved())
    for month in (Month(1, 1), Month(2024, 12)):
        with pytest.raises(NotYetError, match="not open yet"):
            audit_report(book, month)
    with pytest.raises(NotYetError):
        dividend_report(book, 2025)


def test_an_empty_book_has_reports_too(tmp_path: Path) -> None:
    path = tmp_path / "new.vdf"
    OpenBook.create(path).close()
    for name in ("trial-balance", "savings", "loans", "balance-sheet", "income-statement"):
        assert report_json(path, Wanted(name, as_of=date(2025, 1, 1)))["lines"] == []
    with pytest.raises(NotYetError):
        report_json(path, Wanted("audit", month=Month(2025, 1)))
    with pytest.raises(NotYetError):
        report_json(path, Wanted("dividend", year=2025))


@pytest.mark.parametrize("name", NAMES)
def test_a_report_says_what_it_needs(opened: Opened, name: str) -> None:
    path = opened(saved()).file.path
    for answer in (report_json, report_table):
        with pytest.raises(MissingError, match=f"The report {name} needs --") as wrong:
            answer(path, Wanted(name))
        assert wrong.value.exit_status == 2


def test_cards_of_nobody(opened: Opened) -> None:
    path = opened(saved()).file.path
    with pytest.raises(NotYetError, match="M99 is no member"):
        report_json(path, Wanted("member", member="M99", as_of=date(2025, 1, 1)))
    with pytest.raises(NotYetError, match="loan L99"):
        report_json(path, Wanted("loan", loan="L99"))


def test_audit_and_dividend_as_tables(october: OpenBook) -> None:
    path = october.file.path
    audit = report_table(path, Wanted("audit", month=Month(2025, 10)))
    assert {row[0]: row[1] for row in audit.rows} == {
        key: value for key, value in figures(october, "2025-10").items() if key != "month"
    }
    dividend = report_table(path, Wanted("dividend", year=2024))
    assert dividend.totals() == (None, 84_700)
    assert dividend.facts["reserve"] == 121_000 - 84_700 - 12_100 - 6_050 - 6_050


def test_a_report_is_the_same_while_more_is_written(tmp_path: Path) -> None:
    """A book that somebody else goes on writing answers of the past what it answered."""
    village = told("2025-04-05  lend  L1  M06  300 000\n2025-05-06  savings_day  M06 repay 20000")
    path = written(tmp_path / "village.vdf", village)
    number = village.books.number
    with OpenBook.open(path) as book:
        before = [report_json(path, Wanted(name, as_of=date(2025, 5, 6))) for name in ("savings", "loans")]
        village.tell("2025-05-07  repay  M06  L1  50 000\n2025-05-08  write_off  L1")
        with OpenBook.open(path, writing=True) as writer:
            append(writer.file, steps(village)[number:])
        assert [report_json(path, Wanted(name, as_of=date(2025, 5, 6))) for name in ("savings", "loans")] == before
        assert book.books_at(date(2025, 5, 6)).loans_outstanding > 0
