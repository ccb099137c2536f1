"""Ask whether the computer's date is right: dead batteries reset laptops."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout

from vdfbank.content.savings_day import SavingsDaySheet
from vdfbank.desktop.buttons import LineButton
from vdfbank.desktop.parts import Notice, field, name_field
from vdfbank.desktop.people_box import PeopleBox
from vdfbank.desktop.tongue import Tongue
from vdfbank.office.clock import ClockQuestion
from vdfbank.wording.breaks import wrap_lo
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language


class ClockCard(QFrame):
    """The question, and the two officers who answer it; hidden while the date is no surprise."""

    #: The two officers (by, seconded by) say that the date is right.
    confirmed = Signal(object, object)

    def __init__(self, tongue: Tongue) -> None:
        super().__init__()
        self._tongue = tongue
        self._question: ClockQuestion | None = None
        self._answered_on: date | None = None
        self.notice = Notice()
        self.by, self.second = PeopleBox(tongue), PeopleBox(tongue)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        self._labels = [field(self._grid, row, box) for row, box in enumerate((self.by, self.second))]
        self.right_button = LineButton("right", self._confirm, "good")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.notice)
        column.addLayout(self._grid)
        column.addWidget(self.right_button)
        self.hide()

    def speak(self) -> None:
        for label, text, box in zip(
            self._labels, (N_("Recorded by"), N_("Second person")), (self.by, self.second), strict=True
        ):
            name_field(label, self._tongue.label(text), box)
        self.right_button.word(self._tongue.label(N_("The date is right")))

    def answer(self) -> None:
        """The officers confirmed today's date; another day is asked about again."""
        assert self._question is not None
        self._answered_on = self._question.today

    @property
    def is_answered(self) -> bool:
        return self._question is not None and self._question.today == self._answered_on

    @property
    def is_asking(self) -> bool:
        return self._question is not None

    def lay_out(self, question: ClockQuestion | None, sheet: SavingsDaySheet | None) -> None:
        self._question = question
        self.setVisible(question is not None and not self.is_answered)
        if question is None:
            return
        self.notice.tell("wrong" if question.kind == "behind" else "look", [wrap_lo(_words(question, self._spoken))])
        may_confirm = question.kind == "ahead" and sheet is not None
        for widget in (*self._labels, self.by, self.second, self.right_button):
            widget.setVisible(may_confirm)
        if sheet is not None:
            for box in (self.by, self.second):
                box.fill(sheet.officers, sheet.names, box.person)

    @property
    def _spoken(self) -> Language:
        return self._tongue.language

    def _confirm(self) -> None:
        self.confirmed.emit(self.by.person, self.second.person)


def _words(question: ClockQuestion, spoken: Language) -> str:
    days = {"today": spoken.date(question.today), "last": spoken.date(question.last_on)}
    if question.kind == "behind":
        return spoken.say(
            N_("This computer says it is {today}, but the last act is of {last}. Set the computer's date first."),
            **days,
        )
    return spoken.say(
        N_("This computer says it is {today}; the last act is of {last}. Is the date right? Two officers confirm it."),
        **days,
    )
