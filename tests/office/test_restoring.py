"""A copy beside the open book: what is lost, what is gained, where they parted; and the new file it becomes."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from vdfbank.acts.saving import Save
from vdfbank.bank.money import Money
from vdfbank.bank.person import PersonId
from vdfbank.office.backing_up import FolderShutError, back_up
from vdfbank.office.restoring import CopySheet, free_place, look_into, put_into_use
from vdfbank.office.session import Accepted, OpenBook
from vdfbank.store import backup
from vdfbank.store.copies import Copy, copies
from vdfbank.store.errors import DamagedBookError, UnreadableBookError


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def save(book: Path, *sums: int) -> None:
    with OpenBook.open(book, writing=True) as opened:
        for amount in sums:
            saving = Save(on=date(2026, 1, 6), member=PersonId("M01"), amount=Money(amount))
            assert isinstance(opened.perform(saving, saving.on), Accepted)


def beside(book: Path, stick: Path) -> CopySheet:
    [copy] = copies(stick)
    with OpenBook.open(book) as opened:
        return look_into(copy, opened)


def test_the_same_to_the_last_act(copied: Path, stick: Path) -> None:
    back_up(copied, stick)
    sheet = beside(copied, stick)
    assert (sheet.is_of_this_book, sheet.lost, sheet.gained, sheet.common) == (True, 0, 0, 142)
    assert (sheet.copy.book, sheet.seal) == ("Ban Dokchampa", "Y8BV-R4VT-2BN8")


def test_what_came_after_the_copy_would_be_lost(copied: Path, stick: Path) -> None:
    back_up(copied, stick)
    save(copied, 20_000, 30_000)
    sheet = beside(copied, stick)
    assert (sheet.lost, sheet.gained, sheet.book_head.on) == (2, 0, date(2026, 1, 6))


def test_book_and_copy_that_went_different_ways(copied: Path, stick: Path, tmp_path: Path) -> None:
    """The same numbers, other acts: only the seals tell where they parted."""
    other = Path(shutil.copy(copied, tmp_path / "other.vdf"))
    save(copied, 20_000, 30_000)
    save(other, 20_000, 40_000, 50_000)
    back_up(other, stick)
    sheet = beside(copied, stick)
    assert (sheet.is_of_this_book, sheet.common, sheet.lost, sheet.gained) == (True, 143, 1, 2)


def test_another_book_has_nothing_in_common(copied: Path, stick: Path, tmp_path: Path) -> None:
    OpenBook.create(tmp_path / "other.vdf").close()
    back_up(tmp_path / "other.vdf", stick)
    sheet = beside(copied, stick)
    assert (sheet.is_of_this_book, sheet.common, sheet.lost, sheet.gained) == (False, 0, 142, 0)


def test_a_damaged_copy_is_not_compared(copied: Path, stick: Path) -> None:
    path = back_up(copied, stick).path
    path.write_bytes(path.read_bytes()[: 3 * 4096])
    with pytest.raises(DamagedBookError):
        beside(copied, stick)


def test_put_into_use_under_a_name_that_is_free(copied: Path, stick: Path) -> None:
    back_up(copied, stick)
    [copy] = copies(stick)
    names = [put_into_use(copy, copied).path.name for _ in range(3)]
    assert names == ["Ban Dokchampa-142.vdf", "Ban Dokchampa-142-2.vdf", "Ban Dokchampa-142-3.vdf"]
    assert copies(copied.parent) == [], "no restored book is taken for a copy"


def test_a_copy_longer_than_the_book_has_no_seal_beyond_its_end(copied: Path) -> None:
    assert backup.seal_of(copied, 143) is None


def test_the_name_of_a_book_may_look_like_a_copy(tmp_path: Path) -> None:
    copy = Copy(tmp_path / "a 2025-01-01 000001 2025-11-05 000129.vdf", date(2025, 11, 5), 129)
    assert free_place(copy, tmp_path / "b.vdf").name == "a 2025-01-01 000001-129.vdf"


def test_a_stick_that_cannot_be_written(copied: Path, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The book could be read: what is shut is the folder."""

    def shut(_book: Path, to: Path) -> None:
        raise UnreadableBookError(to)

    monkeypatch.setattr(backup, "copy", shut)
    with pytest.raises(FolderShutError, match="whether the stick is locked"):
        back_up(copied, stick)
