"""Reports on paper, in spreadsheets and as text, from the one content value."""

from __future__ import annotations

import csv
import io
import unicodedata
from pathlib import Path

from vdfbank.audit.report import AuditReport
from vdfbank.content.what_if import WhatIf
from vdfbank.export import neutral
from vdfbank.ledger.table import Column, Table, table
from vdfbank.office.placing import place
from vdfbank.office.session import OpenBook
from vdfbank.store.files import write_whole
from vdfbank.wording.agreed import limit_left, total_cost
from vdfbank.wording.catalogue import N_
from vdfbank.wording.headings import cell, fact, heading, title
from vdfbank.wording.language import Language, language

_FIGURES = ("kip", "number", "bp")


def audit_sheet(content: AuditReport, path: Path, spoken: Language) -> None:
    """Write the advisory committee's sheet as PDF."""
    from vdfbank.paper.audit_sheet import print_audit_sheet

    write_whole(path, print_audit_sheet(content, spoken))


def table_page(book: Path, made: Table, path: Path, code: str) -> None:
    """Write a report as PDF, with village and the book's last seal on every page."""
    from vdfbank.paper.table_page import print_table

    with OpenBook.open(book) as opened:
        whose = place(opened)
    write_whole(path, print_table(made, whose, language(code)))


def table_sheet(made: Table, path: Path, code: str) -> None:
    """Write a report as a spreadsheet."""
    from vdfbank.sheets.workbook import workbook

    write_whole(path, workbook(made, language(code)))


def table_csv(made: Table) -> str:
    """A report as comma-separated lines, text that a spreadsheet would calculate made harmless."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(column.name for column in made.columns)
    for row in made.rows:
        writer.writerow(neutral.cell(value) if isinstance(value, str) else value for value in row)
    return text.getvalue().rstrip("\n")


def table_text(made: Table, code: str) -> str:
    """A report as lines of text, its columns aligned."""
    spoken = language(code)
    heads = [heading(column.name, spoken) for column in made.columns]
    totals = made.totals()
    body = [*made.rows, *((totals,) if totals else ())]
    cells = [[cell(value, column, spoken) for value, column in zip(row, made.columns, strict=True)] for row in body]
    widths = [max(map(_width, column)) for column in zip(heads, *cells, strict=True)]
    lines = [title(made, spoken), *(fact(name, value, spoken) for name, value in made.facts.items()), ""]
    lines += [_aligned(row, widths, made.columns) for row in (heads, *cells)]
    return "\n".join(lines)


def _aligned(row: list[str], widths: list[int], columns: tuple[Column, ...]) -> str:
    padded = (
        f"{_blanks(text, width)}{text}" if column.unit in _FIGURES else f"{text}{_blanks(text, width)}"
        for text, width, column in zip(row, widths, columns, strict=True)
    )
    return "  ".join(padded).rstrip()


def _blanks(text: str, width: int) -> str:
    return " " * (width - _width(text))


def _width(text: str) -> int:
    """How many places a terminal gives a text: Lao vowels and tones above and below a letter take none."""
    return sum(unicodedata.category(character) != "Mn" for character in text)


def what_if_text(answer: WhatIf, rate: str, code: str) -> str:
    """The loan calculator in words: schedule, total cost, effective rate, and which limits it leaves."""
    spoken = language(code)
    money = ("principal", "interest", "amount", "balance")
    columns = (Column("date", "date"), *(Column(name, "kip", adds_up=name != "balance") for name in money))
    rows = [
        (row.due, row.principal, row.interest, row.total, left)
        for row, left in zip(answer.instalments, answer.balances(), strict=True)
    ]
    schedule = table_text(table("loan", columns, rows), code)
    return "\n".join((schedule, "", *_costs(answer, rate, spoken)))


def _costs(answer: WhatIf, rate: str, spoken: Language) -> list[str]:
    lines = [
        total_cost(answer, spoken),
        spoken.say(
            N_("{rate} % a month by this method costs {effective} % a month on the money really held."),
            rate=rate,
            effective=answer.effective_rate_percent,
        ),
    ]
    return lines + [limit_left(code, spoken) for code in answer.limits_left]
