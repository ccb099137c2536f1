"""The window on the example village in November 2025, worked by its keys."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from vdfbank.acts.act import Act
from vdfbank.bank.person import LoanId, PersonId
from vdfbank.content.savings_day import SavingsDaySheet
from vdfbank.desktop.application_form import ApplicationForm
from vdfbank.desktop.choices import Choice
from vdfbank.desktop.choosing import Chooser
from vdfbank.desktop.day_stage import Step
from vdfbank.desktop.settings_page import SECTIONS
from vdfbank.desktop.window import Window
from vdfbank.office.books_page import BOOKS
from vdfbank.office.replaying import read_acts
from vdfbank.office.session import OpenBook

YEAR = Path(__file__).parents[1] / "years" / "example" / "acts.jsonl"
SAVINGS_DAY = date(2025, 11, 5)


@cache
def year() -> tuple[Act, ...]:
    return tuple(act for _, act in read_acts(YEAR))


@cache
def decisions() -> dict[str, Any]:
    """What the rules answer to each line of the example."""
    answers: dict[str, Any] = json.loads((YEAR.parent / "decisions.json").read_text("utf-8"))
    return answers


def old_books(folder: Path) -> Path:
    """Two members of a bank that ran before, on a spreadsheet."""
    file = folder / "old-books.csv"
    members = "member,joined,savings\nM01,1/2/2024,300000\nM02,1/2/2024,200000\n"
    file.write_text(f"members\n{members}accounts\naccount,amount\n1010,500000\n", "utf-8")
    return file


@cache
def _book_until(day: date) -> Path:
    """The example village as it was before `day`, made once."""
    path = Path(mkdtemp()) / "dokchampa.vdf"
    with OpenBook.create(path) as book:
        for act in year():
            if act.on < day:
                book.perform(act, act.on)
    return path


def book_before(day: date, folder: Path) -> Path:
    return Path(shutil.copy(_book_until(day), folder / "dokchampa.vdf"))


class FixedChooser(Chooser):
    """Chooses what the test says."""

    path: Path | None = None

    def book_to_open(self, parent: QWidget) -> Path | None:  # noqa: ARG002 - as its parent is called
        return self.path

    acts_to_perform = book_to_open
    sheet_to_take_over = book_to_open

    def folder(self, parent: QWidget, start: Path) -> Path | None:  # noqa: ARG002
        return self.path

    def pdf_to_save(self, parent: QWidget, name: str) -> Path | None:  # noqa: ARG002
        return self.path

    def printer(self, parent: QWidget) -> QPrinter | None:  # noqa: ARG002
        """A printer that prints into a file."""
        if self.path is None:
            return None
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.path))
        return printer


class Keyboard:
    """Somebody at the keyboard: keys go to whatever has the focus, nothing is clicked."""

    def __init__(self, day: date = SAVINGS_DAY, language: str = "en") -> None:
        self.day = day
        #: Keys struck so far.
        self.struck = 0
        self.window = Window(self._clock, language, FixedChooser)
        self.window.resize(1024, 600)
        self.window.show()
        QTest.qWaitForWindowExposed(self.window)
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)
        self.settle()

    def _clock(self) -> datetime:
        return datetime(self.day.year, self.day.month, self.day.day, 9, tzinfo=UTC)

    def choose(self, path: Path) -> None:
        """What the next file dialog answers."""
        assert isinstance(self.window.chooser, FixedChooser)
        self.window.chooser.path = path

    def settle(self) -> None:
        """Until everything asked of the book's thread was answered."""
        end = time.monotonic() + 20
        QApplication.processEvents()
        while not self.window.worker.is_idle:
            assert time.monotonic() < end
            QTest.qWait(2)
        for _ in range(3):
            QApplication.processEvents()

    def open(self, path: Path) -> None:
        self.window.open_book(path)
        self.settle()

    def open_sheet(self, digits: Callable[[str], str] = str) -> None:
        """To the savings day; the box is counted again, and the sheet opens."""
        self.control(Qt.Key.Key_2)
        self.enter(digits(str(self._sheet().opened_with)))
        assert self.window.day.step is Step.SHEET, self.window.day.notice.text

    def post_counted(self, counted: str) -> None:
        """Count, witness, totals, second person, post: by keys."""
        day = self.window.day
        self.press(Qt.Key.Key_F7)
        self.tab_to(day.count.box.notes.total)
        self.enter(counted)
        self.tab_to(day.count.box.outcome.witness)
        self.press(Qt.Key.Key_Down)
        self.control(Qt.Key.Key_Return)
        assert day.step is Step.POST, day.notice.text
        self.press(Qt.Key.Key_Down)
        self.control(Qt.Key.Key_Return)

    @property
    def focused(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            self.struck += 1
            QTest.keyClick(self.focused, key, held)
            self.settle()

    def control(self, key: Qt.Key) -> None:
        self.press(key, held=Qt.KeyboardModifier.ControlModifier)

    def type(self, text: str) -> None:
        self.struck += len(text)
        for letter in text:
            QTest.sendKeyEvent(
                QTest.KeyAction.Click, self.focused, Qt.Key.Key_unknown, letter, Qt.KeyboardModifier.NoModifier
            )

    def enter(self, text: str = "") -> None:
        self.type(text)
        self.press(Qt.Key.Key_Return)

    def tab_to(self, widget: QWidget) -> None:
        for _ in range(60):
            if widget.hasFocus():
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never reaches {widget.accessibleName()}")

    def close(self) -> None:
        """Shut the window; again is fine."""
        if shiboken6.isValid(self.window):
            self.window.close()
            self.window.deleteLater()
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def tour(self) -> Iterator[str]:
        """Every page and step, for pictures and for what must hold of all of them."""
        window = self.window
        yield "start"
        window.start.begin_new()
        yield "start-new"
        self.window.start.take_keyboard()
        with_book = Path(mkdtemp())
        yield from self._founding(with_book)
        self.open(book_before(self.day, with_book))
        yield "today"
        yield from self._members()
        window.show_page("savings_day")
        yield from self._savings_day()
        self.day = date(2025, 11, 30)
        window.show_page("today")
        window.today.refresh()
        yield "today-after"
        window.show_page("month")
        window.month.refresh()
        yield "month"
        window.month.preview_button.click()
        yield "month-wide"
        window.month.preview_button.click()
        self._close_month()
        yield "month-closed"

    def _founding(self, folder: Path) -> Iterator[str]:
        from vdfbank.desktop import tasks

        window = self.window
        window.start._lay_open(tasks.new_book(folder / "new-village.vdf"))
        yield "founding"
        self.settle()
        for name in ("found", "train", "management", "advisory", "bylaws"):
            window.founding.steps[name].click()
            yield f"founding-{name}"
            assert window.founding.form is not None
            window.founding.form.back_button.click()
        self.found(folder)
        yield "founding-ready"
        self.choose(old_books(folder))
        window.founding.old_button.click()
        yield "founding-old-books"

    def _members(self) -> Iterator[str]:
        window = self.window
        window.show_page("members")
        yield "members"
        self.settle()
        window.members.open_member(PersonId("M04"))
        yield "member-card"
        self.settle()
        window.members.card.acts["withdraw"].click()
        yield "member-withdraw"
        assert window.members.form is not None
        window.members.form.back_button.click()
        window.members.card.back_button.click()
        window.members.register_button.click()
        yield "member-register"
        window.members.form.back_button.click()
        yield from self._loans()
        yield from self._books()

    def _loans(self) -> Iterator[str]:
        """The list, an application as it is typed, a decision, every form of a running loan, the calculator."""
        window = self.window
        window.show_page("loans")
        yield "loans"
        self.settle()
        loans = window.loans
        loans.new_button.click()
        yield "loan-application-empty"
        assert isinstance(loans.form, ApplicationForm)
        self.fill_application(loans.form, "M13", "3000000", "6")
        yield "loan-application"
        self.settle()
        loans.form.back_button.click()
        loans.sitting_button.click()
        self.settle()
        yield "loan-decision"
        assert loans.form is not None
        loans.form.back_button.click()
        loans.open_loan(LoanId("A01"))
        self.settle()
        yield "loan-approved"
        loans.loan.acts["pay_out"].click()
        yield "loan-pay-out"
        loans.form.back_button.click()
        loans.open_loan(LoanId("L4"))
        self.settle()
        yield "loan-running"
        for name in ("repay", "settle", "reschedule", "write_off"):
            loans.loan.acts[name].click()
            yield f"loan-{name}"
            self.settle()
            loans.form.back_button.click()
        loans.loan.back_button.click()
        loans.calculator_button.click()
        yield "loan-calculator-empty"
        self.calculate("600000", "6")
        yield "loan-calculator"

    def fill_application(self, form: ApplicationForm, member: str, amount: str, months: str) -> None:
        controls = {line.name: line.control for line in form.inputs}
        member_choice, sum_edit, months_edit = controls["member"], controls["amount"], controls["months"]
        assert isinstance(member_choice, Choice)
        assert isinstance(sum_edit, QLineEdit)
        assert isinstance(months_edit, QLineEdit)
        member_choice.choose(member)
        sum_edit.setText(amount)
        months_edit.setText(months)
        form._look_ahead()
        self.settle()

    def calculate(self, amount: str, months: str) -> None:
        calculator = self.window.loans.calculator
        for line, text in zip(calculator.inputs, (amount, months), strict=False):
            assert isinstance(line.control, QLineEdit)
            line.control.setText(text)
        calculator.reckon()
        self.settle()

    def _books(self) -> Iterator[str]:
        window = self.window
        window.show_page("books")
        for name in BOOKS:
            window.books.book.choose(name)
            self.settle()
            yield f"books-{name}"
        window.books.book.choose("trial-balance")
        self.settle()
        window.books.table.opened.emit("1010")
        yield "books-account"
        self.settle()
        window.books.open_voucher("RV-2025-10-0001")
        yield "books-voucher"
        self.settle()
        window.books.voucher.undo_button.click()
        yield "books-undo"
        window.books.box_buttons["spend"].click()
        yield "books-spend"
        yield from self._settings()

    def _settings(self) -> Iterator[str]:
        window = self.window
        window.show_page("settings")
        for name in SECTIONS:
            window.settings.show_section(name)
            self.settle()
            yield f"settings-{name}"
        window.settings.about.words_button.click()
        yield "settings-licence"
        for name, button in window.settings.committees.buttons.items():
            window.settings.show_section("committees")
            button.click()
            yield f"settings-elect-{name}"
        window.settings.show_section("bylaws")
        window.settings.bylaws.agree_button.click()
        yield "settings-agree"
        yield from self._usb()

    def _usb(self) -> Iterator[str]:
        window = self.window
        window.show_page("usb")
        yield "usb"
        self.settle()
        window.usb.own_button.click()
        yield "usb-own"
        stick = Path(mkdtemp())
        self.choose(stick)
        window.usb.stick_button.click()
        yield "usb-stick"
        self.settle()
        window.usb.copy_button.click()
        yield "usb-copy"
        self.settle()
        window.usb.copy.use_button.click()
        yield "usb-restored"

    def found(self, folder: Path) -> None:
        """The founding of the example from a file of acts, up to the first member."""
        lines = YEAR.read_text("utf-8").splitlines()
        accepted = [lines[int(line) - 1] for line, answer in decisions().items() if answer["accepted"]]
        before_the_first = [line for line in accepted if json.loads(line)["on"] < "2025-01-01"]
        file = folder / "founding.jsonl"
        file.write_text("\n".join(before_the_first) + "\n", "utf-8")
        self.choose(file)
        self.window.founding.perform_button.click()
        self.settle()

    def _savings_day(self) -> Iterator[str]:
        """Every step of a savings day, and what can be asked in it."""
        day = self.window.day
        self.settle()
        yield "day-open"
        self._count_open("4160000")
        yield "day-open-differs"
        self._count_open(str(self._sheet().opened_with))
        day.buttons["open"].click()
        yield "day-sheet"
        self.settle()
        model = day.sheet.model
        model.toggle_absence(6)
        model.all_as_expected()
        self.settle()
        day.sheet.table.go_to(3, 5)
        yield "day-sheet-filled"
        day.queue_button.click()
        yield "day-sheet-queue"
        day.queue_button.click()
        self._pay_more()
        yield "day-sheet-question"
        day.sheet.question.save_button.click()
        self.settle()
        model.undo()
        model.undo()
        day.out_button.click()
        yield "day-out"
        self.settle()
        day.out.amount.setText("20000")
        day.out.note.setText("pens")
        day.out.add_button.click()
        yield "day-out-spent"
        self.settle()
        day.buttons["count"].click()
        yield "day-count"
        self._count("2000000")
        yield "day-count-short"
        self._count(str(model.day.totals().box))
        day.buttons["summary"].click()
        yield "day-summary"
        day.summary.second.setCurrentIndex(1)
        self.settle()
        day.buttons["post"].click()
        self.settle()
        yield "day-done"
        yield from self._after_the_day()

    def _after_the_day(self) -> Iterator[str]:
        day = self.window.day
        day.buttons["late"].click()
        day.late.member.setCurrentIndex(7)
        day.late.save.setText("20000")
        day.late.changed.emit()
        self.settle()
        yield "day-late"
        day.buttons["back"].click()
        day.held.table.setCurrentCell(3, 2)
        day.buttons["correct"].click()
        self.settle()
        yield "day-correct"
        day.correct.second.setCurrentIndex(1)
        day.correct.repay.setText("300000")
        day.correct.changed.emit()
        self.settle()
        day.buttons["write"].click()
        self.settle()
        yield "day-corrected"
        day.buttons["again"].click()
        yield "day-recount"
        day.buttons["back"].click()
        day.buttons["back"].click()
        yield "day-another"

    def _sheet(self) -> SavingsDaySheet:
        content = self.window.day.content
        assert content is not None
        assert content.sheet is not None
        return content.sheet

    def _count_open(self, counted: str) -> None:
        notes = self.window.day.opening.box.notes
        notes.total.setText(counted)
        notes.changed.emit()
        self.settle()

    def _pay_more(self) -> None:
        """M04 brings more than is due."""
        table = self.window.day.sheet.table
        table.go_to(3, 5)
        table.setFocus()
        self.type("900000")
        self.press(Qt.Key.Key_Return)

    def _count(self, counted: str) -> None:
        self.settle()
        box = self.window.day.count.box
        box.notes.total.setText(counted)
        box.outcome.witness.setCurrentIndex(1)
        box.notes.changed.emit()
        self.settle()

    def _close_month(self) -> None:
        self.settle()
        form = self.window.month.form
        page = self.window.month.content
        assert page is not None
        assert page.to_close is not None
        form.counted.setText(str(page.to_close.box))
        for box in list(form.signers.values())[:2]:
            box.setChecked(True)
        self.window.month.close_button.click()
        self.settle()
