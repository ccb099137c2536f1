"""The verb demo: a practice village."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from vdfbank.console.output import emit


def add_to(app: typer.Typer) -> None:
    app.command("demo")(demo)


def demo(
    to: Annotated[Path, typer.Option("--to", help="The folder for books and sheets.")] = Path("practice-village"),
    members: Annotated[int, typer.Option(min=16, max=1000, help="Members of a village.")] = 18,
    months: Annotated[int, typer.Option(min=1, max=600, help="Months from the first savings day.")] = 12,
    villages: Annotated[int, typer.Option(min=1, max=9999, help="How many villages.")] = 1,
    seed: Annotated[int, typer.Option(help="The same seed gives the same village.")] = 1,
    open_window: Annotated[
        bool, typer.Option("--open", help="Open the window on it, where there is a display.")
    ] = False,
) -> None:
    """
    Make a practice village from acts: its book, and the last month's audit sheet in Lao and English.

    Example: vdfbank demo --to practice-village --open
    """
    from vdfbank.office.demonstrating import demonstrate

    made = demonstrate(to, members=members, months=months, villages=villages, seed=seed)
    for village in made:
        emit(f"{village.name}: {village.acts} acts, last {village.last_on}")
        for file in village.files:
            emit(f"  {file}")
    if open_window and (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or os.name == "nt"):
        from vdfbank.desktop.main import run

        raise typer.Exit(run(made[0].book))
