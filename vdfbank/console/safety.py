"""Verbs that keep books safe: backup, restore."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vdfbank.console.asking import Book, Json
from vdfbank.console.output import emit_json, talk


def add_to(app: typer.Typer) -> None:
    app.command("backup")(backup)
    app.command("restore")(restore)


def backup(
    book: Book,
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help="The folder for the copy: a stick, another disk.")],
    json: Json = False,
) -> None:
    """
    Copy a book, also while it is in use; the copy is opened and compared before it counts.

    Example: vdfbank backup village.vdf --to /media/stick/VDFBANK
    """
    from vdfbank.office.backing_up import back_up

    done = back_up(book, to)
    if json:
        emit_json({"file": str(done.path), "acts": done.head.number, "last": done.head.on, "seal": done.seal})
    talk(f"Wrote {done.path}: {done.head.number} acts, the last of {done.head.on}, seal {done.seal}.")


def restore(
    file: Annotated[Path, typer.Argument(help="The copy to put into use.")],
    to: Annotated[Path, typer.Option("--to", metavar="NEW", help="The new book file; nothing is written over.")],
    json: Json = False,
) -> None:
    """
    Put a backup into use as a new file; copy and old book stay as they are.

    Example: vdfbank restore "village 2025-11-05 000129.vdf" --to village-again.vdf
    """
    from vdfbank.office.backing_up import restore as put_back

    done = put_back(file, to)
    if json:
        emit_json({"file": str(done.path), "acts": done.head.number, "last": done.head.on, "book": done.book_id})
    talk(f"Wrote {done.path}: {done.head.number} acts, the last of {done.head.on}. What came later is not in it.")
