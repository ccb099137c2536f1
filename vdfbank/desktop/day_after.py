"""After a savings day was posted: late comers, a line put right, the box counted once more."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from vdfbank.acts.act import Act, Key
from vdfbank.desktop import day_tasks
from vdfbank.desktop.day_line_form import LineForm
from vdfbank.desktop.day_stage import DayStage, Step
from vdfbank.office.correcting import Foreseen
from vdfbank.office.held_day import HeldDay
from vdfbank.office.session import Accepted
from vdfbank.rules.effects import Refused
from vdfbank.wording.catalogue import N_


class Afterwards:
    """The steps behind a posted day; each form has its own key, made when it is opened."""

    def __init__(self, stage: DayStage) -> None:
        self._stage = stage
        self._foreseen: Foreseen | None = None
        self._recount_key = Key("")
        stage.late.changed.connect(self._foresee)
        stage.correct.changed.connect(self._foresee)
        stage.held.chosen.connect(self.correct)
        for form in (stage.late, stage.correct):
            form.echoed.connect(stage.hint)
        stage.recount.box.notes.echoed.connect(stage.hint)

    @property
    def _day(self) -> HeldDay:
        assert self._stage.content is not None
        assert self._stage.content.held is not None
        return self._stage.content.held

    # --- opening a form ------------------------------------------------------------------------------------------

    def late_comer(self) -> None:
        self._foreseen = None
        self._stage.go_to_step(Step.LATE)
        self._stage.late.begin(self._day, Key(uuid.uuid4().hex))

    def correct(self) -> None:
        """Only a member's money that still stands, in a month that is open."""
        stage, line = self._stage, self._stage.held.line
        if not self._day.is_open:
            said = N_("The month of this day is closed. Put it right by acts of the open month, decided together.")
            stage.tell("look", [stage.tongue.say(said)])
        elif line is None or not line.may_be_corrected:
            stage.tell("look", [stage.tongue.say(N_("Choose a member's line that still stands."))])
        else:
            self._foreseen = None
            stage.go_to_step(Step.CORRECT)
            stage.correct.begin(self._day, Key(uuid.uuid4().hex), line)
            self._foresee()

    def count_again(self) -> None:
        self._recount_key = Key(uuid.uuid4().hex)
        self._stage.go_to_step(Step.RECOUNT)
        self._stage.recount.begin(self._day)

    # --- what it would do ----------------------------------------------------------------------------------------

    @property
    def _form(self) -> LineForm:
        return self._stage.late if self._stage.step is Step.LATE else self._stage.correct

    def _foresee(self) -> None:
        """Asked after every change, and answered by the rules themselves."""
        self._foreseen = None
        form = self._form
        moved, correction = form.moved, form.correction
        if self._stage.step is Step.LATE and moved is not None and moved.into_box:
            self._stage.ask(day_tasks.foresee_late_comer(moved, form.signed), self._seen)
        elif self._stage.step is Step.CORRECT and correction is not None:
            self._stage.ask(day_tasks.foresee(correction), self._seen)

    def _seen(self, foreseen: Foreseen) -> None:
        self._foreseen = foreseen
        self._form.tell(foreseen)

    # --- posting it ----------------------------------------------------------------------------------------------

    def post(self) -> None:
        if self._stage.step is Step.RECOUNT:
            self._post_count()
            return
        said, foreseen = self._form.lacking(), self._foreseen
        self._stage.tell("look", said)
        if not said and foreseen is not None and not foreseen.problems:
            self._perform(foreseen.acts)

    def _post_count(self) -> None:
        recount = self._stage.recount
        said = recount.lacking()
        self._stage.tell("look", said)
        if not said:
            self._perform((recount.box.count.act(self._day.today, self._recount_key),))

    def _perform(self, acts: Sequence[Act]) -> None:
        self._stage.ask(day_tasks.perform(acts), self._performed)

    def _performed(self, answer: tuple[Accepted, ...] | Refused) -> None:
        if isinstance(answer, Refused):
            self._stage.tell_problems(answer.problems)
            return
        self._stage.go_to_step(Step.DONE)
        spoken = self._stage.tongue.language
        said = spoken.plural("{n} act is posted.", "{n} acts are posted.", len(answer))
        self._stage.tell("good", [said])
