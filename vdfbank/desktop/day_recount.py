"""Count the box once more after a savings day: settlements, expenses and pay-outs came after its count."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from vdfbank.desktop.day_outcome import BoxCount, Expected, lacking
from vdfbank.desktop.parts import Scroll, card
from vdfbank.desktop.tongue import Tongue
from vdfbank.office.counting import CashCount
from vdfbank.office.held_day import HeldDay
from vdfbank.wording.catalogue import N_


class RecountStep(QWidget):
    """A count of its own, before a witness."""

    def __init__(self, tongue: Tongue) -> None:
        super().__init__()
        self._tongue = tongue
        self.box = BoxCount(tongue)
        frame, column = card()
        column.addWidget(self.box.outcome)
        column.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.box.notes, 5)
        row.addWidget(Scroll(frame), 6)

    def speak(self) -> None:
        self.box.notes.speak(self._tongue.label(N_("Count the box")))
        self.box.outcome.speak()
        if self.box.expected is not None:
            self.box.lay_out(self.box.count, self.box.expected)

    def begin(self, day: HeldDay) -> None:
        expected = Expected(day.box, day.tolerance, day.witnesses, day.names)
        self.box.lay_out(CashCount(by=day.treasurer), expected)
        self.box.notes.total.setFocus()

    def lacking(self) -> list[str]:
        assert self.box.expected is not None
        readable = self.box.notes.is_readable
        return lacking(self.box.count, self.box.expected, self._tongue.language, is_readable=readable)
