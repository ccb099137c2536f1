"""A line to type a rate in percent a month, with any digits; a point or a comma before the parts of a percent."""

from __future__ import annotations

import re
from fractions import Fraction

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from vdfbank.desktop.amount import plain

#: ``3``, ``3.5``, ``3,25``: a basis point is the smallest part.
_RATE = re.compile(r"([0-9]{1,3})(?:[.,]([0-9]{1,2}))?")


def read_rate(text: str) -> int | None:
    """Basis points a month; None for what is no rate."""
    found = _RATE.fullmatch(text.strip().removesuffix("%").strip())
    if found is None:
        return None
    return int(found[1]) * 100 + int((found[2] or "").ljust(2, "0"))


class RateEdit(QLineEdit):
    changed = Signal()

    def __init__(self, bp: int | None = None) -> None:
        super().__init__()
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setMaxLength(8)
        if bp is not None:
            whole, part = divmod(bp, 100)
            self.setText(f"{whole}.{part:02d}".rstrip("0").rstrip("."))
        self.textEdited.connect(self._typed)

    @property
    def bp(self) -> int | None:
        return read_rate(self.text())

    @property
    def percent(self) -> Fraction | None:
        return None if self.bp is None else Fraction(self.bp, 100)

    def _typed(self, text: str) -> None:
        if (digits := plain(text)) != text:
            place = self.cursorPosition()
            self.setText(digits)
            self.setCursorPosition(place)
        self.changed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.focusNextChild()
            return
        super().keyPressEvent(event)
