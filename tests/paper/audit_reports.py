"""Audit reports to print: November of a village with 18 members, as it is, open, and overflowing."""

from dataclasses import replace
from datetime import date

from vdfbank.audit.figures import Figures
from vdfbank.audit.report import (
    AuditReport,
    Change,
    Closing,
    Finding,
    Name,
    Outreach,
    Reconciliation,
)
from vdfbank.bank.account import Account
from vdfbank.bank.calendar import Month
from vdfbank.bank.course import BUSINESS, RIGHTS, SAFE_MIGRATION, SKILLS, Module
from vdfbank.bank.money import Money
from vdfbank.bank.person import LoanId, PersonId
from vdfbank.ledger.loans import AtRisk, LoanLine
from vdfbank.ledger.statements import TrialLine
from vdfbank.training.package import Package

SEAL = "9a3c5e7f1b2d4c6e8f0a1b2c3d4e5f60718293a4b5c6d7e8f9a0b1c2d3e4f506"

_NOTHING = (
    "receipts_penalty",
    "receipts_entry_fee",
    "receipts_other",
    "from_bank",
    "payments_withdrawals",
    "payments_loans",
    "payments_expenses",
    "payments_other",
    "to_bank",
    "cash_difference",
    "bank_balance",
)

OCTOBER: Figures = {
    **dict.fromkeys(_NOTHING, 0),
    "month": "2025-10",
    "opening_cash": 2_466_277,
    "receipts_savings": 720_000,
    "receipts_principal": 777_777,
    "receipts_interest": 186_498,
    "receipts_penalty": 9_280,
    "closing_cash": 4_159_832,
}

NOVEMBER: Figures = {
    **dict.fromkeys(_NOTHING, 0),
    "month": "2025-11",
    "members": 18,
    "savers_this_month": 17,
    "opening_cash": 4_159_832,
    "receipts_savings": 700_000,
    "receipts_principal": 577_777,
    "receipts_interest": 95_056,
    "closing_cash": 5_532_665,
    "cash_counted": 5_532_665,
    "savings_total": 7_500_000,
    "loans_outstanding": 2_866_669,
    "due_this_month": 1_104_833,
    "collected_this_month": 672_833,
    "recovery_rate_bp": 6_090,
    "liquidity_bp": 7_377,
    "loans_to_savings_bp": 3_822,
}

_NAMES = {
    "M01": ("Bounmy", "ບຸນມີ"),
    "M04": ("Somsak", "ສົມສັກ"),
    "M11": ("Vanthong", "ວັນທອງ"),
    "V01": ("Khamsing", "ຄຳສິງ"),
    "V02": ("Bouasy", "ບົວສີ"),
    "V03": ("Phomma", "ພົມມາ"),
}

_TRIAL_BALANCE = (
    ("1010", 5_532_665, 0),
    ("1210", 2_866_669, 0),
    ("1290", 0, 300_000),
    ("2010", 0, 7_500_000),
    ("4010", 0, 830_054),
    ("4020", 0, 9_280),
    ("4030", 0, 180_000),
    ("5010", 60_000, 0),
    ("5020", 60_000, 0),
    ("5090", 300_000, 0),
)


def november() -> AuditReport:
    """The month as it was closed."""
    return AuditReport(
        village="Ban Dokchampa",
        district="Muang Saimai",
        province="Khoueng Tawan",
        village_code="99-01-007",
        month=Month(2025, 11),
        fiscal_year_start=date(2025, 1, 1),
        closed=Closing(131, date(2025, 12, 2), SEAL, (PersonId("V01"), PersonId("V02")), None),
        figures=NOVEMBER,
        before=OCTOBER,
        changes=(
            Change("savings", {"before": 6_800_000, "now": 7_500_000, "savers": 17, "members": 18}),
            Change("loans", {"before": 3_444_446, "now": 2_866_669, "active": 2}),
            Change("cash", {"before": 4_159_832, "now": 5_532_665, "bank": 0}),
            Change("late", {"principal": 1_200_000, "bp": 4_186, "overdue": 800_000, "recovered_bp": 6_090}),
            Change("result", {"income": 1_019_334, "expense": 420_000, "surplus": 599_334}),
        ),
        reconciliations=(
            Reconciliation("cash_counted_book", Money(5_532_665), Money(5_532_665)),
            Reconciliation("cash_flow", Money(5_532_665), Money(5_532_665)),
            Reconciliation("savings_cards_control", Money(7_500_000), Money(7_500_000)),
            Reconciliation("loans_control", Money(2_866_669), Money(2_866_669)),
            Reconciliation("allowance_table", Money(300_000), Money(300_000)),
            Reconciliation("debits_credits", Money(8_819_334), Money(8_819_334)),
        ),
        findings=(
            Finding("long_late", who="L4", found=56, needed=30),
            Finding("package_alert", who="skills", found=None, needed=3),
            Finding("package_alert", who="rights", found=8, needed=3),
        ),
        arrears=(_late("L4", "M04"),),
        at_risk=tuple(
            AtRisk(days, Money(late), Money(2_866_669))
            for days, late in ((0, 1_200_000), (30, 1_200_000), (60, 0), (90, 0))
        ),
        package=Package(
            last={
                SAFE_MIGRATION: date(2025, 9, 20),
                BUSINESS: date(2025, 10, 11),
                SKILLS: None,
                RIGHTS: date(2025, 3, 8),
            },
            months_since={SAFE_MIGRATION: 2, BUSINESS: 1, SKILLS: None, RIGHTS: 8},
            borrowers=2,
            trained_before_payout=2,
        ),
        outreach=Outreach(18, 11, 8, 2, 0, 0, Money(4_500_000), Money(0), Money(0)),
        trial_balance=tuple(
            TrialLine(Account(account), Money(debit), Money(credit)) for account, debit, credit in _TRIAL_BALANCE
        ),
        advisers=(PersonId("V01"), PersonId("V02"), PersonId("V03")),
        names={PersonId(who): Name(latin, lao) for who, (latin, lao) in _NAMES.items()},
    )


def still_open() -> AuditReport:
    """The same month before anybody counted or closed, the bank's first."""
    closed = november()
    lines = closed.reconciliations
    return replace(
        closed,
        closed=None,
        before=None,
        figures={**NOVEMBER, "cash_counted": None, "recovery_rate_bp": None, "bank_balance": 250_000},
        changes=(
            Change("savings", {"before": None, "now": 7_500_000, "savers": 17, "members": 18}),
            Change("loans", {"before": None, "now": 0, "active": 0}),
            Change("cash", {"before": None, "now": 5_532_665, "bank": 250_000}),
            Change("late", {"principal": 0, "bp": 0, "overdue": 0, "recovered_bp": None}),
            Change("result", {"income": 10_000, "expense": 420_000, "surplus": -410_000}),
        ),
        reconciliations=(
            replace(lines[0], left=None),
            lines[1],
            replace(lines[2], left=Money(7_490_000)),
            lines[3],
            lines[5],
        ),
        findings=(),
        arrears=(),
        at_risk=tuple(AtRisk(days, Money(0), Money(0)) for days in (0, 30, 60, 90)),
        package=Package({Module("skills"): None}, {Module("skills"): None}, 2, 1),
        outreach=Outreach(18, 11, 8, 0, 0, 0, Money(0), Money(0), Money(0)),
    )


def overflowing() -> AuditReport:
    """Sixty late loans, four advisers with remarks, names that look like markup."""
    closed = november()
    assert closed.closed is not None
    who = PersonId("M04")
    advisers = (*closed.advisers, who)
    return replace(
        closed,
        village="Ban <b>Don</b> & Co",
        arrears=tuple(replace(_late(f"L{number}", "M04"), rescheduled=True) for number in range(1, 61)),
        closed=replace(closed.closed, signed_by=advisers, remarks="ກວດແລ້ວ: <ok> & ເງິນສົດຄົບຖ້ວນ"),
    )


def _late(loan: str, member: str) -> LoanLine:
    return LoanLine(
        LoanId(loan),
        PersonId(member),
        Money(1_200_000),
        56,
        Money(800_000),
        Money(53_280),
        Money(8_426),
        Money(300_000),
        rescheduled=False,
    )
