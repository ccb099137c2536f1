"""Put the pages of a PDF on a printer: what comes out is what was shown."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from vdfbank.desktop.paper_pictures import pictures

#: More dots than this no office printer shows of grey letters.
DOTS_PER_INCH = 300


def print_pages(pdf: bytes, printer: QPrinter) -> bool:
    """Paint each page over the whole sheet, turned as the page is; False where the printer takes nothing."""
    printer.setFullPage(True)
    printer.setResolution(DOTS_PER_INCH)
    painter = QPainter()
    for number, page in enumerate(pictures(pdf, DOTS_PER_INCH)):
        size = page.image.size()
        across = size.width() > size.height()
        points = size * 72 / DOTS_PER_INCH
        shorter = points.transposed() if across else points
        printer.setPageSize(QPageSize(shorter, "", QPageSize.SizeMatchPolicy.FuzzyMatch))
        printer.setPageOrientation(QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait)
        if number == 0:
            if not painter.begin(printer):
                return False
        elif not printer.newPage():
            painter.end()
            return False
        painter.drawImage(QRectF(printer.paperRect(QPrinter.Unit.DevicePixel)), page.image)
    return painter.end()
