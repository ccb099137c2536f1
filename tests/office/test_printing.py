"""The same content as text, comma-separated lines, spreadsheet and paper."""

from __future__ import annotations

import csv
import io
from datetime import date
from fractions import Fraction
from pathlib import Path

import pypdfium2
import pytest
from python_calamine import CalamineWorkbook

from vdfbank.bank.calendar import Month
from vdfbank.bank.money import Money
from vdfbank.ledger.table import Column, table
from vdfbank.office.printing import audit_sheet, table_csv, table_page, table_sheet, table_text, what_if_text
from vdfbank.office.reporting import audit_report
from vdfbank.office.session import OpenBook
from vdfbank.office.wanted import NAMES, Wanted, report_table
from vdfbank.office.what_if import what_if
from vdfbank.wording.language import language

CODES = ("lo", "en")


def wanted(name: str) -> Wanted:
    return Wanted(name, date(2025, 11, 30), Month(2025, 11), 2025, "M05", "L1")


def pages(path: Path) -> list[str]:
    """The text of each page."""
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range() for page in document]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("code", CODES)
def test_every_report_in_every_form(example_file: Path, tmp_path: Path, name: str, code: str) -> None:
    made = report_table(example_file, wanted(name))
    text = table_text(made, code).splitlines()
    assert len(text) >= len(made.rows) + len(made.facts) + 2
    assert all(line == line.rstrip() for line in text)
    rows = list(csv.reader(io.StringIO(table_csv(made))))
    assert rows[0] == [column.name for column in made.columns]
    assert rows[1:] == [["" if cell is None else str(cell) for cell in row] for row in made.rows]
    table_sheet(made, tmp_path / "r.xlsx", code)
    assert CalamineWorkbook.from_path(tmp_path / "r.xlsx").sheet_names
    table_page(example_file, made, tmp_path / "r.pdf", code)
    printed = pages(tmp_path / "r.pdf")
    assert printed
    assert all("Ban Dokchampa" in page for page in printed)


@pytest.mark.parametrize("code", CODES)
def test_the_audit_sheet_names_the_village(example_file: Path, tmp_path: Path, code: str) -> None:
    with OpenBook.open(example_file) as book:
        audit_sheet(audit_report(book, Month(2025, 11)), tmp_path / "audit.pdf", language(code))
    assert "Ban Dokchampa" in pages(tmp_path / "audit.pdf")[0]


def test_a_page_of_a_book_without_a_village_bears_its_file_s_name(tmp_path: Path) -> None:
    path = tmp_path / "brand new.vdf"
    OpenBook.create(path).close()
    table_page(path, report_table(path, Wanted("savings", date(2025, 1, 1))), tmp_path / "r.pdf", "en")
    assert "brand new" in pages(tmp_path / "r.pdf")[0]


@pytest.mark.parametrize("text", ["=1+1", '=HYPERLINK("http://x")', "+856", "-1", "@x", "\tx", "\nx", "\0x"])
def test_nothing_in_comma_separated_lines_is_calculated(text: str) -> None:
    columns = (Column("text", "text"), Column("amount", "kip"))
    lines = table_csv(table("member", columns, [(text, -5), ('a=b, "c"', None)]))
    rows = list(csv.reader(io.StringIO(lines, newline="")))
    assert rows == [["text", "amount"], [f"'{text}", "-5"], ['a=b, "c"', ""]]
    assert not lines.endswith("\n")


def test_text_stands_in_columns() -> None:
    columns = (Column("member", "id"), Column("balance", "kip", adds_up=True))
    lines = table_text(table("savings", columns, [("M01", 5), ("M2", 1_250_000)], as_of=date(2025, 1, 31)), "en")
    title, as_of, empty, *rows = lines.splitlines()
    assert title == "Savings of members"
    assert "2025" in as_of
    assert empty == ""
    assert len({len(row) for row in rows}) == 1
    assert rows[-1].endswith("1,250,005")


def test_the_loan_calculator_in_words() -> None:
    answer = what_if(Money(600_000), 6, Fraction(3), "flat", date(2025, 1, 31))
    text = what_if_text(answer, "3", "en")
    assert "708,000" in text
    assert "4.94" in text
    assert "programme" not in text
    outside = what_if(Money(600_000), 12, Fraction(5), "declining", date(2025, 1, 31))
    assert what_if_text(outside, "5", "en").count("Outside the programme") == 2
    assert what_if_text(outside, "5", "lo") != what_if_text(outside, "5", "en")
