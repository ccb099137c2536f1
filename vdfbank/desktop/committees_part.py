"""The two committees: who sits there as what, and their elections."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vdfbank.bank.committee import ROLES, CommitteeName
from vdfbank.desktop.buttons import ActButton
from vdfbank.desktop.facts import empty
from vdfbank.desktop.flow import FlowBox
from vdfbank.desktop.page import Page
from vdfbank.desktop.parts import Scroll, card, words_label
from vdfbank.office.settings import Settings
from vdfbank.wording import terms
from vdfbank.wording.breaks import wrap_lo
from vdfbank.wording.catalogue import N_
from vdfbank.wording.figures import person_or_loan

_ELECT: tuple[tuple[CommitteeName, str, str], ...] = (
    ("management", "Ctrl+M", N_("Elect the management committee")),
    ("advisory", "Ctrl+D", N_("Elect the advisory committee")),
)


class CommitteesPart(QWidget):
    def __init__(self, page: Page, elect: Callable[[CommitteeName], None]) -> None:
        super().__init__()
        self._page = page
        self._settings: Settings | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(12)
        self._titles, self._seats = {}, {}
        for name, _, _ in _ELECT:
            frame, within = card()
            self._titles[name], self._seats[name] = words_label(strong=True), QVBoxLayout()
            within.addWidget(self._titles[name])
            within.addLayout(self._seats[name])
            within.addStretch()
            row.addWidget(frame, 1)
        self.about = Scroll(inside, takes_keyboard=True)
        column.addWidget(self.about, 1)
        self.buttons = {
            name: ActButton(page, lambda name=name: elect(name), key)  # type: ignore[misc]
            for name, key, _ in _ELECT
        }
        column.addWidget(FlowBox(*self.buttons.values()))

    def take_keyboard(self) -> None:
        self.buttons["management"].setFocus()

    def speak(self) -> None:
        say = self._page.tongue.say
        self.about.setAccessibleName(say(N_("Who sits on the committees")))
        for name, _, words in _ELECT:
            self._titles[name].setText(self._page.tongue.label(terms.COMMITTEES[name]))
            self.buttons[name].word(say(words))
        self._show()

    def lay_out(self, settings: Settings) -> None:
        self._settings = settings
        self._show()

    def _show(self) -> None:
        if self._settings is None:
            return
        for name, column in self._seats.items():
            empty(column)
            for said in self.sitting(name) or [self._page.tongue.say(N_("Nobody sits here yet."))]:
                label = words_label()
                label.setText(wrap_lo(said))
                column.addWidget(label)

    def sitting(self, name: CommitteeName) -> list[str]:
        """A line for each seat, in the order of the offices."""
        settings, spoken = self._settings, self._page.tongue.language
        if settings is None:
            return []
        seats = sorted(settings.committees[name].items(), key=lambda seat: (ROLES[name].index(seat[1]), seat[0]))
        return [
            f"{spoken.say(terms.ROLES[role])}: {person_or_loan(person, spoken, settings.names)}"
            for person, role in seats
        ]
