"""Put slips of A6 on paper: one on each page, or four on a sheet of A4 with lines to cut along."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO

from vdfbank.paper.door import Canvas, Flowable
from vdfbank.paper.page import Running, frame_on, run_lines
from vdfbank.paper.sizes import A4, A6, Size
from vdfbank.paper.style import GREY, HAIRLINE
from vdfbank.wording.language import Language

_ACROSS = 2
_ON_A_SHEET = 4


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip: its running lines, and what stands on it (made anew each time it is laid out)."""

    lines: Running
    story: Callable[[], Sequence[Flowable]]


def print_slips(slips: Sequence[Slip], title: str, language: Language, *, single: bool) -> bytes:
    """The slips as PDF, each counting its own pages: one that is too long flows on to the next piece of paper."""
    out, sheet = BytesIO(), A6 if single else A4
    canvas = Canvas(out, pagesize=sheet.sheet, lang=_TAGS[language.code], invariant=1)
    canvas.setTitle(title)
    canvas.setAuthor(slips[0].lines.village)
    canvas.setSubject(slips[0].lines.form)
    pieces = [(slip, number, pages) for slip in slips for pages in [_pages_of(slip)] for number in range(pages)]
    rest: list[Flowable] = []
    for at, (slip, number, pages) in enumerate(pieces):
        rest = rest if number else list(slip.story())
        place = 0 if single else at % _ON_A_SHEET
        if place == 0 and at:
            canvas.showPage()
        if place == 0 and not single:
            _cutting_lines(canvas)
        canvas.saveState()
        canvas.translate(*_corner(place, sheet))
        _fill(rest, canvas)
        run_lines(canvas, slip.lines, number + 1, pages, language, A6)
        canvas.restoreState()
    canvas.showPage()
    canvas.save()
    return out.getvalue()


_TAGS = {"lo": "lo-LA", "en": "en-GB"}


def _pages_of(slip: Slip) -> int:
    """How many pieces of paper it takes: tried on a canvas nobody sees."""
    trial, rest, pages = Canvas(BytesIO(), pagesize=A6.sheet), list(slip.story()), 0
    while rest:
        _fill(rest, trial)
        pages += 1
    return pages


def _fill(rest: list[Flowable], canvas: Canvas) -> None:
    """Draw what there is room for, and leave the others in `rest`."""
    frame, drawn = frame_on(A6), 0
    while rest and frame.add(rest[0], canvas):
        del rest[0]
        drawn += 1
    if rest and (parts := frame.split(rest[0], canvas)):
        frame.add(parts[0], canvas)
        rest[:1] = parts[1:]
        drawn += 1
    assert drawn, "something is larger than its paper"


def _corner(place: int, sheet: Size) -> tuple[float, float]:
    """Where a slip begins: rows from the top, like reading."""
    across, down = place % _ACROSS, place // _ACROSS
    return across * sheet.width / _ACROSS, sheet.height - A6.height - down * sheet.height / _ACROSS


def _cutting_lines(canvas: Canvas) -> None:
    """Both middles of the sheet, dotted, as far as a printer reaches."""
    canvas.setStrokeColor(GREY)
    canvas.setLineWidth(HAIRLINE)
    canvas.setDash(1, 3)
    canvas.line(A4.width / 2, A4.margin, A4.width / 2, A4.height - A4.margin)
    canvas.line(A4.margin, A4.height / 2, A4.width - A4.margin, A4.height / 2)
    canvas.setDash()
