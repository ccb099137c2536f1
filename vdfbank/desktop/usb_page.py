"""USB: copies of the book on this computer and on a stick, and a copy put into use again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from vdfbank.desktop import keeping_tasks, tasks
from vdfbank.desktop.buttons import ActButton
from vdfbank.desktop.choices import Choice
from vdfbank.desktop.choosing import documents
from vdfbank.desktop.copy_part import CopyPart
from vdfbank.desktop.copy_words import HEADINGS, copy_line, reach, safe_here, safe_there
from vdfbank.desktop.edges import ElidedLabel
from vdfbank.desktop.flow import FlowBox
from vdfbank.desktop.page import Page, Workplace
from vdfbank.desktop.parts import Tone, heading, words_label
from vdfbank.desktop.rows_table import RowsTable
from vdfbank.office.backing_up import BackedUp, Restored
from vdfbank.office.changed import Changed
from vdfbank.office.restoring import CopySheet
from vdfbank.wording.breaks import wrap_lo
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language

#: The two places copies are listed of.
_OWN, _STICK = "own", "stick"
#: A sentence, made again whenever the language changes.
Sentence = Callable[[Language], str]


class UsbPage(Page):
    """Part one the copies in one place, part two one copy beside the open book."""

    shows: ClassVar[Changed] = ~Changed.DRAFTS

    def __init__(self, work: Workplace) -> None:
        super().__init__(work)
        self._where = _OWN
        self._stick: Path | None = None
        self._copies: keeping_tasks.Copies | None = None
        self._said: tuple[Tone, Sentence] | None = None
        self._is_busy = False
        self._title = heading()
        self.where = Choice(self.tongue)
        self.where.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.where.currentIndexChanged.connect(self._chosen)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self._title, 1)
        top.addWidget(self.where)
        self.column.addLayout(top)
        self.column.addWidget(self.notice)
        self._parts = QStackedWidget()
        self.column.addWidget(self._parts, 1)
        self._parts.addWidget(self._list_part())
        self.copy = CopyPart(self, self._use, self._open_restored, self._to_list)
        self._parts.addWidget(self.copy)

    def _list_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._about, self._place = words_label(quiet=True), ElidedLabel()
        self._place.setProperty("quiet", True)
        where = QHBoxLayout()
        where.setSpacing(14)
        where.addWidget(self._about, 1)
        where.addWidget(self._place, 2)
        column.addLayout(where)
        self.table = RowsTable(self.tongue, N_("Copies of the book"), HEADINGS)
        self.table.opened.connect(self._look_into)
        column.addWidget(self.table, 1)
        self.stick_button = ActButton(self, self._to_stick, "Ctrl+S", main=True)
        self.own_button = ActButton(self, self._to_own)
        self.look_button = ActButton(self, self._look_at_folder, "Ctrl+O", drawing="open")
        self.copy_button = ActButton(self, self._look_into_chosen, "Ctrl+Enter")
        self._buttons = (self.stick_button, self.own_button, self.look_button, self.copy_button)
        column.addWidget(FlowBox(*self._buttons))
        return part

    # --- words ---------------------------------------------------------------------------------------------------

    @override
    def speak(self) -> None:
        say = self.tongue.say
        self._title.setText(self.tongue.label(N_("Backups")))
        self.where.setAccessibleName(say(N_("Where the copies lie")))
        self._offer_places()
        self.stick_button.word(say(N_("Back up to a stick")))
        # Its key works on every page: the window's.
        self.own_button.word(say(N_("Back up to this computer")))
        self.look_button.word(say(N_("Look at the copies in a folder")))
        self.copy_button.word(say(N_("Look into the copy")))
        self.table.speak()
        self.copy.speak()
        self._show()
        self._tell()

    def _offer_places(self) -> None:
        places = [(_OWN, self.tongue.say(N_("On this computer")))]
        if self._stick is not None:
            places.append((_STICK, self._stick.name or str(self._stick)))
        self.where.blockSignals(True)
        self.where.offer(places)
        self.where.choose(self._where)
        self.where.blockSignals(False)

    def _tell(self) -> None:
        if self._failure is not None:
            self.fail(self._failure)
        elif self._said is not None:
            tone, sentence = self._said
            self.notice.tell(tone, [wrap_lo(sentence(self.tongue.language))])
        else:
            self.notice.tell("plain", [])

    def _say(self, tone: Tone, sentence: Sentence | None) -> None:
        """A sentence above the page until the next thing is done."""
        self._failure = None
        self._said = (tone, sentence) if sentence is not None else None
        self._tell()

    def _show(self) -> None:
        copies, spoken = self._copies, self.tongue.language
        if copies is None:
            return
        for widget in (self.where, *self._buttons):
            widget.setEnabled(not copies.is_practice)
        self.copy_button.setEnabled(bool(copies.kept))
        self.table.setVisible(bool(copies.kept))
        self._place.setVisible(not copies.is_practice)
        self._place.setText(str(copies.folder))
        self._place.setToolTip(str(copies.folder))
        self._about.setText(wrap_lo(reach(copies, spoken)))
        self.table.lay_out([copy_line(place, kept, spoken) for place, kept in enumerate(copies.kept)])

    # --- content -------------------------------------------------------------------------------------------------

    @override
    def refresh(self) -> None:
        self._list(self._where)

    def _list(self, where: str) -> None:
        folder = self._stick if where == _STICK else None
        self.work.worker.ask(keeping_tasks.look_at_copies(folder), self._listed, self._not_listed)

    def _listed(self, copies: keeping_tasks.Copies) -> None:
        self._copies = copies
        had_keyboard = self.table.hasFocus()
        self._show()
        if had_keyboard:
            self.take_keyboard()
        self.arrived()

    def _not_listed(self, error: Exception) -> None:
        """A stick that was pulled out is forgotten: the copies of this computer are always there."""
        self.fail(error)
        if self._where == _STICK:
            self._where, self._stick = _OWN, None
            self._offer_places()
            self._list(_OWN)

    @override
    def take_keyboard(self) -> None:
        if self._parts.currentIndex() == 1:
            self.copy.take_keyboard()
        elif self.table.isVisible():
            self.table.setFocus()
        else:
            self.stick_button.setFocus()

    def leave_book(self) -> None:
        """Another book is on the desk."""
        self._where, self._stick, self._copies = _OWN, None, None
        self.copy.forget()
        self._parts.setCurrentIndex(0)
        self._offer_places()
        self._say("plain", None)

    def _chosen(self) -> None:
        if self.where.key is None:
            self.where.choose(self._where)
        elif self.where.key != self._where:
            self._where = self.where.key
            self._say("plain", None)
            self._to_list()
            self.refresh()

    # --- copies are made -----------------------------------------------------------------------------------------

    @override
    def fail(self, error: Exception) -> None:
        self._said = None
        self._work_over()
        super().fail(error)

    def _begin(self) -> bool:
        """What takes a while on a slow stick is said, and not asked for twice."""
        if self._is_busy:
            return False
        self._is_busy = True
        self._say("plain", lambda spoken: spoken.say(N_("Copying and comparing …")))
        return True

    def _work_over(self) -> None:
        self._is_busy = False

    def _to_own(self) -> None:
        if self._begin():
            self.ask(tasks.back_up_to(), self.backed_up)

    def backed_up(self, done: BackedUp) -> None:
        """A copy lies on this computer; the window asks for one as well."""
        self._work_over()
        self._where = _OWN
        self._offer_places()
        self._say("good", lambda spoken: safe_here(done, spoken))
        self._list(_OWN)

    def _choose_folder(self) -> Path | None:
        return self.work.chooser.folder(self, self._stick or documents())

    def _to_stick(self) -> None:
        if (folder := self._choose_folder()) is not None and self._begin():
            self.ask(tasks.back_up_to(folder), lambda done: self._on_stick(folder, done))

    def _on_stick(self, folder: Path, done: BackedUp) -> None:
        self._work_over()
        self._say("good", lambda spoken: safe_there(folder, done, spoken))
        self._go_to(folder)

    def _look_at_folder(self) -> None:
        if (folder := self._choose_folder()) is not None:
            self._say("plain", None)
            self._go_to(folder)
            self.table.setFocus()

    def _go_to(self, folder: Path) -> None:
        self._where, self._stick = _STICK, folder
        self._offer_places()
        self._list(_STICK)

    # --- a copy is put into use ----------------------------------------------------------------------------------

    def _look_into_chosen(self) -> None:
        if self.table.key is not None:
            self._look_into(self.table.key)

    def _look_into(self, key: str) -> None:
        assert self._copies is not None
        copy = self._copies.kept[int(key)].copy
        if self._begin():
            self.ask(keeping_tasks.look_into_copy(copy), self._looked_into)

    def _looked_into(self, sheet: CopySheet) -> None:
        self._work_over()
        self._say("plain", None)
        self.copy.lay_out(sheet)
        self._parts.setCurrentIndex(1)
        self.take_keyboard()

    def _use(self) -> None:
        if self.copy.sheet is not None and self._begin():
            self.ask(keeping_tasks.use_copy(self.copy.sheet.copy), self._restored)

    def _restored(self, restored: Restored) -> None:
        self._work_over()
        self._say("plain", None)
        self.copy.lay_out_restored(restored)
        self.take_keyboard()

    def _open_restored(self) -> None:
        if self.copy.restored is not None:
            self.look_up.emit("start", str(self.copy.restored.path))

    def _to_list(self) -> None:
        self._say("plain", None)
        self.copy.forget()
        self._parts.setCurrentIndex(0)
        self.take_keyboard()
