"""Count the box: notes by denomination before a witness, the difference in words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from vdfbank.bank.money import DENOMINATIONS, Money
from vdfbank.bank.person import PersonId
from vdfbank.desktop.kip_edit import KipEdit
from vdfbank.desktop.parts import Figure, Notice, Scroll, Tone, card, field, name_field, words_label
from vdfbank.desktop.tongue import Tongue
from vdfbank.office.recorded_day import RecordedDay
from vdfbank.wording.breaks import wrap_lo
from vdfbank.wording.catalogue import N_
from vdfbank.wording.figures import person_or_loan


class CountStep(QWidget):
    """The box counted by denomination before a witness; `changed` gives the day with the count as typed."""

    changed = Signal(object)
    echoed = Signal(str)

    def __init__(self, tongue: Tongue) -> None:
        super().__init__()
        self._tongue = tongue
        self._day: RecordedDay | None = None
        self._showing = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self._notes(), 5)
        row.addWidget(self._beside(), 6)

    def _notes(self) -> QWidget:
        frame, column = card()
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(4)
        self._notes_title = words_label(strong=True)
        column.addWidget(self._notes_title)
        grid = QGridLayout()
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 3)
        self.pieces: dict[int, KipEdit] = {}
        self._worth: dict[int, QLabel] = {}
        self._sums: dict[int, QLabel] = {}
        for number, worth in enumerate(DENOMINATIONS):
            edit = KipEdit(self._tongue, pieces=True)
            edit.amount_changed.connect(self._typed)
            edit.echoed.connect(self.echoed)
            self.pieces[worth], self._worth[worth], self._sums[worth] = edit, QLabel(), QLabel()
            grid.addWidget(self._worth[worth], number, 0)
            grid.addWidget(edit, number, 1)
            grid.addWidget(self._sums[worth], number, 2)
        column.addLayout(grid)
        column.addStretch()
        return Scroll(frame)

    def _beside(self) -> QWidget:
        frame, column = card()
        figures = QHBoxLayout()
        self._should, self._counted = Figure("large"), Figure("large")
        figures.addWidget(self._should)
        figures.addWidget(self._counted)
        column.addLayout(figures)
        self.difference = Notice()
        column.addWidget(self.difference)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        self.total = KipEdit(self._tongue)
        self.total.amount_changed.connect(self._typed)
        self.total.echoed.connect(self.echoed)
        self.reason = QLineEdit()
        self.reason.setMaxLength(200)
        self.reason.textEdited.connect(self._typed)
        self.witness, self.by = QComboBox(), QComboBox()
        self._labels = [
            field(grid, row, control) for row, control in enumerate((self.total, self.reason, self.witness, self.by))
        ]
        for box in (self.witness, self.by):
            box.setMinimumContentsLength(8)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.currentIndexChanged.connect(self._typed)
        column.addLayout(grid)
        column.addStretch()
        return Scroll(frame)

    def speak(self) -> None:
        say = self._tongue.label
        self._notes_title.setText(say(N_("How many of each note ({bundle})"), bundle="1b = 100"))
        words = (N_("Or the whole sum"), N_("Reason of a difference"), N_("Witness"), N_("Recorded by"))
        controls = (self.total, self.reason, self.witness, self.by)
        for label, text, control in zip(self._labels, words, controls, strict=True):
            name_field(label, say(text), control)
        for worth, edit in self.pieces.items():
            self._worth[worth].setText(self._tongue.language.number(worth))
            edit.setAccessibleName(self._tongue.say(N_("Pieces of {worth}"), worth=self._tongue.language.kip(worth)))
        self._should.caption(self._tongue.say(N_("Should hold")))
        self._counted.caption(self._tongue.say(N_("Counted")))
        if self._day is not None:
            self.lay_out(self._day)

    def lay_out(self, day: RecordedDay) -> None:
        """Show the count of a day from its draft."""
        self._showing = True
        self._day = day
        for worth, edit in self.pieces.items():
            if not edit.hasFocus():
                edit.show_amount(day.draft.pieces.get(worth))
        if not self.total.hasFocus():
            self.total.show_amount(day.draft.total)
        if self.reason.text().strip() != day.draft.reason.strip():
            self.reason.setText(day.draft.reason)
        self._fill(self.witness, day, day.draft.witness)
        self._fill(self.by, day, day.draft.by)
        self._showing = False
        self._show_figures(day)

    def _fill(self, box: QComboBox, day: RecordedDay, chosen: PersonId | None) -> None:
        box.clear()
        box.addItem(self._tongue.say(N_("– choose –")), None)
        for person in day.sheet.witnesses:
            box.addItem(person_or_loan(person, self._tongue.language, day.sheet.names), person)
        box.setCurrentIndex(max(0, box.findData(chosen)))

    def take_keyboard(self) -> None:
        self.pieces[DENOMINATIONS[0]].setFocus()

    def _typed(self) -> None:
        if self._showing or self._day is None:
            return
        pieces = {worth: edit.amount for worth, edit in self.pieces.items()}
        counted = {worth: int(number) for worth, number in pieces.items() if number is not None}
        self._day = self._day.with_count(
            pieces=counted,
            total=None if counted else self.total.amount,
            reason=self.reason.text(),
            witness=self.witness.currentData(),
            by=self.by.currentData(),
        )
        self._show_figures(self._day)
        self.changed.emit(self._day)

    def _show_figures(self, day: RecordedDay) -> None:
        spoken = self._tongue.language
        self.total.setEnabled(not day.draft.pieces)
        for worth, number in ((worth, day.draft.pieces.get(worth)) for worth in DENOMINATIONS):
            self._sums[worth].setText(f"= {spoken.number(worth * number)}" if number else "")
        counted = day.draft.counted
        self._should.show_value(spoken.number(day.totals().box))
        self._counted.show_value("–" if counted is None else spoken.number(counted))
        tone, said = self._outcome(day)
        self.difference.tell(tone, [wrap_lo(sentence) for sentence in said])

    def _outcome(self, day: RecordedDay) -> tuple[Tone, list[str]]:
        """The difference in words, and what follows from it."""
        spoken, difference = self._tongue.language, day.difference
        if difference is None:
            return "look", [spoken.say(N_("Nothing is counted yet. Blank is not zero: count the box."))]
        if difference == 0:
            return "good", [spoken.say(N_("The box is right: counted and book agree."))]
        amount = spoken.kip(abs(difference))
        said = [spoken.say(N_("Short {amount}.") if difference < 0 else N_("Over by {amount}."), amount=amount)]
        tolerance = spoken.kip(day.sheet.bylaws.cash_tolerance)
        if day.count_state == "above":
            said.append(
                spoken.say(
                    N_("More than the {tolerance} the by-laws allow: the day cannot be posted. Count again."),
                    tolerance=tolerance,
                )
            )
            said += list(self._hints(day, difference))
            return "wrong", said
        said.append(spoken.say(N_("Within the {tolerance} the by-laws allow: write the reason."), tolerance=tolerance))
        said += list(self._hints(day, difference))
        return "look", said

    def _hints(self, day: RecordedDay, difference: Money) -> list[str]:
        spoken = self._tongue.language
        hints = []
        exact = [spoken.person(member, day.sheet.names) for member in day.rows_of(abs(difference))]
        if exact:
            hints.append(spoken.say(N_("Look at the rows of exactly this sum: {names}."), names=", ".join(exact[:4])))
        if abs(difference) % 9 == 0:
            hints.append(spoken.say(N_("Two digits may be swapped: the difference can be divided by 9.")))
        return hints
