"""What is drawn rather than written: marks, squares for thumbprints, the seal as a QR code."""

from typing import Any, Literal

import segno
from reportlab.lib.units import mm
from typing_extensions import override

from vdfbank.paper.door import NORMAL, Flowable
from vdfbank.paper.style import CELL_STYLE, GREY, HAIRLINE, INK, LEADING, LINE, NOTE_STYLE, SMALL, words

MarkKind = Literal["right", "look", "wrong"]

#: Strokes of each mark in a square of one: the font has no such signs.
_STROKES: dict[MarkKind, tuple[tuple[tuple[float, float], ...], ...]] = {
    "right": (((0.05, 0.5), (0.38, 0.12), (0.95, 0.92)),),
    "wrong": (((0.1, 0.1), (0.9, 0.9)), ((0.1, 0.9), (0.9, 0.1))),
    "look": (((0.5, 1.0), (0.5, 0.38)), ((0.5, 0.12), (0.5, 0.02))),
}


class Mark(Flowable):
    """A tick, a cross or an exclamation mark; a word always stands beside it."""

    def __init__(self, kind: MarkKind, size: float = 7) -> None:
        super().__init__()
        self.kind, self.width, self.height = kind, size, size

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        pen = self.canv
        pen.setStrokeColor(INK)
        pen.setLineWidth(1.5)
        pen.setLineCap(1)
        for stroke in _STROKES[self.kind]:
            path = pen.beginPath()
            path.moveTo(stroke[0][0] * self.width, stroke[0][1] * self.height)
            for x, y in stroke[1:]:
                path.lineTo(x * self.width, y * self.height)
            pen.drawPath(path)


def raised(column: int) -> tuple[Any, ...]:
    """For the style of a table: a column of marks stands at the height of the letters beside it."""
    return ("BOTTOMPADDING", (column, 1), (column, -1), 4)


class QrCode(Flowable):
    """Text for a phone's camera, drawn as vector squares."""

    def __init__(self, text: str, size: float = 27 * mm) -> None:
        super().__init__()
        self.text, self.width, self.height = text, size, size

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        rows = list(segno.make(self.text, error="m", micro=False).matrix_iter(border=0))
        side = self.width / len(rows)
        path = self.canv.beginPath()
        for down, row in enumerate(rows):
            for along, dark in enumerate(row):
                if dark:
                    path.rect(along * side, self.height - (down + 1) * side, side, side)
        self.canv.setFillColor(INK)
        self.canv.drawPath(path, stroke=0, fill=1)


class SignatureBox(Flowable):
    """A line to sign on, a square for a thumb, and whose they are; a long name takes more lines below."""

    THUMB = 20 * mm
    #: What a hand needs above the line.
    HAND = 9 * mm

    def __init__(self, name: str, role: str, thumb: str, width: float) -> None:
        super().__init__()
        self.thumb, self.width = thumb, width
        self.thumb_left = width - self.THUMB - 6 * mm
        self.line_end = self.thumb_left - 3 * mm
        self.below = [words(name, CELL_STYLE), words(role, NOTE_STYLE)]
        #: The height of each, at least one line, so that all lines of a row stand level.
        self.highs = [max(SMALL * LEADING, one.wrap(self.line_end, 10_000)[1]) for one in self.below]
        self.height = max(self.THUMB + SMALL * LEADING, sum(self.highs) + self.HAND)

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        pen = self.canv
        pen.setStrokeColor(INK)
        pen.setLineWidth(HAIRLINE)
        pen.rect(self.thumb_left, SMALL * LEADING, self.THUMB, self.THUMB)
        pen.setLineWidth(LINE)
        line = sum(self.highs)
        pen.line(0, line, self.line_end, line)
        top = line - SMALL * 0.3
        for said, high in zip(self.below, self.highs, strict=True):
            said.drawOn(pen, 0, top - said.height)
            top -= high
        pen.setFont(NORMAL, SMALL)
        pen.setFillColor(GREY)
        pen.drawCentredString(self.thumb_left + self.THUMB / 2, 0.45 * SMALL, self.thumb)
