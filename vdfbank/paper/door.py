"""The one door to ReportLab's layout: our fonts come first, for it looks for them while it is loaded."""

from vdfbank.paper.fonts import BOLD, NORMAL, PRINTING

# isort: split
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    KeepTogether,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Spacer,
    Table,
    TableStyle,
    paragraph,
)

__all__ = [
    "BOLD",
    "NORMAL",
    "PRINTING",
    "TA_CENTER",
    "TA_RIGHT",
    "BaseDocTemplate",
    "Canvas",
    "CondPageBreak",
    "Flowable",
    "Frame",
    "KeepTogether",
    "NextPageTemplate",
    "PageBreak",
    "PageTemplate",
    "ParagraphStyle",
    "Spacer",
    "Table",
    "TableStyle",
    "paragraph",
    "pdfmetrics",
]
