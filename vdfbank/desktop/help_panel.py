"""Help beside the page: half a page of the manual, for the keyboard alone if need be."""

from __future__ import annotations

from collections.abc import Iterator

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRect, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from vdfbank.desktop.buttons import ActButton
from vdfbank.desktop.help_text import HelpText
from vdfbank.desktop.tongue import Tongue
from vdfbank.wording.catalogue import N_
from vdfbank.wording.manual import CONTENTS, manual_page, name_for

#: The panel takes this part of the room, and more where a line would hold fewer letters than this.
_PART, _LETTERS = 0.48, 42


class HelpPanel(QFrame):
    """
    Lies over the right of `room`, a widget beside it; the left stays in sight.

    F1 opens it for a page and, pressed again, shows the contents; Esc closes it and gives the keyboard back. While it
    is open Tab stays in it: nobody types into what lies under it. `opened` tells both, open and shut.
    """

    opened = Signal(bool)

    def __init__(self, tongue: Tongue, room: QWidget) -> None:
        super().__init__(room.parentWidget())
        self._tongue, self._room = tongue, room
        self.setProperty("help", True)
        self._name = CONTENTS
        self._before: list[tuple[str, int]] = []
        self.text = HelpText()
        self.text.followed.connect(self._follow)
        self.back_button = ActButton(self, self._back, "Backspace")
        self.contents_button = ActButton(self, lambda: self._follow(CONTENTS), "F1")
        self.close_button = ActButton(self, self.leave, "Esc")
        row = QHBoxLayout()
        row.setSpacing(12)
        for button in (self.contents_button, self.back_button):
            row.addWidget(button)
        row.addStretch()
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(10)
        column.addLayout(row)
        column.addWidget(self.text, 1)
        #: What had the keyboard, and what it lay in: the editor of a cell is gone when help is closed.
        self._had_keyboard: list[QWidget] = []
        room.installEventFilter(self)
        self.hide()

    @property
    def name(self) -> str:
        """The page of the manual that is shown."""
        return self._name

    def open_for(self, page: str) -> None:
        """Explain a page of the window."""
        if self.isHidden():
            self._had_keyboard = list(_with_parents(QApplication.focusWidget()))
        self._before = []
        self._fit()
        self.show()
        self.raise_()
        self._show(name_for(page))
        self.text.setFocus()
        # A cell that was open is shut now, and its table takes the keyboard for itself.
        QTimer.singleShot(0, self._keep_keyboard)

    def _keep_keyboard(self) -> None:
        focused = QApplication.focusWidget()
        if self.isVisible() and (focused is None or not self.isAncestorOf(focused)):
            self.text.setFocus()

    def leave(self) -> None:
        """Close, and put the keyboard where it was."""
        if self.isHidden():
            return
        self.hide()
        for widget in self._had_keyboard:
            if shiboken6.isValid(widget) and widget.isVisible() and widget.focusPolicy():
                widget.setFocus()
                return

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.opened.emit(True)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.opened.emit(False)

    def speak(self) -> None:
        say = self._tongue.say
        self.back_button.word(say(N_("Back")))
        self.contents_button.word(say(N_("Contents")))
        self.close_button.word(say(N_("Close")))
        if self.isVisible():
            place = self.text.verticalScrollBar().value()
            self._show(self._name)
            self.text.verticalScrollBar().setValue(place)

    def _show(self, name: str) -> None:
        self._name = name
        page = manual_page(name, self._tongue.language.code)
        if page is None:
            self.text.show_words(
                self._tongue.label(N_("This page of the manual is missing. Install the program again."))
            )
        else:
            self.text.show_page(page)
        title = self.text.document().begin().text().replace("\u200b", "")
        self.text.setAccessibleName(self._tongue.say(N_("Help: {page}"), page=title))
        self.setAccessibleName(self.text.accessibleName())
        self.back_button.setEnabled(bool(self._before))

    def _follow(self, name: str) -> None:
        if name != self._name:
            self._before.append((self._name, self.text.verticalScrollBar().value()))
            self._show(name)
            self.text.setFocus()

    def _back(self) -> None:
        name, place = self._before.pop()
        self._show(name)
        self.text.verticalScrollBar().setValue(place)
        self.text.setFocus()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        ring = [self.text, *(b for b in (self.contents_button, self.back_button, self.close_button) if b.isEnabled())]
        focused = QApplication.focusWidget()
        here = next_to(ring, focused, 1 if next else -1)
        here.setFocus()
        return True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._room and event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        room = self._room.geometry()
        letters = self.fontMetrics().averageCharWidth() * _LETTERS
        width = min(room.width(), max(round(room.width() * _PART), letters, self.minimumSizeHint().width()))
        self.setGeometry(QRect(room.right() + 1 - width, room.top(), width, room.height()))


def _with_parents(widget: QWidget | None) -> Iterator[QWidget]:
    while widget is not None:
        yield widget
        widget = widget.parentWidget()


def next_to(ring: list[QWidget], widget: QWidget | None, step: int) -> QWidget:
    """The widget beside another in a ring."""
    here = ring.index(widget) if widget in ring else 0
    return ring[(here + step) % len(ring)]
