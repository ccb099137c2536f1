"""Whatever a form says comes out of the catalogue; the rest is what the book holds."""

from pathlib import Path

import pytest

from tests.office.forms.conftest import CASES
from tests.paper.lines import read
from tests.wording.masked import CATALOGUE, MASKED, mask, readable
from vdfbank.bank.calendar import Month
from vdfbank.office.forms.printing import print_form
from vdfbank.office.reporting import audit_report
from vdfbank.office.session import OpenBook
from vdfbank.paper.audit_sheet import print_audit_sheet


@pytest.fixture(autouse=True)
def masked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(CATALOGUE, mask)


@pytest.mark.parametrize("case", CASES)
def test_a_form_says_nothing_around_the_catalogue(example_file: Path, case: str) -> None:
    assert readable(read(print_form(example_file, CASES[case], MASKED))) == set()


def test_the_audit_sheet_says_nothing_around_the_catalogue(example_file: Path) -> None:
    with OpenBook.open(example_file) as book:
        pdf = print_audit_sheet(audit_report(book, Month(2025, 11)), MASKED)
    assert "ກກກ" in read(pdf)[0]
    assert readable(read(pdf)) == set()
