"""Icons: plain drawings of ours in the colours of the theme worn now."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel
from typing_extensions import override

from vdfbank.desktop.palette import Tint, colours


class TintedDrawing(QIconEngine):
    """
    A drawing that looks up its colour whenever it is painted: another theme needs no new icon.

    Pictures of it are kept by name, colour and size, so that painting a table's column stays cheap.
    """

    def __init__(self, name: str, tint: Tint) -> None:
        super().__init__()
        self._name, self._tint = name, tint

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        picture = pixmap(self._name, self._colour(mode), side, painter.device().devicePixelRatioF())
        corner = QRectF(rect).center() - QPointF(side / 2, side / 2)
        painter.drawPixmap(corner.toPoint(), picture)

    @override
    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        side = round(min(size.width(), size.height()) / scale)
        return pixmap(self._name, self._colour(mode), side, scale)

    @override
    def clone(self) -> QIconEngine:
        return TintedDrawing(self._name, self._tint)

    def _colour(self, mode: QIcon.Mode) -> str:
        return colours().muted if mode == QIcon.Mode.Disabled else colours().tinted(self._tint)


class Drawing(QLabel):
    """A drawing on a page, in the colours of now."""

    def __init__(self, name: str = "", tint: Tint = "accent", side: int = 22) -> None:
        super().__init__()
        self._name, self._tint, self._side = name, tint, side
        self.setFixedSize(side, side)

    def show_drawing(self, name: str, tint: Tint) -> None:
        self._name, self._tint = name, tint
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._name:
            painter = QPainter(self)
            icon(self._name, self._tint).paint(painter, self.rect())
            painter.end()


@cache
def icon(name: str, tint: Tint) -> QIcon:
    """The drawing `name`, tinted from the palette whenever it is painted."""
    return QIcon(TintedDrawing(name, tint))


@cache
def pixmap(name: str, colour: str, side: int, ratio: float = 1.0) -> QPixmap:
    """The drawing `name` in one colour, `side` wide and high on a screen with `ratio` dots to the unit."""
    drawing = (files("vdfbank") / "resources" / "icons" / f"{name}.svg").read_text("utf-8")
    renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))
    assert renderer.isValid(), name
    dots = round(side * ratio)
    picture = QPixmap(dots, dots)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
