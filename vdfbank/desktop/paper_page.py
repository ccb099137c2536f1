"""Any printed form before it is printed: the very pages, to print, to save, or to leave."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from vdfbank.desktop import tasks
from vdfbank.desktop.buttons import ActButton
from vdfbank.desktop.page import Page, Workplace
from vdfbank.desktop.paper_view import PaperView
from vdfbank.desktop.parts import heading
from vdfbank.desktop.printer import print_pages
from vdfbank.office.changed import Changed
from vdfbank.office.forms.asked import Asked
from vdfbank.wording.catalogue import N_


class PaperPage(Page):
    """Shows one form; Esc goes back to the page that asked for it."""

    shows: ClassVar[Changed] = Changed.NOTHING

    def __init__(self, work: Workplace) -> None:
        super().__init__(work)
        self._asked: Asked | None = None
        self._paper: tasks.Paper | None = None
        self._back_to = "today"
        self._title = heading()
        self.column.addWidget(self._title)
        self.column.addWidget(self.notice)
        self.view = PaperView()
        self.column.addWidget(self.view, 1)
        self.back_button = ActButton(self, self._back, "Esc")
        self.save_button = ActButton(self, self._save, "Ctrl+S")
        self.print_button = ActButton(self, self._print, "Ctrl+P", main=True, drawing="print")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.back_button)
        row.addStretch()
        row.addWidget(self.save_button)
        row.addWidget(self.print_button)
        self.column.addLayout(row)

    def ask_for(self, asked: Asked, back_to: str) -> None:
        """Print `asked` and show it."""
        self._asked, self._back_to, self._paper = asked, back_to, None
        self.clear_failure()
        self.view.show_pages(())
        self.refresh()

    @override
    def refresh(self) -> None:
        if self._asked is not None:
            self.ask(tasks.print_paper(self._asked, self.tongue.language.code), self._printed)

    def _printed(self, paper: tasks.Paper) -> None:
        self._paper = paper
        self.view.show_pages(paper.pages)
        self._show()
        self.arrived()

    @override
    def take_keyboard(self) -> None:
        self.view.setFocus()

    @override
    def speak(self) -> None:
        say = self.tongue.say
        self.back_button.word(say(N_("Back")))
        self.save_button.word(say(N_("Save the PDF")))
        self.print_button.word(say(N_("Print the pages")))
        self.view.setAccessibleName(say(N_("Pages as they will be printed")))
        self._show()
        if self.isVisible():
            # The paper speaks the language of the window.
            self.refresh()

    def _show(self) -> None:
        ready = self._paper is not None
        for button in (self.save_button, self.print_button):
            button.setEnabled(ready)
        pages = self.tongue.language.plural("{n} page", "{n} pages", self.view.page_count)
        self._title.setText(pages if ready else self.tongue.say(N_("Preparing the pages …")))

    def _back(self) -> None:
        self.go.emit(self._back_to)

    def _save(self) -> None:
        paper = self._paper
        if paper is not None and (path := self.work.chooser.pdf_to_save(self, paper.name)) is not None:
            self.ask(tasks.save_pdf(paper.pdf, path), self._saved)

    def _saved(self, path: Path) -> None:
        self.notice.tell("good", [self.tongue.label(N_("Saved as {file}."), file=path.name)])

    def _print(self) -> None:
        if self._paper is None:
            return
        printer = self.work.chooser.printer(self)
        if printer is not None and print_pages(self._paper.pdf, printer):
            self.notice.tell("good", [self.tongue.label(N_("Sent to the printer."))])
        elif printer is not None:
            self.notice.tell("wrong", [self.tongue.label(N_("The printer did not answer. Look at paper and cable."))])
