"""The test page of a passbook: crosses where its lines stand, and rulers to read how far a printer is off."""

from reportlab.lib.units import mm
from typing_extensions import override

from vdfbank.content.passbook import LINES
from vdfbank.paper.door import NORMAL, Flowable
from vdfbank.paper.passbook_page import EDGES, HEIGHT, WIDTH, line_top
from vdfbank.paper.style import GREY, HAIRLINE, INK, LINE, PAPER, SMALL, TEXT_STYLE, words
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language

_ARM = 3 * mm
#: Lengths of the strokes of a ruler: every millimetre, every fifth, every tenth.
_STROKES = {1: 1.5 * mm, 5: 2.5 * mm, 10: 3.5 * mm}
_WORDS_WIDTH = 120 * mm


class Alignment(Flowable):
    """Rulers fixed on the paper; crosses moved by the offset, as the lines of a passbook would be."""

    def __init__(self, language: Language, offset_mm: tuple[float, float]) -> None:
        super().__init__()
        self.language, self.offset_mm = language, offset_mm
        self.width, self.height = WIDTH, HEIGHT

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        self._rulers()
        self.canv.saveState()
        right, up = self.offset_mm
        self.canv.translate(right * mm, up * mm)
        self._crosses()
        self.canv.restoreState()
        self._words()

    def _rulers(self) -> None:
        pen = self.canv
        pen.setStrokeColor(GREY)
        pen.setFillColor(GREY)
        pen.setLineWidth(HAIRLINE)
        pen.setFont(NORMAL, SMALL)
        for step in range(int(WIDTH / mm) + 1):
            pen.line(step * mm, HEIGHT, step * mm, HEIGHT - _stroke(step))
            if step % 10 == 0 and 0 < step < int(WIDTH / mm):
                pen.drawCentredString(step * mm, HEIGHT - _stroke(step) - SMALL, self.language.number(step))
        for step in range(int(HEIGHT / mm) + 1):
            pen.line(0, HEIGHT - step * mm, _stroke(step), HEIGHT - step * mm)
            if step % 10 == 0 and step:
                pen.drawString(_stroke(step) + 2, HEIGHT - step * mm - SMALL / 3, self.language.number(step))

    def _crosses(self) -> None:
        """Where the first line begins, the middle one, and where the last one ends."""
        pen = self.canv
        pen.setStrokeColor(INK)
        pen.setLineWidth(LINE)
        for line in (1, LINES // 2 + 1, LINES + 1):
            y = HEIGHT - line_top(line)
            for x in (EDGES[1], EDGES[4], EDGES[9]):
                pen.line(x - _ARM, y, x + _ARM, y)
                pen.line(x, y - _ARM, x, y + _ARM)

    def _words(self) -> None:
        right, up = self.offset_mm
        sentences = (
            self.language.say(
                N_("Printed with the offset {right}, {up}: so many millimetres to the right and up."),
                right=_millimetres(right),
                up=_millimetres(up),
            ),
            self.language.say(
                N_(
                    "Lay this page over a page of the passbook and hold both against the light. The crosses belong on "
                    "the corners of the grid. Read off the rulers how far they miss, and print again with that offset."
                )
            ),
        )
        top = HEIGHT - line_top(2) - 4 * mm
        for sentence in sentences:
            paragraph = words(sentence, TEXT_STYLE)
            _, height = paragraph.wrapOn(self.canv, _WORDS_WIDTH, HEIGHT)
            self.canv.setFillColor(PAPER)
            self.canv.rect(EDGES[1] + 4 * mm, top - height, _WORDS_WIDTH, height, stroke=0, fill=1)
            paragraph.drawOn(self.canv, EDGES[1] + 4 * mm, top - height)
            top -= height


def _stroke(step: int) -> float:
    return next(length for every, length in sorted(_STROKES.items(), reverse=True) if step % every == 0)


def _millimetres(offset: float) -> str:
    return f"{offset:g}"
