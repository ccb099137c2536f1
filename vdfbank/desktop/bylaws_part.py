"""The by-laws of a village: its versions, and one of them in plain words with the programme's limits beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vdfbank.bank.bylaws import ByLaws
from vdfbank.content.articles import SECTIONS
from vdfbank.content.bylaws import changed_fields
from vdfbank.content.loan_parts import Agreed
from vdfbank.desktop.buttons import ActButton
from vdfbank.desktop.facts import empty, facts_grid
from vdfbank.desktop.flow import FlowBox
from vdfbank.desktop.page import Page
from vdfbank.desktop.parts import Scroll, card, words_label
from vdfbank.desktop.rows_table import Heading, Line, RowsTable
from vdfbank.office.settings import Settings
from vdfbank.wording import bylaw_words
from vdfbank.wording.breaks import wrap_lo
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language

_HEADINGS = (
    Heading(N_("Version"), is_figure=True, share=1),
    Heading(N_("In force from")),
    Heading(N_("Agreed on")),
    Heading(N_("Act"), is_figure=True, share=1),
    Heading(N_("State")),
)
#: So many versions are seen at once; the words need the room.
_ROWS = 3


class ByLawsPart(QWidget):
    """Above the versions, below the words of the one chosen."""

    def __init__(self, page: Page, agree: Callable[[], None], paper: Callable[[Agreed], None]) -> None:
        super().__init__()
        self._page, self._paper = page, paper
        self._settings: Settings | None = None
        self._wants_newest = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.table = RowsTable(page.tongue, N_("Versions of the by-laws"), _HEADINGS)
        self.table.moved.connect(lambda _key: self._show_words())
        column.addWidget(self.table)
        inside = QWidget()
        self._sheets = QVBoxLayout(inside)
        self._sheets.setContentsMargins(0, 0, 8, 0)
        self._sheets.setSpacing(8)
        self.words = Scroll(inside, takes_keyboard=True)
        column.addWidget(self.words, 1)
        self.agree_button = ActButton(page, agree, "Ctrl+N", main=True, drawing="new")
        self.print_button = ActButton(page, self._print, "F12", drawing="print")
        column.addWidget(FlowBox(self.agree_button, self.print_button))

    def take_keyboard(self) -> None:
        (self.table if self.table.isVisible() else self.agree_button).setFocus()

    # --- words ---------------------------------------------------------------------------------------------------

    def speak(self) -> None:
        say = self._page.tongue.say
        self.table.speak()
        self.words.setAccessibleName(say(N_("The by-laws in plain words")))
        self.agree_button.word(say(N_("Agree new by-laws")))
        self.print_button.word(say(N_("Print the by-laws")))
        self._show()

    def lay_out(self, settings: Settings) -> None:
        self._settings = settings
        self._show()

    def show_newest(self) -> None:
        """The version agreed just now is shown as soon as it arrives."""
        self._wants_newest = True

    def _show(self) -> None:
        settings = self._settings
        if settings is None:
            return
        versions, spoken, was = settings.versions, self._page.tongue.language, self.table.key
        self.table.lay_out([_line(number, settings, spoken) for number in range(len(versions) - 1, -1, -1)])
        rows = self.table.verticalHeader().defaultSectionSize() * min(len(versions), _ROWS)
        self.table.setFixedHeight(rows + self.table.horizontalHeader().sizeHint().height() + 4)
        self.table.setVisible(bool(versions))
        if (self._wants_newest or was is None) and versions:
            newest = self._wants_newest or settings.in_force is None
            self.table.select(str(len(versions) - 1 if newest else settings.in_force))
        self._wants_newest = False
        self.print_button.setEnabled(bool(versions))
        self._show_words()

    @property
    def chosen(self) -> int | None:
        return int(self.table.key) if self.table.key is not None else None

    def _show_words(self) -> None:
        empty(self._sheets)
        settings, chosen = self._settings, self.chosen
        if settings is None:
            return
        if chosen is None or chosen >= len(settings.versions):
            self._say(self._page.tongue.say(N_("No by-laws were agreed yet.")))
        else:
            self._lay_out_words(chosen, settings)
        self._sheets.addStretch()

    def _say(self, text: str, *, strong: bool = False) -> None:
        label = words_label(strong=strong)
        label.setText(wrap_lo(text))
        self._sheets.addWidget(label)

    def _lay_out_words(self, chosen: int, settings: Settings) -> None:
        version, spoken = settings.versions[chosen], self._page.tongue.language
        self._say(
            spoken.say(
                N_("Version {version}, in force since {since}; agreed on {day} by act {act}."),
                version=spoken.number(chosen + 1),
                since=spoken.date(version.in_force),
                day=spoken.date(version.on),
                act=spoken.number(version.act),
            ),
            strong=True,
        )
        self._say("\n".join(_changes(settings.versions[chosen - 1] if chosen else None, version, spoken)))
        for section, fields in SECTIONS.items():
            self._sheets.addWidget(_section(section, fields, version.bylaws, spoken))

    @property
    def text(self) -> str:
        """Everything that is said of the version chosen."""
        labels = [
            label.text() for label in self.words.findChildren(type(words_label())) if label.isVisibleTo(self.words)
        ]
        return "\n".join(labels).replace("\u200b", "")

    def _print(self) -> None:
        if self._settings is not None and self.chosen is not None:
            self._paper(self._settings.versions[self.chosen])


def _line(number: int, settings: Settings, spoken: Language) -> Line:
    version = settings.versions[number]
    state = N_("replaced")
    if number == settings.in_force:
        state = N_("in force")
    elif version.in_force > settings.day:
        state = N_("not yet in force")
    cells = (
        spoken.number(number + 1),
        spoken.short_date(version.in_force),
        spoken.short_date(version.on),
        spoken.number(version.act),
        spoken.say(state),
    )
    return Line(str(number), cells)


def _changes(before: Agreed | None, version: Agreed, spoken: Language) -> Iterator[str]:
    if before is None:
        yield spoken.say(N_("These are the first by-laws."))
        return
    yield spoken.say(N_("What is different from the by-laws of {day}"), day=spoken.date(before.in_force))
    fields = changed_fields(before.bylaws, version.bylaws)
    for field in fields:
        yield bylaw_words.changed(field, before.bylaws, version.bylaws, spoken)
    if not fields:
        yield spoken.say(N_("Nothing is different."))


def _section(section: str, fields: tuple[str, ...], laws: ByLaws, spoken: Language) -> QWidget:
    """A card: number, sentence, limit of the programme."""
    frame, column = card()
    grid = facts_grid(0, 5, 2)
    heads = ("", spoken.say(bylaw_words.SECTIONS[section]), spoken.say(N_("Limit of the programme")))
    lines = [heads, *(_article(field, laws, spoken) for field in fields)]
    for row, line in enumerate(lines):
        for place, said in enumerate(line):
            label = words_label(quiet=row == 0 and place > 1, strong=row == 0 and place == 1)
            label.setWordWrap(place > 0)
            label.setText(wrap_lo(said))
            label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(label, row, place)
    column.addLayout(grid)
    return frame


def _article(field: str, laws: ByLaws, spoken: Language) -> tuple[str, str, str]:
    sentence = bylaw_words.bylaw_sentence(field, laws, spoken)
    if field == "provision":
        bands = (
            spoken.say(N_("{days}: {percent}"), days=bylaw_words.band(first, last, spoken), percent=spoken.percent(bp))
            for first, last, bp in laws.provision
        )
        sentence = "\n".join((sentence, *bands))
    limit = bylaw_words.programme_limit(field, spoken) or spoken.say(N_("the village decides"))
    return bylaw_words.article(field, spoken), sentence, limit
