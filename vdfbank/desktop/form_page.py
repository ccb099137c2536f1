"""A page that shows parts, and in front of them now and then a form; the form leads back to the part it came from."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from vdfbank.desktop.act_form import ActForm
from vdfbank.desktop.page import Page, Workplace
from vdfbank.office.session import Accepted
from vdfbank.wording.breaks import wrap_lo
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Names


class FormPage(Page):
    """`parts` are laid below heading and notice by the page itself; one form at a time stands before them."""

    def __init__(self, work: Workplace) -> None:
        super().__init__(work)
        self.form: ActForm | None = None
        self._said: str | None = None
        self._came_from = 0
        self.parts = QStackedWidget()
        self._sheet = QWidget()
        self._sheet_column = QVBoxLayout(self._sheet)
        self._sheet_column.setContentsMargins(0, 0, 0, 0)
        self.parts.addWidget(self._sheet)

    def add_part(self, part: QWidget) -> int:
        """The place of a part, to be shown with `show_part`; the first one added is shown first."""
        place = self.parts.addWidget(part)
        if place == 1:
            self.parts.setCurrentIndex(place)
        return place

    @property
    def part(self) -> int:
        """The part that is shown, or that the form will lead back to."""
        return self._came_from if self.shows_form else self.parts.currentIndex()

    @property
    def shows_form(self) -> bool:
        return self.parts.currentIndex() == 0

    def show_part(self, place: int) -> None:
        """Show a part; while a form is open, it is what the form leads back to."""
        if self.shows_form:
            self._came_from = place
        else:
            self.parts.setCurrentIndex(place)

    def open_form(self, form: ActForm, names: Names) -> None:
        self._drop_form()
        self._came_from = self.part
        self.form = form
        form.left.connect(self.close_form)
        form.done.connect(self._did)
        self._sheet_column.addWidget(form)
        self.parts.setCurrentIndex(0)
        self.say_done(None)
        form.begin(names)

    def _drop_form(self) -> None:
        if self.form is not None:
            self._sheet_column.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    def close_form(self) -> None:
        if self.shows_form:
            self.parts.setCurrentIndex(self._came_from)
        self.take_keyboard()

    def _did(self, accepted: Accepted) -> None:
        self.close_form()
        self.say_done(N_("It stands in the book."))
        self.performed(accepted)

    def performed(self, accepted: Accepted) -> None:
        """An act of the form stands in the book; the page is drawn anew by what it changed."""

    def say_done(self, sentence: str | None) -> None:
        """A sentence of the catalogue above the page, until the next form begins."""
        self._said = sentence
        self.tell()

    def tell(self) -> None:
        if self._failure is not None:
            self.fail(self._failure)
        else:
            self.notice.tell("good", [wrap_lo(self.tongue.say(self._said))] if self._said else [])

    def speak(self) -> None:
        if self.form is not None:
            self.form.speak()
        self.tell()

    def leave_book(self) -> None:
        """Another book is on the desk."""
        self._drop_form()
        self._said = None
        self.clear_failure()
        if self.parts.count() > 1:
            self.parts.setCurrentIndex(1)
