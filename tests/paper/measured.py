"""Measure what is drawn against the cell, the page and the house style it has to fit."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import pypdfium2

from vdfbank.paper.door import Canvas, Table, paragraph, pdfmetrics
from vdfbank.paper.sizes import MARGIN

#: Rounding of widths, in points.
SLACK = 0.6
#: What no sign may be smaller than, in points.
SMALLEST = 9


@contextmanager
def measured() -> Iterator[list[str]]:
    """What was drawn beyond its cell or the page's margins while a form was printed."""
    wrong: list[str] = []
    inner: Any = Table
    draw_cell, strings = inner._drawCell, {name: getattr(Canvas, name) for name in _STARTS}

    def cell(self: Any, content: Any, style: Any, place: Any, size: tuple[float, float]) -> None:
        wrong.extend(_beyond_cell(content, style, size))
        draw_cell(self, content, style, place, size)

    def drawing(name: str) -> Any:
        def draw(self: Any, x: float, y: float, text: str, *more: Any, **settings: Any) -> None:
            wrong.extend(_beyond_page(self, x, y, text, _STARTS[name]))
            strings[name](self, x, y, text, *more, **settings)

        return draw

    patches = [patch.object(Canvas, name, drawing(name)) for name in _STARTS]
    with patch.object(inner, "_drawCell", cell), patches[0], patches[1], patches[2]:
        yield wrong


#: Where a string begins, in shares of its width left of the point it is drawn at.
_STARTS = {"drawString": 0.0, "drawRightString": 1.0, "drawCentredString": 0.5}


def _beyond_cell(content: Any, style: Any, size: tuple[float, float]) -> Iterator[str]:
    width = size[0] - style.leftPadding - style.rightPadding
    if isinstance(content, str):
        for line in content.split("\n"):
            length = pdfmetrics.stringWidth(line, style.fontname, style.fontsize)
            if length > width + SLACK:
                yield f"{line!r} is {length:.0f} wide in a cell of {width:.0f}"
        return
    height = 0.0
    for flowable in content if isinstance(content, list | tuple) else ():
        wide, high = flowable.wrap(width, size[1])
        height += high
        if wide > width + SLACK:
            yield f"{flowable!r:.60} is {wide:.0f} wide in a cell of {width:.0f}"
        yield from _beyond_lines(flowable)
    if height > size[1] - style.topPadding - style.bottomPadding + SLACK:
        yield f"{content!r:.60} is {height:.0f} high in a cell of {size[1]:.0f}"


def _beyond_lines(flowable: Any) -> Iterator[str]:
    """Lines of a paragraph that are longer than it is wide."""
    if isinstance(flowable, paragraph.Paragraph):
        lines: Any = flowable.blPara  # type: ignore[attr-defined]
        for line in lines.lines:
            if (line[0] if isinstance(line, tuple) else line.extraSpace) < -SLACK:
                yield f"{flowable.getPlainText(identify=False)!r:.60} is longer than its line"


def _beyond_page(canvas: Any, x: float, y: float, text: str, start: float) -> Iterator[str]:
    length = pdfmetrics.stringWidth(text, canvas._fontname, canvas._fontsize)
    left, _ = canvas.absolutePosition(x - start * length, y)
    right, _ = canvas.absolutePosition(x + (1 - start) * length, y)
    width, _ = canvas._pagesize
    if left < MARGIN - SLACK or right > width - MARGIN + SLACK:
        yield f"{text!r} is drawn from {left:.0f} to {right:.0f} on a page of {width:.0f}"


def against_the_style(pdf: bytes) -> Iterator[str]:
    """Colours, signs too small, and ink where printers cannot reach."""
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document, start=1):
            yield from (f"page {number}: {what}" for what in (*_small(page), *_coloured_or_outside(page)))


def _small(page: Any) -> Iterator[str]:
    words = page.get_textpage()
    sizes = {
        round(pypdfium2.raw.FPDFText_GetFontSize(words.raw, place), 1)
        for place in range(words.count_chars())
        if words.get_text_range(place, 1).strip()
    }
    yield from (f"letters of {size} points" for size in sorted(sizes) if 1 < size < SMALLEST)


def _coloured_or_outside(page: Any) -> Iterator[str]:
    picture = page.render(scale=1).to_pil()
    red, green, blue = (colour.tobytes() for colour in picture.convert("RGB").split())
    if not red == green == blue:
        yield "colour"
    edge = int(MARGIN) - 3
    inside = picture.convert("L")
    inside.paste(255, (edge, edge, picture.width - edge, picture.height - edge))
    if inside.getextrema()[0] < 128:
        yield "ink in the margin"
