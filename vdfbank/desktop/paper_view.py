"""Printed pages on the screen, as wide as there is room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from vdfbank.desktop.paper_pictures import Picture


class PaperView(QScrollArea):
    """The pictures of a PDF's pages, one under the other; arrow keys and Page Down scroll."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("paper", True)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(8, 8, 8, 8)
        self._column.setSpacing(10)
        self._column.addStretch()
        self.setWidget(inside)
        self._pages: list[tuple[QPixmap, QLabel]] = []

    @property
    def page_count(self) -> int:
        return len(self._pages)

    def show_pages(self, pictures: Sequence[Picture]) -> None:
        for _, label in self._pages:
            label.deleteLater()
            self._column.removeWidget(label)
        self._pages = []
        for number, picture in enumerate(pictures):
            label = QLabel()
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._column.insertWidget(number, label)
            self._pages.append((QPixmap.fromImage(picture.image), label))
        self._fit()
        self.verticalScrollBar().setValue(0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        ratio = self.devicePixelRatioF()
        width = max(200, min(self.viewport().width() - 16, 1000))
        for pixmap, label in self._pages:
            drawn = pixmap.scaledToWidth(round(width * ratio), Qt.TransformationMode.SmoothTransformation)
            drawn.setDevicePixelRatio(ratio)
            label.setPixmap(drawn)
