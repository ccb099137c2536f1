"""The buttons under a savings day: which of them each step has, and what they say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from vdfbank.desktop.buttons import ActButton
from vdfbank.desktop.day_stage import Step
from vdfbank.desktop.tongue import Tongue
from vdfbank.desktop.wrapping import WrappingRow
from vdfbank.wording.catalogue import N_

_BACK_WORDS = {
    Step.OUT: N_("Back to the sheet"),
    Step.COUNT: N_("Back to the sheet"),
    Step.POST: N_("Back to the count"),
    Step.DONE: N_("Another day"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """A button: its words, what it does, its key, and the steps that show it."""

    name: str
    words: str
    does: Callable[[], None]
    steps: tuple[Step, ...]
    key: str = ""
    main: bool = False
    drawing: str = ""


class DayButtons(WrappingRow):
    """Every button by its name; those of other steps are hidden, and their keys with them."""

    def __init__(self, page: QWidget, tongue: Tongue, wanted: tuple[Wanted, ...]) -> None:
        super().__init__()
        self._tongue, self._wanted = tongue, {each.name: each for each in wanted}
        self.by_name = {
            each.name: ActButton(page, each.does, each.key, main=each.main, drawing=each.drawing) for each in wanted
        }
        self.add(*self.by_name.values())

    def __getitem__(self, name: str) -> ActButton:
        return self.by_name[name]

    def speak(self) -> None:
        for name, button in self.by_name.items():
            button.word(self._tongue.say(self._wanted[name].words))

    def show_step(self, step: Step) -> None:
        """Show what the step has; those that leave give up their keys before others take them."""
        shown = {name for name, each in self._wanted.items() if step in each.steps}
        for name, button in self.by_name.items():
            if name not in shown:
                button.hide()
        for name in shown:
            self.by_name[name].show()
        if "back" in shown:
            self.by_name["back"].word(self._tongue.say(_BACK_WORDS.get(step, N_("Back"))))
        self.arrange()
