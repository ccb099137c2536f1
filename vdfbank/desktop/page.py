"""What every page has: words that can be said again, content that is asked for, errors on a line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from vdfbank.desktop.choosing import Chooser
from vdfbank.desktop.failures import failure_sentence
from vdfbank.desktop.parts import Notice
from vdfbank.desktop.tongue import Tongue
from vdfbank.desktop.worker import Operation, Worker
from vdfbank.office.changed import Changed
from vdfbank.wording.breaks import wrap_lo

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Workplace:
    """What pages work with."""

    worker: Worker
    tongue: Tongue
    chooser: Chooser


class Page(QWidget):
    """
    A page gathers, asks for one operation, shows what comes back; it never adds money up.

    `shows` says which changes of the book it must be drawn anew for.
    """

    shows: ClassVar[Changed] = Changed.BOOK
    #: The page (its name) that is to be shown next.
    go = Signal(str)
    #: Another page (its name) is to show one thing (its key): a member, a loan, a voucher.
    look_up = Signal(str, str)
    #: A form to be shown before it is printed, asked for with `Asked`.
    wants_paper = Signal(object)
    #: Words for the bottom bar: what was understood while typing.
    hint = Signal(str)

    def __init__(self, work: Workplace) -> None:
        super().__init__()
        self.work = work
        self.notice = Notice()
        self._failure: Exception | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(18, 14, 18, 14)
        self.column.setSpacing(10)

    @property
    def tongue(self) -> Tongue:
        return self.work.tongue

    def speak(self) -> None:
        """Say everything on the page in the language of now."""

    def refresh(self) -> None:
        """Ask for the page's content again."""

    def take_keyboard(self) -> None:
        """Put the keyboard where the work of this page begins."""
        self.setFocus()

    def show_thing(self, key: str) -> None:
        """Show one thing this page keeps; pages that keep none stay as they are."""

    def arrived(self) -> None:
        """New content is shown: where nothing on the page has the keyboard, the work begins."""
        focused = QApplication.focusWidget()
        if self.isVisible() and (focused is None or focused is self or not self.isAncestorOf(focused)):
            self.take_keyboard()

    def ask(self, operation: Operation[T], then: Callable[[T], None]) -> None:
        """Have something done on the book's thread; what goes wrong is a line on this page."""
        self.work.worker.ask(operation, then, self.fail)

    def fail(self, error: Exception) -> None:
        self._failure = error
        self.notice.tell("wrong", [wrap_lo(failure_sentence(error, self.tongue.language))])

    def clear_failure(self) -> None:
        self._failure = None
        self.notice.tell("wrong", [])
