"""Verbs of the loan calculator."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vdfbank.bank.loan import METHODS, Method
from vdfbank.bank.money import LARGEST_KIP, Money
from vdfbank.console import asking
from vdfbank.console.asking import InLang, Json, Lang
from vdfbank.console.output import emit, emit_json, talk
from vdfbank.loans.schedule import LONGEST_MONTHS

if TYPE_CHECKING:
    # What reckons loans is loaded when one is reckoned: help answers without.
    from vdfbank.content.what_if import WhatIf


def add_to(app: typer.Typer) -> None:
    loan = typer.Typer(help="Reckon a loan before anybody asks for it.", rich_markup_mode=None)
    loan.command("what-if")(what_if)
    # A group of one verb would lose the verb's name without a callback.
    loan.callback()(lambda: None)
    app.add_typer(loan, name="loan")


def what_if(
    amount: Annotated[int, typer.Option("--sum", min=1, max=LARGEST_KIP, help="Kip to borrow.")],
    months: Annotated[int, typer.Option(min=1, max=LONGEST_MONTHS, help="Months to repay in.")],
    rate: Annotated[str, typer.Option(help="Percent a month: 3, 2.5 or 10/12.")],
    method: Annotated[Method, typer.Option(parser=asking.method, metavar="|".join(METHODS), help="How it is repaid.")],
    start: Annotated[
        date | None, typer.Option(parser=asking.day, metavar="DATE", help="Pay-out; today if left out.")
    ] = None,
    json: Json = False,
    pdf: Annotated[Path | None, typer.Option(help="Write it as one A5 page.")] = None,
    lang: InLang = Lang.en,
) -> None:
    """
    Schedule, total cost and effective rate of a loan; computed outside the programme's limits too, and said so.

    Example: vdfbank loan what-if --sum 600000 --months 6 --rate 3 --method flat
    """
    from vdfbank.office.what_if import what_if as reckon
    from vdfbank.office.what_if import what_if_json

    answer = reckon(Money(amount), months, asking.percent(rate), method, start or date.today())  # noqa: DTZ011 - the village's day
    if pdf is not None:
        _print(answer, pdf, lang.value)
    if json:
        emit_json(what_if_json(answer, rate))
        return
    from vdfbank.office.printing import what_if_text

    emit(what_if_text(answer, rate, lang.value))


def _print(answer: WhatIf, pdf: Path, code: str) -> None:
    from vdfbank.office.forms.calculator import write_what_if
    from vdfbank.wording.language import language

    write_what_if(answer, pdf, language(code))
    talk(f"Wrote {pdf}.")
