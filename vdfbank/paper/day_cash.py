"""What both faces of a savings-day sheet end with: the notes counted, and who signs."""

from collections.abc import Mapping, Sequence

from reportlab.lib.units import mm

from vdfbank.bank.money import DENOMINATIONS
from vdfbank.paper.door import Flowable
from vdfbank.paper.style import HAIRLINE, INK, LINE, Cell, head, head_right, label, table
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language

NOTES_WIDTH = 84 * mm
_NOTES = (24 * mm, 26 * mm, 34 * mm)
SUMS_WIDTH = 92 * mm
_SUMS = (52 * mm, 40 * mm)


def notes(pieces: Mapping[int, int] | None, language: Language) -> Flowable:
    """How many of each note; boxes to write in where nothing was counted yet."""
    heads: list[Cell] = [head_right(language.say(name)) for name in (N_("Note"), N_("Pieces"), N_("Kip"))]
    counted = pieces if pieces is not None else {}
    worths = sorted({*DENOMINATIONS, *counted}, reverse=True)
    rows: list[list[Cell]] = [[language.number(worth), *_counted(worth, counted, language)] for worth in worths]
    total = language.number(sum(worth * number for worth, number in counted.items())) if counted else ""
    rows.append([head(language.say(N_("Together"))), "", total])
    boxes = () if counted else (("GRID", (1, 1), (-1, -1), HAIRLINE, INK), *TALL)
    last = ("LINEABOVE", (0, -1), (-1, -1), LINE, INK)
    return table([heads, *rows], _NOTES, (0, 1, 2), *boxes, last)


def _counted(worth: int, pieces: Mapping[int, int], language: Language) -> list[Cell]:
    if worth not in pieces:
        return ["", ""]
    return [language.number(pieces[worth]), language.number(worth * pieces[worth])]


#: Rows to be filled in by hand.
TALL = (("TOPPADDING", (0, 1), (-1, -1), 3.5), ("BOTTOMPADDING", (0, 1), (-1, -1), 2.5))


def sums(heading: str, rows: Sequence[tuple[str, str]], language: Language, *, to_write: bool) -> Flowable:
    """The way from the box before to the box after."""
    lines: list[list[Cell]] = [[head(heading), head_right(language.say(N_("Kip")))]]
    lines += [[label(name), amount] for name, amount in rows]
    boxes = (("GRID", (1, 1), (1, -1), HAIRLINE, INK), *TALL) if to_write else ()
    return table(lines, _SUMS, (1,), *boxes)
