"""Record a savings day: the sheet, what leaves the box, the count, the totals, and posting them once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from vdfbank.bank.money import Money
from vdfbank.bank.person import PersonId
from vdfbank.bank.problem import Problem
from vdfbank.desktop import day_tasks
from vdfbank.desktop.day_stage import DayStage, Step
from vdfbank.office.day_posting import acts, entries, objections
from vdfbank.office.recorded_day import RecordedDay
from vdfbank.office.session import Accepted
from vdfbank.rules.effects import Refused
from vdfbank.wording.catalogue import N_
from vdfbank.wording.problems import sentence


class Recording:
    """From the first cell to the posted act; every cell is on the disk before the next one is typed through."""

    def __init__(self, stage: DayStage) -> None:
        self._stage = stage
        self.is_posting = False
        #: What the rules objected to when the day was posted.
        self.problems: tuple[Problem, ...] = ()
        stage.sheet.model.edited.connect(self._keep)
        stage.sheet.finished.connect(self._run_through)
        stage.out.changed.connect(self._changed_beside)
        stage.count.changed.connect(self._changed_beside)
        stage.count.sought.connect(self._look_at)
        stage.count.echoed.connect(stage.hint)
        stage.out.echoed.connect(stage.hint)
        stage.summary.seconded.connect(self._seconded)
        #: Where the keyboard goes when nothing is missing any more.
        self.when_run_through: Callable[[], None] = self.to_count

    @property
    def day(self) -> RecordedDay:
        return self._stage.sheet.model.day

    def lay_out(self, day: RecordedDay) -> None:
        self._stage.sheet.lay_out(day)
        self._stage.out.lay_out(day)
        self._stage.count.lay_out(day)

    def _keep(self, day: RecordedDay) -> None:
        if self.problems or self._stage.notice.isVisible():
            self.problems = ()
            self._stage.clear_failure()
        self._stage.ask(day_tasks.keep(day.draft), lambda _kept: None)

    def _changed_beside(self, day: RecordedDay) -> None:
        """Count, expenses or pay-outs changed; rows may not have, so the sheet keeps its own."""
        model = self._stage.sheet.model
        draft = replace(day.draft, rows=model.day.draft.rows, paper_total=model.day.draft.paper_total)
        model.count(replace(model.day, draft=draft))

    def _seconded(self, second: PersonId | None) -> None:
        self._stage.sheet.model.count(self.day.with_count(seconded_by=second))

    # --- the sheet -----------------------------------------------------------------------------------------------

    def toggle_absence(self) -> None:
        """F8: the row of the number that waits in the queue, else the row that has the keyboard."""
        sheet = self._stage.sheet
        if not sheet.table.finish_editing():
            return
        row = sheet.row_meant()
        if row is None:
            return
        waits = sheet.bar.number.hasFocus()
        sheet.model.toggle_absence(row)
        if waits:
            sheet.bar.number.clear()
        elif not sheet.model.askable(row) and row + 1 < sheet.model.rowCount():
            sheet.table.step(1)

    def all_as_expected(self) -> None:
        sheet = self._stage.sheet
        if sheet.table.finish_editing():
            sheet.model.all_as_expected()
            sheet.take_keyboard()

    def check(self) -> None:
        """F9: what the rules say of the whole day, and what is still missing."""
        stage = self._stage
        if not stage.sheet.table.finish_editing():
            return
        spoken, missing = stage.tongue.language, self.day.missing()
        said = [sentence(problem, spoken, self.day.sheet.names) for problem in objections(self.day)]
        if said:
            stage.tell("wrong", said)
        elif missing:
            stage.tell("look", [self._missing_rows(len(missing))])
        else:
            stage.tell("good", [spoken.say(N_("Every row is recorded, and the rules object to nothing."))])

    def _missing_rows(self, count: int) -> str:
        return self._stage.tongue.language.plural(
            "{n} row is not recorded yet.", "{n} rows are not recorded yet.", count
        )

    def _run_through(self) -> None:
        if self.day.missing():
            self._stage.sheet.table.go_to_missing()
        else:
            self.when_run_through()

    def to_out(self) -> None:
        """F6: the other pane, and back."""
        if self._stage.sheet.table.finish_editing():
            self._stage.out.lay_out(self.day)
            self._stage.go_to_step(Step.OUT)

    # --- the count -----------------------------------------------------------------------------------------------

    def to_count(self) -> None:
        """Nothing is guessed from a ghost: every row is recorded, absent, or nothing today."""
        stage = self._stage
        if stage.sheet.question.is_open or not stage.sheet.table.finish_editing():
            return
        missing = self.day.missing()
        if missing:
            stage.go_to_step(Step.SHEET)
            stage.tell("look", [self._missing_rows(len(missing))])
            stage.sheet.table.go_to_missing()
            return
        stage.tell("look", [])
        stage.count.lay_out(self.day)
        stage.go_to_step(Step.COUNT)

    def _look_at(self, member: PersonId) -> None:
        """A place the difference finder named."""
        self._stage.go_to_step(Step.SHEET)
        self._stage.sheet.table.go_to_member_row(self._stage.sheet.model.row_of(member))

    def to_summary(self) -> None:
        """What still keeps the day from being posted is said here, before anything is read aloud."""
        said = self._stage.count.lacking(self.day)
        self._stage.tell("look", said)
        if not said:
            self._stage.go_to_step(Step.POST)

    # --- posting -------------------------------------------------------------------------------------------------

    def post_words(self) -> str:
        """The button counts what happens."""
        spoken, day = self._stage.tongue.language, self.day
        return spoken.say(
            N_("Post: {members}, {entries}, box {box}"),
            members=spoken.plural("{n} member", "{n} members", len(day.sheet.rows)),
            entries=spoken.plural("{n} entry", "{n} entries", entries(day)),
            box=spoken.number(day.draft.counted or Money(0)),
        )

    def post(self) -> None:
        """Once: the button is shut while the answer is awaited, and the key of the sheet makes twice the same."""
        stage, draft = self._stage, self.day.draft
        if self.is_posting:
            return
        if draft.seconded_by is None or draft.seconded_by == draft.by:
            said = N_("Choose the second person: somebody else than who records.")
            stage.tell("look", [stage.tongue.say(said)])
            stage.summary.take_keyboard()
            return
        self.is_posting = True
        stage.ask(day_tasks.post_day(acts(self.day)), self._answered)

    def _answered(self, answer: tuple[Accepted, ...] | Refused) -> None:
        self.is_posting = False
        if isinstance(answer, Refused):
            self.problems = answer.problems
            self._go_to_problem(answer.problems)
            self.tell_problems()
            return
        self.problems = ()
        self._stage.go_to_step(Step.DONE)

    def tell_problems(self) -> None:
        """Why nothing was posted."""
        stage = self._stage
        said = [sentence(problem, stage.tongue.language, self.day.sheet.names) for problem in self.problems]
        stage.tell("wrong", [stage.tongue.say(N_("Nothing was posted.")), *said])

    def _go_to_problem(self, problems: Sequence[Problem]) -> None:
        """To the first row a problem names; one of the whole day stays where it was posted."""
        for problem in problems:
            member = self.day.member_of(problem.who) if problem.who else None
            if member is not None:
                self._look_at(member)
                return
