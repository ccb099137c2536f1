"""Books: journal, cash book, statements of any month; each number opens its lines, each voucher can be undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from vdfbank.bank.account import Account
from vdfbank.bank.calendar import Month
from vdfbank.desktop import tasks
from vdfbank.desktop.buttons import ActButton
from vdfbank.desktop.choices import Choice
from vdfbank.desktop.flow import FlowBox
from vdfbank.desktop.form_page import FormPage
from vdfbank.desktop.money_forms import BOX_FORMS, undo_form
from vdfbank.desktop.page import Workplace
from vdfbank.desktop.parts import Tone, heading, words_label
from vdfbank.desktop.rows_table import RowsTable
from vdfbank.desktop.table_lines import headings_of, lines_of
from vdfbank.desktop.voucher_part import VoucherPart
from vdfbank.ledger.table import Table
from vdfbank.office.books_page import BOOKS, BookPage
from vdfbank.office.changed import Changed
from vdfbank.office.forms.asked import Asked
from vdfbank.wording.breaks import wrap_lo
from vdfbank.wording.catalogue import N_
from vdfbank.wording.headings import TITLES, fact, title

#: The printed form of each book.
_PAPERS = {
    "journal": "cash-book",
    "cash-book": "cash-book",
    "trial-balance": "trial-balance",
    "income-statement": "income-statement",
    "balance-sheet": "balance-sheet",
    "savings": "savings-ledger",
    "loans": "arrears",
}
_BOX = (
    ("spend", N_("Money out")),
    ("receive", N_("Money in")),
    ("deposit", N_("To the bank")),
    ("draw", N_("From the bank")),
)
#: Books whose rows lead to an account.
_OF_ACCOUNTS = ("trial-balance", "income-statement", "balance-sheet")


class BooksPage(FormPage):
    """Part one the book, part two the lines of one account, part three one voucher."""

    shows: ClassVar[Changed] = Changed.BOOK | Changed.MONEY | Changed.LOANS | Changed.MONTHS

    def __init__(self, work: Workplace) -> None:
        super().__init__(work)
        self._name = BOOKS[0]
        self._month: Month | None = None
        self._page: BookPage | None = None
        self._lines: Table | None = None
        self.column.addLayout(self._top())
        self.column.addWidget(self.notice)
        self.column.addWidget(self.parts, 1)
        self._book_place = self.add_part(self._book_part())
        self._account_place = self.add_part(self._account_part())
        self.voucher = VoucherPart(self, self._undo, self._print_voucher, self._to_book)
        self._voucher_place = self.add_part(self.voucher)

    def _top(self) -> QHBoxLayout:
        self._title = heading()
        self.book = Choice(self.tongue)
        # As wide as its longest name: an income statement must not be cut.
        self.book.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.book.currentIndexChanged.connect(self._chosen)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self._title, 1)
        top.addWidget(self.book)
        return top

    def _book_part(self) -> QWidget:
        part, column = _part()
        self._facts = words_label(quiet=True)
        column.addWidget(self._facts)
        self.table = RowsTable(self.tongue, N_("Lines of the book"))
        self.table.opened.connect(self._open_row)
        column.addWidget(self.table, 1)
        self.before_button = ActButton(self, lambda: self._turn(-1), "Ctrl+PgUp")
        self.after_button = ActButton(self, lambda: self._turn(1), "Ctrl+PgDown")
        self.box_buttons = {name: ActButton(self, self._box_form(name)) for name, _ in _BOX}
        self.print_button = ActButton(self, self._print, "F12", drawing="print")
        turning = (self.before_button, self.after_button)
        column.addWidget(FlowBox(*turning, *self.box_buttons.values(), self.print_button))
        return part

    def _account_part(self) -> QWidget:
        part, column = _part()
        self._account_facts = words_label(quiet=True)
        column.addWidget(self._account_facts)
        self.lines = RowsTable(self.tongue, N_("Lines of an account"))
        self.lines.opened.connect(self.open_voucher)
        column.addWidget(self.lines, 1)
        self.back_button = ActButton(part, self._to_book, "Esc")
        column.addWidget(FlowBox(self.back_button))
        return part

    # --- words ---------------------------------------------------------------------------------------------------

    @override
    def speak(self) -> None:
        say = self.tongue.say
        self.book.setAccessibleName(say(N_("Which book")))
        self.book.blockSignals(True)
        self.book.offer((name, say(TITLES[name])) for name in BOOKS)
        self.book.choose(self._name)
        self.book.blockSignals(False)
        self.before_button.word(say(N_("Month before")))
        self.after_button.word(say(N_("Month after")))
        for name, words in _BOX:
            self.box_buttons[name].word(say(words))
        self.print_button.word(say(N_("Print the book")))
        self.back_button.word(say(N_("Back")))
        self.table.speak()
        self.lines.speak()
        self.voucher.speak()
        self._show()
        super().speak()

    def _show(self) -> None:
        page, spoken = self._page, self.tongue.language
        self.table.setEnabled(page is not None)
        if page is None:
            self._title.setText(self.tongue.label(N_("The bank has not opened yet: its books are empty.")))
            return
        self._title.setText(wrap_lo(spoken.month(str(page.month))))
        self.before_button.setEnabled(page.month > page.first)
        self.after_button.setEnabled(page.month < page.last)
        facts = _facts(page.table, self) if page.table.rows else spoken.say(N_("Nothing was written in this month."))
        self._facts.setText(wrap_lo(facts))
        self.table.lay_out(lines_of(page.table, page.keys, spoken, self._tone), headings_of(page.table))
        if self._lines is not None:
            self._account_facts.setText(wrap_lo(f"{title(self._lines, spoken)}   {_facts(self._lines, self)}"))
            keys = [str(row[1]) for row in self._lines.rows]
            self.lines.lay_out(lines_of(self._lines, keys, spoken), headings_of(self._lines))

    def _tone(self, row: int) -> Tone:
        return "look" if self._page is not None and row in self._page.undone else "plain"

    # --- content -------------------------------------------------------------------------------------------------

    @override
    def refresh(self) -> None:
        self.ask(tasks.look_at_book(self._name, self._month), self._looked)
        if self.voucher.shown is not None:
            self.open_voucher(self.voucher.shown)

    def _looked(self, page: BookPage | None) -> None:
        self._page = page
        if page is not None:
            self._month = page.month
        self._show()
        self.arrived()

    @override
    def take_keyboard(self) -> None:
        if self.shows_form and self.form is not None:
            self.form.take_keyboard()
        elif self.part == self._book_place:
            self.table.setFocus()
        elif self.part == self._account_place:
            self.lines.setFocus()
        else:
            self.voucher.take_keyboard()

    @override
    def leave_book(self) -> None:
        super().leave_book()
        self._page, self._lines, self._month, self.voucher.shown = None, None, None, None

    def _chosen(self) -> None:
        if self.book.key is not None:
            self._name = self.book.key
            self._to_book()
            self.refresh()

    def _turn(self, months: int) -> None:
        if self._page is not None:
            self._month = self._page.month.plus(months)
            self._to_book()
            self.refresh()

    def _to_book(self) -> None:
        self.voucher.shown, self._lines = None, None
        self.show_part(self._book_place)
        self.take_keyboard()

    def _open_row(self, key: str) -> None:
        assert self._page is not None
        if self._name in _OF_ACCOUNTS:
            self.ask(tasks.look_at_account(Account(key), self._page.month), self._account_opened)
        elif self._name == "savings":
            self.look_up.emit("members", key)
        elif self._name == "loans":
            self.look_up.emit("loans", key)
        else:
            self.open_voucher(key)

    def _account_opened(self, lines: Table) -> None:
        self._lines = lines
        self._show()
        self.show_part(self._account_place)
        self.take_keyboard()

    @override
    def show_thing(self, key: str) -> None:
        self.open_voucher(key)

    def open_voucher(self, voucher: str) -> None:
        self.ask(tasks.look_at_voucher(voucher), self._voucher_opened)

    def _voucher_opened(self, content: tasks.Voucher) -> None:
        was_shown = self.part == self._voucher_place
        self.voucher.lay_out(content)
        self.show_part(self._voucher_place)
        if not was_shown:
            self.take_keyboard()

    # --- acts and paper ------------------------------------------------------------------------------------------

    def _box_form(self, name: str) -> Callable[[], None]:
        return lambda: self.open_form(BOX_FORMS[name](self), self._page.names if self._page is not None else {})

    def _undo(self) -> None:
        content = self.voucher.content
        if content is not None:
            self.open_form(undo_form(self, content.page, content.committee, content.names), content.names)

    def _print(self) -> None:
        if self._page is not None:
            month = self._page.month
            self.wants_paper.emit(Asked(_PAPERS[self._name], as_of=month.last, month=month))

    def _print_voucher(self) -> None:
        if self.voucher.shown is not None:
            form = "receipt" if self.voucher.shown.startswith("RV") else "payment-voucher"
            self.wants_paper.emit(Asked(form, voucher=self.voucher.shown, single=True, copy=True))


def _part() -> tuple[QWidget, QVBoxLayout]:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    return part, column


def _facts(table: Table, page: BooksPage) -> str:
    spoken = page.tongue.language
    return "   ".join(fact(name, value, spoken) for name, value in table.facts.items())
