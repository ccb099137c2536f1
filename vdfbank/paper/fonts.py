"""Noto Sans Lao in two weights, made the font of everything ReportLab writes."""

from pathlib import Path
from threading import RLock

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics

from vdfbank.paper.cluster_font import ClusterFont

NORMAL, BOLD = "NotoSansLao", "NotoSansLao-Bold"

_FOLDER = Path(__file__).resolve().parents[1] / "resources" / "fonts"

#: Fonts remember what each document shows and are no good in two threads at once.
PRINTING = RLock()


def register() -> None:
    for name in (NORMAL, BOLD):
        file = "NotoSansLao-Regular.ttf" if name == NORMAL else f"{name}.ttf"
        with (_FOLDER / file).open("rb") as stream:
            pdfmetrics.registerFont(ClusterFont(name, stream))
    # Lao has no italics; what would be slanted stays upright.
    pdfmetrics.registerFontFamily(NORMAL, normal=NORMAL, bold=BOLD, italic=NORMAL, boldItalic=BOLD)
    # Whatever names no font of its own gets ours: Helvetica would be referenced without being embedded, and has no Lao.
    rl_config.canvas_basefontname = NORMAL
    rl_config.defaultGraphicsFontName = NORMAL


register()
