"""A box to choose one person from, named by number and name."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox
from typing_extensions import override

from vdfbank.bank.person import PersonId
from vdfbank.desktop.tongue import Tongue
from vdfbank.wording.catalogue import N_
from vdfbank.wording.figures import person_or_loan
from vdfbank.wording.language import Names


class PeopleBox(QComboBox):
    """Nobody is chosen until somebody does: `chosen` follows the hand, not the program."""

    chosen = Signal()

    def __init__(self, tongue: Tongue) -> None:
        super().__init__()
        self._tongue = tongue
        self._filling = False
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.currentIndexChanged.connect(self._changed)

    def fill(self, people: Iterable[PersonId], names: Names, person: PersonId | None) -> None:
        self._filling = True
        self.clear()
        self.addItem(self._tongue.say(N_("– choose –")), None)
        for each in people:
            self.addItem(person_or_loan(each, self._tongue.language, names), each)
        self.setCurrentIndex(max(0, self.findData(person)))
        self._filling = False

    @property
    def person(self) -> PersonId | None:
        chosen: PersonId | None = self.currentData()
        return chosen

    def _changed(self, _index: int) -> None:
        if not self._filling:
            self.chosen.emit()

    @override
    def showPopup(self) -> None:
        """Wide enough for the longest name, whatever the box has room for."""
        self.view().setMinimumWidth(max(self.width(), self.view().sizeHintForColumn(0) + 24))
        super().showPopup()
