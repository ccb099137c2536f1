"""The savings day from counting the box open to the posted act, and what follows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from vdfbank.desktop import day_tasks
from vdfbank.desktop.buttons import ActButton
from vdfbank.desktop.day_after import Afterwards
from vdfbank.desktop.day_begin import Beginning
from vdfbank.desktop.day_buttons import DayButtons, Wanted
from vdfbank.desktop.day_recording import Recording
from vdfbank.desktop.day_stage import DayStage, Step
from vdfbank.desktop.page import Workplace
from vdfbank.desktop.paper_pictures import Picture
from vdfbank.office.changed import Changed
from vdfbank.office.recorded_day import RecordedDay
from vdfbank.wording.catalogue import N_

#: The steps the bar counts; the others belong to one of them.
_SHOWN_AS = {Step.OUT: 1, Step.COUNT: 2, Step.POST: 3}
#: Pixels of a page below which the sheet needs the room of the title.
_LOW = 600
#: Lines of a page below which everything that can be left out is.
_FEW_LINES = 16
_FORMS = (Step.LATE, Step.CORRECT, Step.RECOUNT)


class DayPage(DayStage):
    """Four steps; what was typed is kept after every cell, posting is one act."""

    shows: ClassVar[Changed] = Changed.BOOK | Changed.MEMBERS | Changed.MONEY | Changed.LOANS

    def __init__(self, work: Workplace) -> None:
        super().__init__(work)
        self.beginning, self.recording, self.afterwards = Beginning(self), Recording(self), Afterwards(self)
        self._before_paper = Step.OPEN
        self.buttons = DayButtons(self, work.tongue, self._wanted())
        self.recording.when_run_through = self.buttons["count"].setFocus
        self.count.changed.connect(lambda _day: self._show_keep())
        self._bar_buttons()
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.steps)
        self.column.addLayout(top)
        self.column.addWidget(self.notice)
        self.column.addWidget(self._parts, 1)
        self.column.addWidget(self.buttons)
        self._finish = QShortcut(QKeySequence("Ctrl+Return"), self.sheet, self.recording.to_count)
        self._show_step(Step.OPEN)

    def _wanted(self) -> tuple[Wanted, ...]:
        begin, record, after = self.beginning, self.recording, self.afterwards
        return (
            Wanted("back", N_("Back"), self._back, (Step.OUT, Step.COUNT, Step.POST, Step.DONE, *_FORMS, Step.PAPER)),
            Wanted("away", N_("Put the draft away"), begin.put_away, (Step.OPEN, Step.OUT)),
            Wanted("print", N_("Print"), self._to_paper, (Step.OPEN, Step.DONE), "F12", drawing="print"),
            Wanted("recount", N_("Count the box"), self.opening.take_keyboard, (Step.OPEN,), "F7"),
            Wanted("absent", N_("Absent"), record.toggle_absence, (Step.SHEET,), "F8"),
            Wanted("missing", N_("Next missing"), self.sheet.table.go_to_missing, (Step.SHEET,), "F5"),
            Wanted("expected", N_("All as expected"), record.all_as_expected, (Step.SHEET,), "Ctrl+E"),
            Wanted("keep", N_("Keep the draft"), lambda: self.go.emit("today"), (Step.COUNT,)),
            Wanted("again", N_("Count the box"), after.count_again, (Step.DONE,), "F7"),
            Wanted("correct", N_("Correct the line"), after.correct, (Step.DONE,), "F2"),
            Wanted("late", N_("Late comer"), after.late_comer, (Step.DONE,)),
            Wanted("open", N_("Open the sheet"), begin.open_day, (Step.OPEN,), "Ctrl+Enter", main=True),
            Wanted("count", N_("Count the box"), record.to_count, (Step.SHEET, Step.OUT), "F7", main=True),
            Wanted("summary", N_("Read the totals aloud"), record.to_summary, (Step.COUNT,), "Ctrl+Enter", main=True),
            Wanted("post", N_("Post the day"), self._post, (Step.POST,), "Ctrl+Enter", main=True),
            Wanted("write", N_("Post it"), after.post, _FORMS, "Ctrl+Enter", main=True),
            Wanted("month", N_("To the month"), lambda: self.go.emit("month"), (Step.DONE,), main=True),
        )

    def _bar_buttons(self) -> None:
        """What stands over the sheet: the mode, the other pane, the check."""
        self.queue_button = ActButton(self.sheet, self.sheet.toggle_queue, "F4")
        self.queue_button.setCheckable(True)
        self.out_button = ActButton(self.sheet, self.recording.to_out, "F6")
        self.check_button = ActButton(self.sheet, self.recording.check, "F9")
        self.paper_button = ActButton(self.sheet, self._to_paper, "F12")
        self.sheet.bar.add(self.queue_button, self.out_button, self.check_button, self.paper_button)
        self._back_by_key = QShortcut(QKeySequence("F6"), self.out, self._back)

    # --- words ---------------------------------------------------------------------------------------------------

    @override
    def speak(self) -> None:
        say = self.tongue.say
        self.buttons.speak()
        self.queue_button.word(say(N_("By number")))
        self.out_button.word(say(N_("Expenses, loans")))
        self.check_button.word(say(N_("Check")))
        self.paper_button.word(say(N_("Print")))
        self.paper.setAccessibleName(say(N_("Printed savings-day sheet")))
        for part in (self.opening, self.sheet, self.out, self.count, self.held, self.late, self.correct, self.recount):
            part.speak()
        self._show_step(self.step)
        self._show_content()
        if self.recording.problems:
            self.recording.tell_problems()
        elif self._failure is not None:
            self.fail(self._failure)
        else:
            self.notice.hide()

    def _show_content(self) -> None:
        content = self.content
        sheet = content.sheet if content is not None else None
        day = self.tongue.language.short_date(sheet.on) if sheet is not None else ""
        posted = N_("Savings day {day} is posted")
        words = posted if self.step in (Step.DONE, *_FORMS) else N_("Savings day {day}")
        self.title.setText(self.tongue.label(words, day=day))
        self.queue_button.setChecked(self.sheet.is_queue)
        self._make_room()
        has_draft = content is not None and content.draft is not None
        self.buttons["away"].setVisible(self.step in (Step.OPEN, Step.OUT) and has_draft)
        self.buttons["print"].setVisible(sheet is not None and self.step in (Step.OPEN, Step.DONE))
        self.paper_button.setVisible(sheet is not None)
        self.buttons["open"].setEnabled(sheet is not None)
        self.buttons["recount"].setVisible(self.step == Step.OPEN and sheet is not None)
        if content is None:
            return
        self.opening.lay_out(content)
        if self.step == Step.COUNT:
            self._show_keep()
        if self.step == Step.POST:
            self.summary.lay_out(self.recording.day)
            self.buttons["post"].word(self.recording.post_words())
        if content.held is not None:
            self.held.lay_out(content.held)

    def _make_room(self) -> None:
        """On a low screen the rows get the line of the title; the bar over them says the day."""
        are_words_large = self.height() < _FEW_LINES * self.fontMetrics().lineSpacing()
        is_low = (self.step == Step.SHEET and self.height() < _LOW) or (self.step == Step.POST and are_words_large)
        self.title.setVisible(not is_low)
        self.steps.setVisible(not is_low)
        self.steps.fit(is_narrow=are_words_large)
        sheet = self.content.sheet if self.content is not None else None
        self.sheet.bar.show_title(
            self.tongue.language.short_date(sheet.on) if is_low and sheet and not are_words_large else ""
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _show_keep(self) -> None:
        """Above the tolerance only the draft is kept."""
        self.buttons["keep"].setVisible(self.recording.day.count_state == "above")

    # --- content -------------------------------------------------------------------------------------------------

    @override
    def refresh(self) -> None:
        self.ask(day_tasks.look_at_day(self.beginning.chosen), self._looked)

    def _looked(self, content: day_tasks.Day) -> None:
        before, self.content = self.content, content
        if before is not None and before.held is not None and before.today != content.today:
            # A new day: the one posted yesterday is not what there is to do.
            self.beginning.chosen = None
            self.refresh()
            return
        if content.held is not None and content.draft is None:
            if self.step not in (Step.DONE, *_FORMS, Step.PAPER):
                self._show_step(Step.DONE)
        elif content.sheet is None or content.draft is None or self._must_count(content):
            self._show_step(Step.OPEN)
        else:
            self._continue(content)
        self._show_content()
        if self.isVisible():
            self.take_keyboard()

    def _must_count(self, content: day_tasks.Day) -> bool:
        """A sheet prepared on a day before is counted open on its own."""
        draft = content.draft
        assert draft is not None
        assert content.sheet is not None
        return content.sheet.is_held or (draft.opened is None and draft.on <= content.today)

    def _continue(self, content: day_tasks.Day) -> None:
        """The sheet as it was left, over the books of now."""
        assert content.sheet is not None
        assert content.draft is not None
        day = RecordedDay.of(content.sheet, content.draft)
        self.recording.lay_out(day)
        if self.step not in (Step.SHEET, Step.OUT, Step.COUNT, Step.POST):
            self._show_step(Step.SHEET)
            if content.draft.rows:
                self._tell_how_far(day)

    def _tell_how_far(self, day: RecordedDay) -> None:
        """What was typed before is there; Today has asked whether it goes on."""
        spoken, totals = self.tongue.language, day.totals()
        recorded, rows = spoken.number(totals.recorded), spoken.number(totals.rows)
        said = N_("{day} goes on: {recorded} of {rows} recorded.")
        self.tell("good", [spoken.say(said, day=spoken.short_date(day.sheet.on), recorded=recorded, rows=rows)])

    def leave_book(self) -> None:
        """Another book is on the desk: nothing of the day before stays."""
        self.content, self.recording.problems = None, ()
        self.clear_failure()
        self.beginning.forget()
        self._show_step(Step.OPEN)

    @override
    def take_keyboard(self) -> None:
        if self.content is None:
            self.setFocus()
            return
        places: dict[Step, Callable[[], None]] = {
            Step.OPEN: self.opening.take_keyboard,
            Step.SHEET: self.sheet.take_keyboard,
            Step.OUT: self.out.take_keyboard,
            Step.COUNT: self.count.take_keyboard,
            Step.POST: self.summary.take_keyboard,
            Step.DONE: self.held.table.setFocus,
            Step.PAPER: self.paper.setFocus,
        }
        if not self.is_at_work():
            places.get(self.step, self.buttons["write"].setFocus)()

    # --- steps ---------------------------------------------------------------------------------------------------

    def _show_step(self, step: Step) -> None:
        if step is not self.step:
            # Else Qt hands the keyboard to whatever comes next on the screen.
            self.setFocus()
        self._parts.setCurrentIndex(step)
        self.buttons.show_step(step)
        self.steps.show_step(_SHOWN_AS.get(step, 3 if step > Step.POST else int(step)))
        self.hint.emit("")

    @override
    def go_to_step(self, step: Step) -> None:
        self._show_step(step)
        self._show_content()
        self.take_keyboard()

    def _back(self) -> None:
        """One step back; from a posted day to another date."""
        self.tell("look", [])
        before = {Step.POST: Step.COUNT, Step.DONE: Step.OPEN, Step.PAPER: self._before_paper}
        self.go_to_step(before.get(self.step, Step.DONE if self.step in _FORMS else Step.SHEET))

    def _to_paper(self) -> None:
        """F12: the very pages the printer gets."""
        if self.content is None or self.content.sheet is None or not self.sheet.table.finish_editing():
            return
        self._before_paper = self.step
        before, on = self.content.held is None, self.content.sheet.on
        self.ask(day_tasks.print_sheet(on, self.tongue.language.code, before=before), self._show_paper)

    def _show_paper(self, pages: tuple[Picture, ...]) -> None:
        self.paper.show_pages(pages)
        self.go_to_step(Step.PAPER)

    # --- posting -------------------------------------------------------------------------------------------------

    def _post(self) -> None:
        self.beginning.chosen = self.recording.day.sheet.on
        self.recording.post()

    @override
    def fail(self, error: Exception) -> None:
        self.recording.is_posting = False
        super().fail(error)
