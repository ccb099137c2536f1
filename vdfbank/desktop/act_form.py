"""A form that makes one act: what the rules say is shown while it is typed, and it is performed once."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from vdfbank.acts.act import Act, Key
from vdfbank.bank.problem import Problem
from vdfbank.desktop import tasks
from vdfbank.desktop.buttons import ActButton
from vdfbank.desktop.failures import failure_sentence
from vdfbank.desktop.page import Page
from vdfbank.desktop.parts import Notice, Scroll, card, field, name_field, words_label
from vdfbank.office.session import Accepted, Answer
from vdfbank.rules.effects import Refused
from vdfbank.wording.breaks import wrap_lo
from vdfbank.wording.catalogue import N_
from vdfbank.wording.figures import person_or_loan
from vdfbank.wording.language import Names
from vdfbank.wording.problems import sentence

#: How long the fingers must rest before the rules are asked, in milliseconds.
_PAUSE = 200


@dataclass(frozen=True, slots=True)
class Input:
    """One line of a form: its label (a sentence of the catalogue), its control, what stands in it (None: nothing)."""

    name: str
    label: str
    control: QWidget
    value: Callable[[], Any]
    may_be_empty: bool = False


#: Makes the act of what was typed, dated the day it is.
Make = Callable[[Mapping[str, Any], date], Act]


class ActForm(QWidget):
    """
    Fields below each other, what the rules object to, and the button that performs the act.

    `done` follows with what was accepted. The act's key is made when the form begins: pressed twice it is one act.
    """

    done = Signal(object)
    left = Signal()

    def __init__(
        self, page: Page, title: str, button: str, inputs: Sequence[Input], make: Make, about: str | None = None
    ) -> None:
        super().__init__()
        #: Whom or what the act is about: named above the form.
        self.about = about
        self._page, self._title_words, self._button_words = page, title, button
        self.inputs, self._make = tuple(inputs), make
        self.names: Names = {}
        self._key = Key(uuid.uuid4().hex)
        self._problems: tuple[Problem, ...] = ()
        self._lacking: tuple[str, ...] = ()
        self._failure: Exception | None = None
        self._refused = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self._look_ahead)
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        frame, inside = card()
        self._title = words_label(strong=True)
        inside.addWidget(self._title)
        inside.addLayout(self._grid())
        self.notice = Notice()
        inside.addWidget(self.notice)
        inside.addStretch()
        column.addWidget(Scroll(frame), 1)
        self.back_button = ActButton(self, self.left.emit, "Esc")
        self.button = ActButton(self, self.perform, "Ctrl+Enter", main=True)
        row = QHBoxLayout()
        row.addWidget(self.back_button)
        row.addStretch()
        row.addWidget(self.button)
        column.addLayout(row)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        self._labels: list[QLabel] = []
        for row, line in enumerate(self.inputs):
            self._labels.append(field(grid, row, line.control))
            self._follow(line.control)
        return grid

    def _follow(self, control: QWidget) -> None:
        """Any change of a control asks the rules anew, a moment later."""
        for name in ("amount_changed", "textChanged", "currentIndexChanged", "toggled", "changed"):
            signal = getattr(control, name, None)
            if signal is not None:
                signal.connect(lambda *_: self._soon.start())

    # --- words ---------------------------------------------------------------------------------------------------

    def speak(self) -> None:
        tongue = self._page.tongue
        whom = f"{person_or_loan(self.about, tongue.language, self.names)}:  " if self.about else ""
        self._title.setText(wrap_lo(f"{whom}{tongue.say(self._title_words)}"))
        for label, line in zip(self._labels, self.inputs, strict=True):
            name_field(label, tongue.label(line.label), line.control)
        self.button.word(tongue.say(self._button_words))
        self.back_button.word(tongue.say(N_("Back")))
        self._tell()

    def _tell(self) -> None:
        tongue = self._page.tongue
        if self._failure is not None:
            self.notice.tell("wrong", [wrap_lo(failure_sentence(self._failure, tongue.language))])
        elif self._lacking:
            labels = ", ".join(tongue.say(label) for label in self._lacking)
            self.notice.tell("look", [tongue.label(N_("Fill in first: {fields}."), fields=labels)])
        else:
            said = [wrap_lo(sentence(problem, tongue.language, self.names)) for problem in self._problems]
            self.notice.tell("wrong" if self._refused else "look", said)

    # --- work ----------------------------------------------------------------------------------------------------

    def begin(self, names: Names) -> None:
        """An empty form for a new act."""
        self.names = names
        self._key = Key(uuid.uuid4().hex)
        self._forget()
        self.speak()
        self.take_keyboard()
        # Where nothing is to be typed the rules can speak at once.
        self._soon.start()

    def take_keyboard(self) -> None:
        (self.inputs[0].control if self.inputs else self.button).setFocus()

    def _forget(self) -> None:
        self._problems, self._lacking, self._failure, self._refused = (), (), None, False

    def values(self) -> dict[str, Any]:
        return {line.name: line.value() for line in self.inputs}

    def missing(self) -> tuple[str, ...]:
        return tuple(line.label for line in self.inputs if not line.may_be_empty and line.value() in (None, "", ()))

    def _act(self, today: date) -> Act:
        return replace(self._make(self.values(), today), key=self._key)

    def _look_ahead(self) -> None:
        """What the rules would say; a form that is not complete is left alone."""
        self._forget()
        self._tell()
        if self.isVisible() and not self.missing():
            self._page.work.worker.ask(tasks.foresee(self._act_of(self.values())), self._foreseen, self._fail)

    def _act_of(self, values: Mapping[str, Any]) -> Callable[[date], Act]:
        """The values are read on this thread, the act is made on the book's."""
        key = self._key
        return lambda today: replace(self._make(values, today), key=key)

    def _foreseen(self, problems: tuple[Problem, ...]) -> None:
        self._problems = problems
        self._tell()

    def perform(self) -> None:
        self._soon.stop()
        self._forget()
        self._lacking = self.missing()
        self._tell()
        if self._lacking:
            first = next(line for line in self.inputs if line.label in self._lacking)
            first.control.setFocus()
            return
        self.button.setEnabled(False)
        self._page.work.worker.ask(tasks.perform(self._act_of(self.values())), self._answered, self._fail)

    def _answered(self, answer: Answer) -> None:
        self.button.setEnabled(True)
        if isinstance(answer, Refused):
            self._problems, self._refused = answer.problems, True
            self._tell()
            return
        assert isinstance(answer, Accepted)
        self._key = Key(uuid.uuid4().hex)
        self.done.emit(answer)

    def _fail(self, error: Exception) -> None:
        self.button.setEnabled(True)
        self._failure = error
        self._tell()
