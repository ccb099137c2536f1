"""About: the program and its licences, the book and its seal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.resources import files

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from vdfbank import __version__
from vdfbank.desktop.buttons import ActButton
from vdfbank.desktop.facts import Fact, Facts
from vdfbank.desktop.flow import FlowBox
from vdfbank.desktop.page import Page
from vdfbank.office.settings import Settings
from vdfbank.wording.catalogue import N_

#: Names are the same in every language.
PROGRAM = f"vdfbank {__version__}, GPL-3.0-or-later"
FONTS = "Noto Sans Lao, SIL Open Font License 1.1"
WORDS = "Lao Word List, Brian Eugene Wilson, Robert Martin Campbell (2013), BSD 2-Clause"
WINDOW = "Qt, PySide6, LGPL-3.0"


def licence_of_fonts() -> str:
    return (files("vdfbank") / "resources" / "fonts" / "OFL.txt").read_text("utf-8")


def licence_of_words() -> str:
    """The list says it itself, in the remarks before its first word."""
    text = (files("vdfbank") / "resources" / "lao" / "Lao-Dictionary.txt").read_text("utf-8-sig")
    remarks = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        remarks.append(line.removeprefix("#").expandtabs(4))
    return "\n".join(remarks)


class AboutPart(QWidget):
    def __init__(self, page: Page, read: Callable[[str, str], None]) -> None:
        super().__init__()
        self._page = page
        self._settings: Settings | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.facts = Facts()
        column.addWidget(self.facts, 1)
        self.fonts_button = ActButton(self, lambda: read(FONTS, licence_of_fonts()))
        self.words_button = ActButton(self, lambda: read(WORDS, licence_of_words()))
        column.addWidget(FlowBox(self.fonts_button, self.words_button))

    def take_keyboard(self) -> None:
        self.facts.setFocus()

    def speak(self) -> None:
        say = self._page.tongue.say
        self.facts.setAccessibleName(say(N_("About program and book")))
        self.fonts_button.word(say(N_("Read the licence of the font")))
        self.words_button.word(say(N_("Read the licence of the word list")))
        self._show()

    def lay_out(self, settings: Settings) -> None:
        self._settings = settings
        self._show()

    def _show(self) -> None:
        if self._settings is not None:
            self.facts.lay_out(self._facts(self._settings))

    def _facts(self, settings: Settings) -> Iterator[Fact]:
        spoken = self._page.tongue.language
        yield spoken.say(N_("Program")), PROGRAM
        yield spoken.say(N_("Font")), FONTS
        yield spoken.say(N_("Word list for line breaks")), WORDS
        yield spoken.say(N_("Windows and buttons")), WINDOW
        yield spoken.say(N_("Number of this book")), settings.book_id
        if settings.place.seal is not None and settings.head.on is not None:
            number, day = spoken.number(settings.head.number), spoken.date(settings.head.on)
            yield spoken.say(N_("Last act")), spoken.say(N_("number {number} of {day}"), number=number, day=day)
            yield spoken.say(N_("Seal")), settings.place.seal


class TextPart(QWidget):
    """A long text as it was written, to be read."""

    def __init__(self, page: Page, back: Callable[[], None]) -> None:
        super().__init__()
        self._page = page
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.reading = QPlainTextEdit()
        self.reading.setReadOnly(True)
        self.reading.setTabChangesFocus(True)
        column.addWidget(self.reading, 1)
        self.back_button = ActButton(page, back, "Esc")
        column.addWidget(FlowBox(self.back_button))

    def speak(self) -> None:
        self.back_button.word(self._page.tongue.say(N_("Back")))

    def show_text(self, name: str, text: str) -> None:
        self.reading.setAccessibleName(name)
        self.reading.setPlainText(text)
