"""One page of a passbook: a grid whose lines stand where they stood on every other day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm
from typing_extensions import override

from vdfbank.content.passbook import LINES, Balances, PassbookLine
from vdfbank.paper.door import NORMAL, TA_CENTER, Flowable, ParagraphStyle, pdfmetrics
from vdfbank.paper.sizes import A5_ACROSS
from vdfbank.paper.style import (
    CELL_PADDING,
    GREY,
    HAIRLINE,
    HEAD_STYLE,
    INK,
    LEADING,
    LINE,
    SMALL,
    figure_lines,
    words,
)
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language

#: A line is as high as three rows of figures, and as a hand needs to sign.
LINE_HEIGHT = 30
#: Capitals and figures have nothing below the line: they may stand closer than words.
_FIGURES = 9.6
_HEAD_ROW = SMALL * LEADING
_HEADS = 3 * _HEAD_ROW
_CARRIED = SMALL * LEADING
HEIGHT = _HEADS + LINES * LINE_HEIGHT + 2 * _CARRIED
#: Between the line at the head of the sheet and the grid.
_GAP = 3
WIDTH = A5_ACROSS.text_width

#: Widths in millimetres: date and code, savings, loans, two signatures.
_WIDTHS = (19.6, 17.7, 17.7, 19.5, 17.7, 17.7, 15.9, 14.2, 19.5, 15.2, 15.3)
#: Where each column begins and the last one ends.
EDGES = tuple(sum(_WIDTHS[:column]) * mm for column in range(len(_WIDTHS) + 1))
#: Groups of columns under one head: the first and last of each.
_GROUPS = ((1, 3, N_("Savings")), (4, 8, N_("Loans")), (9, 10, N_("Signatures")))
_COLUMNS = (
    N_("Date, code"),
    N_("Paid in"),
    N_("Taken out"),
    N_("Balance"),
    N_("Lent"),
    N_("Principal"),
    N_("Interest"),
    N_("Penalty"),
    N_("Still owed"),
    N_("Member"),
    N_("Bank"),
)
#: Which columns hold the two balances.
_SAVINGS, _LOANS = 3, 8
_HEAD_CENTRED = ParagraphStyle("head centred", HEAD_STYLE, alignment=TA_CENTER)


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on a page: `first` is the line (from 1) at which its lines begin."""

    first: int
    lines: tuple[PassbookLine, ...]
    brought_forward: Balances
    #: The passbook goes on overleaf.
    is_full: bool

    @property
    def carried_forward(self) -> Balances:
        return Balances(self.lines[-1].savings, self.lines[-1].loans) if self.lines else self.brought_forward


def line_top(line: int) -> float:
    """How far below the top of the page a line (from 1) begins."""
    return _HEADS + _CARRIED + (line - 1) * LINE_HEIGHT


class PassbookPage(Flowable):
    """
    The page, whole or only what is new on it (what is brought forward stands there since the page was begun).

    `offset_mm` moves it right and up: printers draw paper in each in their own way.
    """

    def __init__(
        self, page: Page, language: Language, *, grid: bool = True, offset_mm: tuple[float, float] = (0, 0)
    ) -> None:
        super().__init__()
        self.page, self.language, self.grid, self.offset_mm = page, language, grid, offset_mm
        self.width, self.height = WIDTH, HEIGHT + _GAP

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        right, up = self.offset_mm
        self.canv.translate(right * mm, up * mm)
        if self.grid:
            self._heads()
            self._rules()
        self.canv.setFillColor(INK)
        self.canv.setFont(NORMAL, SMALL)
        before = self.page.brought_forward
        if self.grid and (before.savings or before.loans):
            self._carried(before, _HEADS)
        for number, line in enumerate(self.page.lines, start=self.page.first):
            self._line(line, line_top(number))
        if self.page.is_full:
            self._carried(self.page.carried_forward, line_top(LINES + 1))

    def _heads(self) -> None:
        say = self.language.say
        for first, last, name in _GROUPS:
            self._head(say(name), first, last, _HEAD_ROW, 1)
        for column, name in enumerate(_COLUMNS):
            self._head(say(name), column, column, _HEADS, 2)
        for text, top in ((N_("Brought forward"), _HEADS), (N_("Carried forward"), line_top(LINES + 1))):
            label = words(say(text), HEAD_STYLE)
            label.wrapOn(self.canv, EDGES[_SAVINGS] - 2 * CELL_PADDING, _CARRIED)
            label.drawOn(self.canv, CELL_PADDING, HEIGHT - top - _CARRIED - 1.5)

    def _head(self, text: str, first: int, last: int, bottom: float, rows: int) -> None:
        """A head over one or several columns, standing on the line below it."""
        paragraph = words(text, _HEAD_CENTRED if first else HEAD_STYLE)
        room = EDGES[last + 1] - EDGES[first] - 2 * CELL_PADDING
        _, height = paragraph.wrapOn(self.canv, room, rows * _HEAD_ROW)
        assert height <= rows * _HEAD_ROW, text
        paragraph.drawOn(self.canv, EDGES[first] + CELL_PADDING, HEIGHT - bottom)

    def _rules(self) -> None:
        pen = self.canv
        pen.setStrokeColor(GREY)
        pen.setLineWidth(HAIRLINE)
        for line in range(1, LINES + 2):
            self._across(line_top(line))
        for column, edge in enumerate(EDGES):
            top = HEIGHT if edge in (EDGES[0], EDGES[-1]) else HEIGHT - _HEAD_ROW
            if column in (1, 2):
                # The words beside what is carried stand across the first columns.
                pen.line(edge, HEIGHT - line_top(LINES + 1), edge, HEIGHT - line_top(1))
                pen.line(edge, HEIGHT - _HEADS, edge, top)
            else:
                pen.line(edge, 0, edge, top)
        for first, _, _ in _GROUPS:
            pen.line(EDGES[first], HEIGHT - _HEAD_ROW, EDGES[first], HEIGHT)
        self._across(0)
        self._across(_HEAD_ROW, start=EDGES[1])
        self._across(HEIGHT)
        pen.setStrokeColor(INK)
        pen.setLineWidth(LINE)
        self._across(_HEADS)

    def _across(self, top: float, start: float = 0) -> None:
        self.canv.line(start, HEIGHT - top, WIDTH, HEIGHT - top)

    def _line(self, line: PassbookLine, top: float) -> None:
        date = self.language.short_date(line.on)
        for row, text in enumerate((date, *code_lines(line.code, EDGES[1] - 2 * CELL_PADDING))):
            self.canv.drawString(CELL_PADDING, self._baseline(top, row), text)
        amounts = (line.paid_in, line.taken_out, line.savings, line.lent, line.principal, line.interest, line.penalty)
        for column, amount in enumerate((*amounts, line.loans), start=1):
            if amount or column == _SAVINGS or (column == _LOANS and line.touches_loan):
                self._figure(amount, column, top)

    def _carried(self, balances: Balances, top: float) -> None:
        """In one line: the cells before them stand empty."""
        for column, amount in ((_SAVINGS, balances.savings), (_LOANS, balances.loans)):
            right = EDGES[column + 1] - CELL_PADDING
            self.canv.drawRightString(right, self._baseline(top, 0) - 1, self.language.number(amount))

    def _figure(self, amount: int, column: int, top: float) -> None:
        width = EDGES[column + 1] - EDGES[column]
        for row, text in enumerate(figure_lines(self.language.number(amount), width)):
            self.canv.drawRightString(EDGES[column + 1] - CELL_PADDING, self._baseline(top, row), text)

    def _baseline(self, top: float, row: int) -> float:
        return HEIGHT - top - (row + 1) * _FIGURES


def code_lines(code: str, room: float) -> tuple[str, str]:
    """``K7QF-2M9X-41TD`` in two lines: between its groups, or after as many wide letters as there is room for."""
    end = code.rindex("-")
    while pdfmetrics.stringWidth(code[:end], NORMAL, SMALL) > room:
        end -= 1
    return code[:end], code[end:].removeprefix("-")


def pages(lines: Sequence[PassbookLine], first: int, before: Balances) -> Iterator[Page]:
    """
    Lines on pages, the first of them beginning with line `first` (from 1).

    The last page has a free line: what is next has its place.
    """
    rest = tuple(lines)
    while True:
        here, rest = rest[: LINES - first + 1], rest[LINES - first + 1 :]
        page = Page(first, here, before, is_full=len(here) == LINES - first + 1)
        yield page
        if not page.is_full:
            return
        before, first = page.carried_forward, 1
