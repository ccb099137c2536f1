"""Start: open the book of this laptop, begin a new one, practise; it always opens, whatever the book."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QStackedWidget, QWidget
from typing_extensions import override

from vdfbank.desktop import tasks
from vdfbank.desktop.buttons import ActButton
from vdfbank.desktop.choosing import documents
from vdfbank.desktop.page import Page, Workplace
from vdfbank.desktop.parts import Scroll, card, field, heading, name_field, words_label
from vdfbank.office.changed import Changed
from vdfbank.office.standing import Standing
from vdfbank.wording.catalogue import N_

#: What no file system of a stick takes in a name.
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')


class BookList(QListWidget):
    """Books opened last; Enter opens."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.itemDoubleClicked.connect(lambda item: self.chosen.emit(item.data(Qt.ItemDataRole.UserRole)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
            return
        super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(360, 150)


class StartPage(Page):
    """`opened` follows every book laid on the desk."""

    shows: ClassVar[Changed] = Changed.NOTHING
    opened = Signal(object)

    def __init__(self, work: Workplace) -> None:
        super().__init__(work)
        self._title, self._about = heading(), words_label()
        self.column.addWidget(self._title)
        self.column.addWidget(self._about)
        self.column.addWidget(self.notice)
        self._parts = QStackedWidget()
        self._parts.addWidget(self._choices())
        self._parts.addWidget(self._form())
        self.column.addWidget(self._parts, 1)

    def _choices(self) -> QWidget:
        choices = QWidget()
        row = QHBoxLayout(choices)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        frame, column = card()
        self._recent_title = words_label(strong=True)
        self.books = BookList()
        self.books.chosen.connect(lambda path: self.open(Path(path)))
        self._no_books = words_label()
        column.addWidget(self._recent_title)
        column.addWidget(self.books, 1)
        column.addWidget(self._no_books)
        column.addStretch()
        row.addWidget(frame, 3)
        self.open_button = ActButton(self, self._choose, "Ctrl+O", main=True, drawing="open")
        self.new_button = ActButton(self, self.begin_new, "Ctrl+N", drawing="new")
        self.practise_button = ActButton(self, self.practise, "Ctrl+P", drawing="practise")
        self._practise_about = words_label(quiet=True)
        buttons, column = card()
        column.setSpacing(12)
        for widget in (self.open_button, self.new_button, self.practise_button, self._practise_about):
            column.addWidget(widget)
        column.addStretch()
        row.addWidget(Scroll(buttons), 2)
        return choices

    def _form(self) -> QWidget:
        form, column = card()
        self._form_title = words_label(strong=True)
        column.addWidget(self._form_title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        self.name, self.place = QLineEdit(), QLineEdit()
        self.name.setMaxLength(60)
        self._name_label = field(grid, 0, self.name)
        self._place_label = field(grid, 1, self.place)
        self.folder_button = ActButton(self, self._choose_folder)
        grid.addWidget(self.folder_button, 1, 2)
        column.addLayout(grid)
        self._form_about = words_label(quiet=True)
        column.addWidget(self._form_about)
        column.addStretch()
        self.back_button = ActButton(self, self._back)
        self.make_button = ActButton(self, self._make, main=True, drawing="new")
        row = QHBoxLayout()
        row.addWidget(self.back_button)
        row.addStretch()
        row.addWidget(self.make_button)
        column.addLayout(row)
        self.name.returnPressed.connect(self.place.setFocus)
        self.place.returnPressed.connect(self.make_button.click)
        return form

    @override
    def speak(self) -> None:
        say = self.tongue.label
        self._title.setText(say(N_("The books of the village bank")))
        self._about.setText(say(N_("Everything stays on this laptop. Choose the book of your village.")))
        self._recent_title.setText(say(N_("Books opened last")))
        self.books.setAccessibleName(self.tongue.say(N_("Books opened last")))
        self._no_books.setText(say(N_("No book yet: start a village bank, or practise first.")))
        self.open_button.word(self.tongue.say(N_("Open a book")))
        self.new_button.word(self.tongue.say(N_("Start a new book")))
        self.practise_button.word(self.tongue.say(N_("Practise")))
        self._practise_about.setText(
            say(N_("The practice village has a year of entries. Nothing done there touches a real book."))
        )
        self._form_title.setText(say(N_("A new book")))
        name_field(self._name_label, say(N_("Name of the book")), self.name)
        name_field(self._place_label, say(N_("Folder")), self.place)
        self.folder_button.word(self.tongue.say(N_("Choose a folder")))
        self._form_about.setText(
            say(N_("The book is one file. It stays empty until the founding of the bank is written in it."))
        )
        self.back_button.word(self.tongue.say(N_("Back")))
        self.make_button.word(self.tongue.say(N_("Make the book")))
        if self._failure is not None:
            self.fail(self._failure)

    def list_books(self, books: tuple[Path, ...]) -> None:
        self.books.clear()
        for path in books:
            item = QListWidgetItem(f"{path.stem}\n{path.parent}")
            item.setData(Qt.ItemDataRole.UserRole, str(path))
            self.books.addItem(item)
        self.books.setCurrentRow(0)
        self.books.setVisible(bool(books))
        self._recent_title.setVisible(bool(books))
        self._no_books.setVisible(not books)

    @override
    def take_keyboard(self) -> None:
        self._back()

    def open(self, path: Path) -> None:
        self._lay_open(tasks.open_book(path))

    @override
    def show_thing(self, key: str) -> None:
        """What this page shows is books, by their paths."""
        self.open(Path(key))

    def practise(self) -> None:
        self._lay_open(tasks.practise())

    def _lay_open(self, task: tasks.Task) -> None:
        self.clear_failure()
        self.setEnabled(False)
        self.ask(task, self._opened)

    def _opened(self, standing: Standing) -> None:
        self.setEnabled(True)
        self.opened.emit(standing)

    @override
    def fail(self, error: Exception) -> None:
        self.setEnabled(True)
        super().fail(error)
        if self.isVisible() and self._parts.currentIndex() == 0:
            self._back()

    def _choose(self) -> None:
        if (path := self.work.chooser.book_to_open(self)) is not None:
            self.open(path)

    def begin_new(self) -> None:
        self.clear_failure()
        self._parts.setCurrentIndex(1)
        if not self.place.text():
            self.place.setText(str(documents()))
        self.name.setFocus()

    def _choose_folder(self) -> None:
        if (path := self.work.chooser.folder(self, Path(self.place.text()))) is not None:
            self.place.setText(str(path))

    def _back(self) -> None:
        self._parts.setCurrentIndex(0)
        (self.books if self.books.count() else self.open_button).setFocus()

    def _make(self) -> None:
        stem = file_stem(self.name.text())
        if not stem:
            self.notice.tell("look", [self.tongue.label(N_("Type a name for the book first."))])
            self.name.setFocus()
            return
        self._lay_open(tasks.new_book(Path(self.place.text()) / f"{stem}.vdf"))


def file_stem(name: str) -> str:
    """A typed name as a file's name: Lao stays Lao, what sticks refuse is left out."""
    return _NOT_IN_NAMES.sub(" ", unicodedata.normalize("NFC", name)).strip(" .")
