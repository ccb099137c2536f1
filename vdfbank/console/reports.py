"""Verbs that read: report, audit."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import click
import typer

from vdfbank.bank.calendar import Month
from vdfbank.console import asking
from vdfbank.console.asking import AsOf, Book, BuddhistEra, FirstDay, InLang, Json, Lang, LaoDigits, OfMonth, OfYear
from vdfbank.console.output import emit, emit_json, talk


class ReportName(StrEnum):
    """What can be asked for (reports.md, and the lists behind it)."""

    trial_balance = "trial-balance"
    savings = "savings"
    loans = "loans"
    audit = "audit"
    dividend = "dividend"
    income_statement = "income-statement"
    balance_sheet = "balance-sheet"
    cash_book = "cash-book"
    member = "member"
    loan = "loan"


def add_to(app: typer.Typer) -> None:
    app.command("report")(report)
    app.command("audit")(audit)


def report(
    book: Book,
    name: Annotated[ReportName, typer.Argument(metavar="NAME", help=f"Which report: {', '.join(ReportName)}.")],
    as_of: AsOf = None,
    month: OfMonth = None,
    year: OfYear = None,
    member: Annotated[str | None, typer.Option(help="Whose card.")] = None,
    loan: Annotated[str | None, typer.Option(help="Which loan's card.")] = None,
    first: FirstDay = None,
    closed: Annotated[
        bool, typer.Option("--closed", help="Count a year's closing entries on its last day in.")
    ] = False,
    json: Json = False,
    csv: Annotated[bool, typer.Option("--csv", help="Comma-separated, for a spreadsheet.")] = False,
    xlsx: Annotated[Path | None, typer.Option(help="Write a spreadsheet file.")] = None,
    pdf: Annotated[Path | None, typer.Option(help="Write a page to print.")] = None,
    lang: InLang = Lang.en,
) -> None:
    """
    Print a report as text, JSON, CSV, spreadsheet or PDF.

    Example: vdfbank report village.vdf trial-balance --as-of 2025-11-30 --json
    """
    from vdfbank.office.wanted import Wanted, report_json, report_table

    wanted = Wanted(name.value, as_of, month, year, member, loan, first, closed)
    if json:
        emit_json(report_json(book, wanted))
        return
    made = report_table(book, wanted)
    if csv:
        from vdfbank.office.printing import table_csv

        emit(table_csv(made))
    if xlsx is not None:
        from vdfbank.office.printing import table_sheet

        table_sheet(made, xlsx, lang.value)
        talk(f"Wrote {xlsx}.")
    if pdf is not None:
        from vdfbank.office.printing import table_page

        table_page(book, made, pdf, lang.value)
        talk(f"Wrote {pdf}.")
    if not (csv or xlsx or pdf):
        from vdfbank.office.printing import table_text

        emit(table_text(made, lang.value))


def audit(
    book: Book,
    month: Annotated[Month, typer.Option("--month", parser=asking.month, metavar="2025-11", help="The month.")],
    pdf: Annotated[Path | None, typer.Option(help="Where to write the audit sheet.")] = None,
    lang: InLang = Lang.lo,
    lao_digits: LaoDigits = False,
    buddhist_era: BuddhistEra = False,
    json: Json = False,
) -> None:
    """
    Print the advisory committee's audit sheet of a month.

    Example: vdfbank audit village.vdf --month 2025-11 --pdf audit.pdf --lang lo
    """
    if pdf is None and not json:
        raise click.UsageError("Say where to: --pdf OUT.pdf, or --json.")
    from vdfbank.office.reporting import audit_report
    from vdfbank.office.session import OpenBook

    with OpenBook.open(book) as opened:
        content = audit_report(opened, month)
    if json:
        emit_json(dict(content.figures))
    if pdf is not None:
        from vdfbank.office.printing import audit_sheet
        from vdfbank.wording.language import language

        audit_sheet(content, pdf, language(lang.value, lao_digits=lao_digits, buddhist_era=buddhist_era))
        talk(f"Wrote {pdf}.")
