"""Count the box at the end of the day: notes before a witness, and where a difference may come from."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vdfbank.bank.money import DENOMINATIONS
from vdfbank.desktop.day_outcome import BoxCount, Expected, Place, lacking
from vdfbank.desktop.parts import Scroll, card
from vdfbank.desktop.tongue import Tongue
from vdfbank.office.counting import CashCount
from vdfbank.office.difference import Hint, hints, may_be_swapped
from vdfbank.office.recorded_day import RecordedDay
from vdfbank.wording.catalogue import N_

#: More places than this are not looked at one by one.
_PLACES_SHOWN = 4
_WORDS = {
    "twice": N_("{name}: {amount} stands twice. Was it paid once?"),
    "ghost": N_("{name}: {amount} was expected and not recorded. Was it paid?"),
    "exact": N_("{name}: {amount}, exactly this sum."),
    "swapped": N_("{name}: {amount}. Was it {meant}?"),
}


class CountStep(QWidget):
    """The box counted by denomination before a witness; `changed` gives the day with the count as typed."""

    changed = Signal(object)
    echoed = Signal(str)
    #: A member whose row may hold the difference.
    sought = Signal(object)

    def __init__(self, tongue: Tongue) -> None:
        super().__init__()
        self._tongue = tongue
        self._day: RecordedDay | None = None
        self.box = BoxCount(tongue)
        frame, column = card()
        column.addWidget(self.box.outcome)
        column.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.box.notes, 5)
        row.addWidget(Scroll(frame), 6)
        self.box.changed.connect(self._typed)
        self.box.notes.echoed.connect(self.echoed)
        self.box.outcome.sought.connect(self.sought)

    def speak(self) -> None:
        self.box.notes.speak(self._tongue.label(N_("Count the box")))
        self.box.outcome.speak()
        if self._day is not None:
            self.lay_out(self._day)

    def lay_out(self, day: RecordedDay) -> None:
        """Show the count of a day from its draft."""
        self._day = day
        self.box.lay_out(day.draft.count, expected(day), self._places(day), self._swapped(day))

    def take_keyboard(self) -> None:
        self.box.notes.pieces[DENOMINATIONS[0]].setFocus()

    def lacking(self, day: RecordedDay) -> list[str]:
        """What still keeps the counted day from being read aloud."""
        readable = self.box.notes.is_readable
        return lacking(day.draft.count, expected(day), self._tongue.language, is_readable=readable)

    def _typed(self, count: CashCount) -> None:
        assert self._day is not None
        self._day = self._day.with_count(
            pieces=count.pieces, total=count.total, reason=count.reason, witness=count.witness, by=count.by
        )
        self.box.outcome.tell(count, expected(self._day), self._places(self._day), self._swapped(self._day))
        self.changed.emit(self._day)

    def _places(self, day: RecordedDay) -> tuple[Place, ...]:
        return tuple(Place(self._words(hint, day), hint.member) for hint in hints(day)[:_PLACES_SHOWN])

    def _swapped(self, day: RecordedDay) -> str:
        """What can be said where no cell would explain it."""
        if not may_be_swapped(day.difference or 0):
            return ""
        return self._tongue.say(N_("Two digits may be swapped: the difference can be divided by 9."))

    def _words(self, hint: Hint, day: RecordedDay) -> str:
        spoken = self._tongue.language
        return spoken.say(
            _WORDS[hint.kind],
            name=f"{hint.member} {spoken.person(hint.member, day.sheet.names)}",
            amount=spoken.number(hint.amount),
            meant=spoken.number(hint.meant or 0),
        )


def expected(day: RecordedDay) -> Expected:
    """What the day's count is held against."""
    sheet = day.sheet
    return Expected(day.totals().box, sheet.bylaws.cash_tolerance, sheet.witnesses, sheet.names)
