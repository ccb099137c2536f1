"""The window: edges, pages, and which of them is drawn anew when something changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from vdfbank.desktop import tasks
from vdfbank.desktop.books_page import BooksPage
from vdfbank.desktop.choosing import Chooser
from vdfbank.desktop.day_page import DayPage
from vdfbank.desktop.desk import Desk
from vdfbank.desktop.edges import PLACES, BottomBar, Rail, TopBar
from vdfbank.desktop.founding_page import FoundingPage
from vdfbank.desktop.help_panel import HelpPanel
from vdfbank.desktop.look import TextSize, dress, repolish
from vdfbank.desktop.members_page import MembersPage
from vdfbank.desktop.month_page import MonthPage
from vdfbank.desktop.page import Page, Workplace
from vdfbank.desktop.palette import colours
from vdfbank.desktop.paper_page import PaperPage
from vdfbank.desktop.start_page import StartPage
from vdfbank.desktop.today_page import TodayPage
from vdfbank.desktop.tongue import Tongue
from vdfbank.desktop.worker import Worker
from vdfbank.office.backing_up import BackedUp
from vdfbank.office.changed import Changed
from vdfbank.office.forms.asked import Asked
from vdfbank.office.keeping import Clock, computer_clock
from vdfbank.office.laptop import remember, remembered
from vdfbank.office.standing import Standing
from vdfbank.wording.catalogue import N_


class Window(QMainWindow):
    """Everything a treasurer sees; whatever the book, it opens."""

    def __init__(
        self, clock: Clock = computer_clock, language: str | None = None, choosing: type[Chooser] = Chooser
    ) -> None:
        super().__init__()
        self._laptop = remembered()
        self.tongue = Tongue(language or self._laptop.language)
        self.size_of_text = TextSize.of(self._laptop.text_size)
        self.worker = Worker(Desk(clock))
        self.chooser = choosing(self.tongue)
        self.standing: Standing | None = None
        work = Workplace(self.worker, self.tongue, self.chooser)
        self.start, self.founding, self.today = StartPage(work), FoundingPage(work), TodayPage(work)
        self.day, self.month = DayPage(work), MonthPage(work)
        self.members, self.books, self.paper = MembersPage(work), BooksPage(work), PaperPage(work)
        self.pages: dict[str, Page] = {
            "start": self.start,
            "founding": self.founding,
            "today": self.today,
            "savings_day": self.day,
            "members": self.members,
            "books": self.books,
            "month": self.month,
            "paper": self.paper,
        }
        self._stale: set[str] = set()
        # Widgets measure themselves when they are made: they are made in the right font.
        dress(_application(), self.size_of_text, self._laptop.theme)
        self._build()
        self._connect()
        self.resize_text(self.size_of_text)
        self.show_page("start")

    def _build(self) -> None:
        self.rail = Rail(self.tongue)
        self.top = TopBar(
            self.tongue,
            smaller=lambda: self.step_text(-1),
            larger=lambda: self.step_text(1),
            helps=self.explain,
        )
        self.bottom = BottomBar(self.tongue)
        self._stack = QStackedWidget()
        for page in self.pages.values():
            self._stack.addWidget(page)
        self._frame = QFrame()
        right = QVBoxLayout(self._frame)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self._stack, 1)
        self.help = HelpPanel(self.tongue, self._stack)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self._frame, 1)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addLayout(middle, 1)
        column.addWidget(self.bottom)
        self.setCentralWidget(whole)
        self.setMinimumSize(800, 480)
        self.rail.book_is_open(is_open=False)

    def _connect(self) -> None:
        self.worker.changed.connect(self._changed)
        self.tongue.changed.connect(self._spoken)
        self.rail.chosen.connect(self.show_page)
        self.start.opened.connect(self._opened)
        for page in self.pages.values():
            page.go.connect(self.show_page)
            page.hint.connect(self.bottom.hint)
            page.look_up.connect(self.show_thing)
            page.wants_paper.connect(self.show_paper)
        for place in PLACES:
            self._key(f"Ctrl+{place.number}", self.rail.buttons[place.name].click)
        self._key("Ctrl+B", self.back_up)
        self._key("Ctrl+L", self.tongue.switch)
        for keys in ("Ctrl++", "Ctrl+="):
            self._key(keys, lambda: self.step_text(1))
        self._key("Ctrl+-", lambda: self.step_text(-1))
        # While help is open the same key is that of its contents.
        help_key = self._key("F1", self.explain)
        self.help.opened.connect(lambda is_open: help_key.setEnabled(not is_open))

    def _key(self, keys: str, does: Callable[[], None]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(does)
        return shortcut

    # --- pages ---------------------------------------------------------------------------------------------------

    def show_page(self, name: str) -> None:
        """Show a page; one that was not looked at since something changed asks for its content first."""
        page = self.pages[name]
        self.help.leave()
        self._stack.setCurrentWidget(page)
        if name != "paper":
            self.rail.show_place("today" if name == "founding" else name)
        self.bottom.hint("")
        if name in self._stale:
            self._stale.discard(name)
            page.refresh()
        page.take_keyboard()

    def show_thing(self, name: str, key: str) -> None:
        """Show one member, loan or voucher on its page."""
        self.show_page(name)
        self.pages[name].show_thing(key)

    def show_paper(self, asked: Asked) -> None:
        """A form as it will be printed; from there the way leads back to this page."""
        back_to = next(name for name, page in self.pages.items() if page is self.page)
        self.paper.ask_for(asked, back_to)
        self.show_page("paper")

    @property
    def page(self) -> Page:
        page = self._stack.currentWidget()
        assert isinstance(page, Page)
        return page

    def explain(self) -> None:
        """Open help for the page that is shown."""
        self.help.open_for(next(name for name, page in self.pages.items() if page is self.page))

    def _changed(self, changed: Changed) -> None:
        """Pages that show what changed are drawn anew: at once where they are seen, else when they are."""
        for name, page in self.pages.items():
            if page.shows & changed:
                if page is self.page:
                    page.refresh()
                else:
                    self._stale.add(name)
        if changed is not Changed.DRAFTS:
            self.worker.ask(tasks.look_at_standing, self._stands, self.page.fail)

    # --- the book ------------------------------------------------------------------------------------------------

    def open_book(self, path: Path) -> None:
        self.start.open(path)

    def _opened(self, standing: Standing) -> None:
        self._stands(standing)
        self.day.leave_book()
        self.month.leave_book()
        self.founding.leave_book()
        self.members.leave_book()
        self.books.leave_book()
        self._laptop = self._laptop if standing.is_practice else self._laptop.with_book(standing.path.resolve())
        self._remember()
        self.show_page("today" if standing.is_open else "founding")

    def back_up(self) -> None:
        """A copy now, on this computer; the edge below says how far it reaches."""
        if self.standing is not None and not self.standing.is_practice:
            self.worker.ask(tasks.back_up_to(), self._backed_up, self.page.fail)

    def _backed_up(self, _done: BackedUp) -> None:
        self.worker.ask(tasks.look_at_standing, self._stands, self.page.fail)

    def _stands(self, standing: Standing) -> None:
        self.standing = standing
        self.rail.book_is_open(is_open=True)
        self.top.show_standing(standing)
        self.bottom.show_standing(standing)
        self._frame.setProperty("practice", standing.is_practice)
        repolish(self._frame)
        self._title()

    def _title(self) -> None:
        name = "vdfbank"
        if self.standing is not None:
            name = f"{self.standing.path.name} – {name}"
        self.setWindowTitle(name)

    # --- language, size, theme ---------------------------------------------------------------------------------------

    def speak(self) -> None:
        """Say everything in the language of now."""
        for edge in (self.rail, self.top, self.bottom):
            edge.speak()
        for page in self.pages.values():
            page.speak()
        self.help.speak()
        self.start.list_books(self._laptop.books)
        self.setAccessibleName(self.tongue.say(N_("The books of the village bank")))
        self._title()

    def _spoken(self) -> None:
        self._laptop = replace(self._laptop, language=self.tongue.language.code)
        self._remember()
        self.speak()

    def step_text(self, by: int) -> None:
        self.resize_text(self.size_of_text.step(by))
        self._laptop = replace(self._laptop, text_size=self.size_of_text.word)
        self._remember()

    def resize_text(self, size: TextSize) -> None:
        self.size_of_text = size
        dress(_application(), size)
        self.speak()
        # Layouts remember how large their widgets were in the size before.
        for widget in self.findChildren(QWidget):
            widget.updateGeometry()

    def wear(self, theme: str) -> None:
        """Put on another theme, by its name in `palette.THEMES`, and remember it."""
        dress(_application(), self.size_of_text, theme)
        # A text that is laid out keeps the colour of its links.
        self.help.speak()
        self._laptop = replace(self._laptop, theme=colours().name)
        self._remember()

    def _remember(self) -> None:
        self.start.list_books(self._laptop.books)
        remember(self._laptop)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """What was asked is finished, then the book is closed."""
        self.worker.stop()
        super().closeEvent(event)


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
