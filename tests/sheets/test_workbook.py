"""Reports as spreadsheets, read back with another program's eyes: values, and never a formula."""

from __future__ import annotations

import zipfile
from datetime import date
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from vdfbank.ledger.table import Cell, Column, Table, Unit, table
from vdfbank.sheets.workbook import workbook
from vdfbank.wording.headings import TITLES
from vdfbank.wording.language import language

COLUMNS = (
    Column("date", "date"),
    Column("voucher", "text"),
    Column("account", "account"),
    Column("received", "kip", adds_up=True),
    Column("balance", "kip"),
)


def read(made: Table, code: str = "en") -> list[list[object]]:
    sheet = CalamineWorkbook.from_filelike(BytesIO(workbook(made, language(code)))).get_sheet_by_index(0)
    return [list(row) for row in sheet.to_python(skip_empty_area=False)]


def cash_book(*rows: tuple[Cell, ...]) -> Table:
    return table("cash-book", COLUMNS, rows, month="2025-11", opening=1_234_567)


def test_values_stand_under_their_headings_with_their_sums() -> None:
    made = cash_book(
        (date(2025, 11, 5), "RV-2025-11-0001", "1010", 20_000, 1_254_567),
        (date(2025, 11, 6), "PV-2025-11-0001", None, -5_000, 1_249_567),
    )
    rows = read(made)
    assert rows[0][0] == "Cash book"
    assert "2025" in str(rows[1][0])
    assert "1,234,567" in str(rows[2][0])
    assert rows[4] == ["Date", "Voucher", "Account", "In", "Balance"]
    assert rows[5][0] == date(2025, 11, 5)
    assert rows[5][1] == "RV-2025-11-0001"
    assert str(rows[5][2]).startswith("1010")
    assert rows[5][3:] == [20_000, 1_254_567]
    assert rows[6][2:] == ["", -5_000, 1_249_567]
    assert rows[7][3:] == [15_000, ""]


CALCULATED = (
    "=1+1",
    '=HYPERLINK("http://x")',
    "{=SUM(A1:A2)}",
    "+2",
    "-3",
    "@SUM(A1)",
    "http://example.org",
    "ftp://example.org",
    "mailto:a@example.org",
    "internal:Sheet1!A1",
    "external:c:\\x.xlsx",
    "\t=",
    "<f>1+1</f>",
    "0012",
    "1e5",
    "true",
)


@pytest.mark.parametrize("text", CALCULATED)
@pytest.mark.parametrize("unit", ["text", "id"])
def test_text_that_a_spreadsheet_would_calculate_stays_text(text: str, unit: Unit) -> None:
    made = table("savings", (Column("text", unit),), [(text,)], member=text)
    rows = read(made)
    assert rows[-1] == [text]
    assert text in str(rows[1][0])
    with zipfile.ZipFile(BytesIO(workbook(made, language("en")))) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
        # Every cell points to a string of the workbook's own list.
        assert sheet.count("<c ") == sheet.count(' t="s"')
        assert "<f>" not in sheet
        assert "hyperlink" not in sheet
        assert not any("externalLink" in name or "vbaProject" in name for name in parts.namelist())


@pytest.mark.parametrize("amount", [10**15 - 1, 10**15, 4 * 10**18, -(10**18) - 1])
def test_no_digit_of_an_amount_is_lost(amount: int) -> None:
    (value,) = read(table("savings", (Column("balance", "kip"),), [(amount,)]))[-1]
    assert int(str(value).replace(",", "").removesuffix(".0").replace("\u2212", "-")) == amount


@pytest.mark.parametrize("name", sorted(TITLES))
@pytest.mark.parametrize("code", ["lo", "en"])
def test_every_report_has_a_sheet_in_both_languages(name: str, code: str) -> None:
    rows = read(table(name, (Column("member", "id"),), [("M01",)]), code)
    assert rows[0][0] == language(code).say(TITLES[name])
    assert rows[-1] == ["M01"]


def test_the_same_report_gives_the_same_values_again() -> None:
    made = cash_book((date(2025, 11, 5), "RV-2025-11-0001", "1010", 20_000, 1_254_567))
    assert workbook(made, language("lo")) == workbook(made, language("lo"))
