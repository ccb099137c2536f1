"""Acts and journal of a whole book for other people's tools, and practice villages."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.office.life import written
from tests.store.tampering import tamper
from tests.store.written import taken_over
from vdfbank.office.checking import check_book
from vdfbank.office.demonstrating import PracticeThereError, demonstrate
from vdfbank.office.exporting import FORMATS, act_lines, journal_lines
from vdfbank.office.practising import is_practice, practice_book, practice_path
from vdfbank.office.session import OpenBook
from vdfbank.store.errors import DamagedBookError
from vdfbank.store.marks import beside, in_folder, mark_of, write


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_every_format_holds_every_entry(example_file: Path, form: str) -> None:
    text = "".join(journal_lines(example_file, form))
    with OpenBook.open(example_file) as book:
        vouchers = [stored.entry.voucher for stored in book.file.all_entries()]
    assert all(voucher in text for voucher in vouchers)


def test_the_journal_lines_add_up(example_file: Path) -> None:
    balances: Counter[str] = Counter()
    for line in "".join(journal_lines(example_file, "jsonl")).splitlines():
        for account, amount in _postings(json.loads(line)):
            balances[account] += amount
    with OpenBook.open(example_file) as book:
        wanted = {account: int(sum(held.values())) for account, held in book.books.balances.items() if held}
    assert {account: amount for account, amount in balances.items() if amount} == wanted


def _postings(entry: dict[str, object]) -> list[tuple[str, int]]:
    postings = entry["postings"]
    assert isinstance(postings, list)
    return [(str(line["account"]), int(line["amount"])) for line in postings]


def test_loans_taken_over_have_their_borrowers(tmp_path: Path) -> None:
    path = written(tmp_path / "village.vdf", taken_over())
    assert "M02" in "".join(journal_lines(path, "csv"))
    assert [json.loads(line)["act"] for line in act_lines(path)][-1] == "close_month"


def test_an_act_that_cannot_be_read_is_damage(copied: Path) -> None:
    tamper(copied, "UPDATE act SET text = 'rubbish' WHERE kind = 'apply'")
    with pytest.raises(DamagedBookError):
        list(journal_lines(copied, "csv"))


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    one, other = (
        demonstrate(tmp_path / name, members=15, months=2, villages=1, seed=7)[0] for name in ("one", "other")
    )
    assert [path.name for path in one.files] == [path.name for path in other.files]
    for first, second in zip(one.files, other.files, strict=True):
        assert first.read_bytes() == second.read_bytes(), first.name
    assert list(act_lines(one.book)) == list(act_lines(other.book))
    assert check_book(one.book).findings == ()
    assert one.acts == check_book(one.book).acts


def test_a_village_made_again_has_no_past(tmp_path: Path, data_folder: Path) -> None:
    """The mark of one practised with long ago would have the clock confirmed by two officers."""
    (made,) = demonstrate(tmp_path / "one", members=15, months=1, villages=1, seed=7)
    with OpenBook.open(made.book) as book:
        mark = in_folder(data_folder, book.file.book_id)
        write(mark_of(book.file, datetime(2025, 1, 31, tzinfo=UTC)), made.book, data_folder)
    assert mark.exists()
    made.book.unlink()
    demonstrate(tmp_path / "one", members=15, months=1, villages=1, seed=7)
    assert not mark.exists()
    assert not beside(made.book).exists()


def test_a_village_half_made_is_finished_and_another_s_book_left_alone(tmp_path: Path) -> None:
    (made,) = demonstrate(tmp_path, members=15, months=1, villages=1, seed=7)
    acts = list(act_lines(made.book))
    assert demonstrate(tmp_path, members=15, months=1, villages=1, seed=7) == [made]
    assert list(act_lines(made.book)) == acts
    with pytest.raises(PracticeThereError, match="--to"):
        demonstrate(tmp_path, members=15, months=1, villages=1, seed=8)
    assert list(act_lines(made.book)) == acts


def test_the_second_village_has_a_number(tmp_path: Path) -> None:
    villages = demonstrate(tmp_path, members=15, months=1, villages=2, seed=7)
    assert [village.book.name for village in villages] == ["village.vdf", "village-0002.vdf"]
    assert len({village.name for village in villages}) == 2


def test_the_practice_village_of_this_computer(monkeypatch: pytest.MonkeyPatch, data_folder: Path) -> None:
    monkeypatch.setattr("vdfbank.office.practising.MONTHS", 1)
    assert practice_path().is_relative_to(data_folder)
    for _ in range(2):
        with practice_book(practice_path()) as book:
            assert is_practice(book.books)
