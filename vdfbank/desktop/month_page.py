"""The month: checklist, audit sheet as it will be printed, closing, and the sealed sheet afterwards."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from vdfbank.acts.act import Key
from vdfbank.bank.calendar import Month
from vdfbank.bank.problem import Problem
from vdfbank.desktop import tasks
from vdfbank.desktop.buttons import ActButton
from vdfbank.desktop.month_part import Checklist, CloseForm
from vdfbank.desktop.page import Page, Workplace
from vdfbank.desktop.paper_view import PaperView
from vdfbank.desktop.parts import Figure, Scroll, card, heading, words_label
from vdfbank.journal.seal import short_form
from vdfbank.office.changed import Changed
from vdfbank.office.month_page import MonthPage as Content
from vdfbank.office.month_page import close_act
from vdfbank.office.session import Answer
from vdfbank.rules.closing import SIGNATURES
from vdfbank.rules.effects import Refused
from vdfbank.wording.breaks import wrap_lo
from vdfbank.wording.catalogue import N_
from vdfbank.wording.problems import sentence

_STATES = {"open": N_("open"), "to_close": N_("to close"), "closed": N_("closed")}


class MonthPage(Page):
    """One month: left what is checked and signed, right the paper itself."""

    shows: ClassVar[Changed] = ~Changed.DRAFTS

    def __init__(self, work: Workplace) -> None:
        super().__init__(work)
        self._sheet: tasks.MonthSheet | None = None
        self._wanted: Month | None = None
        self._problems: tuple[Problem, ...] = ()
        self._saved: Path | None = None
        self._title = heading()
        self.before_button = ActButton(self, lambda: self._turn(-1), "Ctrl+PgUp")
        self.after_button = ActButton(self, lambda: self._turn(1), "Ctrl+PgDown")
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self.before_button)
        top.addWidget(self.after_button)
        self.column.addLayout(top)
        self.column.addWidget(self.notice)
        self.paper = PaperView()
        self._left = self._beside()
        middle = QHBoxLayout()
        middle.setSpacing(14)
        middle.addWidget(self._left, 5)
        middle.addWidget(self.paper, 6)
        self.column.addLayout(middle, 1)
        self.column.addLayout(self._buttons())

    def _beside(self) -> QWidget:
        frame, column = card()
        self._state, self.seal = words_label(), Figure("large")
        self._checks_title, self._close_title = words_label(strong=True), words_label(strong=True)
        self.checks, self.form = Checklist(self.tongue), CloseForm(self.tongue)
        self.form.echoed.connect(self.hint)
        for widget in (self._state, self.seal, self._close_title, self.form, self._checks_title, self.checks):
            column.addWidget(widget)
        column.addStretch()
        return Scroll(frame)

    def _buttons(self) -> QVBoxLayout:
        self.preview_button = ActButton(self, self._toggle_preview, "F12")
        self.save_button = ActButton(self, self._save, "Ctrl+S")
        self.close_button = ActButton(self, self._close, "Ctrl+Enter", main=True)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.preview_button)
        row.addWidget(self.save_button)
        row.addStretch()
        row.addWidget(self.close_button)
        column = QVBoxLayout()
        column.addLayout(row)
        return column

    # --- words ---------------------------------------------------------------------------------------------------

    @override
    def speak(self) -> None:
        say = self.tongue.say
        self.before_button.word(say(N_("Month before")))
        self.after_button.word(say(N_("Month after")))
        self.preview_button.word(say(N_("Whole width") if self._left.isVisibleTo(self) else N_("With checks")))
        self.save_button.word(say(N_("Save the PDF")))
        self.paper.setAccessibleName(say(N_("Audit sheet")))
        self._checks_title.setText(self.tongue.label(N_("Checks")))
        self._close_title.setText(self.tongue.label(N_("Closing")))
        self.seal.caption(say(N_("Seal")))
        self._show()
        if self._sheet is not None:
            # The paper speaks the language of the window.
            self.refresh()

    def _show(self) -> None:
        sheet = self._sheet
        for widget in (self._left, self.paper, self.save_button, self.preview_button):
            widget.setEnabled(sheet is not None)
        self.close_button.setVisible(sheet is not None and sheet.page.state == "to_close")
        if sheet is None:
            self._title.setText(self.tongue.label(N_("The bank has not opened yet: there is no month to close.")))
            return
        page, spoken = sheet.page, self.tongue.language
        name = spoken.month(str(page.month))
        self._title.setText(wrap_lo(f"{name}: {spoken.say(_STATES[page.state])}"))
        self.before_button.setEnabled(page.month > page.first)
        self.after_button.setEnabled(page.month < page.last)
        self.close_button.word(spoken.say(N_("Close {month}"), month=name))
        for widget in (self._close_title, self.form):
            widget.setVisible(page.state == "to_close")
        self._state.setText(wrap_lo(self._state_words(page)))
        closed = page.report.closed
        self.seal.setVisible(closed is not None)
        self.seal.show_value(short_form(closed.seal) if closed is not None else "")
        self.checks.lay_out(page)
        if page.to_close is not None:
            self.form.lay_out(page)
        self._tell()

    def _state_words(self, page: Content) -> str:
        spoken, closed = self.tongue.language, page.report.closed
        if closed is not None:
            return spoken.say(
                N_("Closed on {day}. Write the seal in the minute book."), day=spoken.short_date(closed.on)
            )
        if page.to_close is not None:
            return spoken.say(N_("Count the box with the advisers, look at the sheet, then close the month."))
        return spoken.say(N_("An earlier month is to be closed first."))

    def _tell(self) -> None:
        if self._failure is not None:
            self.fail(self._failure)
        elif self._problems:
            names = self._sheet.page.names if self._sheet is not None else {}
            said = [wrap_lo(sentence(problem, self.tongue.language, names)) for problem in self._problems]
            self.notice.tell("wrong", [self.tongue.label(N_("The month was not closed.")), *said])
        elif self._saved is not None:
            self.notice.tell("good", [self.tongue.label(N_("Saved as {file}."), file=self._saved.name)])
        else:
            self.notice.tell("good", [])

    # --- content -------------------------------------------------------------------------------------------------

    @override
    def refresh(self) -> None:
        self.ask(tasks.look_at_month(self._wanted, self.tongue.language.code), self._looked)

    def _looked(self, sheet: tasks.MonthSheet | None) -> None:
        self._sheet = sheet
        if sheet is not None:
            self._wanted = sheet.page.month
            self.paper.show_pages(sheet.pages)
        self._show()
        self.arrived()

    def leave_book(self) -> None:
        """Another book is on the desk."""
        self._wanted, self._problems, self._saved = None, (), None
        self.clear_failure()

    @property
    def content(self) -> Content | None:
        return self._sheet.page if self._sheet is not None else None

    @override
    def take_keyboard(self) -> None:
        if self._sheet is None:
            self.setFocus()
        else:
            (self.form.counted if self.form.isVisible() else self.paper).setFocus()

    def _turn(self, months: int) -> None:
        if self._sheet is not None:
            self._wanted = self._sheet.page.month.plus(months)
            self._problems, self._saved = (), None
            self.clear_failure()
            self.refresh()

    def _toggle_preview(self) -> None:
        """The paper over the whole width, so that it can be read; again to come back."""
        self._left.setVisible(not self._left.isVisible())
        self.paper.setFocus()
        say = self.tongue.say
        self.preview_button.word(say(N_("Whole width") if self._left.isVisible() else N_("With checks")))

    def _save(self) -> None:
        if self._sheet is None:
            return
        name = f"{self._sheet.page.report.village_code}-{self._sheet.page.month}-{self.tongue.language.code}.pdf"
        if (path := self.work.chooser.pdf_to_save(self, name)) is not None:
            self.ask(tasks.save_pdf(self._sheet.pdf, path), self._did_save)

    def _did_save(self, path: Path) -> None:
        self._saved = path
        self._tell()

    # --- closing -------------------------------------------------------------------------------------------------

    def _close(self) -> None:
        sheet = self._sheet
        if sheet is None or sheet.page.to_close is None:
            return
        self._problems, self._saved = (), None
        self.clear_failure()
        lacking = self._lacking()
        if lacking:
            self.notice.tell("look", [wrap_lo(said) for said in lacking])
            return
        signed, counted, remarks = self.form.signed_by(), self.form.amount, self.form.remarks.text()
        key = Key(uuid.uuid4().hex)
        self.close_button.setEnabled(False)
        self.ask(
            tasks.perform(lambda today: close_act(sheet.page, signed, counted, remarks, today, key)), self._answered
        )

    def _lacking(self) -> list[str]:
        spoken, lacking = self.tongue.language, []
        if self.form.amount is None:
            lacking.append(spoken.say(N_("Count the box first. Blank is not zero.")))
        if len(self.form.signed_by()) < SIGNATURES:
            number = spoken.number(SIGNATURES)
            lacking.append(spoken.say(N_("At least {number} advisers sign: tick who counted with you."), number=number))
        return lacking

    @override
    def fail(self, error: Exception) -> None:
        self.close_button.setEnabled(True)
        super().fail(error)

    def _answered(self, answer: Answer) -> None:
        self.close_button.setEnabled(True)
        if isinstance(answer, Refused):
            self._problems = answer.problems
        self._tell()
        if not isinstance(answer, Refused):
            self.paper.setFocus()
