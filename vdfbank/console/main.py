"""The command `vdfbank`: its verbs, and what a failed one says and exits with."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import click
import typer

from vdfbank import __version__
from vdfbank.bank.problem import VdfError
from vdfbank.console import books, forms, helping, importing, loans, practising, reports, safety
from vdfbank.console.output import emit, speak_utf8, talk

#: A bug of ours (design.md, section 4).
OUR_BUG = 70
#: The world failed: disk full, stick pulled.
WORLD_FAILED = 5
USAGE = 2
INTERRUPTED = 130

app = typer.Typer(
    name="vdfbank",
    help="The books of a village bank. Without a verb the window opens.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
)
for verbs in (practising, books, reports, forms, loans, importing, safety, helping):
    verbs.add_to(app)


@app.callback()
def window(
    context: typer.Context, version: bool = typer.Option(False, "--version", help="Say which vdfbank this is.")
) -> None:
    if version:
        emit(f"vdfbank {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        from vdfbank.desktop.main import run

        raise typer.Exit(run())


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command; every failure is a sentence and the exit status of design.md."""
    speak_utf8()
    sys.exit(run_command(arguments))


def run_command(arguments: Sequence[str] | None = None) -> int:
    """The exit status of the command; what it answered has left the program."""
    try:
        status = _perform(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our answers has gone; what was answered is on the disk.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        talk(_world_failed(error))
        return WORLD_FAILED
    return status


def _perform(arguments: Sequence[str] | None) -> int:
    try:
        status = typer.main.get_command(app)(
            args=list(arguments) if arguments is not None else None, standalone_mode=False
        )
    except click.ClickException as error:
        error.show()
        return USAGE
    except VdfError as error:
        talk(str(error))
        return error.exit_status
    except click.exceptions.Abort:
        status = INTERRUPTED
    except SystemExit as left:
        # So click leaves, and only so, when nobody reads our answers any more.
        raise BrokenPipeError from left
    except OSError:
        raise
    except Exception as error:  # noqa: BLE001 - the last door: what comes here is a bug of ours
        from vdfbank.console.crash import report_crash

        talk(report_crash(error))
        return OUR_BUG
    if status == INTERRUPTED:  # typer answers Ctrl+C with this status.
        talk("Stopped. Every act that was answered is in the book, and none is there by half.")
    return status if isinstance(status, int) else 0


def _world_failed(error: OSError) -> str:
    where = f" in {Path(error.filename).parent}" if isinstance(error.filename, str) else ""
    return f"The computer could not do that{where}: {error.strerror or error}. Check disk and stick, then try again."
