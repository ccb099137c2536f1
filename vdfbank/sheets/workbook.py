"""Write a report as a spreadsheet: values, never formulas."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO

from vdfbank.ledger.table import Table
from vdfbank.wording.headings import cell, fact, heading, title
from vdfbank.wording.language import Language

#: Longest name of a sheet that every spreadsheet program reads.
_LONGEST_NAME = 31
#: A spreadsheet keeps fifteen digits of a number: longer ones stand as text.
_LARGEST_NUMBER = 10**15
_WIDTHS = {"kip": 16, "number": 10, "date": 12, "account": 36, "text": 24, "id": 12, "bp": 10}
_FORMS = {"head": {"bold": True}, "kip": {"num_format": "#,##0"}, "date": {"num_format": "dd/mm/yyyy"}}


def workbook(table: Table, language: Language) -> bytes:
    """The report as an XLSX file: a title, the facts, the columns, and their sums."""
    from xlsxwriter import Workbook

    out = BytesIO()
    # Text that looks like a formula or a link stays text (reliability.md, rule 12).
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": title(table, language), "created": date(2000, 1, 1)})
    sheet = book.add_worksheet(title(table, language)[:_LONGEST_NAME])
    forms = {name: book.add_format(form) for name, form in _FORMS.items()}
    sheet.write_string(0, 0, title(table, language), forms["head"])
    for line, (name, value) in enumerate(table.facts.items(), start=1):
        sheet.write_string(line, 0, fact(name, value, language))
    top = len(table.facts) + 2
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, _WIDTHS[column.unit])
        sheet.write_string(top, place, heading(column.name, language), forms["head"])
    totals = table.totals()
    for line, row in enumerate((*table.rows, *((totals,) if totals else ())), start=top + 1):
        for place, (column, value) in enumerate(zip(table.columns, row, strict=True)):
            if isinstance(value, date):
                sheet.write_datetime(line, place, datetime(value.year, value.month, value.day), forms["date"])  # noqa: DTZ001 - a day
            elif isinstance(value, int) and abs(value) < _LARGEST_NUMBER:
                sheet.write_number(line, place, value, forms["kip"])
            elif value is not None:
                sheet.write_string(line, place, cell(value, column, language))
    sheet.freeze_panes(top + 1, 0)
    book.close()
    return out.getvalue()
