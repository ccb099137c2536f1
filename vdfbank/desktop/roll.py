"""The roll of a meeting: Space ticks a person's line, once for there and completed, again for there only."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem
from typing_extensions import override

from vdfbank.bank.person import PersonId
from vdfbank.desktop.icons import icon
from vdfbank.desktop.palette import Tint
from vdfbank.desktop.tongue import Tongue
from vdfbank.wording.catalogue import N_
from vdfbank.wording.figures import person_or_loan
from vdfbank.wording.language import Names

Presence = Literal["away", "completed", "attended"]
_NEXT: dict[Presence, Presence] = {"away": "completed", "completed": "attended", "attended": "away"}
_WORDS: dict[Presence, str] = {
    "away": N_("not there"),
    "completed": N_("there, completed"),
    "attended": N_("there, not completed"),
}
_DRAWINGS: dict[Presence, tuple[str, Tint]] = {
    "away": ("away", "muted"),
    "completed": ("right", "good"),
    "attended": ("look", "look"),
}
_ROWS_SHOWN = 6


class Roll(QListWidget):
    """`changed` follows every tick; Enter goes on to the next line of the form."""

    changed = Signal()

    def __init__(self, tongue: Tongue) -> None:
        super().__init__()
        self._tongue = tongue
        self._people: list[PersonId] = []
        self._names: Names = {}
        self._there: dict[PersonId, Presence] = {}
        self.itemDoubleClicked.connect(lambda _item: self._tick())

    def call(self, people: Iterable[PersonId], names: Names) -> None:
        """Who may be there; nobody is ticked."""
        self._people, self._names, self._there = list(people), names, {}
        self.clear()
        for person in self._people:
            self.addItem(QListWidgetItem())
            self._word(person)
        if self._people:
            self.setCurrentRow(0)

    def _word(self, person: PersonId) -> None:
        item, presence = self.item(self._people.index(person)), self._there.get(person, "away")
        said = self._tongue.say(_WORDS[presence])
        item.setText(f"{person_or_loan(person, self._tongue.language, self._names)}   {said}")
        item.setIcon(icon(*_DRAWINGS[presence]))

    def _tick(self) -> None:
        row = self.currentRow()
        if row < 0:
            return
        person = self._people[row]
        self.mark(person, _NEXT[self._there.get(person, "away")])
        self.setCurrentRow(min(row + 1, len(self._people) - 1))

    def mark(self, person: PersonId, presence: Presence) -> None:
        self._there[person] = presence
        self._word(person)
        self.changed.emit()

    @property
    def attended(self) -> tuple[PersonId, ...]:
        return tuple(person for person in self._people if self._there.get(person, "away") != "away")

    @property
    def completed(self) -> tuple[PersonId, ...]:
        return tuple(person for person in self._people if self._there.get(person) == "completed")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._tick()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, _ROWS_SHOWN * max(36, self.fontMetrics().height() + 14))
