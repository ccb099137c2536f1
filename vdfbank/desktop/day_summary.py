"""The end of a savings day: where we are, and the totals read aloud before they are posted."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from vdfbank.bank.money import Money
from vdfbank.desktop.look import repolish
from vdfbank.desktop.parts import Figure, Scroll, card, words_label
from vdfbank.desktop.tongue import Tongue
from vdfbank.office.recorded_day import RecordedDay
from vdfbank.wording.breaks import wrap_lo
from vdfbank.wording.catalogue import N_


class SummaryStep(QWidget):
    """The totals in large type, to be read aloud before they are posted."""

    def __init__(self, tongue: Tongue) -> None:
        super().__init__()
        self._tongue = tongue
        inside = QWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroll(inside))
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._read = words_label()
        column.addWidget(self._read)
        frame, inner = card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(10)
        self._figures = [Figure("huge") for _ in _SUMMARY]
        for number, figure in enumerate(self._figures):
            grid.addWidget(figure, number // 3, number % 3)
        inner.addLayout(grid)
        column.addWidget(frame)
        self._more = words_label()
        column.addWidget(self._more)
        column.addStretch()

    def lay_out(self, day: RecordedDay) -> None:
        spoken, totals = self._tongue.language, day.totals()
        self._read.setText(
            self._tongue.label(N_("Read these totals aloud. What is posted is never deleted, only reversed."))
        )
        counted = day.draft.counted or Money(0)
        values = (totals.opened_with, totals.saved, totals.repaid, totals.penalties, totals.withdrawn, counted)
        for figure, caption, value in zip(self._figures, _SUMMARY, values, strict=True):
            figure.caption(self._tongue.say(caption))
            figure.show_value(spoken.kip(value))
        absent = [row.member for row in day.sheet.rows if day.draft.entered(row.member).absent]
        names = ", ".join(spoken.person(member, day.sheet.names) for member in absent)
        said = spoken.plural("{n} member is absent", "{n} members are absent", len(absent))
        self._more.setText(wrap_lo(f"{said}: {names}" if names else said))


_SUMMARY = (
    N_("In the box before"),
    N_("Savings"),
    N_("Repaid on loans"),
    N_("of it penalties"),
    N_("Taken out"),
    N_("In the box now"),
)


class StepBar(QFrame):
    """Where in the day we are: open, sheet, count, read aloud and post."""

    _WORDS = (N_("1 Open"), N_("2 Sheet"), N_("3 Count"), N_("4 Read aloud, post"))

    def __init__(self, tongue: Tongue) -> None:
        super().__init__()
        self._tongue = tongue
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self._labels = [QLabel() for _ in self._WORDS]
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for label in self._labels:
            row.addWidget(label)

    def show_step(self, step: int) -> None:
        for number, (label, words) in enumerate(zip(self._labels, self._WORDS, strict=True)):
            label.setText(self._tongue.say(words))
            label.setProperty("here", number == step)
            repolish(label)
        self.setMinimumWidth(self.sizeHint().width())
