"""A page of the manual on the screen, its pictures as wide as there is room."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QImage, QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QTextBrowser
from typing_extensions import override

from vdfbank.desktop.help_document import MARGIN, lay_out
from vdfbank.wording.manual import ManualPage


class HelpText(QTextBrowser):
    """Reads files of the manual only: no network, no scripts, no HTML. `followed` names the page of a link."""

    followed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Always there, so that a picture knows how wide it may be before the page is laid out.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(self._follow)
        self._page: ManualPage | None = None
        # A page is laid out anew when the room has changed, once it no longer does.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._lay_out_again)

    def show_page(self, page: ManualPage) -> None:
        self._page = page
        lay_out(self.document(), page.text, self.font())
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def show_words(self, words: str) -> None:
        """A sentence instead of a page."""
        self._page = None
        self.setPlainText(words)

    @override
    def loadResource(self, type: int, name: QUrl | str) -> Any:
        """A picture of the manual, as wide as there is room and as sharp as the screen; nothing else is fetched."""
        link = QUrl(name)
        if self._page is None or not link.isRelative():
            return None
        manual = self._page.folder.parent.resolve()
        path = (self._page.folder / link.path()).resolve()
        return self._fitted(path) if path.is_relative_to(manual) else None

    def _fitted(self, path: Path) -> QImage | None:
        picture = QImage(str(path))
        if picture.isNull():
            return None
        ratio = self.devicePixelRatioF()
        room = round((self.viewport().width() - 2 * MARGIN - 2) * ratio)
        if 0 < room < picture.width():
            picture = picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
        picture.setDevicePixelRatio(ratio)
        return picture

    def _follow(self, link: QUrl) -> None:
        if link.isRelative() and link.path().endswith(".md"):
            self.followed.emit(Path(link.path()).stem)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._soon.start(0)

    def _lay_out_again(self) -> None:
        if self._page is not None:
            place = self.verticalScrollBar().value()
            self.show_page(self._page)
            self.verticalScrollBar().setValue(place)
