"""The month: looked at, closed, sealed, shown as the paper it is."""

from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from tests.desktop.workplace import Keyboard, book_before
from vdfbank.bank.calendar import Month
from vdfbank.journal.seal import short_form
from vdfbank.store.book import BookFile

Key = Qt.Key


@pytest.fixture
def month(keyboard: Keyboard, tmp_path: Path) -> Keyboard:
    """The last day of November, before it is closed."""
    keyboard.day = date(2025, 11, 30)
    keyboard.open(book_before(keyboard.day, tmp_path))
    keyboard.control(Key.Key_6)
    return keyboard


def close(seat: Keyboard, counted: str) -> None:
    form = seat.window.month.form
    seat.tab_to(form.counted)
    seat.enter(counted)
    for box in list(form.signers.values())[:2]:
        seat.tab_to(box)
        seat.press(Key.Key_Space)
    seat.control(Key.Key_Return)


def test_a_month_is_closed_and_shows_its_sealed_sheet(month: Keyboard, tmp_path: Path) -> None:
    page = month.window.month
    assert month.focused is page.form.counted
    assert page.paper.page_count == 2
    assert "to close" in page._title.text()
    close(month, "5532665")
    assert page.notice.text == ""
    assert "closed" in page._title.text()
    with BookFile.open(tmp_path / "dokchampa.vdf") as file:
        sealed = file.closes()[-1]
    assert sealed.month == Month(2025, 11)
    assert sealed.signed_by == ("V01", "V02")
    assert page.seal.text == short_form(sealed.seal)
    assert not page.close_button.isVisible()
    assert not page.form.isVisible()
    assert short_form(sealed.seal) in month.window.bottom.text

    month.choose(tmp_path / "sheet.pdf")
    month.control(Key.Key_S)
    assert "sheet.pdf" in page.notice.text
    document = pypdfium2.PdfDocument(tmp_path / "sheet.pdf")
    text = "".join(sheet.get_textpage().get_text_range() for sheet in document)
    assert short_form(sealed.seal) in text
    document.close()


def test_a_month_is_not_closed_without_count_and_signatures(month: Keyboard, tmp_path: Path) -> None:
    page = month.window.month
    month.control(Key.Key_Return)
    assert "Blank is not zero" in page.notice.text
    assert "At least 2 advisers" in page.notice.text
    close(month, "5532664")
    assert "The month was not closed." in page.notice.text
    assert "5,532,664" in page.notice.text
    with BookFile.open(tmp_path / "dokchampa.vdf") as file:
        assert file.closes()[-1].month == Month(2025, 10)


def test_the_count_is_never_given_away(month: Keyboard) -> None:
    assert month.window.month.form.counted.text() == ""


def test_ticks_and_count_stay_when_the_language_changes(month: Keyboard) -> None:
    form = month.window.month.form
    month.enter("5532665")
    month.tab_to(next(iter(form.signers.values())))
    month.press(Key.Key_Space)
    month.control(Key.Key_L)
    assert form.signed_by() == ("V01",)
    assert form.amount == 5_532_665
    assert "ຄຳສິງ" in next(iter(form.signers.values())).text()


def test_months_are_turned_by_keys(month: Keyboard) -> None:
    page = month.window.month
    month.control(Key.Key_PageUp)
    assert page.content is not None
    assert page.content.month == Month(2025, 10)
    assert page.seal.isVisible()
    assert not page.after_button.text().startswith("Month before")
    for _ in range(10):
        month.control(Key.Key_PageUp)
    assert page.content.month == Month(2025, 1)
    assert not page.before_button.isEnabled()


def test_the_paper_fills_the_width_when_asked(month: Keyboard) -> None:
    page = month.window.month
    width = page.paper.width()
    month.press(Key.Key_F12)
    assert page.paper.width() > width * 1.5
    month.press(Key.Key_F12)
    assert page.paper.width() == width


def test_a_month_after_the_open_one_says_what_comes_first(keyboard: Keyboard, tmp_path: Path) -> None:
    keyboard.day = date(2025, 12, 2)
    keyboard.open(book_before(date(2025, 11, 30), tmp_path))
    keyboard.control(Key.Key_6)
    page = keyboard.window.month
    assert page.content is not None
    assert page.content.month == Month(2025, 11)
    keyboard.control(Key.Key_PageDown)
    assert page.content.month == Month(2025, 12)
    assert "earlier month" in page._state.text()
    assert not page.close_button.isVisible()


def test_a_saved_sheet_can_be_declined(month: Keyboard) -> None:
    month.control(Key.Key_S)
    assert month.window.month.notice.text == ""


def test_a_folder_that_is_not_there_is_a_sentence(month: Keyboard, tmp_path: Path) -> None:
    month.choose(tmp_path / "nowhere" / "sheet.pdf")
    month.control(Key.Key_S)
    assert month.window.month.notice.text
