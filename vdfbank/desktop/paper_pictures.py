"""Pictures of printed pages: what is shown is the PDF itself."""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2
from PySide6.QtGui import QImage

#: Sharp enough to be read at twice the width of a laptop's screen half.
_DOTS_PER_INCH = 150
_POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class Picture:
    """One page of a PDF."""

    image: QImage


def pictures(pdf: bytes, dots_per_inch: int = _DOTS_PER_INCH) -> tuple[Picture, ...]:
    """The pages of a PDF, drawn on the thread that asks."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(_picture(document[number], dots_per_inch) for number in range(len(document)))
    finally:
        document.close()


def _picture(page: pypdfium2.PdfPage, dots_per_inch: int) -> Picture:
    bitmap = page.render(scale=dots_per_inch / _POINTS_PER_INCH, rev_byteorder=True, prefer_bgrx=True)
    try:
        picture = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888)
        # The bitmap's memory goes with it.
        return Picture(picture.copy())
    finally:
        bitmap.close()
        page.close()
