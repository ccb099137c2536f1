"""Every problem, finding, change and term has its words in both languages."""

import ast
import subprocess
import sys
from dataclasses import dataclass, fields
from datetime import date
from itertools import product
from pathlib import Path

import pytest

from vdfbank.audit.report import Finding, Name
from vdfbank.bank import account, committee, course, loan
from vdfbank.bank.bylaws import ByLaws
from vdfbank.bank.person import PersonId
from vdfbank.bank.problem import CODES, Problem
from vdfbank.wording import terms
from vdfbank.wording.changes import change
from vdfbank.wording.figures import figure
from vdfbank.wording.findings import FINDINGS, finding
from vdfbank.wording.language import ENGLISH, LAO, Language
from vdfbank.wording.problems import sentence, what_is_wrong, what_to_do
from vdfbank.wording.sayings import SAYINGS

ROOT = Path(__file__).parents[2]
NAMES = {PersonId("M07"): Name("Chansy", "ຈັນສີ"), PersonId("M01"): Name("Bounmy", None)}
LANGUAGES = (LAO, ENGLISH)


def codes_given(package: str, call: str) -> set[str]:
    """The codes with which the sources make a `call`."""
    found = set()
    for path in (ROOT / "vdfbank" / package).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == call and node.args:
                code = node.args[0]
                if isinstance(code, ast.Constant) and isinstance(code.value, str):
                    found.add(code.value)
    return found


def test_every_problem_has_a_sentence() -> None:
    assert set(SAYINGS) == set(CODES)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
@pytest.mark.parametrize("code", CODES)
def test_every_problem_is_said_whatever_is_known(code: str, language: Language) -> None:
    for found, needed, who in product((None, 3, "M07", ("M07", "M01")), (None, 5, "2025-11-05"), (None, "M07")):
        said = sentence(Problem(code, found, needed, who), language, NAMES)
        assert said.endswith(".")
        assert "{" not in said
        assert language.code == "en" or not set(said) & set("abcdefghijklmnopqrstuvwxyz") - set("Bounmy")


def test_a_problem_tells_what_is_wrong_and_what_to_do() -> None:
    """
    2025-04-05  apply  M07  900 001, five times the savings are 900 000
    """
    asked = Problem("over_savings_multiple", found=900_001, needed=900_000, who="M07")
    assert what_is_wrong(asked, ENGLISH, NAMES) == (
        "M07 Chansy: Together with what is still owed the loan comes to 900,001 kip; the savings allow 900,000 kip."
    )
    assert what_to_do(asked, ENGLISH) == "Ask for less, or save more first."
    assert sentence(asked, LAO, NAMES) == (
        "M07 ຈັນສີ: ລວມກັບທີ່ຍັງຄ້າງ ເງິນກູ້ແມ່ນ 900.001 ກີບ; ຕາມເງິນຝາກກູ້ໄດ້ບໍ່ເກີນ 900.000 ກີບ. ໃຫ້ຂໍກູ້ໜ້ອຍລົງ ຫຼື ຝາກເງິນເພີ່ມກ່ອນ."
    )


SAID = {
    Problem("rate_too_high", 500, 400): "The rate is 5 % a month; at most 4 % a month was agreed.",
    Problem("term_too_short", 1, 3): "The term is 1 month; at least 3 months was agreed.",
    Problem("bylaws_outside_programme", 450, 400, "rate_max_bp"): (
        "Highest rate a month: The by-law says 4.5 % a month; the limit of the programme is 4 % a month."
    ),
    Problem("bylaws_outside_programme", 6, 5, "savings_multiple"): (
        "Loan in times of savings: The by-law says 6 times; the limit of the programme is 5 times."
    ),
    Problem("month_closed", "2025-02-27", "2025-03-01"): (
        "27 February 2025 lies in a closed month; the first open day is 1 March 2025."
    ),
    Problem("month_not_ready", "2025-12", "2025-11"): (
        "The month cannot be closed yet. Found: December 2025. Needed: November 2025."
    ),
    Problem("month_not_ready", 5_000, 6_000): ("The month cannot be closed yet. Found: 5,000 kip. Needed: 6,000 kip."),
    Problem("wrong_state", "asked", ("approved",), "L4"): (
        "L4: This cannot be done as things stand. Found: Asked. Needed: Approved."
    ),
    Problem("wrong_account", "4010", ("5010", "5020")): (
        "This account cannot be used here. Found: Interest. Needed: Stationery and books, Transport and meetings."
    ),
    Problem("more_than_balance", 9_000, 5_000, "2110"): (
        "Outside funds: 9,000 kip is to be taken, but there is only 5,000 kip."
    ),
    Problem("guarantees_a_loan", "L4", None, "M07"): (
        "M07 Chansy: The member is guarantor of an open loan. Found: L4."
    ),
    Problem("later_act_depends", 47): "Something later would not stand without it. Found: act 47.",
    Problem("in_arrears", 30, 0): "A loan is 30 days late.",
    Problem("no_president", 0, 1): "The management committee has no president.",
    Problem("not_a_member", "M99", None, "M99"): "M99: This person is not a member.",
    Problem("same_person", "M07", None, "M07"): "M07 Chansy: Two different people are needed.",
    Problem("year_not_ready", 2026, 2025): "The year cannot be closed yet. Found: 2026. Needed: 2025.",
    # The sum the box should hold is not given away before it is counted.
    Problem("count_missing", None, 70_000): "The cash has not been counted.",
    Problem("wrong_state", "attended", None, "president"): (
        "President: This cannot be done as things stand. Found: attended."
    ),
}


@pytest.mark.parametrize("problem", SAID, ids=lambda problem: problem.code)
def test_figures_are_said_in_their_unit(problem: Problem) -> None:
    assert what_is_wrong(problem, ENGLISH, NAMES) == SAID[problem]


def test_figures_of_every_kind() -> None:
    assert [figure(answer, "kip", ENGLISH) for answer in (True, False)] == ["yes", "no"]
    assert figure(2_500, "percent", ENGLISH) == "25 %"
    assert figure(1, "times", ENGLISH) == "1 time"
    assert figure("2025-11-xx", "count", ENGLISH) == "2025-11-xx"
    assert figure(["M01", "M99"], "count", LAO, NAMES) == "M01 Bounmy, M99"
    assert figure(date(2025, 11, 5), "count", ENGLISH) == "5 November 2025"


def test_every_finding_of_the_audit_has_a_sentence() -> None:
    given = codes_given("audit", "Finding") | set(terms.RECONCILIATIONS)
    assert given == set(FINDINGS)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
@pytest.mark.parametrize("code", sorted(FINDINGS))
def test_every_finding_is_said(code: str, language: Language) -> None:
    for found, who, act in product((None, 3), (None, "M07", "skills", "RV-2025-11"), (None, 12)):
        said = finding(Finding(code, who, found, 5 if found else None, act), language, NAMES)
        assert said.endswith(".")
        assert "{" not in said


def test_a_finding_names_whom_it_concerns() -> None:
    late = Finding("committee_loan", who="M07", found=500_000, act=12)
    assert finding(late, ENGLISH, NAMES) == (
        "M07 Chansy, act 12: A loan to a household of committee members was paid out. Found: 500,000 kip. "
        "Check that nobody voted on their own loan."
    )
    assert finding(Finding("package_alert", "skills", 4, 3), LAO) == (
        "ທັກສະວິຊາຊີບ: ອົບຮົມຄັ້ງສຸດທ້າຍຜ່ານມາ 4 ເດືອນ ແລ້ວ; ຄວນຈັດທຸກ 3 ເດືອນ. ໃຫ້ວາງແຜນຈັດອົບຮົມກັບຄູຝຶກ."
    )


def test_what_changed_is_told_in_whole_sentences() -> None:
    def say(code: str, **values: int | None) -> str:
        return change(code, values, ENGLISH)

    assert say("savings", before=10, now=30, savers=17, members=18) == (
        "Savings grew by 20 kip to 30 kip. Members who saved this month: 17 of 18."
    )
    assert say("loans", before=30, now=10, active=1) == (
        "Loans to members fell by 20 kip to 10 kip. 1 loan is running."
    )
    assert say("loans", before=0, now=0, active=0) == "No loan is running."
    assert say("loans", before=5, now=0, active=0) == "Loans to members fell by 5 kip to 0 kip. 0 loans are running."
    assert say("cash", before=10, now=10, bank=0) == "Cash in the box stayed at 10 kip."
    assert say("cash", before=None, now=10, bank=5) == (
        "Cash in the box stands at 10 kip. The bank account holds 5 kip."
    )
    assert say("late", principal=0, bp=0, overdue=0, recovered_bp=None) == (
        "No loan is late. Nothing fell due this month."
    )
    assert say("late", principal=90, bp=4_186, overdue=9, recovered_bp=6_090) == (
        "Late loans have 90 kip still to repay, 41.86 % of all loans; 9 kip of it is overdue. "
        "Payments came to 60.9 % of what fell due this month."
    )
    assert say("result", income=5, expense=3, surplus=2).endswith("a surplus of 2 kip.")
    assert say("result", income=3, expense=5, surplus=-2).endswith("a loss of 2 kip.")


def test_a_change_needs_its_figures() -> None:
    with pytest.raises(AssertionError, match="now"):
        change("savings", {"before": 1, "now": None, "savers": 1, "members": 1}, LAO)


def test_terms_cover_what_the_bank_knows() -> None:
    assert {number: name.capitalize() for number, name in account.NAMES.items()} == terms.ACCOUNTS
    assert set(terms.COMMITTEES) == set(committee.ROLES)
    assert set(terms.ROLES) == {role for roles in committee.ROLES.values() for role in roles}
    assert set(terms.METHODS) == set(loan.METHODS)
    assert set(course.REQUIRED_FOR_LOANS) < set(terms.MODULES)
    assert {field.name for field in fields(ByLaws)} <= set(terms.BYLAWS)


def test_every_kind_of_act_has_a_name() -> None:
    kinds = {
        node.value.value
        for path in (ROOT / "vdfbank" / "acts").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.AnnAssign)
        and isinstance(node.target, ast.Name)
        and node.target.id == "kind"
        and isinstance(node.value, ast.Constant)
    }
    assert kinds == set(terms.ACTS)


def test_what_nobody_named_keeps_its_own_name() -> None:
    assert terms.account("1010", LAO) == "ກ່ອງເງິນສົດ"
    assert terms.account("9999", LAO) == "9999"
    assert terms.module("weaving", LAO) == "weaving"
    assert terms.module("rights", LAO) == "ສິດທິ"
    assert terms.bylaw("quorum", ENGLISH) == "Votes needed to decide"
    assert terms.bylaw("other", ENGLISH) == "other"
    assert terms.word("lwu", ENGLISH) == "Lao Women's Union representative"
    assert terms.word("nothing such", ENGLISH) is None


def test_reading_for_programs_waits_for_no_words() -> None:
    """A ``--json`` report says nothing: Babel and ReportLab stay on the disk."""
    program = (
        "import sys; import vdfbank.wording.problems, vdfbank.wording.findings, vdfbank.paper.audit_sheet; "
        "print([name for name in ('babel', 'reportlab', 'uharfbuzz', 'segno') if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert told.stdout == "[]\n"


@dataclass(frozen=True)
class Unnamed:
    latin: str = "Keo"
    lao: str | None = None


def test_a_person_is_named_in_the_letters_that_are_known() -> None:
    names = {PersonId("M09"): Unnamed()}
    assert LAO.person("M09", names) == "Keo"
    assert LAO.person("M10", names) == "M10"
    assert LAO.person("M07", NAMES) == "ຈັນສີ"
    assert ENGLISH.person("M07", NAMES) == "Chansy"
