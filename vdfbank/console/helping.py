"""Verbs that explain: schema, doctor."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vdfbank.console.asking import Json
from vdfbank.console.output import emit, emit_json


def add_to(app: typer.Typer) -> None:
    app.command("schema")(schema)
    app.command("doctor")(doctor)


def schema(json: Json = False) -> None:
    """
    Explain every table and column of a book.

    Example: vdfbank schema | less
    """
    from vdfbank.store.describe import describe

    tables = describe()
    if json:
        emit_json({"tables": [table.as_json() for table in tables]})
        return
    for table in tables:
        emit(f"{table.name}: {table.meaning}")
        width = max(len(column.name) for column in table.columns)
        for column in table.columns:
            emit(f"  {column.name:{width}}  {column.kind:7}  {column.meaning}")
        emit("")


def doctor(
    book: Annotated[Path | None, typer.Argument(help="A book to look at as well.")] = None,
    json: Json = False,
) -> None:
    """
    What to photograph when asking for help: versions, fonts, disk, clock, write test.

    Example: vdfbank doctor village.vdf
    """
    from vdfbank.office.examining import examine

    examined = examine(book)
    if json:
        emit_json({"checks": [{"name": one.name, "good": one.good, "found": one.found} for one in examined]})
    else:
        for one in examined:
            emit(f"{'ok  ' if one.good else 'LOOK'}  {one.name}: {one.found}")
    raise typer.Exit(0 if all(one.good for one in examined) else 1)
