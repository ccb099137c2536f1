"""Open a savings day: date, clock, the box counted again, the sheet kept under its key."""

from __future__ import annotations

import uuid
from datetime import date

from vdfbank.acts.act import Key
from vdfbank.bank.person import PersonId
from vdfbank.desktop import day_tasks
from vdfbank.desktop.day_stage import DayStage, Step
from vdfbank.office.drafts import DayDraft
from vdfbank.wording.catalogue import N_


class Beginning:
    """The first step, until a sheet is open."""

    def __init__(self, stage: DayStage) -> None:
        self._stage = stage
        #: The day looked at; None is the one to open.
        self.chosen: date | None = None
        #: The count that opens the box is booked once, however often it is asked.
        self._count_key = Key(uuid.uuid4().hex)
        stage.opening.entered.connect(self.open_day)
        stage.opening.date.returnPressed.connect(self.open_day)
        stage.opening.date.editingFinished.connect(self._other_date)
        stage.opening.clock.confirmed.connect(self._confirm_clock)
        stage.opening.echoed.connect(stage.hint)

    def forget(self) -> None:
        """Another book, or another day."""
        self.chosen = None
        self._count_key = Key(uuid.uuid4().hex)
        self._stage.opening.forget()

    def _other_date(self) -> None:
        chosen, content = self._stage.opening.date.day, self._stage.content
        if self._stage.step is not Step.OPEN or chosen is None or content is None or content.draft is not None:
            return
        if content.sheet is not None and chosen != content.sheet.on:
            self.chosen = chosen
            self._stage.refresh()

    def open_day(self) -> None:
        """The key is made here, once a sheet: posting again after a power cut writes nothing twice."""
        stage, content = self._stage, self._stage.content
        chosen = stage.opening.date.day
        if chosen is None or content is None or content.sheet is None:
            stage.tell("look", [stage.tongue.say(N_("Type the date as day/month/year."))])
            return
        if content.sheet.is_held and content.draft is None:
            stage.tell("look", [stage.tongue.say(N_("This savings day stands in the book already."))])
            return
        if stage.opening.clock.is_asking and not stage.opening.clock.is_answered:
            stage.tell("look", [stage.tongue.say(N_("First the date of this computer must be right."))])
            return
        on = content.draft.on if content.draft is not None else chosen
        said = stage.opening.lacking(is_to_come=on > content.today)
        if said:
            stage.tell("look", said)
            return
        self._begin(on, content)

    def _begin(self, on: date, content: day_tasks.Day) -> None:
        stage, count = self._stage, self._stage.opening.box.count
        assert content.sheet is not None
        draft = content.draft or DayDraft(on, Key(uuid.uuid4().hex), by=content.sheet.treasurer)
        stage.clear_failure()
        stage.ask(day_tasks.open_box(draft, count, self._count_key), self._begun)

    def _begun(self, objections: day_tasks.Answered) -> None:
        if objections:
            self._stage.tell_problems(objections)
            return
        self.forget()
        self._stage.refresh()

    def put_away(self) -> None:
        """The draft goes; nothing of it was posted."""
        self._stage.ask(day_tasks.put_away_draft, lambda _gone: self._stage.refresh())

    def _confirm_clock(self, by: PersonId | None, second: PersonId | None) -> None:
        stage, content = self._stage, self._stage.content
        if by is None or second is None or by == second:
            stage.tell("look", [stage.tongue.say(N_("Two different officers confirm the date."))])
            return
        assert content is not None
        assert content.sheet is not None
        stage.ask(day_tasks.confirm_clock(content.sheet.on, by, second), self._clock_confirmed)

    def _clock_confirmed(self, objections: day_tasks.Answered) -> None:
        if objections:
            self._stage.tell_problems(objections)
            return
        self._stage.opening.clock.answer()
        self._stage.tell("good", [self._stage.tongue.say(N_("The date is confirmed."))])
        self._stage.refresh()
