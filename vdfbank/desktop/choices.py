"""Lines to choose from: people, accounts, anything with a key and words."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter
from typing_extensions import override

from vdfbank.bank.person import PersonId
from vdfbank.desktop.tongue import Tongue
from vdfbank.wording.catalogue import N_
from vdfbank.wording.figures import person_or_loan
from vdfbank.wording.language import Names


class Choice(QComboBox):
    """One of several keys; the first line stands for nothing chosen yet."""

    def __init__(self, tongue: Tongue, *, by_typing: bool = False) -> None:
        super().__init__()
        self._tongue = tongue
        self.setEditable(by_typing)
        self.setMaxVisibleItems(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        if by_typing:
            self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            completer = self.completer()
            assert completer is not None
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)

    def offer(self, words: Iterable[tuple[str, str]]) -> None:
        """Offer keys with their words; what was chosen stays chosen where it is still there."""
        chosen = self.key
        was_silent = self.blockSignals(True)
        self.clear()
        self.addItem(self._tongue.say(N_("– choose –")), None)
        for key, said in words:
            self.addItem(said, key)
        self.choose(chosen)
        self.blockSignals(was_silent)

    @override
    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        line = self.lineEdit()
        if line is not None:
            line.setAccessibleName(name)

    def choose(self, key: str | None) -> None:
        place = self.findData(key) if key is not None else 0
        self.setCurrentIndex(max(place, 0))

    @property
    def key(self) -> str | None:
        chosen = self.currentData()
        return chosen if isinstance(chosen, str) else None

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
            return
        super().keyPressEvent(event)


class PersonChoice(Choice):
    """A person by number or name: typing finds either."""

    def __init__(self, tongue: Tongue) -> None:
        super().__init__(tongue, by_typing=True)

    def offer_people(self, people: Iterable[PersonId], names: Names) -> None:
        self.offer((person, person_or_loan(person, self._tongue.language, names)) for person in people)

    @property
    def person(self) -> PersonId | None:
        return PersonId(self.key) if self.key is not None else None
