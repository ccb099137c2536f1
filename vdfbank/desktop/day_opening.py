"""A savings day before its sheet is open: the last count read aloud, the box counted again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from vdfbank.content.savings_day import SavingsDaySheet
from vdfbank.desktop.date_edit import DateEdit
from vdfbank.desktop.day_clock import ClockCard
from vdfbank.desktop.day_outcome import BoxCount, Expected, lacking
from vdfbank.desktop.day_tasks import Day
from vdfbank.desktop.parts import Figure, Scroll, card, field, name_field, words_label
from vdfbank.desktop.tongue import Tongue
from vdfbank.office.counting import CashCount
from vdfbank.wording.breaks import wrap_lo
from vdfbank.wording.catalogue import N_
from vdfbank.wording.in_words import amount_in_words

#: With more names than this only the number of loans is said.
_PENALTIES_NAMED = 6


class OpeningStep(QWidget):
    """The last count in large type, the date of the day, what it will charge, and the box counted again."""

    #: Enter behind the whole sum.
    entered = Signal()
    echoed = Signal(str)

    def __init__(self, tongue: Tongue) -> None:
        super().__init__()
        self._tongue = tongue
        frame, column = card()
        self._last, self._in_words, self.since = Figure("huge"), words_label(quiet=True), words_label()
        self.box = BoxCount(tongue, always_asks=False, enter_moves=False)
        self.clock = ClockCard(tongue)
        grid = QGridLayout()
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        self.date = DateEdit(tongue)
        self._date_label = field(grid, 0, self.date)
        self.about, self.penalties = words_label(), words_label()
        column.addWidget(self.clock)
        for widget in (self._last, self._in_words, self.since, self.box.outcome):
            column.addWidget(widget)
        column.addLayout(grid)
        column.addWidget(self.about)
        column.addWidget(self.penalties)
        column.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(Scroll(frame), 6)
        row.addWidget(self.box.notes, 5)
        self.box.notes.entered.connect(self.entered)
        self.box.notes.echoed.connect(self.echoed)

    def speak(self) -> None:
        name_field(self._date_label, self._tongue.label(N_("Date of the savings day")), self.date)
        self.box.notes.speak(self._tongue.label(N_("Count the box again")))
        self.box.outcome.speak()
        self.clock.speak()

    def take_keyboard(self) -> None:
        """The count is what there is to do; a date is rarely another one."""
        notes = self.box.notes
        (notes.total if notes.isVisible() and notes.total.isEnabled() else self.date).setFocus()

    def lay_out(self, day: Day) -> None:
        sheet = day.sheet
        may_open = sheet is not None and not sheet.is_held
        for widget in (self._last, self._in_words, self.since, self.box.outcome, self.box.notes, self.penalties):
            widget.setVisible(may_open)
        self.clock.lay_out(day.clock, sheet)
        if sheet is None:
            self.about.setText(self._tongue.label(N_("The bank has not opened yet: there is nobody to save.")))
            return
        self.date.show_date(sheet.on)
        if sheet.is_held:
            said = N_("This savings day stands in the book already. Type the date of another one.")
            self.about.setText(self._tongue.label(said))
            return
        self._show_box(day, sheet)
        self.about.setText(wrap_lo(self._words(sheet)))
        self.penalties.setText(wrap_lo(self._penalties(sheet)))
        self.penalties.setVisible(bool(self.penalties.text()))

    def _show_box(self, day: Day, sheet: SavingsDaySheet) -> None:
        spoken, last, box = self._tongue.language, day.last_count, sheet.opened_with
        if last is None:
            self._last.caption(spoken.say(N_("In the box by the book")))
        else:
            self._last.caption(spoken.say(N_("Last counted {day}"), day=spoken.short_date(last.on)))
        read = box if last is None else last.counted
        self._last.show_value(spoken.kip(read))
        self._in_words.setText(wrap_lo(amount_in_words(read, spoken)))
        moved = box - read
        said = N_("Since then {amount} into the box.") if moved > 0 else N_("Since then {amount} out of the box.")
        self.since.setText(self._tongue.label(said, amount=spoken.kip(abs(moved))) if moved else "")
        self.since.setVisible(bool(moved))
        count = self.box.count if self.box.expected is not None else CashCount(by=sheet.treasurer)
        expected = Expected(box, sheet.bylaws.cash_tolerance, sheet.witnesses, sheet.names)
        self.box.lay_out(count, expected)

    def forget(self) -> None:
        """Another day: what was counted before it is no longer true."""
        self.box.expected = None
        self.box.notes.lay_out({}, None)

    def _words(self, sheet: SavingsDaySheet) -> str:
        spoken = self._tongue.language
        members = spoken.plural("{n} member", "{n} members", len(sheet.rows))
        loans = spoken.plural("{n} loan due", "{n} loans due", sheet.loans_due)
        read = spoken.say(N_("Read the last count aloud, count the box again, then open the sheet."))
        return f"{members}, {loans}. {read}"

    def _penalties(self, sheet: SavingsDaySheet) -> str:
        """Announced before they are charged: who comes late pays for it whether present or not (edge-cases 4)."""
        spoken, late = self._tongue.language, sheet.penalties
        if not late:
            return ""
        loans = sum(loan.penalty > 0 for row in late for loan in row.loans)
        amount = spoken.kip(sum(row.penalty for row in late))
        said = spoken.plural(
            "This day charges a penalty of {amount} on {n} loan, paid or not.",
            "This day charges penalties of {amount} on {n} loans, paid or not.",
            loans,
            amount=amount,
        )
        named = [f"{spoken.person(row.member, sheet.names)} {spoken.number(row.penalty)}" for row in late]
        return f"{said} {', '.join(named)}" if len(named) <= _PENALTIES_NAMED else said

    def lacking(self, *, is_to_come: bool) -> list[str]:
        """What keeps the sheet shut; a day to come may be prepared without a count."""
        expected, count = self.box.expected, self.box.count
        assert expected is not None
        if is_to_come and count.counted is None:
            return []
        state = count.state(expected.box, expected.tolerance)
        said = lacking(count, expected, self._tongue.language, is_readable=self.box.notes.is_readable)
        # The same people look on: only a difference needs a witness of its own.
        return [] if state == "equal" and self.box.notes.is_readable else said
