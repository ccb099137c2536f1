"""What a count of the box comes to: the difference in words, where to look for it, its reason and its witness."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from vdfbank.bank.money import Money
from vdfbank.bank.person import PersonId
from vdfbank.desktop.buttons import LineButton
from vdfbank.desktop.day_notes import NotesCard
from vdfbank.desktop.parts import Figure, Notice, Tone, field, name_field
from vdfbank.desktop.people_box import PeopleBox
from vdfbank.desktop.tongue import Tongue
from vdfbank.office.counting import CashCount
from vdfbank.wording.breaks import wrap_lo
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language, Names


@dataclass(frozen=True, slots=True)
class Expected:
    """What a count is held against, and who may watch it."""

    box: Money
    tolerance: Money
    people: tuple[PersonId, ...]
    names: Names


@dataclass(frozen=True, slots=True)
class Place:
    """Where to look for a difference: a sentence, and the member whose row it is."""

    said: str
    member: PersonId


class OutcomeCard(QWidget):
    """Should hold, counted, the difference; reason, witness and who recorded, where wished only if they differ."""

    changed = Signal()
    #: A member whose row is to be looked at.
    sought = Signal(object)

    def __init__(self, tongue: Tongue, *, always_asks: bool) -> None:
        super().__init__()
        self._tongue, self._always_asks = tongue, always_asks
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        figures = QHBoxLayout()
        self._should, self._counted = Figure("large"), Figure("large")
        figures.addWidget(self._should)
        figures.addWidget(self._counted)
        column.addLayout(figures)
        self.difference = Notice()
        column.addWidget(self.difference)
        self._places = QVBoxLayout()
        self._places.setSpacing(4)
        self.places: list[LineButton] = []
        column.addLayout(self._places)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        self.reason = QLineEdit()
        self.reason.setMaxLength(200)
        self.reason.textEdited.connect(self.changed)
        self.witness, self.by = PeopleBox(tongue), PeopleBox(tongue)
        self._fields: tuple[QWidget, ...] = (self.reason, self.witness, self.by)
        self._labels = [field(grid, row, control) for row, control in enumerate(self._fields)]
        for box in (self.witness, self.by):
            box.chosen.connect(self.changed)
        column.addLayout(grid)

    def speak(self) -> None:
        self._should.caption(self._tongue.say(N_("Should hold")))
        self._counted.caption(self._tongue.say(N_("Counted")))
        words = (N_("Reason of a difference"), N_("Witness"), N_("Recorded by"))
        for label, text, control in zip(self._labels, words, self._fields, strict=True):
            name_field(label, self._tongue.label(text), control)

    def lay_out(self, count: CashCount, expected: Expected) -> None:
        if self.reason.text().strip() != count.reason.strip():
            self.reason.setText(count.reason)
        self.witness.fill(expected.people, expected.names, count.witness)
        self.by.fill(expected.people, expected.names, count.by)

    def tell(self, count: CashCount, expected: Expected, places: Sequence[Place] = (), more: str = "") -> None:
        """Show what the count comes to."""
        spoken, counted = self._tongue.language, count.counted
        self._should.show_value(spoken.number(expected.box))
        self._counted.show_value("–" if counted is None else spoken.number(counted))
        tone, said = outcome(count, expected, spoken)
        self.difference.tell(tone, [wrap_lo(sentence) for sentence in (*said, more) if sentence])
        self._show_places(places)
        is_asked = self._always_asks or count.state(expected.box, expected.tolerance) in ("within", "above")
        for widget in (*self._labels, *self._fields):
            widget.setVisible(is_asked)

    def _show_places(self, places: Sequence[Place]) -> None:
        for line in self.places:
            self._places.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.places = []
        for place in places:
            line = LineButton("look", partial(self.sought.emit, place.member), "look")
            line.word(wrap_lo(place.said))
            self._places.addWidget(line)
            self.places.append(line)


class BoxCount(QObject):
    """Notes and outcome of one count, laid out by whoever shows them; `changed` gives the count as typed."""

    changed = Signal(object)

    def __init__(self, tongue: Tongue, *, always_asks: bool = True, enter_moves: bool = True) -> None:
        super().__init__()
        self.notes = NotesCard(tongue, enter_moves=enter_moves)
        self.outcome = OutcomeCard(tongue, always_asks=always_asks)
        self.count = CashCount()
        self.expected: Expected | None = None
        self.notes.changed.connect(self._typed)
        self.outcome.changed.connect(self._typed)

    def lay_out(self, count: CashCount, expected: Expected, places: Sequence[Place] = (), more: str = "") -> None:
        """Show a count from what was kept of it."""
        self.count, self.expected = count, expected
        self.notes.lay_out(count.pieces, count.total)
        self.outcome.lay_out(count, expected)
        self.outcome.tell(count, expected, places, more)

    def _typed(self) -> None:
        if self.expected is None:
            return
        notes, outcome = self.notes, self.outcome
        self.count = CashCount(
            notes.counted_pieces, notes.counted_total, outcome.reason.text(), outcome.witness.person, outcome.by.person
        )
        outcome.tell(self.count, self.expected)
        self.changed.emit(self.count)


def outcome(count: CashCount, expected: Expected, spoken: Language) -> tuple[Tone, list[str]]:
    """The difference in words, and what follows from it."""
    difference = count.difference(expected.box)
    if difference is None:
        return "look", [spoken.say(N_("Nothing is counted yet. Blank is not zero: count the box."))]
    if difference == 0:
        return "good", [spoken.say(N_("The box is right: counted and book agree."))]
    amount, tolerance = spoken.kip(abs(difference)), spoken.kip(expected.tolerance)
    short = spoken.say(N_("Short {amount}.") if difference < 0 else N_("Over by {amount}."), amount=amount)
    if count.state(expected.box, expected.tolerance) == "above":
        above = N_("More than the {tolerance} the by-laws allow: only the draft is kept, and the assembly decides.")
        return "wrong", [short, spoken.say(above, tolerance=tolerance)]
    within = N_("Within the {tolerance} the by-laws allow: write the reason.")
    return "look", [short, spoken.say(within, tolerance=tolerance)]


def lacking(count: CashCount, expected: Expected, spoken: Language, *, is_readable: bool) -> list[str]:
    """What still keeps a count from being believed."""
    state = count.state(expected.box, expected.tolerance)
    said = []
    if not is_readable:
        said.append(spoken.say(N_("What is typed in the count is no number. Put it right first.")))
    if state == "missing":
        said.append(spoken.say(N_("Count the box first. Blank is not zero.")))
    if state == "above":
        said.append(spoken.say(N_("The difference is above what the by-laws allow. Count again; the draft is kept.")))
    if state in ("within", "above") and not count.reason.strip():
        said.append(spoken.say(N_("Write the reason of the difference.")))
    if count.witness is None:
        said.append(spoken.say(N_("Choose who watched the count.")))
    elif count.witness == count.by:
        said.append(spoken.say(N_("The witness is somebody else than who records.")))
    return said
