"""What is drawn rather than written: marks, squares for thumbprints, the seal as a QR code."""

from typing import Literal

import segno
from reportlab.lib.units import mm
from typing_extensions import override

from vdfbank.paper.door import NORMAL, Flowable
from vdfbank.paper.style import GREY, HAIRLINE, INK, LEADING, LINE, SMALL, shortened

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
    """A line to sign on, a square for a thumb, and whose they are."""

    THUMB = 20 * mm

    def __init__(self, name: str, role: str, thumb: str, width: float) -> None:
        super().__init__()
        self.name, self.role, self.thumb = name, role, thumb
        self.width, self.height = width, self.THUMB + SMALL * LEADING

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        pen, below = self.canv, SMALL * LEADING
        pen.setStrokeColor(INK)
        pen.setLineWidth(HAIRLINE)
        thumb_left = self.width - self.THUMB - 6 * mm
        pen.rect(thumb_left, below, self.THUMB, self.THUMB)
        pen.setLineWidth(LINE)
        line = below + SMALL * LEADING
        pen.line(0, line, thumb_left - 3 * mm, line)
        pen.setFont(NORMAL, SMALL)
        pen.setFillColor(INK)
        pen.drawString(0, line - SMALL * 1.3, shortened(self.name, thumb_left - 3 * mm))
        pen.setFillColor(GREY)
        pen.drawString(0, line - SMALL * (1.3 + LEADING), self.role)
        pen.drawCentredString(thumb_left + self.THUMB / 2, 0.45 * SMALL, self.thumb)
