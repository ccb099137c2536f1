"""What is said of copies: a row for each, how many there are, and how far one goes that was just made."""

from __future__ import annotations

from pathlib import Path

from vdfbank.desktop.keeping_tasks import Copies, KeptCopy
from vdfbank.desktop.rows_table import Heading, Line
from vdfbank.office.backing_up import BackedUp
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language

HEADINGS = (
    Heading(N_("Date of the last act")),
    Heading(N_("Act"), is_figure=True),
    Heading(N_("Size in kilobytes"), is_figure=True),
    Heading(N_("Book")),
)
_KILOBYTE = 1024


def copy_line(place: int, kept: KeptCopy, spoken: Language) -> Line:
    cells = (
        spoken.short_date(kept.copy.on),
        spoken.number(kept.copy.number),
        spoken.number(-(-kept.size // _KILOBYTE)),
        kept.copy.book,
    )
    return Line(str(place), cells)


def reach(copies: Copies, spoken: Language) -> str:
    if copies.is_practice:
        return spoken.say(N_("Nobody practises for a backup: open the book of your village to back it up."))
    if not copies.kept:
        return spoken.say(N_("No copy lies here yet."))
    return spoken.plural("{n} copy", "{n} copies", len(copies.kept))


def _reached(done: BackedUp, spoken: Language) -> str:
    """Up to which act a copy goes."""
    day = spoken.date(done.head.on) if done.head.on else "–"
    return spoken.say(N_("act {number} of {day}"), number=spoken.number(done.head.number), day=day)


def safe_here(done: BackedUp, spoken: Language) -> str:
    return spoken.say(
        N_("Copied to this computer and compared, up to {act}. Seal {seal}."),
        act=_reached(done, spoken),
        seal=done.seal,
    )


def safe_there(folder: Path, done: BackedUp, spoken: Language) -> str:
    return spoken.say(
        N_("You may remove the stick: the copy in {folder} was compared, up to {act}. Seal {seal}."),
        folder=folder.name or str(folder),
        act=_reached(done, spoken),
        seal=done.seal,
    )
