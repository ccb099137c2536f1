"""Start: whatever the book, the window opens and says a sentence."""

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.desktop.workplace import YEAR, Keyboard
from vdfbank.desktop.start_page import file_stem
from vdfbank.office.laptop import remembered
from vdfbank.store.book import BookFile
from vdfbank.store.lock import lock

Key = Qt.Key


def write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "book"), (b"hello, this is a letter", "not a book"), (b"SQLite format 3\x00" + b"\xff" * 5000, "book")],
)
def test_a_file_that_is_no_book_is_a_sentence(keyboard: Keyboard, tmp_path: Path, content: bytes, said: str) -> None:
    path = write(tmp_path / "letter.vdf", content)
    keyboard.choose(path)
    keyboard.control(Key.Key_O)
    assert said in keyboard.window.start.notice.text
    assert keyboard.window.page is keyboard.window.start
    assert path.read_bytes() == content
    keyboard.control(Key.Key_L)
    assert "vdf" not in keyboard.window.start.notice.text.replace(".vdf", "").replace("vdfbank", "")
    assert "ປຶ້ມ" in keyboard.window.start.notice.text


def test_a_newer_book_is_left_as_it_is(keyboard: Keyboard, book: Path) -> None:
    connection = sqlite3.connect(book)
    connection.execute("PRAGMA user_version = 999")
    connection.commit()
    connection.close()
    keyboard.open(book)
    assert "newer" in keyboard.window.start.notice.text
    assert keyboard.window.standing is None


def test_a_book_that_is_open_elsewhere_says_where(keyboard: Keyboard, book: Path) -> None:
    with lock(book, "vdfbank, 09:10"):
        keyboard.open(book)
    assert "open elsewhere (vdfbank, 09:10)" in keyboard.window.start.notice.text
    keyboard.open(book)
    assert keyboard.window.page is keyboard.window.today


def test_a_book_that_is_gone_is_a_sentence(keyboard: Keyboard, tmp_path: Path) -> None:
    keyboard.open(tmp_path / "gone.vdf")
    assert "gone.vdf" in keyboard.window.start.notice.text


def test_nothing_chosen_changes_nothing(keyboard: Keyboard) -> None:
    keyboard.control(Key.Key_O)
    assert keyboard.window.page is keyboard.window.start
    assert not keyboard.window.start.notice.isVisible()


def test_a_book_that_does_not_open_leaves_the_one_on_the_desk(keyboard: Keyboard, book: Path, tmp_path: Path) -> None:
    keyboard.open(book)
    keyboard.control(Key.Key_0)
    keyboard.open(write(tmp_path / "letter.vdf", b"letter" * 300))
    keyboard.control(Key.Key_1)
    assert keyboard.window.today.lines[0].accessibleName() == "Open the savings day of 05/11/2025 2 loans due"
    keyboard.open(book)
    assert keyboard.window.page is keyboard.window.today


def test_books_opened_last_are_offered_again(keyboard: Keyboard, book: Path) -> None:
    keyboard.open(book)
    assert remembered().books == (book,)
    other = Keyboard()
    assert other.focused is other.window.start.books
    keyboard.close()
    other.press(Key.Key_Return)
    assert other.window.page is other.window.today
    assert other.window.windowTitle() == "dokchampa.vdf – vdfbank"
    other.close()


def test_a_new_book_says_what_keeps_the_bank_from_opening(keyboard: Keyboard, tmp_path: Path) -> None:
    start, founding = keyboard.window.start, keyboard.window.founding
    keyboard.control(Key.Key_N)
    keyboard.choose(tmp_path / "books")
    start.folder_button.click()
    keyboard.tab_to(start.make_button)
    keyboard.press(Key.Key_Return)
    assert "Type a name" in start.notice.text
    assert keyboard.focused is start.name
    keyboard.type("ບ້ານ ໃໝ່")
    keyboard.enter()
    keyboard.enter()
    assert (tmp_path / "books" / "ບ້ານ ໃໝ່.vdf").is_file()
    assert keyboard.window.page is founding
    assert len(founding.sentences) == 9
    assert "People who want the bank: 0; needed: at least 15." in founding.sentences[0]
    assert keyboard.window.bottom.text == "This book is still empty."
    keyboard.control(Key.Key_2)
    assert keyboard.window.day.isVisible()
    keyboard.control(Key.Key_6)
    assert keyboard.window.month.isVisible()
    assert "not opened yet" in keyboard.window.month._title.text()
    keyboard.control(Key.Key_1)
    assert keyboard.window.today.lines[0].accessibleName() == "The bank has not opened yet 9 conditions are missing"
    keyboard.press(Key.Key_Return)
    assert keyboard.window.page is founding


def test_a_name_that_is_taken_is_not_written_over(keyboard: Keyboard, book: Path) -> None:
    keyboard.control(Key.Key_N)
    keyboard.window.start.place.setText(str(book.parent))
    keyboard.enter("dokchampa")
    keyboard.enter()
    assert "already there" in keyboard.window.start.notice.text
    with BookFile.open(book) as file:
        assert file.head().number == 128


def test_escape_from_the_form(keyboard: Keyboard) -> None:
    keyboard.control(Key.Key_N)
    keyboard.tab_to(keyboard.window.start.back_button)
    keyboard.press(Key.Key_Return)
    assert keyboard.window.start.open_button.isVisible()


@pytest.mark.parametrize(
    ("typed", "stem"), [("Ban/Mai: 1", "Ban Mai  1"), (" ..", ""), ("ບ້ານ", "ບ້ານ"), ("a\x00b", "a b")]
)
def test_a_name_becomes_a_name_every_stick_takes(typed: str, stem: str) -> None:
    assert file_stem(typed) == stem


@pytest.fixture
def founding(keyboard: Keyboard, tmp_path: Path) -> Keyboard:
    keyboard.control(Key.Key_N)
    keyboard.window.start.place.setText(str(tmp_path))
    keyboard.enter("new")
    keyboard.enter()
    return keyboard


def test_a_file_of_acts_founds_the_bank(founding: Keyboard, tmp_path: Path) -> None:
    lines = YEAR.read_text("utf-8").splitlines()
    acts = tmp_path / "founding.jsonl"
    acts.write_text("\n".join(lines[1:20]), "utf-8")
    founding.choose(acts)
    founding.control(Key.Key_O)
    assert founding.window.standing is not None
    assert founding.window.standing.village == "Ban Dokchampa"


def test_the_first_refusal_of_a_file_is_said(founding: Keyboard) -> None:
    """The example's first act founds with 14 interested."""
    founding.choose(YEAR)
    founding.control(Key.Key_O)
    notice = founding.window.founding.notice
    assert "0 acts of the file stand in the book." in notice.text
    assert "14" in notice.text
    founding.control(Key.Key_L)
    assert "14" in notice.text


def test_a_malformed_file_performs_nothing(founding: Keyboard, tmp_path: Path) -> None:
    founding.choose(write(tmp_path / "bad.jsonl", b'{"act": "found", "on": 3}\n'))
    founding.control(Key.Key_O)
    assert "line 1" in founding.window.founding.notice.text
    founding.control(Key.Key_L)
    assert "line 1" not in founding.window.founding.notice.text
    assert founding.window.standing is not None
    assert founding.window.standing.last is None


def test_practice_opens_a_village_framed_in_orange(keyboard: Keyboard, data: Path) -> None:
    keyboard.control(Key.Key_P)
    window = keyboard.window
    assert window.page is window.today
    assert window.standing is not None
    assert window.standing.is_practice
    assert window.top._practice.isVisible()
    assert window._frame.property("practice") is True
    assert (data / "practice" / "village.vdf").is_file()
    assert remembered().books == ()
    # Time there follows the acts: the next savings day can be held at once.
    assert "Open the savings day of" in window.today.lines[0].accessibleName()
    keyboard.press(Key.Key_Return)
    keyboard.open_sheet()
    keyboard.control(Key.Key_E)
    assert window.day.sheet.model.day.missing() == ()
    keyboard.post_counted(str(window.day.sheet.model.day.totals().box))
    assert "posted" in window.day.title.text()
