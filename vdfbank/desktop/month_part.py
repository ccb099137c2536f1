"""The parts of the month page: its checklist, and the form that closes it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from vdfbank.bank.money import Money
from vdfbank.bank.person import PersonId
from vdfbank.closing.month import MonthToClose, Step
from vdfbank.desktop.icons import Drawing
from vdfbank.desktop.kip_edit import KipEdit
from vdfbank.desktop.palette import Tint
from vdfbank.desktop.parts import field, name_field, words_label
from vdfbank.desktop.tongue import Tongue
from vdfbank.office.month_page import MonthPage
from vdfbank.rules.closing import SIGNATURES
from vdfbank.wording.breaks import wrap_lo
from vdfbank.wording.catalogue import N_
from vdfbank.wording.figures import person_or_loan
from vdfbank.wording.terms import RECONCILIATIONS

_STEPS = {
    "savings_day_held": (N_("A savings day was posted"), N_("No savings day was posted")),
    "month_over": (N_("The month is over"), N_("The month is not over yet")),
    "advisers_seated": (N_("Advisers are there to sign"), N_("Too few advisers are there to sign")),
}


_TINTS: dict[str, Tint] = {"right": "good", "wrong": "wrong", "look": "look"}


class Checklist(QWidget):
    """Each line: shape, word, both numbers."""

    def __init__(self, tongue: Tongue) -> None:
        super().__init__()
        self._tongue = tongue
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)

    def lay_out(self, page: MonthPage) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for step in page.to_close.steps if page.to_close is not None else ():
            self._line(self._mark(right=step.done, counts=step.code != "savings_day_held"), *self._step_words(step))
        for line in page.report.reconciliations:
            left, right = (self._tongue.say(words) for words in RECONCILIATIONS[line.code])
            missing = line.left is None
            numbers = "–" if line.left is None else self._tongue.language.number(line.left)
            between = "=" if line.agrees else "/"
            numbers = f"{numbers} {between} {self._tongue.language.number(line.right)}"
            self._line("look" if missing else self._mark(right=line.agrees), f"{left} {between} {right}", numbers)

    def _mark(self, *, right: bool, counts: bool = True) -> str:
        return "right" if right else "wrong" if counts else "look"

    def _step_words(self, step: Step) -> tuple[str, str]:
        spoken = self._tongue.language
        said = spoken.say(_STEPS[step.code][0 if step.done else 1])
        figures = []
        if step.found is not None:
            figures.append(spoken.say(N_("Found: {found}."), found=self._figure(step.found)))
        if step.needed is not None:
            figures.append(spoken.say(N_("Needed: {needed}."), needed=self._figure(step.needed)))
        return said, " ".join(figures)

    def _figure(self, figure: int | str) -> str:
        if isinstance(figure, int):
            return self._tongue.language.number(figure)
        return self._tongue.language.short_date(date.fromisoformat(figure))

    def _line(self, mark: str, said: str, numbers: str) -> None:
        row = self._grid.rowCount()
        picture = Drawing(mark, _TINTS[mark], 20)
        words, figures = words_label(), words_label(quiet=True)
        words.setText(wrap_lo(said))
        figures.setText(wrap_lo(numbers))
        lines = QVBoxLayout()
        lines.setSpacing(0)
        holder = QWidget()
        holder.setLayout(lines)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(words)
        if numbers:
            lines.addWidget(figures)
        self._grid.addWidget(picture, row, 0)
        self._grid.addWidget(holder, row, 1)


class CloseForm(QWidget):
    """The advisers' count of the box and who of them signs; `changed` follows every key."""

    changed = Signal()
    echoed = Signal(str)

    def __init__(self, tongue: Tongue) -> None:
        super().__init__()
        self._tongue = tongue
        self._page: MonthPage | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        self.counted, self.remarks = KipEdit(tongue), QLineEdit()
        self.remarks.setMaxLength(300)
        self._labels = [field(grid, row, control) for row, control in enumerate((self.counted, self.remarks))]
        self._sign_title = words_label(strong=True)
        self._advisers = QVBoxLayout()
        self._advisers.setSpacing(0)
        self._allowance = words_label(quiet=True)
        column.addLayout(grid)
        column.addWidget(self._sign_title)
        column.addLayout(self._advisers)
        column.addWidget(self._allowance)
        self.signers: dict[PersonId, QCheckBox] = {}
        self.counted.amount_changed.connect(self.changed)
        self.counted.echoed.connect(self.echoed)

    def lay_out(self, page: MonthPage) -> None:
        """The form of a month to close; ticks and count of the same month stay."""
        same = self._page is not None and self._page.month == page.month
        ticked = {person for person, box in self.signers.items() if box.isChecked()} if same else set()
        if not same:
            self.counted.clear()
            self.remarks.clear()
        self._page = page
        for box in self.signers.values():
            box.hide()
            box.deleteLater()
        to_close = page.to_close
        self.signers = {PersonId(person): QCheckBox() for person in (to_close.advisers if to_close is not None else ())}
        for person, box in self.signers.items():
            box.setChecked(person in ticked)
            box.toggled.connect(lambda _on: self.changed.emit())
            self._advisers.addWidget(box)
        self._words(page, to_close)

    def _words(self, page: MonthPage, to_close: MonthToClose | None) -> None:
        say, spoken = self._tongue.label, self._tongue.language
        for label, text, control in zip(
            self._labels, (N_("Counted by the advisers"), N_("Remarks")), (self.counted, self.remarks), strict=True
        ):
            name_field(label, say(text), control)
        self._sign_title.setText(say(N_("Who signs (at least {number})"), number=spoken.number(SIGNATURES)))
        for person, box in self.signers.items():
            box.setText(person_or_loan(person, spoken, page.names))
            box.setAccessibleName(box.text())
        if to_close is not None:
            now, needed = spoken.kip(to_close.allowance_now), spoken.kip(to_close.allowance_needed)
            self._allowance.setText(
                say(N_("Closing changes the allowance for loan losses from {now} to {needed}."), now=now, needed=needed)
            )

    def signed_by(self) -> tuple[PersonId, ...]:
        return tuple(person for person, box in self.signers.items() if box.isChecked())

    @property
    def amount(self) -> Money | None:
        return self.counted.amount
