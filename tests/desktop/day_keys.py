"""What tests of the savings-day page look at."""

from pathlib import Path

from PySide6.QtCore import Qt

from tests.desktop.workplace import Keyboard
from vdfbank.acts.act import Act
from vdfbank.acts.codec import parse
from vdfbank.bank.person import PersonId
from vdfbank.desktop.amount import LAO_DIGIT_ROW
from vdfbank.desktop.day_page import DayPage
from vdfbank.desktop.day_stage import Step
from vdfbank.office.drafts import Entered
from vdfbank.office.recorded_day import RecordedDay
from vdfbank.store.book import BookFile

Key = Qt.Key
LATIN = "0123456789"
SCRIPTS = {
    "latin": str.maketrans("", ""),
    "lao": str.maketrans(LATIN, "໐໑໒໓໔໕໖໗໘໙"),
    "lao keyboard": str.maketrans("1234567890", LAO_DIGIT_ROW),
    "lao keyboard with shift": str.maketrans("123456789", "໑໒໓໔໕໖໗໘໙"),
}


def cell(seat: Keyboard) -> tuple[str, int]:
    """Member and column that have the keyboard."""
    index = seat.window.day.sheet.table.currentIndex()
    return seat.window.day.sheet.model.member(index.row()), index.column()


def shown(seat: Keyboard, row: int, column: int) -> str:
    return str(seat.window.day.sheet.model.index(row, column).data())


def recorded(seat: Keyboard) -> RecordedDay:
    return seat.window.day.sheet.model.day


def entered(seat: Keyboard, member: str) -> Entered:
    return recorded(seat).draft.entered(PersonId(member))


def said(seat: Keyboard) -> str:
    """The sentence under the sheet."""
    return seat.window.day.sheet.said


def acts(book: Path) -> list[Act]:
    with BookFile.open(book) as file:
        return [parse(stored.text) for stored in file.acts()]


def is_at(day: DayPage, step: Step) -> bool:
    return day.step is step
