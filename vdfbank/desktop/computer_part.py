"""This computer: language, text size, theme, and where book and backups lie."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from vdfbank.desktop import palette
from vdfbank.desktop.choices import Choice
from vdfbank.desktop.facts import Fact, Facts, breakable
from vdfbank.desktop.look import TextSize, worn_size
from vdfbank.desktop.page import Page
from vdfbank.desktop.parts import card, field, name_field
from vdfbank.office.settings import Settings
from vdfbank.wording.catalogue import N_

#: Each language is named in itself: whoever looks for it can read it.
_LANGUAGES = (("lo", "ລາວ"), ("en", "English"))
_SIZES = {
    TextSize.NORMAL.word: N_("normal"),
    TextSize.LARGE.word: N_("large"),
    TextSize.VERY_LARGE.word: N_("very large"),
}
_THEMES = {
    "light": N_("light, for daylight"),
    "dark": N_("dark, for the evening"),
    "high_contrast": N_("strong contrast, for weak eyes"),
}


class ComputerPart(QWidget):
    """What is chosen is put on at once and remembered."""

    def __init__(self, page: Page, resize: Callable[[str], None], wear: Callable[[str], None]) -> None:
        super().__init__()
        self._page = page
        self._settings: Settings | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        frame, inside = card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 2)
        self.language, self.text_size, self.theme = (Choice(page.tongue) for _ in range(3))
        self._labels = [field(grid, row, one) for row, one in enumerate((self.language, self.text_size, self.theme))]
        inside.addLayout(grid)
        column.addWidget(frame)
        self.facts = Facts()
        column.addWidget(self.facts, 1)
        # Only what a person chooses counts, not what is filled in.
        self.language.activated.connect(lambda _place: self._speak_as(self.language.key))
        self.text_size.activated.connect(lambda _place: self._choose(self.text_size, resize))
        self.theme.activated.connect(lambda _place: self._choose(self.theme, wear))

    def take_keyboard(self) -> None:
        self.language.setFocus()

    def speak(self) -> None:
        say = self._page.tongue.say
        for label, words, choice in zip(
            self._labels, (N_("Language"), N_("Text size"), N_("Theme")), (self.language, self.text_size, self.theme),
            strict=True,
        ):  # fmt: skip
            name_field(label, self._page.tongue.label(words), choice)
        self._fill()
        self.facts.setAccessibleName(say(N_("Where book and backups lie")))
        self._show()

    def _fill(self) -> None:
        """What there is to choose, and what is worn now."""
        say = self._page.tongue.say
        self.language.offer(_LANGUAGES)
        self.language.choose(self._page.tongue.language.code)
        self.text_size.offer((word, say(said)) for word, said in _SIZES.items())
        self.text_size.choose(worn_size().word)
        self.theme.offer((name, say(_THEMES[name])) for name in palette.THEMES)
        self.theme.choose(next(name for name, worn in palette.THEMES.items() if worn is palette.colours()))
        # One theme is no choice.
        for widget in (self._labels[2], self.theme):
            widget.setVisible(len(palette.THEMES) > 1)

    def _speak_as(self, code: str | None) -> None:
        if code is not None and code != self._page.tongue.language.code:
            self._page.tongue.switch()
        self._fill()

    def _choose(self, choice: Choice, does: Callable[[str], None]) -> None:
        if choice.key is not None:
            does(choice.key)
        self._fill()

    # --- where things lie ----------------------------------------------------------------------------------------

    def lay_out(self, settings: Settings) -> None:
        self._settings = settings
        self._show()

    def _show(self) -> None:
        if self._settings is not None:
            self.facts.lay_out(self._facts(self._settings))

    def _facts(self, settings: Settings) -> Iterator[Fact]:
        spoken = self._page.tongue.language
        yield spoken.say(N_("This book")), breakable(settings.book)
        if settings.backups is None:
            yield spoken.say(N_("Backups")), spoken.say(N_("A practice village needs no backup."))
            return
        yield spoken.say(N_("Backups")), breakable(settings.backups)
        yield spoken.say(N_("How many")), spoken.plural("{n} copy", "{n} copies", len(settings.copies))
        if settings.copies:
            newest = settings.copies[-1]
            said = spoken.say(
                N_("up to act {act} of {day}"), act=spoken.number(newest.number), day=spoken.date(newest.on)
            )
            yield spoken.say(N_("The newest goes")), said
