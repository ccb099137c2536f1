"""Verbs on a book's acts: replay, acts, journal, check."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from vdfbank.console.asking import Book, Json
from vdfbank.console.output import emit, emit_json, talk

REFUSED = 1


class JournalFormat(StrEnum):
    """Other people's tools."""

    hledger = "hledger"
    beancount = "beancount"
    csv = "csv"
    jsonl = "jsonl"


def add_to(app: typer.Typer) -> None:
    app.command("replay")(replay)
    app.command("acts")(acts)
    app.command("journal")(journal)
    app.command("check")(check)


def replay(
    book: Book,
    file: Annotated[
        str, typer.Argument(metavar="ACTS.jsonl", help="A file of acts, one a line; - reads standard input.")
    ],
    json: Json = False,
    stop: Annotated[bool, typer.Option("--stop", help="Perform nothing after the first refusal.")] = False,
) -> None:
    """
    Perform acts from a file, or one by one from standard input; a book that is not there is made.

    Example: vdfbank replay village.vdf acts.jsonl --json
    """
    from vdfbank.console.performing import perform_and_answer

    refused = perform_and_answer(book, file, json=json, stop=stop)
    talk(f"{book.name}: {refused} refused." if refused else f"{book.name}: all accepted.")
    raise typer.Exit(REFUSED if refused else 0)


def acts(book: Book, json: Json = False) -> None:  # noqa: ARG001 - acts are JSON anyway: --json on every read
    """
    Print a book's acts, one a line; replayed they give the same book and the same seals.

    Example: vdfbank acts village.vdf > acts.jsonl
    """
    from vdfbank.office.exporting import act_lines

    for text in act_lines(book):
        emit(text)


def journal(
    book: Book,
    format: Annotated[JournalFormat, typer.Option("--format", help="For which program.")] = JournalFormat.hledger,  # noqa: A002
    json: Annotated[bool, typer.Option("--json", help="The same as --format jsonl.")] = False,
) -> None:
    """
    Print every entry for other people's tools.

    Example: vdfbank journal village.vdf --format hledger | hledger -f - bal
    """
    from vdfbank.office.exporting import journal_lines

    chosen = JournalFormat.jsonl if json else format
    for line in journal_lines(book, chosen.value):
        sys.stdout.write(line)


def check(
    book: Book,
    seal: Annotated[str | None, typer.Option(help="A printed seal like K7QF-2M9X-41TD: which act it closes.")] = None,
    json: Json = False,
) -> None:
    """
    Replay every act from its text and compare every seal, entry and balance.

    Example: vdfbank check village.vdf --seal K7QF-2M9X-41TD
    """
    from vdfbank.office.checking import check_book

    answer = check_book(book, seal)
    if json:
        emit_json(answer.as_json())
    else:
        for line in answer.sentences():
            emit(line)
    raise typer.Exit(answer.exit_status)
