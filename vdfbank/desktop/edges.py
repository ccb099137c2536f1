"""The edges of the window: rail of pages left, village and month on top, last act and keys below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout
from typing_extensions import override

from vdfbank.desktop.icons import icon
from vdfbank.desktop.tongue import Tongue
from vdfbank.office.standing import Standing
from vdfbank.wording.catalogue import N_
from vdfbank.wording.manners import MANNERS
from vdfbank.wording.terms import word


@dataclass(frozen=True, slots=True)
class Place:
    """A page in the rail: its name, the number to press, drawing and word."""

    name: str
    number: int
    drawing: str
    word: str
    needs_book: bool = True


#: The numbers are those of the screen map; the gaps are filled by pages to come.
PLACES = (
    Place("start", 0, "book", N_("Start"), needs_book=False),
    Place("today", 1, "today", N_("Today")),
    Place("savings_day", 2, "savings_day", N_("Savings day")),
    Place("members", 3, "members", N_("Members")),
    Place("books", 5, "books", N_("Books")),
    Place("month", 6, "month", N_("Month")),
)


class RailButton(QPushButton):
    """Icon, word and number."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.setProperty("rail", True)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setIconSize(QSize(24, 24))
        self.toggled.connect(lambda _on: self._paint_icon())
        self._paint_icon()

    def _paint_icon(self) -> None:
        self.setIcon(icon(self.place.drawing, "accent_ink" if self.isChecked() else "accent"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)


class Rail(QFrame):
    chosen = Signal(str)

    def __init__(self, tongue: Tongue) -> None:
        super().__init__()
        self._tongue = tongue
        self.setProperty("bar", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 8, 10)
        column.setSpacing(6)
        self.buttons = {place.name: RailButton(place) for place in PLACES}
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _on=False, name=name: self.chosen.emit(name))
            column.addWidget(button)
        column.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def speak(self) -> None:
        for button in self.buttons.values():
            said = self._tongue.say(button.place.word)
            button.setText(f" {said}  {button.place.number}")
            button.setAccessibleName(said)
            button.setToolTip(f"Ctrl+{button.place.number}")

    def show_place(self, name: str) -> None:
        """Mark the page that is shown; each button can be reached by Tab, marked or not."""
        for place, button in self.buttons.items():
            button.setChecked(place == name)

    def book_is_open(self, *, is_open: bool) -> None:
        for button in self.buttons.values():
            button.setEnabled(is_open or not button.place.needs_book)


class ElidedLabel(QLabel):
    """A line that gives way: cut with dots where there is no room, whole in its tool tip."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(20)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        if shown == self.text():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.end()


class SmallButton(QPushButton):
    def __init__(self, does: Callable[[], None]) -> None:
        super().__init__()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda _checked=False: does())


class TopBar(QFrame):
    """Village, month and its state, the practice banner, text size, language and help."""

    def __init__(
        self, tongue: Tongue, *, smaller: Callable[[], None], larger: Callable[[], None], helps: Callable[[], None]
    ) -> None:
        super().__init__()
        self._tongue = tongue
        self._standing: Standing | None = None
        self.setProperty("bar", True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 10, 6)
        row.setSpacing(10)
        self._village, self._month = ElidedLabel(), QLabel()
        self._village.setProperty("level", "name")
        self._practice = QLabel()
        self._practice.setProperty("practice", True)
        self.smaller_button, self.larger_button = SmallButton(smaller), SmallButton(larger)
        self.language_button, self.help_button = SmallButton(tongue.switch), SmallButton(helps)
        row.addWidget(self._village, 1)
        row.addWidget(self._practice, 0, Qt.AlignmentFlag.AlignVCenter)
        for widget in (self._month, self.smaller_button, self.larger_button, self.language_button, self.help_button):
            row.addWidget(widget)

    def speak(self) -> None:
        say = self._tongue.say
        self.smaller_button.setText("A–")
        self.larger_button.setText("A+")
        self.smaller_button.setAccessibleName(say(N_("Smaller text ({keys})"), keys="Ctrl+-"))
        self.larger_button.setAccessibleName(say(N_("Larger text ({keys})"), keys="Ctrl++"))
        # Each language is named in itself: whoever looks for it can read it.
        self.language_button.setText(f"{MANNERS[self._tongue.next].own_name}  Ctrl+L")
        self.language_button.setAccessibleName(say(N_("Language ({keys})"), keys="Ctrl+L"))
        self.help_button.setText("?  F1")
        self.help_button.setAccessibleName(say(N_("Help ({keys})"), keys="F1"))
        self._practice.setText(say(N_("Practice")))
        self.show_standing(self._standing)

    def show_standing(self, standing: Standing | None) -> None:
        self._standing = standing
        spoken = self._tongue.language
        self._practice.setVisible(standing is not None and standing.is_practice)
        if standing is None:
            self._village.setText(spoken.say(N_("Village bank")))
            self._month.setText("")
            return
        self._village.setText(standing.village or standing.path.stem)
        self._village.setToolTip(str(standing.path))
        if standing.month is None:
            self._month.setText(spoken.say(N_("not open yet")))
        else:
            month = spoken.month(str(standing.month))
            self._month.setText(spoken.say(N_("{month}: open"), month=month))


class BottomBar(QFrame):
    """The last act with its seal, and what was understood while typing, else the keys of the window."""

    def __init__(self, tongue: Tongue) -> None:
        super().__init__()
        self._tongue = tongue
        self._standing: Standing | None = None
        self._hint_text = ""
        self.setProperty("bar", True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 14, 4)
        row.setSpacing(18)
        self._last, self._hint = ElidedLabel(), QLabel()
        for label in (self._last, self._hint):
            label.setProperty("quiet", True)
        row.addWidget(self._last, 1)
        row.addWidget(self._hint)

    def speak(self) -> None:
        self.show_standing(self._standing)
        self.hint(self._hint_text)

    def hint(self, text: str) -> None:
        self._hint_text = text
        self._hint.setText(
            text or self._tongue.say(N_("Pages: {pages}   Language: {language}"), pages="Ctrl+0 … 6", language="Ctrl+L")
        )

    def show_standing(self, standing: Standing | None) -> None:
        self._standing = standing
        spoken = self._tongue.language
        if standing is None:
            self._last.setText("")
            return
        if standing.last is None:
            self._last.setText(spoken.say(N_("This book is still empty.")))
            return
        last = standing.last
        said = spoken.say(
            N_("Last: {act} {day}, number {number}. Seal {seal}"),
            act=word(last.kind, spoken) or last.kind,
            day=spoken.short_date(last.on),
            number=spoken.number(last.number),
            seal=last.seal,
        )
        # Nobody practises for a backup.
        safe = N_("Backed up.") if standing.is_backed_up else N_("Not backed up yet: Ctrl+B")
        self._last.setText(said if standing.is_practice else f"{said}   {spoken.say(safe)}")

    @property
    def text(self) -> str:
        return self._last.text()
