"""Small parts every page is made of: labels, notices, figures with a caption, what scrolls."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from vdfbank.desktop.icons import Drawing
from vdfbank.desktop.look import repolish
from vdfbank.desktop.palette import Tint

Tone = Literal["plain", "good", "look", "wrong"]
TINTS: dict[Tone, Tint] = {"plain": "accent", "good": "good", "look": "look", "wrong": "wrong"}
_TONE_ICONS = {"good": "right", "look": "look", "wrong": "wrong"}


def words_label(*, quiet: bool = False, strong: bool = False) -> QLabel:
    """A label whose sentence may take several lines."""
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("quiet", quiet)
    label.setProperty("strong", strong)
    return label


def heading() -> QLabel:
    label = words_label()
    label.setProperty("level", "title")
    return label


class Notice(QFrame):
    """What must be seen on a page: shape and words, not colour alone; hidden while there is nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = Drawing()
        self._said = words_label()
        self._said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._said, 1)
        self.hide()

    def tell(self, tone: Tone, sentences: Sequence[str]) -> None:
        if not sentences:
            self.hide()
            return
        self.setProperty("notice", tone)
        repolish(self)
        self._picture.show_drawing(_TONE_ICONS.get(tone, "look"), TINTS[tone])
        self._said.setText("\n".join(sentences))
        self.setAccessibleName(self.text)
        self.show()

    @property
    def text(self) -> str:
        return self._said.text().replace("\u200b", "")


class Figure(QWidget):
    """A number with its caption above it."""

    def __init__(self, level: Literal["figure", "large", "huge"] = "figure") -> None:
        super().__init__()
        self._caption = QLabel()
        self._caption.setProperty("quiet", True)
        self._value = QLabel()
        self._value.setProperty("level", level)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._caption)
        column.addWidget(self._value)

    def caption(self, text: str) -> None:
        self._caption.setText(text)

    def show_value(self, text: str, tone: Tone = "plain") -> None:
        self._value.setText(text)
        self._value.setProperty("tone", tone)
        repolish(self._value)
        self.setAccessibleName(f"{self._caption.text()}: {text}")

    @property
    def text(self) -> str:
        return self._value.text()


class Scroll(QScrollArea):
    """
    Content that may be higher than the page; it is never pressed together.

    Qt does not ask wrapped labels how high they become at the width they get: this does.
    """

    def __init__(self, content: QWidget, *, takes_keyboard: bool = False) -> None:
        super().__init__()
        self._content = content
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if takes_keyboard else Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        content.installEventFilter(self)
        # New labels learn their font only when they are shown: their height is asked for after that.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._give_height)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize) and watched is self._content:
            self._soon.start(0)
        return super().eventFilter(watched, event)

    def _give_height(self) -> None:
        content = self._content
        layout = content.layout()
        if layout is not None:
            height = max(layout.totalHeightForWidth(content.width()), layout.totalMinimumSize().height())
            content.setMinimumHeight(height)


def card() -> tuple[QFrame, QVBoxLayout]:
    """A white sheet on the page, and where its content goes."""
    frame = QFrame()
    frame.setProperty("card", True)
    column = QVBoxLayout(frame)
    column.setContentsMargins(16, 12, 16, 14)
    column.setSpacing(8)
    return frame, column


def field(grid: QGridLayout, row: int, control: QWidget) -> QLabel:
    """A row of a form: label left, control right; the label's words become the control's name."""
    label = words_label()
    label.setBuddy(control)
    grid.addWidget(label, row, 0)
    grid.addWidget(control, row, 1)
    return label


def name_field(label: QLabel, text: str, control: QWidget) -> None:
    label.setText(text)
    control.setAccessibleName(text.replace("\u200b", ""))
