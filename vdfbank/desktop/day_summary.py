"""The end of a savings day: where we are, and the totals read aloud before they are posted."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
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
from vdfbank.desktop.parts import Figure, Scroll, card, field, name_field, words_label
from vdfbank.desktop.people_box import PeopleBox
from vdfbank.desktop.tongue import Tongue
from vdfbank.office.recorded_day import RecordedDay
from vdfbank.wording.breaks import wrap_lo
from vdfbank.wording.catalogue import N_
from vdfbank.wording.in_words import amount_in_words
from vdfbank.wording.language import Language


class SpokenFigure(QWidget):
    """A sum in large type with its words under it."""

    def __init__(self) -> None:
        super().__init__()
        self._figure, self._words = Figure("huge"), words_label(quiet=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._figure)
        column.addWidget(self._words)

    def lay_out(self, caption: str, amount: Money, spoken: Language) -> None:
        self._figure.caption(caption)
        self._figure.show_value(spoken.kip(amount))
        self._words.setText(wrap_lo(amount_in_words(amount, spoken)))


class SummaryStep(QWidget):
    """The totals in large type with words, to be read aloud before they are posted by two."""

    #: The second person was chosen.
    seconded = Signal(object)

    def __init__(self, tongue: Tongue) -> None:
        super().__init__()
        self._tongue = tongue
        inside = QWidget()
        self._scroll = Scroll(inside, takes_keyboard=True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self._scroll, 1)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._read = words_label()
        column.addWidget(self._read)
        frame, inner = card()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(10)
        self._figures = [SpokenFigure() for _ in _SUMMARY]
        inner.addLayout(self._grid)
        column.addWidget(frame)
        self._more = words_label()
        column.addWidget(self._more)
        column.addStretch()
        self.second = PeopleBox(tongue)
        self.second.chosen.connect(lambda: self.seconded.emit(self.second.person))
        signing = QGridLayout()
        signing.setColumnStretch(0, 2)
        signing.setColumnStretch(1, 3)
        self._second_label = field(signing, 0, self.second)
        whole.addLayout(signing)

    def take_keyboard(self) -> None:
        self.second.setFocus()

    def lay_out(self, day: RecordedDay) -> None:
        spoken, totals = self._tongue.language, day.totals()
        self._scroll.setAccessibleName(self._tongue.say(N_("The totals of the day")))
        self._read.setText(
            self._tongue.label(N_("Read these totals aloud. What is posted is never deleted, only reversed."))
        )
        name_field(self._second_label, self._tongue.label(N_("Second person who posts")), self.second)
        self.second.fill(day.sheet.officers, day.sheet.names, day.draft.seconded_by)
        amounts = (
            totals.opened_with,
            totals.saved,
            totals.repaid,
            totals.penalties,
            totals.withdrawn,
            totals.spent,
            totals.paid_out,
            day.draft.counted or Money(0),
        )
        shown = 0
        for number, (figure, caption, amount) in enumerate(zip(self._figures, _SUMMARY, amounts, strict=True)):
            is_said = number not in _ONLY_WHERE_ANY or amount > 0
            figure.lay_out(self._tongue.say(caption), amount, spoken)
            self._grid.addWidget(figure, shown // 2, shown % 2)
            figure.setVisible(is_said)
            shown += is_said
        self._more.setText(wrap_lo(" ".join(self._sentences(day))))

    def _sentences(self, day: RecordedDay) -> Iterator[str]:
        spoken, names = self._tongue.language, day.sheet.names
        absent = [row.member for row in day.sheet.rows if day.draft.entered(row.member).absent]
        said = spoken.plural("{n} member is absent", "{n} members are absent", len(absent))
        named = ", ".join(spoken.person(member, names) for member in absent)
        yield f"{said}: {named}." if named else f"{said}."
        charged = day.sheet.penalties
        if charged:
            amount = spoken.kip(sum(row.penalty for row in charged))
            yield spoken.say(N_("Penalties charged today, paid or not: {amount}."), amount=amount)
        for member, loan in day.settlements():
            yield spoken.say(
                N_("{name} settles {loan} after the day with {amount}: count the box again then."),
                name=spoken.person(member, names),
                loan=loan.loan,
                amount=spoken.kip(loan.settlement - loan.due),
            )


_SUMMARY = (
    N_("In the box before"),
    N_("Savings"),
    N_("Repaid on loans"),
    N_("of it penalties"),
    N_("Taken out"),
    N_("Expenses"),
    N_("Loans paid out"),
    N_("In the box now"),
)
#: Shown only on days that have any.
_ONLY_WHERE_ANY = (3, 4, 5, 6)


class StepBar(QFrame):
    """Where in the day we are: open, sheet, count, read aloud and post."""

    _WORDS = (N_("1 Open"), N_("2 Sheet"), N_("3 Count"), N_("4 Read aloud, post"))

    def __init__(self, tongue: Tongue) -> None:
        super().__init__()
        self._tongue = tongue
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self._step, self._is_narrow = 0, False
        self._labels = [QLabel() for _ in self._WORDS]
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for label in self._labels:
            row.addWidget(label)

    def fit(self, *, is_narrow: bool) -> None:
        """Where words are large only the step at hand is named."""
        self._is_narrow = is_narrow
        self.show_step(self._step)

    def show_step(self, step: int) -> None:
        self._step = step
        for number, (label, words) in enumerate(zip(self._labels, self._WORDS, strict=True)):
            label.setText(self._tongue.say(words))
            label.setProperty("here", number == step)
            label.setVisible(number == step or not self._is_narrow)
            repolish(label)
        self.setMinimumWidth(self.sizeHint().width())
