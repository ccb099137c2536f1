"""The house style: black and grey, nothing below 9 points, room for stacked marks."""

import re
from collections.abc import Sequence
from html import escape
from typing import Any

from reportlab.lib.colors import Color, black, white

from vdfbank.paper.door import (
    BOLD,
    NORMAL,
    TA_CENTER,
    TA_RIGHT,
    Flowable,
    ParagraphStyle,
    Table,
    TableStyle,
    pdfmetrics,
)
from vdfbank.paper.paragraph import LaoParagraph
from vdfbank.paper.sizes import A4
from vdfbank.wording.breaks import clusters

WIDTH = A4.text_width

SMALL, TEXT, HEADING, LARGE, TITLE, HUGE = 9, 10, 11, 14, 16, 40
#: Ascent and descent of Noto Sans Lao are 1.183 and 0.462 of its size: less than this clips vowel and tone.
LEADING = 1.65

INK, GREY, PALE = black, Color(0.35, 0.35, 0.35), Color(0.91, 0.91, 0.91)
PAPER = white
HAIRLINE, LINE = 0.4, 0.8

#: The space between a figure and its unit, where no line may end.
_UNIT = re.compile(r"(?<=[\d໐-໙]) (?=%|kip\b|ກີບ)")


def _style(name: str, size: float, **more: Any) -> ParagraphStyle:  # noqa: ANN401 - ReportLab's own attributes
    font = more.pop("fontName", NORMAL)
    # ReportLab lets a line run over its cell in the hope of narrower spaces, which only justified lines get.
    return ParagraphStyle(name, fontName=font, fontSize=size, leading=size * LEADING, spaceShrinkage=0, **more)


TITLE_STYLE = _style("title", TITLE, fontName=BOLD)
HUGE_STYLE = _style("huge", HUGE, fontName=BOLD)
LARGE_STYLE = _style("large", LARGE, fontName=BOLD)
HEADING_STYLE = _style("heading", HEADING, fontName=BOLD, spaceBefore=5, spaceAfter=1, keepWithNext=1)
#: Over a table that may begin where the page has room for a few of its rows.
SECTION_STYLE = _style("section", HEADING, fontName=BOLD, spaceBefore=5, spaceAfter=1)
TEXT_STYLE = _style("text", TEXT)
CELL_STYLE = _style("cell", SMALL)
HEAD_STYLE = _style("head", SMALL, fontName=BOLD)
HEAD_RIGHT_STYLE = _style("head right", SMALL, fontName=BOLD, alignment=TA_RIGHT)
NOTE_STYLE = _style("note", SMALL, textColor=GREY)
NOTE_RIGHT_STYLE = _style("note right", SMALL, textColor=GREY, alignment=TA_RIGHT)
FIGURE_STYLE = _style("figure", SMALL, alignment=TA_RIGHT)
CENTRED_STYLE = _style("centred", SMALL, alignment=TA_CENTER)

#: What a cell keeps free at its left and at its right.
CELL_PADDING = 2
#: What every table has: no lines but one under its head, thin ones between rows, figures on one edge.
_TABLE = (
    ("FONT", (0, 0), (-1, -1), NORMAL, SMALL, SMALL * LEADING),
    # A tone over a vowel reaches to the very top of its line.
    ("TOPPADDING", (0, 0), (-1, -1), 1),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0.5),
    ("LEFTPADDING", (0, 0), (-1, -1), CELL_PADDING),
    ("RIGHTPADDING", (0, 0), (-1, -1), CELL_PADDING),
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
)
_TABLE_HEAD = (
    ("LINEBELOW", (0, 0), (-1, -1), HAIRLINE, PALE),
    ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
    ("LINEBELOW", (0, 0), (-1, 0), LINE, INK),
)

Cell = str | Flowable | list[Flowable]


def words(text: str, style: ParagraphStyle = TEXT_STYLE) -> LaoParagraph:
    """Text as people typed it; what looks like markup in a name stays a name."""
    return LaoParagraph(escape(_UNIT.sub("\u00a0", text), quote=False), style)


def label(text: str) -> LaoParagraph:
    return words(text, CELL_STYLE)


def head(text: str) -> LaoParagraph:
    return words(text, HEAD_STYLE)


def head_right(text: str) -> LaoParagraph:
    """The head of a column of figures."""
    return words(text, HEAD_RIGHT_STYLE)


def table(
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[float],
    figures: Sequence[int],
    *more: tuple[Any, ...],
) -> Table:
    """
    A table with one head row, repeated on every page it flows to.

    `figures` are the columns set flush right, `more` further commands of ReportLab's table style. Cells given as text
    are set as fast as ReportLab can; one that is wider than its column is broken into lines instead.
    """
    right = [("ALIGN", (column, 0), (column, -1), "RIGHT") for column in figures]
    style = TableStyle([*_TABLE, *_TABLE_HEAD, *right, *more])
    cells = [_inside(row, widths, frozenset(figures)) for row in rows]
    return Table(cells, colWidths=list(widths), style=style, repeatRows=1, hAlign="LEFT")


#: Where a figure too long for its cell is broken: after a mark between its groups.
_GROUP = re.compile(r"(?<=[.,])(?=[\d໐-໙])")


def _inside(row: Sequence[Cell], widths: Sequence[float], figures: frozenset[int]) -> list[Cell]:
    return [
        _broken(cell, width, at in figures) if isinstance(cell, str) and _room(width) < _length(cell) else cell
        for at, (cell, width) in enumerate(zip(row, widths, strict=True))
    ]


def _broken(text: str, width: float, is_figure: bool) -> LaoParagraph:  # noqa: FBT001 - the kind of its column
    if not is_figure:
        return label(text)
    return LaoParagraph("<br/>".join(map(escape, figure_lines(text, width))), FIGURE_STYLE)


def figure_lines(text: str, width: float) -> list[str]:
    """A figure in as many lines as a column of that width needs, broken between its groups."""
    lines = [""]
    for group in _GROUP.split(text):
        if lines[-1] and _length(lines[-1] + group) > _room(width):
            lines.append(group)
        else:
            lines[-1] += group
    return lines


def shortened(text: str, room: float) -> str:
    """As much of `text` as there is room for, cut between clusters and marked with dots."""
    if _length(text) <= room:
        return text
    kept = ""
    for cluster in clusters(text):
        if _length(f"{kept}{cluster}…") > room:
            break
        kept += cluster
    return f"{kept}…"


def _length(text: str) -> float:
    return pdfmetrics.stringWidth(text, NORMAL, SMALL)


def _room(width: float) -> float:
    return width - 2 * CELL_PADDING


def plain_table(rows: Sequence[Sequence[Cell]], widths: Sequence[float], *more: tuple[Any, ...]) -> Table:
    """Rows without head and lines: numbered sentences, marks with their words."""
    style = TableStyle([*_TABLE, ("VALIGN", (0, 0), (-1, -1), "TOP"), *more])
    return Table([list(row) for row in rows], colWidths=list(widths), style=style, hAlign="LEFT")


def beside(left: Flowable, right: Flowable, left_width: float) -> Table:
    """Two tables side by side."""
    plain = [("VALIGN", (0, 0), (-1, -1), "TOP")]
    plain += [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]  # type: ignore[misc]
    return Table([[left, right]], colWidths=[left_width, WIDTH - left_width], style=TableStyle(plain), hAlign="LEFT")
