"""Spreadsheets of every kind a village may bring, and files that are none."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from vdfbank.sheets import reading
from vdfbank.sheets.reading import UnreadableSheetError, read_sheets


def workbook(path: Path, **sheets: list[list[object]]) -> Path:
    """An XLSX as a person would save it."""
    book = Workbook(str(path), {"strings_to_formulas": False})
    days = book.add_format({"num_format": "dd/mm/yyyy"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for down, row in enumerate(rows):
            for along, cell in enumerate(row):
                if isinstance(cell, date):
                    sheet.write_datetime(down, along, datetime(cell.year, cell.month, cell.day), days)  # noqa: DTZ001
                else:
                    sheet.write(down, along, cell)
    book.close()
    return path


def test_cells_keep_what_was_typed(tmp_path: Path) -> None:
    rows: list[list[object]] = [["a", 25_000, 2.5, date(2025, 11, 30), True, "  ນ້ອຍ "], ["=1+1", "", "", "", "", "x"]]
    read = read_sheets(workbook(tmp_path / "a.xlsx", Members=rows))["members"]
    assert read[0] == ("a", 25_000, 2.5, date(2025, 11, 30), True, "ນ້ອຍ")
    assert read[1][0] == "=1+1"
    assert read[1][1] is None


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_text_with_a_name_before_each_sheet(tmp_path: Path, mark: str) -> None:
    file = tmp_path / "old.csv"
    text = "\ufeffmembers\nmember,savings\nM01,20000\n\nloans\nloan,amount\nL1,500000\n".replace(",", mark)
    file.write_text(text, "utf-8")
    sheets = read_sheets(file)
    assert sheets["members"] == (("member", "savings"), ("M01", "20000"))
    assert sheets["loans"][1] == ("L1", "500000")


def test_one_sheet_of_text_goes_by_the_name_of_its_file(tmp_path: Path) -> None:
    file = tmp_path / "Members.csv"
    file.write_text("member,savings\nM01,20000\n", "utf-8")
    assert set(read_sheets(file)) == {"members"}


def test_an_empty_text_has_no_sheets(tmp_path: Path) -> None:
    (tmp_path / "empty.csv").touch()
    assert read_sheets(tmp_path / "empty.csv") == {}


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("torn.xlsx", b"PK\x03\x04 and then nothing", "damaged"),
        ("picture.ods", b"\x89PNG\r\n", "damaged"),
        ("latin.csv", "h\xe9\n1".encode("latin-1"), "UTF-8"),
    ],
)
def test_a_file_that_is_no_sheet_is_said(tmp_path: Path, name: str, content: bytes, why: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UnreadableSheetError, match=why):
        read_sheets(tmp_path / name)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSheetError, match="No such file"):
        read_sheets(tmp_path / "nothing.xlsx")


def test_a_file_too_large_for_a_village(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = workbook(tmp_path / "a.xlsx", members=[["a"]] * 4)
    monkeypatch.setattr(reading, "MOST_ROWS", 3)
    with pytest.raises(UnreadableSheetError, match="more than 3 rows"):
        read_sheets(file)
    monkeypatch.setattr(reading, "LARGEST_FILE", 10)
    with pytest.raises(UnreadableSheetError, match="bytes are more than 10"):
        read_sheets(file)
