"""A line to type an amount in: any digits, sums and thousands; what is no amount never lands."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from vdfbank.bank.money import Money
from vdfbank.desktop.amount import Misread, plain, read_amount, read_pieces
from vdfbank.desktop.tongue import Tongue
from vdfbank.wording.catalogue import N_
from vdfbank.wording.in_words import amount_in_words

_FAULTS = {
    "no_amount": N_("This is no amount. Type digits, + and - for sums, * for thousands."),
    "decimals": N_("Kip has no decimals. Did you mean {meant}?"),
    "negative": N_("Less than nothing cannot be written here."),
    "too_large": N_("This is more than the book can hold."),
}


def fault_sentence(misread: Misread, tongue: Tongue) -> str:
    meant = tongue.language.kip(misread.meant) if misread.meant is not None else ""
    return tongue.say(_FAULTS[misread.fault], meant=meant)


class KipEdit(QLineEdit):
    """
    Whole kip (or pieces). Lao digits and the Lao digit row turn into digits while they are typed.

    `amount_changed` follows every text that is an amount or empty; `echoed` says what was understood, or what is wrong.
    Esc puts back what stood there when the line got the keyboard. Enter goes on to the next line, unless `entered` is
    what it is for.
    """

    amount_changed = Signal()
    echoed = Signal(str)
    entered = Signal()

    def __init__(
        self, tongue: Tongue, parent: QWidget | None = None, *, pieces: bool = False, enter_moves: bool = True
    ) -> None:
        super().__init__(parent)
        self._enter_moves = enter_moves
        self._tongue, self._pieces = tongue, pieces
        self._before = ""
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setMaxLength(40)
        self.textEdited.connect(self._typed)

    def read(self) -> Money | Misread | None:
        return read_pieces(self.text()) if self._pieces else read_amount(self.text())

    @property
    def amount(self) -> Money | None:
        """What stands there; None for nothing, and for what is no amount."""
        read = self.read()
        return None if isinstance(read, Misread) else read

    @property
    def is_readable(self) -> bool:
        """Whether what stands there is an amount or nothing."""
        return not isinstance(self.read(), Misread)

    def show_amount(self, amount: int | None) -> None:
        self.setText("" if amount is None else self._tongue.language.number(amount))

    def _typed(self, text: str) -> None:
        if (digits := plain(text)) != text:
            # One letter becomes one digit, so the cursor stays where it is.
            place = self.cursorPosition()
            self.setText(digits)
            self.setCursorPosition(place)
        read = self.read()
        if isinstance(read, Misread):
            self.echoed.emit(fault_sentence(read, self._tongue))
            return
        self.echoed.emit("" if read is None else self._echo(read))
        self.amount_changed.emit()

    def _echo(self, amount: Money) -> str:
        """What was understood; a sum also in words: a nought too many is heard."""
        if self._pieces:
            return self._tongue.language.number(amount)
        return f"{self._tongue.language.kip(amount)} – {amount_in_words(amount, self._tongue.language)}"

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._before = self.text()
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        read = self.read()
        if not isinstance(read, Misread):
            self.show_amount(read)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._before)
            self._typed(self._before)
            self.selectAll()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._enter_moves and not held(event):
            self.entered.emit()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down) and not held(event):
            self.focusNextChild()
            return
        if event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
            return
        super().keyPressEvent(event)


def held(event: QKeyEvent) -> Qt.KeyboardModifier:
    """Keys held down with another; the number pad's own mark is none of them."""
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
