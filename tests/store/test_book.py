"""A book keeps what was posted, whole or not at all, and gives it back."""

from __future__ import annotations

import subprocess
import sys
import threading
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import groupby
from pathlib import Path

import pytest
from sqlalchemy import func, select

from tests.store.tampering import tamper
from tests.store.written import Steps, write
from vdfbank.acts.act import Key
from vdfbank.bank.account import CASH_BOX
from vdfbank.bank.calendar import Month
from vdfbank.bank.money import Money
from vdfbank.journal.entry import JournalEntry
from vdfbank.journal.post import Posted
from vdfbank.journal.seal import FIRST
from vdfbank.rules.books import Books
from vdfbank.store.book import BookFile
from vdfbank.store.errors import (
    BalanceTooLargeError,
    BookExistsError,
    DamagedBookError,
    ReadOnlyBookError,
    UnreadableBookError,
)
from vdfbank.store.tables import FACTS
from vdfbank.store.writing import LARGEST_BALANCE


def test_a_new_book_is_empty_and_has_a_name_of_its_own(tmp_path: Path) -> None:
    with BookFile.create(tmp_path / "a.vdf") as one, BookFile.create(tmp_path / "b.vdf") as other:
        assert one.head() == (0, FIRST, None)
        assert list(one.acts()) == []
        assert list(one.all_entries()) == []
        assert one.closes() == []
        assert one.checkpoint() is None
        assert one.balances(date(2025, 1, 1)) == {}
        assert one.last_act_on(date(2025, 1, 1)) == 0
        assert one.book_id != other.book_id
        assert len(one.book_id) == 32
    assert sorted(path.suffix for path in tmp_path.iterdir() if path.stat().st_size) == [".vdf", ".vdf"]


def test_a_book_can_be_told_its_name_and_time(tmp_path: Path) -> None:
    created = datetime(2025, 1, 5, 9, tzinfo=UTC)
    with BookFile.create(tmp_path / "a.vdf", book_id="0" * 32, created=created) as book:
        assert book.book_id == "0" * 32


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a.vdf"
    path.write_bytes(b"accounts of 2019")
    with pytest.raises(BookExistsError):
        BookFile.create(path)
    assert path.read_bytes() == b"accounts of 2019"


def test_a_book_needs_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UnreadableBookError):
        BookFile.create(tmp_path / "nowhere" / "a.vdf")


def test_what_was_posted_comes_back(book: BookFile, year: Steps) -> None:
    posted = [one for one, _ in year]
    stored = list(book.acts())
    assert [(act.number, act.text, act.seal, act.kind, act.on, act.key) for act in stored] == [
        (one.number, one.text, one.seal, one.checked.act.kind, one.checked.act.on, one.checked.act.key)
        for one in posted
    ]
    assert [one.entry for one in book.all_entries()] == [entry for one in posted for entry in one.entries]
    assert book.head() == (posted[-1].number, posted[-1].seal, posted[-1].checked.act.on)


def test_acts_are_read_from_to_and_up_to_a_day(book: BookFile) -> None:
    assert [act.number for act in book.acts(after=10, upto=13)] == [11, 12, 13]
    day = date(2025, 6, 5)
    last = book.last_act_on(day)
    upto = list(book.acts(on_or_before=day))
    assert upto[-1].number == last == len(upto)
    following = book.act(last + 1)
    assert following is not None
    assert following.on > day
    assert book.act(1000) is None


def test_entries_of_a_month_name_the_kind_of_their_act(book: BookFile, year: Steps) -> None:
    first, last = date(2025, 5, 1), date(2025, 5, 31)
    wanted: list[tuple[JournalEntry, str]] = [
        (entry, one.checked.act.kind) for one, _ in year for entry in one.entries if first <= entry.on <= last
    ]
    assert [(stored.entry, stored.kind) for stored in book.entries(first, last)] == wanted
    assert [stored.entry for stored in book.all_entries(after=wanted[0][0].number - 1)][: len(wanted)]


def test_closed_months_say_who_signed(book: BookFile) -> None:
    closes = book.closes()
    assert [close.month for close in closes] == [Month(2025, number) for number in range(1, 13)]
    assert closes[-1].signed_by == ("V01", "V02")
    assert closes[-1].counted == Money(7_368_775)
    act = book.act(closes[-1].act)
    assert act is not None
    assert closes[-1].seal == act.seal


def test_the_books_of_every_closing_are_kept(book: BookFile, year: Steps) -> None:
    after = {posted.number: books for posted, books in year}
    for close in book.closes():
        assert book.checkpoint(before=close.act + 1) == after[close.act]
        assert book.checkpoint(on_or_before=close.on) == after[close.act]
    first = book.closes()[0]
    assert book.checkpoint(before=first.act) is None
    assert book.checkpoint() == after[book.closes()[-1].act]


def test_a_repeated_key_finds_its_act(empty: BookFile, year: Steps) -> None:
    (posted, after), *_ = year
    keyed = replace(posted, checked=replace(posted.checked, act=replace(posted.checked.act, key=Key("form-1"))))
    with empty.transaction() as writing:
        assert writing.by_key("form-1") is None
        writing.append(keyed, after)
        found = writing.by_key("form-1")
        assert found is not None
        assert found.number == 1
        assert [act.number for act in writing.acts()] == [1]
        assert writing.head().number == 1
    assert empty.by_key("form-1") == found


def test_what_raises_leaves_nothing(empty: BookFile, year: Steps) -> None:
    for step in year:
        before = empty.head(), _counted(empty)
        with pytest.raises(ZeroDivisionError):
            _fail_after(empty, step)
        assert (empty.head(), _counted(empty)) == before
        write(empty, [step])
    assert len(list(empty.all_entries())) == 282


def _fail_after(book: BookFile, step: tuple[Posted, Books]) -> None:
    with book.transaction() as writing:
        writing.append(*step)
        book.drop_draft("day")
        raise ZeroDivisionError


def _counted(book: BookFile) -> dict[str, int]:
    with book.reading() as connection:
        return {table.name: connection.execute(select(func.count()).select_from(table)).scalar_one() for table in FACTS}


def test_a_balance_near_the_end_of_numbers_is_refused(empty: BookFile, year: Steps) -> None:
    posted, after = next((one, books) for one, books in year if one.entries and one.checked.act.kind == "join")
    too_much = replace(after, balances={**after.balances, CASH_BOX: {"": Money(LARGEST_BALANCE + 1)}})
    before = _counted(empty)
    with pytest.raises(BalanceTooLargeError) as refused, empty.transaction() as writing:
        writing.append(posted, too_much)
    assert refused.value.exit_status == 1
    assert _counted(empty) == before


def test_a_book_open_for_reading_cannot_be_written(year_file: Path, year: Steps) -> None:
    before = year_file.read_bytes()
    with BookFile.open(year_file) as book:
        with pytest.raises(ReadOnlyBookError), book.transaction() as writing:
            writing.append(*year[0])
        with pytest.raises(ReadOnlyBookError):
            book.save_draft("day", "{}")
    assert year_file.read_bytes() == before


def test_drafts_are_free_to_change(empty: BookFile) -> None:
    assert empty.draft("day") is None
    empty.save_draft("day", "one")
    empty.save_draft("day", "two")
    assert empty.draft("day") == "two"
    empty.drop_draft("day")
    assert empty.draft("day") is None


def test_a_draft_goes_with_the_act_that_uses_it(empty: BookFile, year: Steps) -> None:
    empty.save_draft("day", "sheet")
    with pytest.raises(ZeroDivisionError):
        _fail_after(empty, year[0])
    assert empty.draft("day") == "sheet"


def test_threads_take_turns(copied: Path) -> None:
    with BookFile.open(copied, writing=True) as book:
        seen: list[int] = []

        def work(number: int) -> None:
            for _ in range(10):
                book.save_draft(f"draft {number}", "text")
                seen.append(book.head().number)

        workers = [threading.Thread(target=work, args=(number,)) for number in range(4)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        assert seen == [book.head().number] * 40


def test_a_date_that_is_none_is_damage_not_a_crash(copied: Path) -> None:
    tamper(copied, "UPDATE act SET \"on\" = '2025-99-99' WHERE number = 3")
    with BookFile.open(copied) as book, pytest.raises(DamagedBookError):
        list(book.acts())


def test_opening_a_book_does_not_import_alembic(year_file: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from vdfbank.store.book import BookFile;"
        "BookFile.open(Path(sys.argv[1])).close(); print('alembic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program, str(year_file)], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_every_register_gets_a_row(stories: list[Steps], tmp_path: Path) -> None:
    filled: set[str] = set()
    for number, story in enumerate(stories):
        with BookFile.create(tmp_path / f"{number}.vdf") as book:
            write(book, story)
            filled |= {name for name, rows in _counted(book).items() if rows}
    assert filled == {table.name for table in FACTS}


def test_vouchers_have_no_gaps(book: BookFile) -> None:
    vouchers = sorted(stored.entry.voucher for stored in book.all_entries())
    for series, group in groupby(vouchers, key=lambda voucher: voucher.rpartition("-")[0]):
        names = list(group)
        assert names == [f"{series}-{number:04d}" for number in range(1, len(names) + 1)]
