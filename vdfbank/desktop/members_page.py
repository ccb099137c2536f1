"""Members: the register, one member's card, and what happens to members: register, join, leave, die."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from vdfbank.bank.person import PersonId
from vdfbank.content.member_card import MemberCard, Register
from vdfbank.desktop import tasks
from vdfbank.desktop.buttons import ActButton
from vdfbank.desktop.form_page import FormPage
from vdfbank.desktop.member_forms import MEMBER_FORMS, names_of
from vdfbank.desktop.member_part import MemberPart
from vdfbank.desktop.page import Workplace
from vdfbank.desktop.parts import heading, words_label
from vdfbank.desktop.register_table import HEADINGS, found, register_lines
from vdfbank.desktop.rows_table import RowsTable
from vdfbank.office.changed import Changed
from vdfbank.office.forms.asked import Asked
from vdfbank.wording.breaks import wrap_lo
from vdfbank.wording.catalogue import N_


class MembersPage(FormPage):
    """The list; Enter opens a card, Esc comes back."""

    shows: ClassVar[Changed] = ~(Changed.DRAFTS | Changed.MONTHS)

    def __init__(self, work: Workplace) -> None:
        super().__init__(work)
        self._register: Register | None = None
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
        self.column.addWidget(self.parts, 1)
        self._list_place = self.add_part(self._list_part())
        self.card = MemberPart(self, self._form, self._print, self._to_list)
        self._card_place = self.add_part(self.card)
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
        self.card.speak()
        self._list()
        super().speak()

    def _list(self) -> None:
        if self._register is None:
            return
        spoken = self.tongue.language
        lines = [line for line in self._register.lines if found(line, self.finder.text())]
        self.table.lay_out(register_lines(lines, spoken))
        members = sum(line.standing == "member" for line in self._register.lines)
        shown = spoken.plural("{n} person shown", "{n} people shown", len(lines))
        self._about.setText(wrap_lo(f"{spoken.plural('{n} member', '{n} members', members)}   {shown}"))

    # --- content -------------------------------------------------------------------------------------------------

    @override
    def refresh(self) -> None:
        self.ask(tasks.look_at_register, self._looked)

    def _looked(self, register: Register) -> None:
        self._register = register
        self._list()
        if self.card.person is not None:
            self.ask(tasks.look_at_member(self.card.person), self._opened)
        self.arrived()

    @override
    def take_keyboard(self) -> None:
        if self.shows_form and self.form is not None:
            self.form.take_keyboard()
        elif self.part == self._card_place:
            self.card.take_keyboard()
        else:
            self.table.setFocus()

    @override
    def leave_book(self) -> None:
        super().leave_book()
        self.card.person, self._register = None, None
        self.finder.clear()

    @override
    def show_thing(self, key: str) -> None:
        self.open_member(PersonId(key))

    def open_member(self, person: PersonId) -> None:
        self.say_done(None)
        self.ask(tasks.look_at_member(person), self._opened)

    def _opened(self, member: MemberCard) -> None:
        was_open = self.part == self._card_place
        self.card.lay_out(member)
        self.show_part(self._card_place)
        if not was_open:
            self.take_keyboard()

    def _to_list(self) -> None:
        person = self.card.person
        self.card.person = None
        self.show_part(self._list_place)
        if person is not None:
            self.table.select(person)
        self.table.setFocus()

    # --- acts and paper ------------------------------------------------------------------------------------------

    def _form(self, kind: str, person: PersonId | None) -> None:
        """The form of an act about a person, or of a person to be registered."""
        if self._register is not None:
            self.open_form(MEMBER_FORMS[kind](self, self._register, person), names_of(self._register))

    def _print(self, form: str, person: PersonId | None) -> None:
        if self._register is not None:
            self.wants_paper.emit(Asked(form, as_of=self._register.on, member=person))
