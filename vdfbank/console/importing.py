"""Verbs that take in what was kept elsewhere: import opening."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from vdfbank.console import asking
from vdfbank.console.asking import Book, Json
from vdfbank.console.output import emit, emit_json, problem_json, talk

REFUSED = 1


def add_to(app: typer.Typer) -> None:
    verbs = typer.Typer(help="Take in what was kept elsewhere.", rich_markup_mode=None)
    verbs.command("opening")(opening)
    verbs.callback()(lambda: None)
    app.add_typer(verbs, name="import")


def opening(
    book: Book,
    file: Annotated[Path, typer.Argument(help="XLSX, ODS or CSV: sheets members, loans, trained, accounts.")],
    on: Annotated[
        date | None, typer.Option("--on", parser=asking.day, metavar="DATE", help="As of this day; today if left out.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show totals and objections; write nothing.")] = False,
    json: Json = False,
) -> None:
    """
    Take over the books of a bank that already runs, as they stand on one day.

    Example: vdfbank import opening village.vdf old-books.xlsx --on 2026-01-01 --dry-run
    """
    from vdfbank.office.taking_over import take_over
    from vdfbank.wording.language import ENGLISH
    from vdfbank.wording.problems import sentence

    done = take_over(book, file, on or date.today(), dry_run=dry_run)  # noqa: DTZ011 - the village's day
    held = done.opening
    totals: dict[str, Any] = {
        "members": held.members,
        "savings": held.savings,
        "shares": held.shares,
        "loans": held.loans,
        "loans_outstanding": held.loans_outstanding,
        "accounts": dict(held.accounts),
        "difference": held.difference,
    }
    if json:
        problems = [problem_json(problem) for problem in done.problems]
        emit_json({**totals, "accepted": not problems, "number": done.number, "problems": problems})
    else:
        for name, value in totals.items():
            emit(f"{name}: {value}")
        for problem in done.problems:
            emit(f"  {sentence(problem, ENGLISH)}")
    talk(_said(book, done.number, refused=bool(done.problems)))
    raise typer.Exit(REFUSED if done.problems else 0)


def _said(book: Path, number: int | None, *, refused: bool) -> str:
    if refused:
        return f"{book.name}: refused, nothing was written."
    return f"{book.name}: nothing was written." if number is None else f"{book.name}: taken over by act {number}."
