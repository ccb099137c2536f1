"""More was paid than is due: settle the loan, put the rest into savings, or pay ahead."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from vdfbank.bank.person import PersonId
from vdfbank.desktop.buttons import ActButton
from vdfbank.desktop.parts import words_label
from vdfbank.desktop.tongue import Tongue
from vdfbank.office.recorded_day import RecordedDay
from vdfbank.wording.breaks import wrap_lo
from vdfbank.wording.catalogue import N_


class SurplusQuestion(QFrame):
    """
    Asked in the sheet, not over it.

    Arrows walk the answers; Esc leaves the sum as it was typed: it pays later instalments ahead.
    """

    #: The day as it is after the answer.
    answered = Signal(object)

    def __init__(self, tongue: Tongue) -> None:
        super().__init__()
        self._tongue = tongue
        self._day: RecordedDay | None = None
        self._member: PersonId | None = None
        self.setProperty("notice", "look")
        self.said = words_label()
        self.save_button = ActButton(self, self._save)
        self.settle_button = ActButton(self, self._settle)
        self.ahead_button = ActButton(self, self._ahead, "Esc")
        row = QHBoxLayout()
        row.setSpacing(12)
        for button in (self.save_button, self.settle_button, self.ahead_button):
            row.addWidget(button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 6)
        column.setSpacing(4)
        column.addWidget(self.said)
        column.addLayout(row)
        self.hide()

    def ask(self, day: RecordedDay, member: PersonId) -> None:
        self._day, self._member = day, member
        self.speak()
        self.show()
        self.save_button.setFocus()

    @property
    def is_open(self) -> bool:
        return self._day is not None

    def speak(self) -> None:
        if self._day is None or self._member is None:
            return
        spoken, day, member = self._tongue.language, self._day, self._member
        row, rest = day.sheet.row(member), spoken.number(day.ahead(member))
        said = spoken.say(
            N_("{name} pays {rest} more than is due ({due})."),
            name=spoken.person(member, day.sheet.names),
            rest=rest,
            due=spoken.number(row.due),
        )
        if len(row.loans) == 1:
            closes = spoken.number(row.loans[0].settlement)
            said += " " + spoken.say(N_("{amount} settles the loan today."), amount=closes)
        self.said.setText(wrap_lo(said))
        self.save_button.word(spoken.say(N_("Rest into savings")))
        self.settle_button.word(spoken.say(N_("Settle the loan")))
        self.ahead_button.word(spoken.say(N_("Pay ahead")))
        self.settle_button.setVisible(day.may_settle(member))
        self.save_button.setVisible(not row.is_dead)

    def _save(self) -> None:
        day, member = self._asked()
        self._close(day.with_rest_saved(member))

    def _settle(self) -> None:
        day, member = self._asked()
        self._close(day.with_settlement(member))

    def _ahead(self) -> None:
        self._close(self._asked()[0])

    def _asked(self) -> tuple[RecordedDay, PersonId]:
        assert self._day is not None
        assert self._member is not None
        return self._day, self._member

    def _close(self, day: RecordedDay) -> None:
        self._day = self._member = None
        self.hide()
        self.answered.emit(day)
