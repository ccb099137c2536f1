"""Votes of the management committee: one line a member, with who steps out and why."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from vdfbank.acts.act import Vote, Votes
from vdfbank.bank.person import PersonId
from vdfbank.desktop.choices import Choice
from vdfbank.desktop.parts import words_label
from vdfbank.desktop.tongue import Tongue
from vdfbank.wording.breaks import wrap_lo
from vdfbank.wording.catalogue import N_
from vdfbank.wording.figures import person_or_loan
from vdfbank.wording.language import Names

_VOTES: Mapping[Vote, str] = {"yes": N_("Yes"), "no": N_("No"), "abstain": N_("Abstains")}


class VotesBox(QWidget):
    """Whoever chose nothing was not there; who has to step out has no choice."""

    changed = Signal()

    def __init__(self, tongue: Tongue) -> None:
        super().__init__()
        self._tongue = tongue
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self.choices: dict[PersonId, Choice] = {}

    def lay_out(self, committee: Mapping[PersonId, str], names: Names, steps_out: Mapping[PersonId, str]) -> None:
        """`committee` with each member's office, `steps_out` with the reason, both in words."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.choices = {}
        for row, (person, office) in enumerate(committee.items()):
            who = words_label()
            who.setText(wrap_lo(f"{person_or_loan(person, self._tongue.language, names)}  {office}"))
            self._grid.addWidget(who, row, 0)
            self._grid.addWidget(self._vote_or_reason(person, who, steps_out), row, 1)

    def _vote_or_reason(self, person: PersonId, who: QLabel, steps_out: Mapping[PersonId, str]) -> QWidget:
        if person in steps_out:
            reason = words_label(quiet=True)
            reason.setText(wrap_lo(self._tongue.say(N_("steps out: {reason}"), reason=steps_out[person])))
            return reason
        choice = Choice(self._tongue)
        choice.offer((vote, self._tongue.say(words)) for vote, words in _VOTES.items())
        choice.setAccessibleName(who.text().replace("\u200b", ""))
        choice.currentIndexChanged.connect(lambda _at: self.changed.emit())
        self.choices[person] = choice
        return choice

    @property
    def votes(self) -> Votes:
        """Who voted, and how."""
        given = {person: choice.key for person, choice in self.choices.items()}
        return {person: vote for person, key in given.items() for vote in _VOTES if vote == key}
