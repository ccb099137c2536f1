"""The stage of a savings day: its steps, one of them shown, and what the flows tell from it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtWidgets import QStackedWidget, QWidget

from vdfbank.bank.problem import Problem
from vdfbank.desktop.day_count import CountStep
from vdfbank.desktop.day_held import HeldStep
from vdfbank.desktop.day_line_form import LineForm
from vdfbank.desktop.day_opening import OpeningStep
from vdfbank.desktop.day_out import OutStep
from vdfbank.desktop.day_recount import RecountStep
from vdfbank.desktop.day_sheet import SheetStep
from vdfbank.desktop.day_summary import StepBar, SummaryStep
from vdfbank.desktop.day_tasks import Day
from vdfbank.desktop.page import Page, Workplace
from vdfbank.desktop.paper_view import PaperView
from vdfbank.desktop.parts import Tone, heading
from vdfbank.wording.breaks import wrap_lo
from vdfbank.wording.problems import sentence


class Step(IntEnum):
    OPEN = 0
    SHEET = 1
    OUT = 2
    COUNT = 3
    POST = 4
    DONE = 5
    LATE = 6
    CORRECT = 7
    RECOUNT = 8
    PAPER = 9


class DayStage(Page):
    """What opening, recording, posting and putting right work with."""

    def __init__(self, work: Workplace) -> None:
        super().__init__(work)
        tongue = work.tongue
        self.content: Day | None = None
        self.title, self.steps = heading(), StepBar(tongue)
        self.opening, self.sheet, self.out = OpeningStep(tongue), SheetStep(tongue), OutStep(tongue)
        self.count, self.summary, self.held = CountStep(tongue), SummaryStep(tongue), HeldStep(tongue)
        self.late, self.correct = LineForm(tongue, corrects=False), LineForm(tongue, corrects=True)
        self.recount, self.paper = RecountStep(tongue), PaperView()
        self._parts = QStackedWidget()
        for part in (
            self.opening,
            self.sheet,
            self.out,
            self.count,
            self.summary,
            self.held,
            self.late,
            self.correct,
            self.recount,
            self.paper,
        ):
            self._parts.addWidget(part)

    @property
    def step(self) -> Step:
        return Step(self._parts.currentIndex())

    def go_to_step(self, step: Step) -> None:
        """Show a step with its words and its buttons, the keyboard where its work begins."""
        raise NotImplementedError

    def is_at_work(self) -> bool:
        """Whether the keyboard is somewhere in the step already: what is being typed is not disturbed."""
        shown = self._parts.currentWidget()
        return shown is not None and any(child.hasFocus() for child in shown.findChildren(QWidget))

    def tell(self, tone: Tone, sentences: Sequence[str]) -> None:
        self.notice.tell(tone, [wrap_lo(said) for said in sentences])

    def tell_problems(self, problems: Sequence[Problem]) -> None:
        sheet = self.content.sheet if self.content is not None else None
        names = sheet.names if sheet is not None else {}
        self.tell("wrong", [sentence(problem, self.tongue.language, names) for problem in problems])
