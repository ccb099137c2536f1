"""A savings day before its sheet is open and after it was posted, and what still keeps it from being posted."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from vdfbank.content.savings_day import SavingsDaySheet
from vdfbank.desktop.date_edit import DateEdit
from vdfbank.desktop.parts import Figure, card, field, heading, name_field, words_label
from vdfbank.desktop.tongue import Tongue
from vdfbank.office.recorded_day import RecordedDay
from vdfbank.wording.breaks import wrap_lo
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language


class OpeningStep(QWidget):
    """The date of the day, and what lies in the box before it: read aloud."""

    def __init__(self, tongue: Tongue) -> None:
        super().__init__()
        self._tongue = tongue
        frame, column = card()
        self.about = words_label()
        self._box = Figure("huge")
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        self.date = DateEdit(tongue)
        self.date.setMaximumWidth(220)
        self._date_label = field(grid, 0, self.date)
        column.addWidget(self._box)
        column.addLayout(grid)
        column.addWidget(self.about)
        column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(frame)

    def speak(self) -> None:
        self._box.caption(self._tongue.say(N_("In the box before")))
        name_field(self._date_label, self._tongue.label(N_("Date of the savings day")), self.date)

    def lay_out(self, sheet: SavingsDaySheet | None) -> None:
        if sheet is None:
            self.about.setText(self._tongue.label(N_("The bank has not opened yet: there is nobody to save.")))
            return
        self.date.show_date(sheet.on)
        self._box.show_value(self._tongue.language.kip(sheet.opened_with))
        self.about.setText(wrap_lo(self._words(sheet)))

    def _words(self, sheet: SavingsDaySheet) -> str:
        spoken = self._tongue.language
        if sheet.is_held:
            return spoken.say(N_("This savings day stands in the book already. Late comers save and repay one by one."))
        members = spoken.plural("{n} member", "{n} members", len(sheet.rows))
        loans = spoken.plural("{n} loan due", "{n} loans due", sheet.loans_due)
        read = spoken.say(N_("Read the sum in the box aloud, then open the sheet."))
        return f"{members}, {loans}. {read}"


class DoneStep(QWidget):
    """What was posted, and what comes next."""

    def __init__(self, tongue: Tongue) -> None:
        super().__init__()
        self._tongue = tongue
        frame, column = card()
        self.title, self._about = heading(), words_label()
        column.addWidget(self.title)
        column.addWidget(self._about)
        column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(frame)

    def lay_out(self, day: RecordedDay) -> None:
        spoken = self._tongue.language
        self.title.setText(self._tongue.label(N_("Savings day {day} is posted"), day=spoken.short_date(day.sheet.on)))
        said = spoken.say(
            N_("{members} on the sheet, {box} in the box."),
            members=spoken.plural("{n} member", "{n} members", len(day.sheet.rows)),
            box=spoken.kip(day.draft.counted or 0),
        )
        more = spoken.say(N_("Expenses and pay-outs of the day follow, then the month is closed with the advisers."))
        self._about.setText(wrap_lo(f"{said} {more}"))


def lacking(day: RecordedDay, spoken: Language) -> list[str]:
    """What still keeps a counted day from being read aloud and posted."""
    said = []
    if day.count_state == "missing":
        said.append(spoken.say(N_("Count the box first. Blank is not zero.")))
    if day.count_state == "above":
        said.append(spoken.say(N_("The difference is above what the by-laws allow. Count again; the draft is kept.")))
    if day.count_state in ("within", "above") and not day.draft.reason.strip():
        said.append(spoken.say(N_("Write the reason of the difference.")))
    if day.draft.witness is None:
        said.append(spoken.say(N_("Choose who watched the count.")))
    elif day.draft.witness == day.draft.by:
        said.append(spoken.say(N_("The witness is somebody else than who records.")))
    return said
