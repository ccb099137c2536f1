"""Before the bank opens: the steps of the founding in their order, what is missing, or running books taken over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from vdfbank.bank.bylaws import ByLaws
from vdfbank.bank.course import VILLAGE_BANKING
from vdfbank.bank.problem import Problem
from vdfbank.desktop import tasks
from vdfbank.desktop.buttons import ActButton, LineButton
from vdfbank.desktop.bylaws_form import bylaws_form
from vdfbank.desktop.flow import FlowBox
from vdfbank.desktop.form_page import FormPage
from vdfbank.desktop.founding_forms import elect_form, found_form, train_form
from vdfbank.desktop.page import Workplace
from vdfbank.desktop.parts import Scroll, heading, words_label
from vdfbank.desktop.take_over_part import TakeOverPart
from vdfbank.office.changed import Changed
from vdfbank.office.session import Accepted, Answer
from vdfbank.rules.effects import Refused
from vdfbank.wording.breaks import wrap_lo
from vdfbank.wording.catalogue import N_
from vdfbank.wording.problems import sentence
from vdfbank.wording.terms import word

#: The steps in the order of the founding: what each is called, and the problems that say it is still to be done.
_STEPS: Mapping[str, tuple[str, frozenset[str]]] = {
    "found": (N_("Found the bank: name the village"), frozenset({"wrong_state", "fewer_than_15"})),
    "register": (N_("Register the people of the village"), frozenset({"unknown_person"})),
    "train": (N_("Hold the training in village banking"), frozenset({"no_bank_training"})),
    "management": (
        N_("Elect the management committee"),
        frozenset({"one_sex_committee", "no_president", "no_treasurer"}),
    ),
    "advisory": (
        N_("Elect the advisory committee"),
        frozenset({"no_village_head", "no_lwu_representative", "too_few_advisers", "sits_on_both"}),
    ),
    "bylaws": (N_("Agree the by-laws"), frozenset({"no_bylaws"})),
}


class FoundingPage(FormPage):
    """Part one the steps, part two old books to be ticked off."""

    shows: ClassVar[Changed] = Changed.BOOK | Changed.MEMBERS | Changed.TRAINING | Changed.MONEY

    def __init__(self, work: Workplace) -> None:
        super().__init__(work)
        self._founding: tasks.Founding | None = None
        self._performed: tasks.Performed | None = None
        self._title, self._about = heading(), words_label()
        for widget in (self._title, self.notice, self._about):
            self.column.addWidget(widget)
        self.column.addWidget(self.parts, 1)
        self._steps_place = self.add_part(self._steps_part())
        self.old_books = TakeOverPart(self, self._take_over, self._to_steps)
        self._old_place = self.add_part(self.old_books)

    def _steps_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        inside = QWidget()
        self._lines = QVBoxLayout(inside)
        self._lines.setContentsMargins(0, 0, 8, 0)
        self._lines.setSpacing(8)
        self._scroll = Scroll(inside, takes_keyboard=True)
        column.addWidget(self._scroll, 1)
        self.perform_button = ActButton(self, self._choose, "Ctrl+O", drawing="open")
        self.old_button = ActButton(self, self._choose_old, "Ctrl+T")
        self.join_button = ActButton(self, lambda: self.go.emit("members"), "Ctrl+Enter", main=True)
        column.addWidget(FlowBox(self.join_button, self.old_button, self.perform_button))
        self.steps: dict[str, LineButton] = {}
        return part

    # --- words ---------------------------------------------------------------------------------------------------

    @override
    def speak(self) -> None:
        say = self.tongue.say
        self._title.setText(self.tongue.label(N_("Before the bank opens")))
        self._about.setText(self.tongue.label(N_("The first member can join once every step is done.")))
        self._scroll.setAccessibleName(say(N_("Before the bank opens")))
        self.perform_button.word(say(N_("Perform a file of acts")))
        self.old_button.word(say(N_("Take over running books")))
        self.join_button.word(say(N_("Let members join")))
        self.old_books.speak()
        self._show()
        super().speak()

    def _show(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.steps = {}
        founding = self._founding
        if founding is None:
            return
        missing = self.missing
        for name, (words, _) in _STEPS.items():
            problems = missing[name]
            step = LineButton("right" if not problems else "look", self._step(name), "look" if problems else "good")
            step.word(self.tongue.label(words), "\n".join(map(self._sentence, problems)))
            self._lines.addWidget(step)
            self.steps[name] = step
        self._lines.addStretch()
        is_ready = not any(missing.values())
        self.join_button.setEnabled(is_ready)
        self.old_button.setEnabled(is_ready)

    @property
    def missing(self) -> dict[str, list[Problem]]:
        """What each step still lacks."""
        founding = self._founding
        problems = founding.today.before_opening if founding is not None else ()
        lacking = {name: [one for one in problems if one.code in codes] for name, (_, codes) in _STEPS.items()}
        if founding is not None and founding.is_founded:
            lacking["found"] = [one for one in lacking["found"] if one.code != "wrong_state"]
        if founding is not None and not founding.people:
            lacking["register"] = [Problem("unknown_person", found=0, needed=15)]
        return lacking

    def _sentence(self, problem: Problem) -> str:
        names = self._founding.today.names if self._founding is not None else {}
        return wrap_lo(sentence(problem, self.tongue.language, names))

    @override
    def tell(self) -> None:
        done = self._performed
        if self._failure is not None or done is None:
            super().tell()
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

    # --- content -------------------------------------------------------------------------------------------------

    @override
    def refresh(self) -> None:
        self.ask(tasks.look_at_founding, self._looked)

    def _looked(self, founding: tasks.Founding) -> None:
        self._founding = founding
        self._show()
        if founding.today.is_open and (self._performed is None or self._performed.refused is None):
            self.go.emit("today")
        elif self.isVisible() and not self.shows_form:
            self.take_keyboard()

    @override
    def leave_book(self) -> None:
        super().leave_book()
        self._performed = None

    @override
    def take_keyboard(self) -> None:
        if self.shows_form and self.form is not None:
            self.form.take_keyboard()
        elif self.part == self._old_place:
            self.old_books.take_keyboard()
        else:
            waiting = [name for name, problems in self.missing.items() if problems and name in self.steps]
            (self.steps[waiting[0]] if waiting else self.join_button).setFocus()

    # --- steps ---------------------------------------------------------------------------------------------------

    def _step(self, name: str) -> Callable[[], None]:
        return lambda: self._open_step(name)

    def _open_step(self, name: str) -> None:
        founding = self._founding
        assert founding is not None
        self._performed = None
        names, people = founding.today.names, founding.people
        if name == "register":
            self.go.emit("members")
        elif name == "found":
            self.open_form(found_form(self), names)
        elif name == "train":
            self.open_form(train_form(self, people, names, VILLAGE_BANKING), names)
        elif name == "management":
            self.open_form(elect_form(self, "management", people, names, founding.seats.get("management", {})), names)
        elif name == "advisory":
            self.open_form(elect_form(self, "advisory", people, names, founding.seats.get("advisory", {})), names)
        else:
            self.open_form(bylaws_form(self, founding.bylaws or ByLaws(), founding.today.day), names)

    @override
    def performed(self, accepted: Accepted) -> None:
        self.refresh()

    # --- files ---------------------------------------------------------------------------------------------------

    def _choose(self) -> None:
        if (path := self.work.chooser.acts_to_perform(self)) is not None:
            self.clear_failure()
            self.ask(tasks.perform_file(path), self._did_file)

    def _did_file(self, performed: tasks.Performed) -> None:
        self._performed = performed
        self.tell()

    def _choose_old(self) -> None:
        if (path := self.work.chooser.sheet_to_take_over(self)) is not None:
            self.clear_failure()
            self.ask(tasks.try_opening(path), self._tried)

    def _tried(self, tried: tasks.TriedOpening) -> None:
        self.show_part(self._old_place)
        self.old_books.lay_out(tried)

    def _take_over(self) -> None:
        tried = self.old_books.tried
        if tried is not None:
            self.ask(tasks.take_over(tried.opening), self._took_over)

    def _took_over(self, answer: Answer) -> None:
        if isinstance(answer, Refused):
            self.notice.tell("wrong", [self._sentence(problem) for problem in answer.problems])
            return
        self._to_steps()
        self.refresh()

    def _to_steps(self) -> None:
        self.show_part(self._steps_place)
        self.take_keyboard()

    @property
    def sentences(self) -> list[str]:
        """Everything that is missing, in words."""
        problems = self._founding.today.before_opening if self._founding is not None else ()
        return [self._sentence(problem).replace("\u200b", "") for problem in problems]
