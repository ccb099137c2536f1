"""Cards of a ledger: several a page, name and heads repeated where a card flows to the next."""

from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.lib.units import mm

from vdfbank.paper.door import CondPageBreak, Flowable, Spacer
from vdfbank.paper.style import HAIRLINE, HEADING_STYLE, INK, LINE, PALE, Cell, table, words

#: A card of so few rows stays on one page; a longer one begins where there is room for so many.
_SHORT = 8
_BEGINNING = 45 * mm
#: Rows of a card that are repeated: whose it is, and the heads.
_REPEATED = 2


def card(
    whose: str, heads: Sequence[Cell], rows: Sequence[Sequence[Cell]], widths: Sequence[float], figures: Sequence[int]
) -> Iterator[Flowable]:
    """One card: a name over its columns, its lines, and its last row as the sum."""
    name: list[Cell] = [words(whose, HEADING_STYLE), *[""] * (len(heads) - 1)]
    more: list[tuple[Any, ...]] = [
        ("SPAN", (0, 0), (-1, 0)),
        ("LINEBELOW", (0, 0), (-1, 0), HAIRLINE, PALE),
        ("LINEBELOW", (0, 1), (-1, 1), LINE, INK),
        ("VALIGN", (0, 1), (-1, 1), "BOTTOM"),
        ("LINEABOVE", (0, -1), (-1, -1), LINE, INK),
    ]
    if len(rows) > _SHORT:
        yield CondPageBreak(_BEGINNING)
    else:
        more.append(("NOSPLIT", (0, 0), (-1, -1)))
    made = table([name, heads, *rows], widths, figures, *more)
    made.repeatRows = _REPEATED
    yield made
    yield Spacer(0, 4 * mm)
