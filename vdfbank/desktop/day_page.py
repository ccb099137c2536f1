"""The savings day from opening the sheet to the posted act."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import replace
from enum import IntEnum
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from vdfbank.acts.act import Key
from vdfbank.bank.problem import Problem
from vdfbank.desktop import tasks
from vdfbank.desktop.buttons import ActButton
from vdfbank.desktop.day_count import CountStep
from vdfbank.desktop.day_opening import DoneStep, OpeningStep, lacking
from vdfbank.desktop.day_sheet import SheetStep
from vdfbank.desktop.day_summary import StepBar, SummaryStep
from vdfbank.desktop.page import Page, Workplace
from vdfbank.desktop.parts import heading
from vdfbank.office.changed import Changed
from vdfbank.office.drafts import DayDraft
from vdfbank.office.recorded_day import RecordedDay
from vdfbank.office.session import Answer
from vdfbank.rules.effects import Refused
from vdfbank.wording.breaks import wrap_lo
from vdfbank.wording.catalogue import N_
from vdfbank.wording.problems import sentence


class Step(IntEnum):
    OPEN = 0
    SHEET = 1
    COUNT = 2
    POST = 3
    DONE = 4


class DayPage(Page):
    """Four steps; what was typed is kept after every cell, posting is one act."""

    shows: ClassVar[Changed] = Changed.BOOK | Changed.MEMBERS | Changed.MONEY | Changed.LOANS

    def __init__(self, work: Workplace) -> None:
        super().__init__(work)
        self._content: tasks.Day | None = None
        self._problems: tuple[Problem, ...] = ()
        self._posted: RecordedDay | None = None
        self._title, self._steps = heading(), StepBar(work.tongue)
        self._parts = QStackedWidget()
        self.sheet, self.count, self.summary = SheetStep(work.tongue), CountStep(work.tongue), SummaryStep(work.tongue)
        self.opening, self.done = OpeningStep(work.tongue), DoneStep(work.tongue)
        for part in (self.opening, self.sheet, self.count, self.summary, self.done):
            self._parts.addWidget(part)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._steps)
        self.column.addLayout(top)
        self.column.addWidget(self.notice)
        self.column.addWidget(self._parts, 1)
        self.column.addLayout(self._buttons())
        self.sheet.model.edited.connect(self._keep)
        self.sheet.finished.connect(self._run_through)
        self.count.changed.connect(self._counted)
        self.count.echoed.connect(self.hint)
        self.opening.date.returnPressed.connect(self._open_day)
        self.opening.date.editingFinished.connect(self._other_date)
        self._show_step(Step.OPEN)

    def _buttons(self) -> QVBoxLayout:
        make = partial(ActButton, self)
        self.open_button = make(self._open_day, main=True, drawing="savings_day")
        self.away_button = make(self._put_away)
        self.absent_button = make(self._toggle_absence, "F8")
        self.missing_button = make(self.sheet.table.go_to_missing, "F5")
        self.expected_button = make(self._all_as_expected, "Ctrl+E")
        self.count_button = make(self._to_count, "F7", main=True)
        self.back_button = make(self._back)
        self.summary_button = make(self._to_summary, "Ctrl+Enter", main=True)
        self.post_button = make(self._post, "Ctrl+Enter", main=True)
        self.today_button = make(lambda: self.go.emit("today"))
        self.month_button = make(lambda: self.go.emit("month"), main=True)
        self._at_step: dict[Step, tuple[ActButton, ...]] = {
            Step.OPEN: (self.away_button, self.open_button),
            Step.SHEET: (self.absent_button, self.missing_button, self.expected_button, self.count_button),
            Step.COUNT: (self.back_button, self.summary_button),
            Step.POST: (self.back_button, self.post_button),
            Step.DONE: (self.today_button, self.month_button),
        }
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.back_button)
        row.addWidget(self.today_button)
        row.addStretch()
        for button in (self.away_button, *self._at_step[Step.SHEET][:-1], self.open_button, self.count_button):
            row.addWidget(button)
        for button in (self.summary_button, self.post_button, self.month_button):
            row.addWidget(button)
        column = QVBoxLayout()
        column.addLayout(row)
        return column

    # --- words ---------------------------------------------------------------------------------------------------

    @override
    def speak(self) -> None:
        say = self.tongue.say
        self.open_button.word(say(N_("Open the sheet")))
        self.away_button.word(say(N_("Put the draft away")))
        self.absent_button.word(say(N_("Absent")))
        self.missing_button.word(say(N_("Next missing")))
        self.expected_button.word(say(N_("All as expected")))
        self.count_button.word(say(N_("Count the box")))
        self.back_button.word(say(N_("Back to the sheet")))
        self.summary_button.word(say(N_("Read the totals aloud")))
        self.today_button.word(say(N_("To Today")))
        self.month_button.word(say(N_("To the month")))
        self.opening.speak()
        self.sheet.speak()
        self.count.speak()
        self._show_content()
        self._tell_problems()

    def _show_content(self) -> None:
        spoken, content = self.tongue.language, self._content
        sheet = content.sheet if content is not None else None
        day = spoken.short_date(sheet.on) if sheet is not None else ""
        self._title.setText(self.tongue.label(N_("Savings day {day}"), day=day))
        self._steps.show_step(min(self.step, Step.POST))
        if content is None:
            return
        self.away_button.setVisible(self.step == Step.OPEN and content.draft is not None)
        self.open_button.setEnabled(sheet is not None and not sheet.is_held)
        self.opening.lay_out(sheet)
        if sheet is None:
            return
        if self.step == Step.POST:
            self._show_summary()
        if self._posted is not None:
            self._show_done(self._posted)

    def _show_summary(self) -> None:
        day, spoken = self.sheet.model.day, self.tongue.language
        self.summary.lay_out(day)
        box = spoken.number(day.draft.counted or 0)
        members = spoken.plural("{n} member", "{n} members", len(day.sheet.rows))
        self.post_button.word(spoken.say(N_("Post the day: {members}, box {box}"), members=members, box=box))

    def _show_done(self, day: RecordedDay) -> None:
        self.done.lay_out(day)
        self._title.setText("")

    # --- content -------------------------------------------------------------------------------------------------

    @override
    def refresh(self) -> None:
        on = self._content.sheet.on if self._content is not None and self._content.sheet is not None else None
        keep_date = on if self.step == Step.OPEN and self.isVisible() else None
        self.ask(tasks.look_at_day(keep_date), self._looked)

    def _looked(self, content: tasks.Day) -> None:
        self._content = content
        if content.sheet is None or content.draft is None:
            if self.step != Step.DONE:
                self._show_step(Step.OPEN)
        elif content.sheet.is_held:
            self._show_step(Step.OPEN)
        else:
            self._lay_out(RecordedDay.of(content.sheet, content.draft))
            if self.step in (Step.OPEN, Step.DONE):
                self._show_step(Step.SHEET)
        self._show_content()
        if self.isVisible():
            self.take_keyboard()

    def _lay_out(self, day: RecordedDay) -> None:
        self._posted = None
        self.sheet.lay_out(day)
        self.count.lay_out(day)

    def leave_book(self) -> None:
        """Another book is on the desk: nothing of the day before stays."""
        self._content, self._posted, self._problems = None, None, ()
        self.clear_failure()
        self._show_step(Step.OPEN)

    @override
    def take_keyboard(self) -> None:
        places: dict[Step, Callable[[], None]] = {
            Step.OPEN: self.opening.date.setFocus,
            Step.SHEET: self.sheet.table.setFocus,
            Step.COUNT: self.count.take_keyboard,
            Step.POST: self.post_button.setFocus,
            Step.DONE: self.month_button.setFocus,
        }
        if not self._is_at_work():
            places[self.step]()

    def _is_at_work(self) -> bool:
        """Whether the keyboard is somewhere in the step already: what is being typed is not disturbed."""
        shown = self._parts.currentWidget()
        return shown is not None and any(child.hasFocus() for child in shown.findChildren(QWidget))

    # --- steps ---------------------------------------------------------------------------------------------------

    @property
    def step(self) -> Step:
        return Step(self._parts.currentIndex())

    def _show_step(self, step: Step) -> None:
        self._parts.setCurrentIndex(step)
        shown = self._at_step[step]
        for buttons in self._at_step.values():
            for button in buttons:
                button.setVisible(button in shown)
        self._steps.show_step(min(step, Step.POST))
        self.hint.emit("")

    def _go_to_step(self, step: Step) -> None:
        self._show_step(step)
        self._show_content()
        self.take_keyboard()

    def _other_date(self) -> None:
        chosen, content = self.opening.date.day, self._content
        if chosen is not None and content is not None and content.sheet is not None and chosen != content.sheet.on:
            self.ask(tasks.look_at_day(chosen), self._looked)

    def _open_day(self) -> None:
        """The key is made here, once a sheet: posting again after a power cut writes nothing twice."""
        chosen = self.opening.date.day
        if chosen is None or self._content is None or self._content.sheet is None:
            self.notice.tell("look", [self.tongue.label(N_("Type the date as day/month/year."))])
            return
        if self._content.draft is not None:
            self._go_to_step(Step.SHEET)
            return
        self._problems = ()
        self.clear_failure()
        draft = DayDraft(chosen, Key(uuid.uuid4().hex), by=self._content.sheet.treasurer)
        self.ask(tasks.begin_day(draft), self._begun)

    def _begun(self, objection: Problem | None) -> None:
        if objection is None:
            self.refresh()
        else:
            self.notice.tell("wrong", [wrap_lo(sentence(objection, self.tongue.language))])

    def _put_away(self) -> None:
        self.ask(tasks.put_away_draft, lambda _gone: self.refresh())

    def _keep(self, day: RecordedDay) -> None:
        """Every cell is on the disk before the next one is typed through."""
        if self._problems:
            self._problems = ()
            self._tell_problems()
        self.ask(tasks.keep(day.draft), lambda _kept: None)

    def _counted(self, day: RecordedDay) -> None:
        """The count changed; rows may not have, so the sheet keeps its own."""
        self.sheet.model.count(replace(self.sheet.model.day, draft=_with_rows_of(self.sheet.model.day, day)))

    def _toggle_absence(self) -> None:
        table = self.sheet.table
        if table.finish_editing() and table.currentIndex().isValid():
            row = table.currentIndex().row()
            self.sheet.model.toggle_absence(row)
            if row + 1 < self.sheet.model.rowCount() and not self.sheet.model.askable(row):
                table.step(1)

    def _all_as_expected(self) -> None:
        if self.sheet.table.finish_editing():
            self.sheet.model.all_as_expected()
            self.sheet.table.setFocus()

    def _run_through(self) -> None:
        if self.sheet.model.day.missing():
            self.sheet.table.go_to_missing()
        else:
            self.count_button.setFocus()

    def _to_count(self) -> None:
        """Nothing is guessed from a ghost: every row is recorded, absent, or nothing today."""
        if not self.sheet.table.finish_editing():
            return
        missing = self.sheet.model.day.missing()
        if missing:
            said = self.tongue.language.plural(
                "{n} row is not recorded yet.", "{n} rows are not recorded yet.", len(missing)
            )
            self.notice.tell("look", [wrap_lo(said)])
            self.sheet.table.go_to_missing()
            return
        self.notice.tell("look", [])
        self.count.lay_out(self.sheet.model.day)
        self._go_to_step(Step.COUNT)

    def _back(self) -> None:
        self.notice.tell("look", [])
        self._go_to_step(Step.SHEET)

    def _to_summary(self) -> None:
        """What still keeps the day from being posted is said here, before anything is read aloud."""
        missing = lacking(self.sheet.model.day, self.tongue.language)
        self.notice.tell("look", [wrap_lo(said) for said in missing])
        if not missing:
            self._go_to_step(Step.POST)

    # --- posting -------------------------------------------------------------------------------------------------

    def _post(self) -> None:
        self.post_button.setEnabled(False)
        self._posted = self.sheet.model.day
        self.ask(tasks.post_day(self._posted.act()), self._answered)

    @override
    def fail(self, error: Exception) -> None:
        self.post_button.setEnabled(True)
        super().fail(error)

    def _answered(self, answer: Answer) -> None:
        self.post_button.setEnabled(True)
        if isinstance(answer, Refused):
            self._posted = None
            self._problems = answer.problems
            self._go_to_problem()
            self._tell_problems()
            return
        self._problems = ()
        self._go_to_step(Step.DONE)

    def _tell_problems(self) -> None:
        if self._failure is not None:
            self.fail(self._failure)
        elif self._problems and self.sheet.model.has_day:
            names = self.sheet.model.day.sheet.names
            said = [wrap_lo(sentence(problem, self.tongue.language, names)) for problem in self._problems]
            self.notice.tell("wrong", [self.tongue.label(N_("Nothing was posted.")), *said])
        else:
            self.notice.tell("look", [])

    def _go_to_problem(self) -> None:
        """To the first row a problem names; one of the whole day stays where it was posted."""
        day = self.sheet.model.day
        for problem in self._problems:
            member = day.member_of(problem.who) if problem.who else None
            if member is not None:
                self._go_to_step(Step.SHEET)
                rows = [row.member for row in day.sheet.rows]
                self.sheet.table.go_to_member_row(rows.index(member))
                return


def _with_rows_of(day: RecordedDay, counted: RecordedDay) -> DayDraft:
    """The count of one, the rows of the other."""
    return replace(counted.draft, rows=day.draft.rows)
