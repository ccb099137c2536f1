"""Buttons that say verb, object and key; Enter presses them as Space does."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from vdfbank.desktop.icons import Drawing, icon
from vdfbank.desktop.look import room_for_keys
from vdfbank.desktop.palette import colours
from vdfbank.desktop.parts import TINTS, Tone, words_label

_LINE_HEIGHT = 46
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ActButton(QPushButton):
    """
    A button that says verb, object and the key that does the same.

    The key works while the keyboard is anywhere on `page`; Enter presses the button as Space does.
    """

    def __init__(
        self, page: QWidget, does: Callable[[], None], key: str = "", *, main: bool = False, drawing: str = ""
    ) -> None:
        super().__init__(page)
        self._key, self._main = key, main
        self.setProperty("main", main)
        self.clicked.connect(lambda _checked=False: does())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if drawing:
            self.setIcon(icon(drawing, "accent_ink" if main else "accent"))
            self.setIconSize(QSize(22, 22))
        self._shortcuts: list[QShortcut] = []
        # Both keys that say Enter are meant.
        for keys in dict.fromkeys((key, key.replace("Enter", "Return"))) if key else ():
            shortcut = QShortcut(QKeySequence(keys), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._by_key)
            shortcut.setEnabled(False)
            self._shortcuts.append(shortcut)

    def word(self, text: str) -> None:
        self.setText(f"{text}  {self._key}" if self._key and room_for_keys() else text)
        self.setAccessibleName(text)
        self.setToolTip(self._key)

    def _by_key(self) -> None:
        if self.isEnabled():
            self.click()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Around a filled button the ring alone would be lost: a second, light one is drawn inside it."""
        super().paintEvent(event)
        if self._main and self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(colours().accent_ink), 2))
            painter.drawRoundedRect(self.rect().adjusted(4, 4, -4, -4), 4, 4)
            painter.end()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Only what can be seen has its key: two steps of a page may share one."""
        super().showEvent(event)
        self._turn_keys(on=True)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._turn_keys(on=False)

    def _turn_keys(self, *, on: bool) -> None:
        for shortcut in self._shortcuts:
            shortcut.setEnabled(on)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self.click()
            return
        super().keyPressEvent(event)


class LineButton(QPushButton):
    """A line of a page that leads somewhere: drawing, sentence, and below it what to do."""

    def __init__(self, drawing: str, does: Callable[[], None], tone: Tone = "plain") -> None:
        super().__init__()
        self.setProperty("line", True)
        # A layout asks the widget's own layout how high it is, and never for less than a finger needs.
        self.setMinimumHeight(_LINE_HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda _checked=False: does())
        picture = Drawing(drawing, TINTS[tone], 26)
        self._said = words_label()
        self._said.setProperty("strong", True)
        self._more = words_label()
        self._more.setProperty("quiet", True)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._said)
        column.addWidget(self._more)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(14)
        row.addWidget(picture)
        row.addLayout(column, 1)
        for label in (picture, self._said, self._more):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def keep_still(self) -> None:
        """A line that only tells: nothing to press, nowhere to go."""
        self.setProperty("still", True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def word(self, said: str, more: str = "") -> None:
        self._said.setText(said)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self.setAccessibleName(f"{said} {more}".strip().replace("\u200b", ""))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        assert layout is not None
        return max(_LINE_HEIGHT, layout.heightForWidth(width))

    @override
    def sizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        return QSize(layout.sizeHint().width(), self.heightForWidth(max(self.width(), 300)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.click()
            return
        super().keyPressEvent(event)
