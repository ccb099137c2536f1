"""One copy looked into: what it holds, what would be missing, and the new file it is put into use as."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vdfbank.desktop.buttons import ActButton
from vdfbank.desktop.facts import Fact, Facts
from vdfbank.desktop.page import Page
from vdfbank.desktop.parts import Notice, words_label
from vdfbank.office.backing_up import Restored
from vdfbank.office.restoring import CopySheet
from vdfbank.wording.breaks import wrap_lo
from vdfbank.wording.catalogue import N_


class CopyPart(QWidget):
    """Before: the comparison and one button. After: which file is which, and a button that opens the new one."""

    def __init__(
        self, page: Page, use: Callable[[], None], open_it: Callable[[], None], back: Callable[[], None]
    ) -> None:
        super().__init__()
        self._page = page
        self.sheet: CopySheet | None = None
        self.restored: Restored | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._name = words_label(strong=True)
        self.judgement = Notice()
        self.facts = Facts()
        column.addWidget(self._name)
        column.addWidget(self.judgement)
        column.addWidget(self.facts, 1)
        self.back_button = ActButton(page, back, "Esc")
        self.use_button = ActButton(page, use, "Ctrl+Enter", main=True)
        self.open_button = ActButton(page, open_it, "Ctrl+Enter", main=True, drawing="open")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.back_button)
        row.addStretch()
        row.addWidget(self.use_button)
        row.addWidget(self.open_button)
        column.addLayout(row)

    def take_keyboard(self) -> None:
        """On the way back first: what is put into use is read before."""
        (self.back_button if self.restored is None else self.open_button).setFocus()

    def lay_out(self, sheet: CopySheet) -> None:
        self.sheet, self.restored = sheet, None
        self._show()

    def lay_out_restored(self, restored: Restored) -> None:
        self.restored = restored
        self._show()

    def forget(self) -> None:
        self.sheet = self.restored = None

    # --- words ---------------------------------------------------------------------------------------------------

    def speak(self) -> None:
        say = self._page.tongue.say
        self.back_button.word(say(N_("Back")))
        self.use_button.word(say(N_("Put the copy into use")))
        self.open_button.word(say(N_("Open the restored book")))
        self.facts.setAccessibleName(say(N_("What the copy holds")))
        self._show()

    def _show(self) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        label = self._page.tongue.label
        self._name.setText(label(N_("The copy {file}"), file=sheet.copy.path.name))
        self.use_button.setVisible(self.restored is None)
        self.open_button.setVisible(self.restored is not None)
        if self.restored is not None:
            self.judgement.tell("good", list(map(wrap_lo, self._which_is_which(sheet, self.restored))))
        else:
            is_whole = sheet.is_of_this_book and not sheet.lost
            self.judgement.tell("good" if is_whole else "look", list(map(wrap_lo, self._comparison(sheet))))
        self.facts.lay_out(self._facts(sheet))

    def _facts(self, sheet: CopySheet) -> Iterator[Fact]:
        spoken = self._page.tongue.language
        for which, head in ((N_("In the copy"), sheet.head), (N_("In the open book"), sheet.book_head)):
            acts = spoken.plural("{n} act", "{n} acts", head.number)
            if head.on is not None:
                acts = spoken.say(N_("{acts}, the last of {day}"), acts=acts, day=spoken.date(head.on))
            yield spoken.say(which), acts
        if sheet.head.number:
            yield spoken.say(N_("Seal of the copy")), sheet.seal
        if self.restored is not None:
            return
        new, old = sheet.to.name, sheet.book.name
        yield (
            spoken.say(N_("If it is put into use")),
            spoken.say(N_("It becomes the new file {new} next to {old}; {old} stays as it is."), new=new, old=old),
        )

    def _comparison(self, sheet: CopySheet) -> Iterator[str]:
        spoken = self._page.tongue.language
        if not sheet.is_of_this_book:
            yield spoken.say(N_("This is a copy of another book: nothing of the open book is in it."))
            return
        if sheet.lost:
            day = spoken.date(sheet.book_head.on) if sheet.book_head.on else "–"
            yield spoken.plural(
                "{n} act of the open book would be missing, the last of {day}.",
                "{n} acts of the open book would be missing, the last of {day}.",
                sheet.lost,
                day=day,
            )
        else:
            yield spoken.say(N_("Nothing of the open book would be missing."))
        if sheet.gained:
            yield spoken.plural(
                "The copy has {n} act that the open book does not have.",
                "The copy has {n} acts that the open book does not have.",
                sheet.gained,
            )

    def _which_is_which(self, sheet: CopySheet, restored: Restored) -> Iterator[str]:
        spoken = self._page.tongue.language
        number = spoken.number(restored.head.number)
        yield spoken.say(N_("{file} is the restored copy, up to act {number}."), file=restored.path.name, number=number)
        yield spoken.say(N_("{file} is the book as it was; nothing in it changed."), file=sheet.book.name)
        yield spoken.say(N_("Write from now on in one of the two only, and tell your advisers which."))
