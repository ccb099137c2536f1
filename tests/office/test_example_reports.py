"""The example year out of its book: every figure of every report."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.kept import EXAMPLE, example_book, expected
from vdfbank.bank.calendar import Month
from vdfbank.office.checking import check_book
from vdfbank.office.exporting import act_lines
from vdfbank.office.replaying import replay_file
from vdfbank.office.wanted import Wanted, report_json

FIGURES = expected()


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return example_book(tmp_path_factory.mktemp("example") / "village.vdf")


@pytest.mark.parametrize("name", ["trial-balance", "savings", "loans"])
def test_lists_of_every_day(book: Path, name: str) -> None:
    for day, lines in FIGURES[name.replace("-", "_")].items():
        answer = report_json(book, Wanted(name, as_of=date.fromisoformat(day)))
        assert answer == {"as_of": day, "lines": lines}, day


def test_the_closed_trial_balance(book: Path) -> None:
    for day, lines in FIGURES["trial_balance_closed"].items():
        answer = report_json(book, Wanted("trial-balance", as_of=date.fromisoformat(day), closed=True))
        assert answer["lines"] == lines


@pytest.mark.parametrize("figures", FIGURES["audit_monthly"], ids=lambda figures: str(figures["month"]))
def test_every_month_s_audit(book: Path, figures: dict[str, Any]) -> None:
    assert report_json(book, Wanted("audit", month=Month.parse(figures["month"]))) == figures


def test_the_dividend(book: Path) -> None:
    wanted = FIGURES["dividend"]["2025"]
    keys = ("year", "basis", "surplus", "pools", "lines")
    assert report_json(book, Wanted("dividend", year=2025)) == {key: wanted[key] for key in keys}


def test_the_income_statement(book: Path) -> None:
    wanted = FIGURES["income_statement"]["2025"]
    answer = report_json(book, Wanted("income-statement", as_of=date(2025, 12, 31)))
    sides: dict[str, dict[str, int]] = {"income": {}, "expenses": {}}
    for line in answer["lines"]:
        sides[line["side"]][line["account"]] = line["amount"]
    assert sides == {"income": wanted["income"], "expenses": wanted["expenses"]}
    assert answer["surplus"] == wanted["surplus"]


def test_loan_cards(book: Path) -> None:
    with (EXAMPLE / "loan_ledger.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for loan in sorted({row["loan"] for row in rows}):
        card = report_json(book, Wanted("loan", loan=loan))["lines"]
        told = [(line["date"], line["penalty"], line["interest"], line["principal"], line["balance"]) for line in card]
        keys = ("penalty", "interest", "principal", "balance")
        wanted = [(row["date"], *(int(row[key]) for key in keys)) for row in rows if row["loan"] == loan]
        assert [(str(on), *figures) for on, *figures in told] == wanted


def test_a_savings_card_ends_with_the_balance(book: Path) -> None:
    card = report_json(book, Wanted("member", member="M05", as_of=date(2025, 12, 31)))
    assert card["opening"] == 0
    assert card["lines"][-1]["balance"] == 450_000
    assert sum(line["taken_out"] for line in card["lines"]) == 150_000
    second_half = report_json(book, Wanted("member", member="M05", first=date(2025, 7, 1), as_of=date(2025, 12, 31)))
    assert second_half["opening"] == 300_000


def test_the_cash_book_of_each_month(book: Path) -> None:
    for figures in FIGURES["audit_monthly"]:
        cash = report_json(book, Wanted("cash-book", month=Month.parse(figures["month"])))
        assert (cash["opening"], cash["closing"]) == (figures["opening_cash"], figures["closing_cash"])


def test_the_cash_book_of_a_month_without_movement(book: Path) -> None:
    cash = report_json(book, Wanted("cash-book", month=Month(2026, 2)))
    assert (cash["opening"], cash["closing"], cash["lines"]) == (6_606_542, 6_606_542, [])


def test_the_balance_sheet_balances(book: Path) -> None:
    for day in FIGURES["trial_balance"]:
        sheet = report_json(book, Wanted("balance-sheet", as_of=date.fromisoformat(day)))
        assert sheet["assets"] == sheet["liabilities_and_equity"], day


def test_the_whole_book_is_checked(book: Path) -> None:
    answer = check_book(book)
    assert answer.findings == ()
    assert answer.exit_status == 0
    assert answer.acts == FIGURES["acts"]["accepted"]


def test_printed_acts_give_the_same_seals(book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VDFBANK_DATA", str(tmp_path / "data"))
    printed = tmp_path / "acts.jsonl"
    printed.write_text("".join(f"{line}\n" for line in act_lines(book)), "utf-8")
    again = tmp_path / "again.vdf"
    answers: Iterator[Any] = replay_file(again, printed)
    assert all(answer.accepted for answer in answers)
    assert list(act_lines(again)) == list(act_lines(book))
    assert check_book(again).seal == check_book(book).seal
