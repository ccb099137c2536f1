"""Before the bank opens: what is still missing, and a file of acts that may hold it."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from vdfbank.bank.problem import Problem
from vdfbank.desktop import tasks
from vdfbank.desktop.buttons import ActButton
from vdfbank.desktop.page import Page, Workplace
from vdfbank.desktop.parts import Scroll, heading, words_label
from vdfbank.office.changed import Changed
from vdfbank.office.today import Today
from vdfbank.wording.breaks import wrap_lo
from vdfbank.wording.catalogue import N_
from vdfbank.wording.problems import sentence
from vdfbank.wording.terms import word


class FoundingPage(Page):
    """Every condition of the opening that is not met, in words."""

    shows: ClassVar[Changed] = Changed.BOOK | Changed.MEMBERS | Changed.TRAINING

    def __init__(self, work: Workplace) -> None:
        super().__init__(work)
        self._today: Today | None = None
        self._performed: tasks.Performed | None = None
        self._title, self._about = heading(), words_label()
        for widget in (self._title, self.notice, self._about):
            self.column.addWidget(widget)
        self._list = QWidget()
        self._lines = QVBoxLayout(self._list)
        self._lines.setSpacing(8)
        self._scroll = Scroll(self._list, takes_keyboard=True)
        self.column.addWidget(self._scroll, 1)
        self.perform_button = ActButton(self, self._choose, "Ctrl+O", main=True, drawing="open")
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.perform_button)
        self.column.addLayout(row)

    @override
    def speak(self) -> None:
        self._title.setText(self.tongue.label(N_("Before the bank opens")))
        self._about.setText(self.tongue.label(N_("The first member can join once nothing stands here any more.")))
        self._scroll.setAccessibleName(self.tongue.say(N_("Before the bank opens")))
        self.perform_button.word(self.tongue.say(N_("Perform a file of acts")))
        self._show()
        self._tell_performed()

    @override
    def refresh(self) -> None:
        self.ask(tasks.look_at_today, self._looked)

    def _looked(self, today: Today) -> None:
        self._today = today
        self._show()
        if today.is_open and self._performed is not None and self._performed.refused is None:
            self.go.emit("today")

    def leave_book(self) -> None:
        """Another book is on the desk."""
        self._performed = None
        self.clear_failure()

    @override
    def take_keyboard(self) -> None:
        self.perform_button.setFocus()

    def _show(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        problems = self._today.before_opening if self._today is not None else ()
        for problem in problems:
            label = words_label()
            label.setText(f"•  {self._sentence(problem)}")
            self._lines.addWidget(label)
        self._lines.addStretch()

    def _sentence(self, problem: Problem) -> str:
        names = self._today.names if self._today is not None else {}
        return wrap_lo(sentence(problem, self.tongue.language, names))

    @property
    def sentences(self) -> list[str]:
        problems = self._today.before_opening if self._today is not None else ()
        return [self._sentence(problem).replace("\u200b", "") for problem in problems]

    def _choose(self) -> None:
        if (path := self.work.chooser.acts_to_perform(self)) is not None:
            self.clear_failure()
            self.ask(tasks.perform_file(path), self._did)

    def _did(self, performed: tasks.Performed) -> None:
        self._performed = performed
        self._tell_performed()

    def _tell_performed(self) -> None:
        if self._failure is not None:
            self.fail(self._failure)
            return
        done = self._performed
        if done is None:
            return
        count = self.tongue.language.number(done.accepted)
        said = [self.tongue.label(N_("{count} acts of the file stand in the book."), count=count)]
        if done.refused is not None:
            kind = word(done.refused.kind, self.tongue.language) or done.refused.kind
            day = self.tongue.language.short_date(done.refused.on)
            said.append(
                self.tongue.label(N_("Refused, and nothing after it was performed: {act}, {day}."), act=kind, day=day)
            )
            said += [self._sentence(problem) for problem in done.problems]
        self.notice.tell("good" if done.refused is None else "wrong", said)
