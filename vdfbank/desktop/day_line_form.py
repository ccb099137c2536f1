"""A line written after the day: a late comer's, or a posted one put right, old and new side by side."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from vdfbank.acts.act import Key, Text
from vdfbank.acts.fields import typed_text
from vdfbank.bank.money import NOTHING, Money
from vdfbank.desktop.kip_edit import KipEdit
from vdfbank.desktop.parts import Notice, Scroll, card, name_field, words_label
from vdfbank.desktop.people_box import PeopleBox
from vdfbank.desktop.tongue import Tongue
from vdfbank.office.correcting import FAULTS, Correction, Fault, Foreseen, Moved, Signed
from vdfbank.office.held_day import HeldDay, HeldLine
from vdfbank.wording.breaks import wrap_lo
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language
from vdfbank.wording.problems import sentence
from vdfbank.wording.terms import word

_FAULT_WORDS: dict[Fault, str] = {
    "person": N_("Wrong person"),
    "sum": N_("Wrong sum"),
    "book": N_("Wrong book"),
    "twice": N_("Written twice"),
    "other": N_("Other"),
}
_OLD, _NEW = 1, 2


class LineForm(QWidget):
    """
    Member and sums; for a correction also what was wrong, with the line as it stands beside it.

    `changed` follows every change; what it would do is asked for by the page and told by `tell`.
    """

    changed = Signal()
    echoed = Signal(str)

    def __init__(self, tongue: Tongue, *, corrects: bool) -> None:
        super().__init__()
        self._tongue, self._corrects = tongue, corrects
        self._day: HeldDay | None = None
        self._key = Key("")
        self.wrong: HeldLine | None = None
        self.notice = Notice()
        self.fault, self.why = QComboBox(), QLineEdit()
        self.member = PeopleBox(tongue)
        self.save, self.repay, self.withdraw = (KipEdit(tongue) for _ in range(3))
        self.by, self.second = PeopleBox(tongue), PeopleBox(tongue)
        frame, column = card()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(_NEW, 1)
        column.addWidget(self.notice)
        column.addLayout(self._grid)
        column.addStretch()
        self._old_head, self._new_head = QLabel(), QLabel()
        self._labels: list[tuple[QLabel, QWidget, str]] = []
        self._old = [QLabel() for _ in range(4)]
        self._build()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroll(frame))

    def _build(self) -> None:
        rows: list[tuple[QWidget, str]] = []
        if self._corrects:
            rows += [(self.fault, N_("What was wrong")), (self.why, N_("In your own words"))]
        rows += [(self.member, N_("Member")), (self.save, N_("Savings")), (self.repay, N_("Paid"))]
        if self._corrects:
            rows.append((self.withdraw, N_("Taken out")))
        rows += [(self.by, N_("Recorded by")), (self.second, N_("Second person"))]
        head = 2 if self._corrects else 0
        for number, (control, text) in enumerate(rows):
            label = words_label()
            label.setBuddy(control)
            # A line of heads stands over the columns of old and new.
            place = number + (number >= head)
            self._grid.addWidget(label, place, 0)
            self._grid.addWidget(control, place, _NEW)
            self._labels.append((label, control, text))
        if self._corrects:
            self._grid.addWidget(self._old_head, head, _OLD)
            self._grid.addWidget(self._new_head, head, _NEW)
            for number, label in enumerate(self._old):
                self._grid.addWidget(label, head + 1 + number, _OLD)
        self.fault.currentIndexChanged.connect(self._fault_chosen)
        self.why.setMaxLength(200)
        self.why.textEdited.connect(self.changed)
        for box in (self.member, self.by, self.second):
            box.chosen.connect(self.changed)
        for edit in (self.save, self.repay, self.withdraw):
            edit.amount_changed.connect(self.changed)
            edit.echoed.connect(self.echoed)

    def speak(self) -> None:
        for label, control, text in self._labels:
            name_field(label, self._tongue.label(text), control)
        self._old_head.setText(self._tongue.say(N_("As it stands")))
        self._new_head.setText(self._tongue.say(N_("As it should be")))
        chosen = self.fault.currentIndex()
        self.fault.blockSignals(True)
        self.fault.clear()
        for fault in FAULTS:
            self.fault.addItem(self._tongue.say(_FAULT_WORDS[fault]), fault)
        self.fault.setCurrentIndex(max(0, chosen))
        self.fault.blockSignals(False)
        if self._day is not None:
            self._show_people(self._day)

    def begin(self, day: HeldDay, key: Key, wrong: HeldLine | None = None) -> None:
        """A fresh form; its key makes posting it twice the same as once."""
        self._day, self._key, self.wrong = day, key, wrong
        self.notice.tell("look", [])
        self.why.clear()
        for edit, amount in self._sums(wrong):
            edit.show_amount(amount or None)
        self._show_people(day, fresh=True)
        for label, text in zip(self._old, self._as_it_stands(day), strict=True):
            label.setText(text)
        (self.fault if self._corrects else self.member).setFocus()

    def _sums(self, line: HeldLine | None) -> tuple[tuple[KipEdit, Money], ...]:
        amounts = (line.save, line.repay, line.withdraw) if line is not None else (NOTHING, NOTHING, NOTHING)
        return tuple(zip((self.save, self.repay, self.withdraw), amounts, strict=True))

    def _show_people(self, day: HeldDay, *, fresh: bool = False) -> None:
        member = self.wrong.member if fresh and self.wrong else None if fresh else self.member.person
        self.member.fill(day.members, day.names, member)
        self.by.fill(day.officers, day.names, day.treasurer if fresh else self.by.person)
        self.second.fill(day.officers, day.names, None if fresh else self.second.person)

    def _as_it_stands(self, day: HeldDay) -> tuple[str, str, str, str]:
        spoken, line = self._tongue.language, self.wrong
        if line is None or line.member is None:
            return ("", "", "", "")
        name = f"{line.member} {spoken.person(line.member, day.names)}"
        save, repay, withdraw = (spoken.number(amount) for amount in (line.save, line.repay, line.withdraw))
        return name, save, repay, withdraw

    def _fault_chosen(self) -> None:
        """Written twice: nothing takes its place; anything else begins with what stands there."""
        is_twice = self.fault.currentData() == "twice"
        for edit, amount in self._sums(self.wrong):
            edit.show_amount(None if is_twice else amount or None)
        self.changed.emit()

    # --- what is asked -------------------------------------------------------------------------------------------

    @property
    def moved(self) -> Moved | None:
        """The line as it should be; None while no member is chosen or a sum cannot be read."""
        member = self.member.person
        edits = (self.save, self.repay, self.withdraw)
        if member is None or not all(edit.is_readable for edit in edits):
            return None
        return Moved(member, *(edit.amount or NOTHING for edit in edits))

    @property
    def signed(self) -> Signed:
        assert self._day is not None
        return Signed(self._day.today, self._key, self.by.person, self.second.person)

    @property
    def correction(self) -> Correction | None:
        moved, wrong = self.moved, self.wrong
        return (
            Correction(wrong, self._reason(), moved, self.signed) if moved is not None and wrong is not None else None
        )

    def _reason(self) -> Text:
        """The fault in words that the book keeps, in the language it was chosen in."""
        fault: Fault = self.fault.currentData()
        said, own = self._tongue.say(_FAULT_WORDS[fault]), typed_text(self.why.text())
        return Text(f"{said}: {own}" if own else said)

    def lacking(self) -> list[str]:
        """What still keeps the form from being posted."""
        spoken, said = self._tongue.language, []
        moved = self.moved
        if moved is None:
            said.append(spoken.say(N_("Choose the member and write the sums.")))
        elif not (self._corrects or moved.save or moved.repay):
            said.append(spoken.say(N_("Write what was saved or paid.")))
        if self._corrects and self.fault.currentData() == "other" and typed_text(self.why.text()) is None:
            said.append(spoken.say(N_("Write what was wrong.")))
        if self.second.person is None or self.second.person == self.by.person:
            said.append(spoken.say(N_("Choose the second person: somebody else than who records.")))
        return said

    def tell(self, foreseen: Foreseen) -> None:
        """The box before and after, or every objection with the later act that stands on the line."""
        spoken = self._tongue.language
        assert self._day is not None
        if foreseen.problems:
            said = [sentence(problem, spoken, self._day.names) for problem in foreseen.problems]
            self.notice.tell("wrong", [wrap_lo(each) for each in (*said, *self._later(foreseen, spoken))])
            return
        words = N_("In the box {before}, afterwards {after}.")
        said = [spoken.say(words, before=spoken.kip(foreseen.box), after=spoken.kip(foreseen.after))]
        self.notice.tell("plain", [wrap_lo(each) for each in said])

    def _later(self, foreseen: Foreseen, spoken: Language) -> list[str]:
        if foreseen.later is None:
            return []
        number, kind, on = foreseen.later
        words = N_("It is act {number}: {act}, {day}. Reverse that one first.")
        named = word(kind, spoken) or kind
        return [spoken.say(words, number=spoken.number(number), act=named, day=spoken.short_date(on))]
