"""One voucher: its lines, the act behind it, and what undid it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vdfbank.desktop import tasks
from vdfbank.desktop.buttons import ActButton
from vdfbank.desktop.page import Page
from vdfbank.desktop.parts import words_label
from vdfbank.desktop.rows_table import Heading, Line, RowsTable
from vdfbank.wording import terms
from vdfbank.wording.breaks import wrap_lo
from vdfbank.wording.catalogue import N_
from vdfbank.wording.figures import person_or_loan
from vdfbank.wording.headings import shown

_HEADINGS = (
    Heading(N_("Account"), share=6),
    Heading(N_("Whose"), share=4),
    Heading(N_("Debit"), is_figure=True, share=3),
    Heading(N_("Credit"), is_figure=True, share=3),
)


class VoucherPart(QWidget):
    def __init__(
        self, page: Page, undo: Callable[[], None], paper: Callable[[], None], back: Callable[[], None]
    ) -> None:
        super().__init__()
        self._page = page
        self.content: tasks.Voucher | None = None
        self.shown: str | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._title, self._about = words_label(strong=True), words_label()
        column.addWidget(self._title)
        column.addWidget(self._about)
        self.lines = RowsTable(page.tongue, N_("Lines of the voucher"), _HEADINGS)
        column.addWidget(self.lines, 1)
        self.back_button = ActButton(self, back, "Esc")
        self.print_button = ActButton(self, paper, "F12", drawing="print")
        self.undo_button = ActButton(self, undo, "Ctrl+R")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.back_button)
        row.addStretch()
        row.addWidget(self.undo_button)
        row.addWidget(self.print_button)
        column.addLayout(row)

    def take_keyboard(self) -> None:
        self.lines.setFocus()

    def lay_out(self, content: tasks.Voucher) -> None:
        self.content, self.shown = content, content.page.entry.voucher
        self._show()

    def speak(self) -> None:
        say = self._page.tongue.say
        self.back_button.word(say(N_("Back")))
        self.print_button.word(say(N_("Print the voucher again")))
        self.lines.speak()
        self._show()

    def _show(self) -> None:
        content, spoken = self.content, self._page.tongue.language
        if content is None:
            return
        page, entry = content.page, content.page.entry
        self._title.setText(f"{entry.voucher}   {spoken.date(entry.on)}   {shown(entry.item, 'text', spoken)}")
        self._about.setText(wrap_lo("\n".join(self._sentences(content))))
        self.undo_button.word(spoken.say(N_("Correct …") if page.is_closed else N_("Reverse …")))
        self.undo_button.setVisible(page.undone_by is None and page.undoes is None)
        self.print_button.setVisible(entry.voucher[:2] in ("RV", "PV"))
        self.lines.lay_out(
            [
                Line(
                    str(number),
                    (
                        f"{posting.account} {terms.account(posting.account, spoken)}",
                        person_or_loan(posting.holder, spoken, content.names) if posting.holder else "",
                        spoken.number(posting.amount) if posting.amount > 0 else "",
                        spoken.number(-posting.amount) if posting.amount < 0 else "",
                    ),
                )
                for number, posting in enumerate(entry.postings)
            ]
        )

    def _sentences(self, content: tasks.Voucher) -> Iterator[str]:
        page, spoken = content.page, self._page.tongue.language
        act = page.act
        kind = terms.word(act.kind, spoken) or act.kind
        yield spoken.say(N_("{act}, act {number}"), act=kind, number=spoken.number(page.entry.act))
        people = [person_or_loan(who, spoken, content.names) for who in (act.by, act.seconded_by) if who]
        if people:
            yield spoken.say(N_("Recorded by {people}"), people=", ".join(people))
        if page.entry.reason:
            yield page.entry.reason
        if page.undone_by is not None:
            yield spoken.say(N_("Undone by voucher {voucher}."), voucher=page.undone_by)
        if page.undoes is not None:
            yield spoken.say(N_("Undoes voucher {voucher}."), voucher=page.undoes)
