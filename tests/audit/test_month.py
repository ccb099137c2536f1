"""A month before the advisers: figures that the example year does not have, what must agree, what to look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.kept import kept
from tests.village import Village, founded, joined, saved
from vdfbank.audit.report import AuditReport
from vdfbank.bank.calendar import Month
from vdfbank.office.reporting import audit_report

Audited = Callable[..., AuditReport]


@pytest.fixture
def audited(tmp_path: Path) -> Iterator[Audited]:
    """The audit of a month of a village that was told a story."""
    with ExitStack() as books:

        def audit(village: Village, story: str, month: str) -> AuditReport:
            village.tell(story)
            book = books.enter_context(kept(village, tmp_path / f"{len(list(tmp_path.iterdir()))}.vdf"))
            report = audit_report(book, Month.parse(month))
            _box_adds_up(report)
            return report

        yield audit


def _box_adds_up(report: AuditReport) -> None:
    figures = {key: int(value) for key, value in report.figures.items() if isinstance(value, int)}
    received = sum(value for key, value in figures.items() if key.startswith("receipts_"))
    paid = sum(value for key, value in figures.items() if key.startswith("payments_"))
    inside = figures["opening_cash"] + received + figures["from_bank"] + figures["cash_difference"]
    assert inside - paid - figures["to_bank"] == figures["closing_cash"]


def _figures(report: AuditReport, **wanted: int | None) -> None:
    assert {key: report.figures[key] for key in wanted} == wanted


def test_the_bank_account_and_funds(audited: Audited) -> None:
    report = audited(
        saved(),
        """
        2025-01-10  deposit_cash  1 000 000
        2025-01-11  draw_cash     300 000
        2025-01-12  receive       2110  500 000
        2025-01-13  receive       4090  7 000
        2025-01-14  spend         2110  100 000
        2025-01-15  spend         5010  20 000
        """,
        "2025-01",
    )
    _figures(report, to_bank=1_000_000, from_bank=300_000, receipts_other=507_000, bank_balance=700_000)
    _figures(report, payments_other=100_000, payments_expenses=20_000, liquidity_bp=11_988)
    assert report.before is None
    assert all(line.agrees for line in report.reconciliations if line.code != "cash_counted_book")


def test_shares_are_other_receipts_and_payments(audited: Audited) -> None:
    report = audited(
        saved(),
        """
        2025-01-10  buy_shares     M01  100 000
        2025-01-11  redeem_shares  M01  30 000
        2025-01-12  leave          M02
        """,
        "2025-01",
    )
    _figures(report, receipts_other=100_000, payments_other=30_000, payments_withdrawals=200_000, members=12)


def test_a_death_pays_the_loan_from_savings(audited: Audited) -> None:
    """What savings set off is collected, though it never passed through the box."""
    report = audited(
        saved(),
        """
        2025-04-05  lend  L1  M06  150 000  3 months  300 bp  flat
        2025-04-20  die   M06  his daughter
        """,
        "2025-04",
    )
    _figures(report, payments_loans=150_000, payments_withdrawals=50_000, collected_this_month=150_000)
    _figures(report, due_this_month=150_000, recovery_rate_bp=10_000, receipts_principal=0, active_loans=0)


def test_a_reversal_counts_negative_on_its_own_date(audited: Audited) -> None:
    report = audited(
        saved(),
        """
        2025-02-05  save     M01  50 000  (a)
        2025-02-06  reverse  (a)
        """,
        "2025-02",
    )
    _figures(report, receipts_savings=0, savers_this_month=0, savings_total=2_600_000)
    assert [(one.code, one.act) for one in report.findings if one.code == "reversal"] == [
        ("reversal", report_act(report))
    ]


def report_act(report: AuditReport) -> int | None:
    return next(one.act for one in report.findings if one.code == "reversal")


def test_differences_of_counts(audited: Audited) -> None:
    report = audited(
        saved(),
        """
        2025-01-10  count_cash  2 728 000  reason=mice
        2025-01-11  count_cash  2 729 000  reason=found_behind_the_box
        """,
        "2025-01",
    )
    _figures(report, cash_difference=-1_000)


def test_an_open_month_is_not_counted(audited: Audited) -> None:
    report = audited(saved(), "", "2025-01")
    assert report.closed is None
    codes = [one.code for one in report.findings]
    assert "cash_not_counted" in codes
    assert "no_savings_day" in codes


def test_a_closed_month_carries_its_seal_and_remarks(audited: Audited) -> None:
    report = audited(saved(), "2025-01-31  close_month  2025-01  remarks=all_well", "2025-01")
    assert report.closed is not None
    assert report.closed.signed_by == ("V01", "V02")
    assert len(report.closed.seal) == 64
    assert report.figures["cash_counted"] == report.figures["closing_cash"]
    assert all(line.agrees for line in report.reconciliations)


def test_an_allowance_of_a_late_closing_belongs_to_its_month(audited: Audited) -> None:
    """May is closed in July, after June's acts: its allowance is May's, and June sees it too."""
    story = """
        2025-01-31  close_month  2025-01
        2025-02-28  close_month  2025-02
        2025-03-31  close_month  2025-03
        2025-04-05  lend  L1  M06  300 000  3 months  300 bp  declining
        2025-04-30  close_month  2025-04
        2025-06-10  save  M02  10 000
        2025-07-02  close_month  2025-05
        """
    report = audited(saved(), story, "2025-05")
    _figures(report, allowance=30_000, expense_to_date=30_000, par0=300_000)
    assert [line.agrees for line in report.reconciliations if line.code == "allowance_table"] == [True]
    assert [line.loan for line in report.arrears] == ["L1"]
    report = audited(saved(), story, "2025-06")
    _figures(report, allowance=75_000, expense_to_date=30_000, due_this_month=106_000)


def test_loans_to_the_committee_and_taken_over_without_training_are_named(audited: Audited) -> None:
    village = founded()
    members = [{"member": member, "joined": "2024-06-01", "savings": 100_000} for member in ("M01", "M11", "M12")]
    loan = {"loan": "L9", "member": "M01", "product": "ordinary", "amount": 90_000, "paid_out": "2025-01-02"}
    terms = {"months": 3, "rate_bp": 300, "method": "flat", "purpose": "pigs", "guarantors": ["M11", "M12"]}
    paid = {"principal_outstanding": 90_000, "instalments_paid": 0}
    village.perform(
        "take_over",
        "2025-01-05",
        members=members,
        loans=[{**loan, **terms, **paid}],
        trained=[],
        accounts={"1010": 200_000, "1020": 50_000},
        difference=40_000,
    )
    assert not village.objections, village.objections
    report = audited(village, "", "2025-01")
    _figures(report, receipts_other=200_000, bank_balance=50_000, loans_outstanding=90_000)
    codes = {one.code: one.who for one in report.findings}
    assert codes["loan_without_training"] == "L9"
    assert codes["committee_loan"] == "L9"
    assert report.package.trained_before_payout == 0
    assert report.outreach.borrowers == 1


def test_long_lateness_and_a_silent_package_are_findings(audited: Audited) -> None:
    report = audited(
        saved(),
        """
        2025-01-31  close_month  2025-01
        2025-02-28  close_month  2025-02
        2025-03-31  close_month  2025-03
        2025-04-05  lend  L1  M06  300 000  3 months  300 bp  declining
        2025-04-30  close_month  2025-04
        2025-05-31  close_month  2025-05
        2025-06-30  close_month  2025-06
        """,
        "2025-06",
    )
    codes = {one.code: one.found for one in report.findings if one.code in ("long_late", "package_alert")}
    assert codes["long_late"] == 56
    assert report.package.months_alone == 6
    assert next(risk.bp for risk in report.at_risk if risk.days == 30) == 10_000


def test_who_the_bank_reaches(audited: Audited) -> None:
    report = audited(joined(), "", "2025-01")
    assert (report.outreach.members, report.outreach.women, report.outreach.poor) == (13, 7, 0)
    assert report.package.borrowers == 0
