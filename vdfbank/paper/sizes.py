"""Sizes of paper: A4 and A5 on end and across, A6 for receipts."""

from dataclasses import dataclass

from reportlab.lib import pagesizes
from reportlab.lib.units import mm

#: What office printers cannot reach, on every side.
MARGIN = 10 * mm


@dataclass(frozen=True, slots=True)
class Size:
    """A sheet, in points; `margin` on each of its sides."""

    width: float
    height: float
    margin: float = MARGIN

    @property
    def text_width(self) -> float:
        """What is left between the margins."""
        return self.width - 2 * self.margin

    @property
    def sheet(self) -> tuple[float, float]:
        return self.width, self.height


A4 = Size(*pagesizes.A4)
A4_ACROSS = Size(*pagesizes.landscape(pagesizes.A4))
A5 = Size(*pagesizes.A5)
A5_ACROSS = Size(*pagesizes.landscape(pagesizes.A5))
A6 = Size(*pagesizes.A6)
A6_ACROSS = Size(*pagesizes.landscape(pagesizes.A6))
