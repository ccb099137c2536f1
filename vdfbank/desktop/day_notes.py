"""What lies in the box as somebody counts it: one sum, or note by note."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from vdfbank.bank.money import DENOMINATIONS, Money
from vdfbank.desktop.kip_edit import KipEdit
from vdfbank.desktop.parts import Scroll, card, field, name_field, words_label
from vdfbank.desktop.tongue import Tongue
from vdfbank.wording.catalogue import N_


class NotesCard(QWidget):
    """The whole sum, or pieces by denomination: Enter runs down, ``b`` stands for a bundle of a hundred."""

    changed = Signal()
    echoed = Signal(str)
    #: Enter behind the whole sum.
    entered = Signal()

    def __init__(self, tongue: Tongue, *, enter_moves: bool = True) -> None:
        super().__init__()
        self._tongue = tongue
        frame, column = card()
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(4)
        self._title = words_label(strong=True)
        column.addWidget(self._title)
        self.total = KipEdit(tongue, enter_moves=enter_moves)
        self.total.entered.connect(self.entered)
        whole_sum = QGridLayout()
        whole_sum.setColumnStretch(1, 1)
        self._total_label = field(whole_sum, 0, self.total)
        column.addLayout(whole_sum)
        self._notes_title = words_label(quiet=True)
        column.addWidget(self._notes_title)
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(2, 3)
        self.pieces: dict[int, KipEdit] = {}
        self._worth: dict[int, QLabel] = {}
        self._sums: dict[int, QLabel] = {}
        for number, worth in enumerate(DENOMINATIONS):
            self._add(number, worth)
        for edit in (self.total, *self.pieces.values()):
            edit.amount_changed.connect(self._typed)
            edit.echoed.connect(self.echoed)
        column.addLayout(self._grid)
        column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroll(frame))

    def _add(self, number: int, worth: int) -> None:
        edit = KipEdit(self._tongue, pieces=True)
        self.pieces[worth], self._worth[worth], self._sums[worth] = edit, QLabel(), QLabel()
        self._grid.addWidget(self._worth[worth], number, 0)
        self._grid.addWidget(edit, number, 1)
        self._grid.addWidget(self._sums[worth], number, 2)

    def speak(self, title: str) -> None:
        say = self._tongue.label
        self._title.setText(title)
        name_field(self._total_label, say(N_("The whole sum")), self.total)
        self._notes_title.setText(say(N_("or how many of each note ({bundle})"), bundle="1b = 100"))
        for worth, edit in self.pieces.items():
            self._worth[worth].setText(self._tongue.language.number(worth))
            edit.setAccessibleName(self._tongue.say(N_("Pieces of {worth}"), worth=self._tongue.language.kip(worth)))
        self._show_sums()

    def lay_out(self, pieces: Mapping[int, int], total: Money | None) -> None:
        """Show a count; what is being typed is left alone."""
        for worth, edit in self.pieces.items():
            if not edit.hasFocus():
                edit.show_amount(pieces.get(worth))
        if not self.total.hasFocus():
            self.total.show_amount(total)
        self._show_sums()

    @property
    def counted_pieces(self) -> Mapping[int, int]:
        amounts = {worth: edit.amount for worth, edit in self.pieces.items()}
        return {worth: int(number) for worth, number in amounts.items() if number is not None}

    @property
    def counted_total(self) -> Money | None:
        """The sum typed at once; notes counted one by one go before it."""
        return None if self.counted_pieces else self.total.amount

    @property
    def is_readable(self) -> bool:
        """Whether everything typed is a number."""
        return all(edit.is_readable for edit in (self.total, *self.pieces.values()))

    def _typed(self) -> None:
        self._show_sums()
        self.changed.emit()

    def _show_sums(self) -> None:
        pieces = self.counted_pieces
        self.total.setEnabled(not pieces)
        for worth, label in self._sums.items():
            number = pieces.get(worth)
            label.setText(f"= {self._tongue.language.number(worth * number)}" if number else "")
