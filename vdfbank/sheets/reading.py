"""Read spreadsheets as people fill them in: XLSX, XLS, ODS, comma-separated text; nothing is calculated."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import ClassVar

from vdfbank.bank.problem import VdfError

Cell = str | int | float | bool | date | None
Rows = tuple[tuple[Cell, ...], ...]

#: A village's books are far smaller; what is larger is no sheet of a village.
LARGEST_FILE, MOST_ROWS, MOST_COLUMNS = 20_000_000, 20_000, 200
_TEXT = (".csv", ".txt")


class UnreadableSheetError(VdfError):
    """The file is no spreadsheet this program can read."""

    exit_status: ClassVar[int] = 3

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            f"{path.name} cannot be read as a spreadsheet: {why}. Save it as XLSX, ODS or CSV; nothing was done."
        )


def read_sheets(path: Path) -> Mapping[str, Rows]:
    """
    The sheets of a file by their names, in small letters.

    In comma-separated text a line with one word alone begins the sheet of that name.
    """
    try:
        size = path.stat().st_size
    except OSError as error:
        raise UnreadableSheetError(path, error.strerror or "it is not there") from error
    if size > LARGEST_FILE:
        raise UnreadableSheetError(path, f"{size} bytes are more than {LARGEST_FILE}")
    return _read_text(path) if path.suffix.lower() in _TEXT else _read_workbook(path)


def _read_workbook(path: Path) -> Mapping[str, Rows]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with CalamineWorkbook.from_path(str(path)) as book:
            return {
                sheet.name.strip().casefold(): _bounded(path, sheet.to_python(skip_empty_area=False))
                for sheet in map(book.get_sheet_by_name, book.sheet_names)
            }
    except (CalamineError, OSError, ValueError) as error:
        raise UnreadableSheetError(path, "it is damaged, or no spreadsheet") from error


def _read_text(path: Path) -> Mapping[str, Rows]:
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableSheetError(path, "it is not in UTF-8") from error
    except OSError as error:
        raise UnreadableSheetError(path, error.strerror or "it cannot be opened") from error
    # What stands between the cells: whichever of the usual marks is there most.
    mark = max(",;\t", key=text.count)
    sheets: dict[str, list[list[Cell]]] = {}
    name = path.stem.casefold()
    for line in csv.reader(text.splitlines(), delimiter=mark):
        cells: list[Cell] = [cell.strip() or None for cell in line]
        filled = [cell for cell in cells if cell is not None]
        if len(filled) == 1 and cells[0] == filled[0]:
            name = str(filled[0]).casefold()
        elif filled:
            sheets.setdefault(name, []).append(cells)
    return {sheet: _bounded(path, rows) for sheet, rows in sheets.items()}


def _bounded(path: Path, rows: Sequence[Sequence[object]]) -> Rows:
    if len(rows) > MOST_ROWS or any(len(row) > MOST_COLUMNS for row in rows):
        raise UnreadableSheetError(path, f"it has more than {MOST_ROWS} rows or {MOST_COLUMNS} columns")
    return tuple(tuple(map(_cell, row)) for row in rows)


def _cell(value: object) -> Cell:
    """A cell as it was typed; a number without a fraction is a whole number, a day has no time."""
    match value:
        case datetime():
            return value.date()
        case float() if value.is_integer():
            return int(value)
        case str():
            return value.strip() or None
        case int() | float() | bool() | date() | None:
            return value
        case time() | timedelta() | _:
            return str(value)
