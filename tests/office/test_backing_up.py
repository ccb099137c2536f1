"""A book copied to a stick and put into use again: nothing is lost, nothing is written over."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from vdfbank.acts.saving import Save
from vdfbank.bank.money import Money
from vdfbank.bank.person import PersonId
from vdfbank.office.backing_up import NoFolderError, back_up, backups, last_sound, own_backups, restore
from vdfbank.office.checking import check_book
from vdfbank.office.session import OpenBook
from vdfbank.store.errors import BookExistsError, DamagedBookError, UnreadableBookError


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def test_a_copy_holds_every_act(copied: Path, stick: Path) -> None:
    done = back_up(copied, stick)
    assert done.path.name == "Ban Dokchampa 2026-01-05 000142.vdf"
    assert (done.head.number, done.seal) == (142, "Y8BV-R4VT-2BN8")
    assert check_book(done.path).findings == ()


def test_the_same_act_copied_again_changes_nothing(copied: Path, stick: Path) -> None:
    first = back_up(copied, stick)
    before = first.path.stat().st_mtime_ns
    assert back_up(copied, stick) == first
    assert first.path.stat().st_mtime_ns == before
    assert len(list(stick.iterdir())) == 1


def test_another_file_of_that_name_is_not_touched(copied: Path, stick: Path) -> None:
    place = back_up(copied, stick).path
    with OpenBook.create(stick / "other.vdf") as other:
        other.close()
    (stick / "other.vdf").replace(place)
    with pytest.raises(BookExistsError):
        back_up(copied, stick)


def test_a_copy_that_is_damaged_is_said_and_kept(copied: Path, stick: Path) -> None:
    place = back_up(copied, stick).path
    torn = place.read_bytes()[: 3 * 4096]
    place.write_bytes(torn)
    with pytest.raises(DamagedBookError):
        back_up(copied, stick)
    assert place.read_bytes() == torn


def test_a_book_in_use_is_copied_whole(copied: Path, stick: Path) -> None:
    with OpenBook.open(copied, writing=True) as book:
        saving = Save(on=date(2026, 1, 6), member=PersonId("M01"), amount=Money(20_000))
        book.perform(saving, saving.on)
        assert back_up(copied, stick).head.number == 143


def test_no_stick_is_said(copied: Path, tmp_path: Path) -> None:
    with pytest.raises(NoFolderError, match="Put the stick in"):
        back_up(copied, tmp_path / "nothing")


def test_restored_it_is_a_book_again_and_the_copy_stays(copied: Path, stick: Path, tmp_path: Path) -> None:
    copy = back_up(copied, stick).path
    done = restore(copy, tmp_path / "again.vdf")
    assert done.head.number == 142
    assert check_book(done.path) == check_book(copied)
    assert copy.exists()
    with pytest.raises(BookExistsError):
        restore(copy, done.path)


def test_what_is_not_there_cannot_be_restored(tmp_path: Path) -> None:
    with pytest.raises(UnreadableBookError):
        restore(tmp_path / "nothing.vdf", tmp_path / "again.vdf")


def test_a_damaged_copy_is_not_put_into_use(copied: Path, stick: Path, tmp_path: Path) -> None:
    copy = back_up(copied, stick).path
    copy.write_bytes(copy.read_bytes()[: 3 * 4096])
    with pytest.raises(DamagedBookError):
        restore(copy, tmp_path / "again.vdf")
    assert not (tmp_path / "again.vdf").exists()


def test_the_computer_keeps_copies_of_its_own(copied: Path) -> None:
    with OpenBook.open(copied) as book:
        folder = own_backups(book.file.book_id)
    assert backups(copied, folder) == []
    assert last_sound(copied, folder) is None
    done = back_up(copied, folder, thinning=True)
    found = last_sound(copied, folder)
    assert found is not None
    assert (found.path, found.number, found.on) == (done.path, 142, date(2026, 1, 5))
    assert backups(copied, folder) == [found]
