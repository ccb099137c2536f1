"""Backups worked by their keys: to this computer, to a stick, looked into, put into use beside the book."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.desktop.workplace import SAVINGS_DAY, Keyboard, year
from vdfbank.bank.problem import VdfError
from vdfbank.office.backing_up import back_up, own_backups
from vdfbank.office.session import Accepted, OpenBook
from vdfbank.store import backup
from vdfbank.store.errors import DiskFullError, ReadOnlyBookError

Key = Qt.Key


@pytest.fixture
def usb(keyboard: Keyboard, book: Path) -> Keyboard:
    keyboard.open(book)
    keyboard.control(Key.Key_8)
    return keyboard


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def live_on(book: Path, acts: int = 1) -> None:
    """The example goes on for some acts, written by nobody at this window."""
    with OpenBook.open(book, writing=True) as opened:
        for act in [act for act in year() if act.on >= SAVINGS_DAY]:
            if acts and isinstance(opened.perform(act, act.on), Accepted):
                acts -= 1


def number_of(path: Path) -> int:
    with OpenBook.open(path) as opened:
        return opened.books.number


def test_back_up_to_this_computer(usb: Keyboard, book: Path) -> None:
    page = usb.window.usb
    assert page.stick_button.hasFocus()
    assert "No copy lies here yet." in page._about.text()
    usb.tab_to(page.own_button)
    usb.press(Key.Key_Return)
    assert page.notice.text == (
        "Copied to this computer and compared, up to act 128 of 3 November 2025. Seal X7YJ-ZCTA-ETP6."
    )
    [line] = page.table.rows.lines
    assert line.cells[:2] == ("03/11/2025", "128")
    assert line.cells[3] == "dokchampa"
    with OpenBook.open(book) as opened:
        assert page._place.text() == str(own_backups(opened.file.book_id))
    assert usb.window.bottom.text.endswith("Backed up.")


def test_the_key_of_the_window_fills_the_list(usb: Keyboard) -> None:
    usb.control(Key.Key_B)
    assert len(usb.window.usb.table.rows.lines) == 1
    assert usb.window.usb.notice.text.startswith("Copied to this computer")


def test_back_up_to_a_stick(usb: Keyboard, stick: Path) -> None:
    page = usb.window.usb
    usb.choose(stick)
    usb.control(Key.Key_S)
    assert page.notice.property("notice") == "good"
    assert page.notice.text == (
        "You may remove the stick: the copy in stick was compared, up to act 128 of 3 November 2025. "
        "Seal X7YJ-ZCTA-ETP6."
    )
    assert [path.name for path in stick.iterdir()] == ["dokchampa 2025-11-03 000128.vdf"]
    assert page.where.key == "stick"
    assert len(page.table.rows.lines) == 1
    usb.control(Key.Key_L)
    assert page.notice.text.startswith("ຖອດແຟລັດໄດຣ໌ອອກໄດ້ແລ້ວ")
    page.where.setFocus()
    usb.press(Key.Key_Up)
    assert page.where.currentData() == "own"
    assert not page.table.isVisible()
    page.where.setFocus()
    usb.press(Key.Key_Up)
    assert page.where.currentData() == "own", "no place is no choice"


def test_no_folder_chosen_changes_nothing(usb: Keyboard) -> None:
    usb.control(Key.Key_S)
    usb.control(Key.Key_O)
    assert usb.window.usb.notice.isHidden()
    assert usb.window.usb.where.key == "own"


def test_a_stick_that_was_pulled_out(usb: Keyboard, stick: Path) -> None:
    page = usb.window.usb
    usb.choose(stick)
    usb.control(Key.Key_S)
    shutil.rmtree(stick)
    usb.control(Key.Key_S)
    assert page.notice.text == f"There is no folder {stick}. Put the stick in or choose another; nothing was copied."
    usb.window.usb.refresh()
    usb.settle()
    assert page.where.key == "own"
    assert "There is no folder" in page.notice.text
    usb.control(Key.Key_L)
    assert page.notice.text.startswith("ບໍ່ພົບແຟ້ມເກັບນີ້ແລ້ວ")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [(DiskFullError, "ດິສ"), (ReadOnlyBookError, "ຂຽນໃສ່ແຟ້ມເກັບນີ້ບໍ່ໄດ້")],
)
def test_a_stick_that_takes_nothing(
    usb: Keyboard, stick: Path, monkeypatch: pytest.MonkeyPatch, wrong: type[VdfError], said: str
) -> None:
    def full(_book: Path, to: Path) -> None:
        raise wrong(to)

    monkeypatch.setattr(backup, "copy", full)
    usb.choose(stick)
    usb.control(Key.Key_S)
    assert usb.window.usb.notice.property("notice") == "wrong"
    assert usb.window.usb.stick_button.isEnabled()
    usb.control(Key.Key_L)
    assert said in usb.window.usb.notice.text


def test_a_copy_is_looked_into_and_put_into_use(usb: Keyboard, book: Path, stick: Path) -> None:
    page = usb.window.usb
    back_up(book, stick)
    live_on(book, 2)
    usb.choose(stick)
    usb.control(Key.Key_O)
    assert page.table.hasFocus()
    usb.press(Key.Key_Return)
    part = page.copy
    assert part.back_button.hasFocus()
    assert part.judgement.property("notice") == "look"
    assert part.judgement.text.startswith("2 acts of the open book would be missing, the last of ")
    assert "In the copy: 128 acts, the last of 3 November 2025" in part.facts.text
    assert "Seal of the copy: X7YJ-ZCTA-ETP6" in part.facts.text
    assert "It becomes the new file dokchampa-128.vdf next to dokchampa.vdf" in part.facts.text
    usb.control(Key.Key_Return)
    new = book.with_name("dokchampa-128.vdf")
    assert (number_of(book), number_of(new)) == (130, 128)
    assert part.judgement.text.splitlines() == [
        "dokchampa-128.vdf is the restored copy, up to act 128.",
        "dokchampa.vdf is the book as it was; nothing in it changed.",
        "Write from now on in one of the two only, and tell your advisers which.",
    ]
    assert part.open_button.hasFocus()
    usb.press(Key.Key_Return)
    assert usb.window.standing is not None
    assert usb.window.standing.path == new
    assert usb.window.page is usb.window.today


def test_nothing_is_ever_written_over(usb: Keyboard, book: Path, stick: Path) -> None:
    page = usb.window.usb
    back_up(book, stick)
    taken = book.with_name("dokchampa-128.vdf")
    taken.write_bytes(b"mine")
    usb.choose(stick)
    usb.control(Key.Key_O)
    usb.control(Key.Key_Return)
    assert page.copy.judgement.text == "Nothing of the open book would be missing."
    usb.control(Key.Key_Return)
    assert taken.read_bytes() == b"mine"
    assert number_of(book.with_name("dokchampa-128-2.vdf")) == 128
    usb.press(Key.Key_Tab)
    page.copy.back_button.setFocus()
    usb.press(Key.Key_Escape)
    assert page.table.hasFocus()


def test_a_copy_that_knows_more_than_the_book(usb: Keyboard, book: Path, stick: Path, tmp_path: Path) -> None:
    longer = Path(shutil.copy(book, tmp_path / "longer.vdf"))
    live_on(longer, 1)
    back_up(longer, stick)
    usb.choose(stick)
    usb.control(Key.Key_O)
    usb.control(Key.Key_Return)
    assert usb.window.usb.copy.judgement.text.splitlines() == [
        "Nothing of the open book would be missing.",
        "The copy has 1 act that the open book does not have.",
    ]


def test_a_copy_of_another_book(usb: Keyboard, stick: Path, tmp_path: Path) -> None:
    with OpenBook.create(tmp_path / "other.vdf") as other:
        back_up(other.file.path, stick)
    usb.choose(stick)
    usb.control(Key.Key_O)
    usb.control(Key.Key_Return)
    part = usb.window.usb.copy
    assert part.judgement.text == "This is a copy of another book: nothing of the open book is in it."
    assert "Seal of the copy" not in part.facts.text
    usb.control(Key.Key_8)
    assert part.back_button.hasFocus()


def test_a_damaged_copy_is_said_and_left_alone(usb: Keyboard, book: Path, stick: Path) -> None:
    page = usb.window.usb
    copied = back_up(book, stick).path
    torn = copied.read_bytes()[: 4096 * 3]
    copied.write_bytes(torn)
    usb.choose(stick)
    usb.control(Key.Key_O)
    usb.control(Key.Key_Return)
    assert "is damaged" in page.notice.text
    assert page.table.isVisible()
    assert copied.read_bytes() == torn
    usb.control(Key.Key_L)
    assert page.notice.text.startswith("ປຶ້ມນີ້ເສຍຫາຍ")


def test_a_practice_village_cannot_be_backed_up(keyboard: Keyboard) -> None:
    keyboard.window.start.practise()
    keyboard.settle()
    keyboard.control(Key.Key_8)
    page = keyboard.window.usb
    assert "Nobody practises for a backup" in page._about.text()
    assert not any(button.isEnabled() for button in page._buttons)
    assert not page.table.isVisible()


def test_another_book_begins_with_its_own_copies(usb: Keyboard, stick: Path, tmp_path: Path) -> None:
    usb.choose(stick)
    usb.control(Key.Key_S)
    other = tmp_path / "other.vdf"
    OpenBook.create(other).close()
    usb.open(other)
    usb.control(Key.Key_8)
    page = usb.window.usb
    assert page.where.key == "own"
    assert page.notice.isHidden()
    usb.control(Key.Key_B)
    assert page.notice.text.startswith("Copied to this computer and compared, up to act 0 of –.")
