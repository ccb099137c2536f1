"""The verb forms: every form a village bank keeps on paper."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import click
import typer

from vdfbank.bank.loan import METHODS, Method
from vdfbank.bank.money import LARGEST_KIP, Money
from vdfbank.console import asking
from vdfbank.console.asking import AsOf, Book, BuddhistEra, InLang, Lang, LaoDigits, OfMonth, OfYear
from vdfbank.console.output import talk
from vdfbank.loans.schedule import LONGEST_MONTHS


def add_to(app: typer.Typer) -> None:
    app.command("forms")(forms)


def forms(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Which form; a wrong name lists them all.")],
    book: Book,
    pdf: Annotated[Path, typer.Option(help="Where to write the form.")],
    as_of: AsOf = None,
    first: asking.FirstDay = None,
    month: OfMonth = None,
    year: OfYear = None,
    member: Annotated[str | None, typer.Option(help="Whose form; every member's if left out.")] = None,
    loan: Annotated[str | None, typer.Option(help="Which loan's form.")] = None,
    act: Annotated[int | None, typer.Option(min=1, help="The number of an act: a session, a savings day.")] = None,
    voucher: Annotated[str | None, typer.Option(help="Which voucher, like RV-2025-11-0001.")] = None,
    copy: Annotated[bool, typer.Option("--copy", help="A reprint, marked as a copy.")] = False,
    single: Annotated[bool, typer.Option("--single", help="One receipt a page instead of four.")] = False,
    blank: Annotated[bool, typer.Option("--blank", help="To be filled in by hand, expected figures in grey.")] = False,
    line: Annotated[int, typer.Option(min=1, help="Passbook: the next free line of the page.")] = 1,
    offset: Annotated[
        str, typer.Option(metavar="X,Y", help="Passbook: millimetres to move the print right and up.")
    ] = "0,0",
    amount: Annotated[int | None, typer.Option("--sum", min=1, max=LARGEST_KIP, help="Kip to borrow.")] = None,
    months: Annotated[int | None, typer.Option(min=1, max=LONGEST_MONTHS, help="Months to repay in.")] = None,
    rate: Annotated[str | None, typer.Option(help="Percent a month: 3, 2.5 or 10/12.")] = None,
    method: Annotated[
        Method | None, typer.Option(parser=asking.method, metavar="|".join(METHODS), help="How it is repaid.")
    ] = None,
    lang: InLang = Lang.lo,
    lao_digits: LaoDigits = False,
    buddhist_era: BuddhistEra = False,
) -> None:
    """
    Print a form a village bank keeps on paper: receipts, passbooks, contracts, ledgers, lists.

    Example: vdfbank forms statement village.vdf --member M07 --as-of 2025-11-30 --pdf statement.pdf
    """
    from vdfbank.office.forms.asked import Asked
    from vdfbank.office.forms.printing import FORMS, write_form
    from vdfbank.wording.language import language

    if name not in FORMS:
        raise click.UsageError(f"No form is called {name!r}. The forms are: {', '.join(FORMS)}.")
    asked = Asked(
        name,
        as_of=as_of,
        first=first,
        month=month,
        year=year,
        member=member,
        loan=loan,
        act=act,
        voucher=voucher,
        copy=copy,
        single=single,
        blank=blank,
        line=line,
        offset_mm=asking.offset(offset),
        amount=Money(amount) if amount is not None else None,
        months=months,
        rate_percent=asking.percent(rate) if rate is not None else None,
        method=method,
    )
    write_form(book, asked, pdf, language(lang.value, lao_digits=lao_digits, buddhist_era=buddhist_era))
    talk(f"Wrote {pdf}.")
