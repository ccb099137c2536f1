"""Members: the register, one member's card, and what happens to members: register, join, leave, die."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from vdfbank.bank.person import PersonId
from vdfbank.content.member_card import MemberCard, Register
from vdfbank.desktop import tasks
from vdfbank.desktop.buttons import ActButton
from vdfbank.desktop.member_forms import MEMBER_FORMS, PersonForm
from vdfbank.desktop.member_part import MemberPart
from vdfbank.desktop.page import Page, Workplace
from vdfbank.desktop.parts import heading, words_label
from vdfbank.desktop.register_table import HEADINGS, found, register_lines
from vdfbank.desktop.rows_table import RowsTable
from vdfbank.office.changed import Changed
from vdfbank.office.forms.asked import Asked
from vdfbank.office.session import Accepted
from vdfbank.wording.breaks import wrap_lo
from vdfbank.wording.catalogue import N_


class MembersPage(Page):
    """The list; Enter opens a card, Esc comes back."""

    shows: ClassVar[Changed] = ~(Changed.DRAFTS | Changed.MONTHS)

    def __init__(self, work: Workplace) -> None:
        super().__init__(work)
        self._register: Register | None = None
        self._said: str | None = None
        self._title, self._about = heading(), words_label(quiet=True)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        self.finder = QLineEdit()
        self.finder.setMaxLength(60)
        self.finder.textChanged.connect(lambda _text: self._list())
        self.finder.returnPressed.connect(self._into_list)
        top.addWidget(self.finder, 1)
        self.column.addLayout(top)
        self.column.addWidget(self.notice)
        self._parts = QStackedWidget()
        self.column.addWidget(self._parts, 1)
        self._parts.addWidget(self._list_part())
        self.part = MemberPart(self, self._form, self._print, self._to_list)
        self._parts.addWidget(self.part)
        self._sheet = QWidget()
        self._sheet_column = QVBoxLayout(self._sheet)
        self._sheet_column.setContentsMargins(0, 0, 0, 0)
        self._parts.addWidget(self._sheet)
        self.form: PersonForm | None = None
        shortcut = QShortcut(QKeySequence("Ctrl+F"), self)
        shortcut.activated.connect(self.finder.setFocus)

    def _into_list(self) -> None:
        self.table.setFocus()

    def _list_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._about)
        self.table = RowsTable(self.tongue, N_("Register of members"), HEADINGS)
        self.table.opened.connect(lambda key: self.open_member(PersonId(key)))
        column.addWidget(self.table, 1)
        self.register_button = ActButton(self, lambda: self._form("register", None), "Ctrl+N", drawing="new")
        self.print_button = ActButton(self, lambda: self._print("member-register", None), "F12", drawing="print")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.print_button)
        row.addStretch()
        row.addWidget(self.register_button)
        column.addLayout(row)
        return part

    # --- words ---------------------------------------------------------------------------------------------------

    @override
    def speak(self) -> None:
        say = self.tongue.say
        self._title.setText(self.tongue.label(N_("Members")))
        self.finder.setPlaceholderText(say(N_("Find by number, name or household ({keys})"), keys="Ctrl+F"))
        self.finder.setAccessibleName(say(N_("Find by number, name or household ({keys})"), keys="Ctrl+F"))
        self.register_button.word(say(N_("Register a person")))
        self.print_button.word(say(N_("Print the register")))
        self.table.speak()
        self.part.speak()
        if self.form is not None:
            self.form.speak()
        self._list()
        self._tell()

    def _list(self) -> None:
        if self._register is None:
            return
        spoken = self.tongue.language
        lines = [line for line in self._register.lines if found(line, self.finder.text())]
        self.table.lay_out(register_lines(lines, spoken))
        members = sum(line.standing == "member" for line in self._register.lines)
        shown = spoken.plural("{n} person shown", "{n} people shown", len(lines))
        self._about.setText(wrap_lo(f"{spoken.plural('{n} member', '{n} members', members)}   {shown}"))

    def _tell(self) -> None:
        if self._failure is not None:
            self.fail(self._failure)
        else:
            self.notice.tell("good", [wrap_lo(self.tongue.say(self._said))] if self._said else [])

    # --- content -------------------------------------------------------------------------------------------------

    @override
    def refresh(self) -> None:
        self.ask(tasks.look_at_register, self._looked)

    def _looked(self, register: Register) -> None:
        self._register = register
        self._list()
        if self.part.person is not None:
            self.ask(tasks.look_at_member(self.part.person), self._opened)
        self.arrived()

    @override
    def take_keyboard(self) -> None:
        if self._parts.currentIndex() == 0:
            self.table.setFocus()
        elif self._parts.currentIndex() == 1:
            self.part.take_keyboard()
        elif self.form is not None:
            self.form.take_keyboard()

    def leave_book(self) -> None:
        """Another book is on the desk."""
        self.part.person, self._register, self._said = None, None, None
        self.finder.clear()
        self._parts.setCurrentIndex(0)
        self.clear_failure()

    def open_member(self, person: PersonId) -> None:
        self._said = None
        self.ask(tasks.look_at_member(person), self._opened)

    def _opened(self, member: MemberCard) -> None:
        self.part.lay_out(member)
        if self._parts.currentIndex() != 2:
            self._parts.setCurrentIndex(1)
            self.part.take_keyboard()
        self._tell()

    def _to_list(self) -> None:
        person = self.part.person
        self.part.person = None
        self._parts.setCurrentIndex(0)
        if person is not None:
            self.table.select(person)
        self.table.setFocus()

    # --- acts and paper ------------------------------------------------------------------------------------------

    def _form(self, kind: str, person: PersonId | None) -> None:
        """The form of an act about a person, or of a person to be registered."""
        assert self._register is not None
        if self.form is not None:
            self._sheet_column.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
        self.form = MEMBER_FORMS[kind](self, self._register, person)
        self.form.left.connect(self._leave_form)
        self.form.done.connect(self._did)
        self._sheet_column.addWidget(self.form)
        self._parts.setCurrentIndex(2)
        self.form.start()

    def _leave_form(self) -> None:
        self._parts.setCurrentIndex(1 if self.part.person is not None else 0)
        self.take_keyboard()

    def _did(self, accepted: Accepted) -> None:
        self._said = N_("It stands in the book.")
        self._leave_form()
        self._tell()
        if accepted.act.kind == "register" and self.form is not None:
            self.table.select(self.form.about or "")

    def _print(self, form: str, person: PersonId | None) -> None:
        if self._register is not None:
            self.wants_paper.emit(Asked(form, as_of=self._register.on, member=person))
