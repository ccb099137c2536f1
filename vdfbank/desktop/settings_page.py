"""Settings: village, by-laws and committees of the book, this computer, and what the program is made of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from vdfbank.bank.committee import CommitteeName
from vdfbank.content.loan_parts import Agreed
from vdfbank.desktop import keeping_tasks
from vdfbank.desktop.about_part import AboutPart, TextPart
from vdfbank.desktop.bylaws_form import bylaws_form
from vdfbank.desktop.bylaws_part import ByLawsPart
from vdfbank.desktop.choices import Choice
from vdfbank.desktop.committees_part import CommitteesPart
from vdfbank.desktop.computer_part import ComputerPart
from vdfbank.desktop.facts import Fact, Facts
from vdfbank.desktop.form_page import FormPage
from vdfbank.desktop.founding_forms import elect_form
from vdfbank.desktop.page import Workplace
from vdfbank.desktop.parts import heading
from vdfbank.office.changed import Changed
from vdfbank.office.forms.asked import Asked
from vdfbank.office.session import Accepted
from vdfbank.office.settings import Settings
from vdfbank.wording.catalogue import N_

#: The sections in their order.
SECTIONS = {
    "village": N_("Village"),
    "bylaws": N_("By-laws"),
    "committees": N_("Committees"),
    "computer": N_("This computer"),
    "about": N_("About the program"),
}


class SettingsPage(FormPage):
    """A part for each section; what is changed in the book is an act with its own form."""

    shows: ClassVar[Changed] = Changed.BOOK | Changed.MEMBERS | Changed.MONEY | Changed.MONTHS | Changed.COPIES
    #: A text size, a theme that was chosen, by its name.
    size_chosen = Signal(str)
    theme_chosen = Signal(str)

    def __init__(self, work: Workplace) -> None:
        super().__init__(work)
        self._settings: Settings | None = None
        self._title = heading()
        self.section = Choice(self.tongue)
        self.section.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.section.currentIndexChanged.connect(self._chosen)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self._title, 1)
        top.addWidget(self.section)
        self.column.addLayout(top)
        self.column.addWidget(self.notice)
        self.column.addWidget(self.parts, 1)
        self.village = Facts()
        self.bylaws = ByLawsPart(self, self._agree, self._print)
        self.committees = CommitteesPart(self, self._elect)
        self.computer = ComputerPart(self, self.size_chosen.emit, self.theme_chosen.emit)
        self.about = AboutPart(self, self._read)
        parts = (self.village, self.bylaws, self.committees, self.computer, self.about)
        self._places = dict(zip(SECTIONS, map(self.add_part, parts), strict=True))
        self.text = TextPart(self, lambda: self.show_section("about"))
        self._text_place = self.add_part(self.text)
        self._name = "village"

    # --- words ---------------------------------------------------------------------------------------------------

    @override
    def speak(self) -> None:
        say = self.tongue.say
        self._title.setText(self.tongue.label(N_("Settings")))
        self.section.setAccessibleName(say(N_("Which settings")))
        self.section.blockSignals(True)
        self.section.offer((name, say(words)) for name, words in SECTIONS.items())
        self.section.choose(self._name)
        self.section.blockSignals(False)
        self.village.setAccessibleName(say(N_("Village")))
        for part in (self.bylaws, self.committees, self.computer, self.about, self.text):
            part.speak()
        self._show()
        super().speak()

    def _show(self) -> None:
        if self._settings is not None:
            self.village.lay_out(self._village(self._settings))

    def _village(self, settings: Settings) -> Iterator[Fact]:
        """What the founding act says of the village; later acts changed none of it."""
        spoken, village = self.tongue.language, settings.village
        if village is None:
            yield spoken.say(N_("Village")), spoken.say(N_("The bank is not founded yet."))
            return
        yield spoken.say(N_("Village")), village.village
        yield spoken.say(N_("District")), village.district
        yield spoken.say(N_("Province")), village.province
        yield spoken.say(N_("Village code")), village.village_code
        day = spoken.number(village.savings_day)
        yield spoken.say(N_("Savings day")), spoken.say(N_("day {day} of each month"), day=day)
        yield spoken.say(N_("The bank opened")), spoken.date(settings.opened) if settings.opened else "–"

    # --- content -------------------------------------------------------------------------------------------------

    @override
    def refresh(self) -> None:
        self.ask(keeping_tasks.look_at_settings, self._looked)

    def _looked(self, settings: Settings) -> None:
        self._settings = settings
        for part in (self.bylaws, self.committees, self.computer, self.about):
            part.lay_out(settings)
        self._show()
        self.arrived()

    @override
    def take_keyboard(self) -> None:
        if self.shows_form and self.form is not None:
            self.form.take_keyboard()
        elif self.part == self._text_place:
            self.text.reading.setFocus()
        else:
            self.section.setFocus()

    @override
    def leave_book(self) -> None:
        super().leave_book()
        self._settings = None
        self.show_section("village")

    def show_section(self, name: str) -> None:
        self.section.choose(name)
        self._chosen()

    def _chosen(self) -> None:
        """The section chosen takes the place of whatever was shown, a form too."""
        if self.section.key is None:
            self.section.choose(self._name)
            return
        self._name = self.section.key
        self._drop_form()
        self.parts.setCurrentIndex(self._places[self._name])
        self.say_done(None)

    # --- acts and paper ------------------------------------------------------------------------------------------

    def _agree(self) -> None:
        if self._settings is not None:
            self.open_form(bylaws_form(self, self._settings.bylaws, self._settings.day), self._settings.names)

    def _elect(self, committee: CommitteeName) -> None:
        settings = self._settings
        if settings is not None:
            seats, names = settings.committees[committee], settings.names
            self.open_form(elect_form(self, committee, settings.people, names, seats), names)

    @override
    def performed(self, accepted: Accepted) -> None:
        if accepted.act.kind == "agree_bylaws":
            self.bylaws.show_newest()
        self.refresh()

    def _print(self, version: Agreed) -> None:
        self.wants_paper.emit(Asked("bylaws", as_of=max(version.in_force, version.on)))

    def _read(self, name: str, text: str) -> None:
        self.text.show_text(name, text)
        self.show_part(self._text_place)
        self.take_keyboard()
