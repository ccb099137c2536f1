"""Icons: plain drawings of ours in the colours of the palette."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_ICON_SIZES = (16, 24, 32, 48)


@cache
def icon(name: str, colour: str) -> QIcon:
    """The drawing `name` in one colour."""
    drawn = QIcon()
    for size in _ICON_SIZES:
        drawn.addPixmap(pixmap(name, colour, size))
    return drawn


@cache
def pixmap(name: str, colour: str, size: int) -> QPixmap:
    drawing = (files("vdfbank") / "resources" / "icons" / f"{name}.svg").read_text("utf-8")
    renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))
    assert renderer.isValid(), name
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    return picture
