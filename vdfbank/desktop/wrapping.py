"""A row that becomes two where large words need it: no button is ever cut or pushed off the screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

_GAP = 12
_BETWEEN_ROWS = 6


class WrappingRow(QWidget):
    """
    Widgets one beside the other, in as many rows as the width asks for.

    To the right where the main action ends the last row.
    """

    def __init__(self, *, to_the_right: bool = True) -> None:
        super().__init__()
        self._to_the_right = to_the_right
        self._widgets: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, *widgets: QWidget) -> None:
        for widget in widgets:
            widget.setParent(self)
            widget.installEventFilter(self)
            self._widgets.append(widget)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # New words, a new font, shown or hidden: the rows are made anew.
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent, QEvent.Type.LayoutRequest):
            self.arrange()
        return super().eventFilter(watched, event)

    def arrange(self) -> None:
        """Place everything shown for the width of now."""
        self.updateGeometry()
        self._place()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.arrange()
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        rows = self._rows(width)
        return sum(map(_height, rows)) + _BETWEEN_ROWS * max(0, len(rows) - 1)

    @override
    def sizeHint(self) -> QSize:
        shown = self._shown()
        width = sum(map(_width, shown)) + _GAP * max(0, len(shown) - 1)
        return QSize(width, self.heightForWidth(self.width()))

    @override
    def minimumSizeHint(self) -> QSize:
        widest = max(map(_width, self._shown()), default=0)
        return QSize(widest, self.heightForWidth(self.width()))

    def _shown(self) -> list[QWidget]:
        return [widget for widget in self._widgets if not widget.isHidden()]

    def _rows(self, width: int) -> list[list[QWidget]]:
        rows: list[list[QWidget]] = []
        left = 0
        for widget in self._shown():
            needed = _width(widget)
            if not rows or needed > left:
                rows.append([])
                left = width
            rows[-1].append(widget)
            left -= needed + _GAP
        return rows

    def _place(self) -> None:
        top = 0
        for row in self._rows(self.width()):
            widths = list(map(_width, row))
            spare = max(0, self.width() - sum(widths) - _GAP * (len(row) - 1))
            x, height = (spare if self._to_the_right else 0), _height(row)
            for widget, width in zip(row, widths, strict=True):
                own = widget.sizeHint().height()
                widget.setGeometry(QRect(x, top + (height - own) // 2, width, own))
                x += width + _GAP
            top += height + _BETWEEN_ROWS


def _width(widget: QWidget) -> int:
    return min(max(widget.sizeHint().width(), widget.minimumWidth()), widget.maximumWidth())


def _height(row: list[QWidget]) -> int:
    return max(widget.sizeHint().height() for widget in row)
