"""One writer at a time, a clock to be believed, a mark in two places after each commit."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from tests.office.life import written
from tests.village import saved
from vdfbank.acts.act import Act
from vdfbank.acts.codec import parse
from vdfbank.bank.problem import Problem
from vdfbank.office import keeping
from vdfbank.office.keeping import Keeper, computer_clock, held
from vdfbank.office.session import Accepted, OpenBook
from vdfbank.rules.effects import Refused
from vdfbank.store import marks
from vdfbank.store.errors import BookLockedError
from vdfbank.store.files import write_whole
from vdfbank.store.lock import lock


class Watch:
    """A computer's clock that goes as it is set."""

    def __init__(self, text: str) -> None:
        self.set(text)

    def set(self, text: str) -> None:
        self.now = datetime.fromisoformat(text).replace(tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def watch() -> Watch:
    return Watch("2025-01-05T10:00")


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenBook]:
    with OpenBook.open(written(tmp_path / "village.vdf", saved()), writing=True) as opened:
        yield opened


def act(kind: str, on: str, **fields: object) -> Act:
    return parse(json.dumps({"act": kind, "on": on, **fields}))


def save(on: str = "2025-01-05", amount: int = 10_000, **fields: object) -> Act:
    return act("save", on, member="M01", amount=amount, **fields)


def places(book: OpenBook, data: Path) -> list[marks.Mark | None]:
    return [marks.read(marks.beside(book.file.path)), marks.read(marks.in_folder(data, book.file.book_id))]


def test_each_act_is_marked_in_both_places(book: OpenBook, watch: Watch, data_folder: Path) -> None:
    keeper = Keeper(book, watch)
    assert places(book, data_folder) == [None, None]
    keeper.perform(save())
    wanted = marks.Mark(book.file.book_id, book.books.number, book.file.head().seal, watch.now)
    assert places(book, data_folder) == [wanted, wanted]


def test_what_writes_nothing_marks_nothing(book: OpenBook, watch: Watch, data_folder: Path) -> None:
    keeper = Keeper(book, watch)
    assert isinstance(keeper.perform(save(amount=1)), Refused)
    assert places(book, data_folder) == [None, None]
    keeper.perform(save(key="k"))
    before = places(book, data_folder)
    watch.set("2025-01-05T11:00")
    answer = keeper.perform(save(key="k"))
    assert isinstance(answer, Accepted)
    assert answer.repeated
    assert places(book, data_folder) == before


def test_today_is_the_clock_s_date(book: OpenBook, watch: Watch) -> None:
    answer = Keeper(book, watch).perform(save("2025-01-06"))
    assert isinstance(answer, Refused)
    assert answer.problems == (Problem("date_in_future", found="2025-01-06", needed="2025-01-05"),)


@pytest.mark.parametrize(
    ("now", "problem"),
    [
        ("2025-01-05T09:56", None),
        ("2025-01-05T09:54", Problem("clock_behind", found="2025-01-05", needed="2025-01-05")),
        ("2025-01-04T10:00", Problem("clock_behind", found="2025-01-04", needed="2025-01-05")),
        ("1970-01-01T00:00", Problem("clock_behind", found="1970-01-01", needed="2025-01-05")),
        ("2025-01-06T10:00", None),
        ("2025-03-08T09:59", None),
        ("2025-03-08T10:01", Problem("clock_ahead", found="2025-03-08", needed="2025-03-08")),
        ("2030-01-05T10:00", Problem("clock_ahead", found="2030-01-05", needed="2025-03-08")),
    ],
)
def test_a_clock_that_went_astray(book: OpenBook, watch: Watch, now: str, problem: Problem | None) -> None:
    Keeper(book, watch).perform(save())
    keeper, number = Keeper(book, watch), book.books.number
    watch.set(now)
    answer = keeper.perform(save())
    if problem is None:
        assert isinstance(answer, Accepted)
    else:
        assert isinstance(answer, Refused)
        assert answer.problems == (problem,)
        assert book.file.head().number == number
        watch.set("2025-01-05T10:01")
        assert isinstance(keeper.perform(save()), Accepted)


def test_two_officers_confirm_a_clock_and_work_goes_on(book: OpenBook, watch: Watch) -> None:
    keeper = Keeper(book, watch)
    keeper.perform(save())
    watch.set("2031-05-05T10:00")
    assert isinstance(keeper.perform(save("2031-05-05")), Refused)
    officers = {"by": "M01", "seconded_by": "M02", "detail": "the battery was empty"}
    assert isinstance(keeper.perform(act("confirm", "2031-05-05", what="pin_reset", **officers)), Refused)
    assert isinstance(keeper.perform(act("confirm", "2031-05-05", what="clock", **officers)), Accepted)
    assert isinstance(keeper.perform(save("2031-05-05")), Accepted)


def test_the_mark_in_the_folder_is_believed_first_then_the_one_beside(
    book: OpenBook, watch: Watch, data_folder: Path
) -> None:
    Keeper(book, watch).perform(save())
    watch.set("2024-06-01T10:00")
    for gone in (None, marks.in_folder(data_folder, book.file.book_id)):
        if gone is not None:
            gone.unlink()
        assert isinstance(Keeper(book, watch).perform(save()), Refused)
    marks.beside(book.file.path).write_text("{}", "utf-8")
    unmarked = Keeper(book, watch).perform(save("2024-06-01"))
    assert isinstance(unmarked, Refused)
    assert [problem.code for problem in unmarked.problems] == ["date_before_last"]


def test_the_mark_of_another_book_says_nothing_of_this_one(book: OpenBook, watch: Watch) -> None:
    Keeper(book, watch).perform(save())
    mine = marks.read(marks.beside(book.file.path))
    assert mine is not None
    other = marks.Mark("0" * 32, 7, mine.seal, datetime(2040, 1, 1, tzinfo=UTC))
    text = json.dumps(
        {"book": other.book, "number": 7, "seal": other.seal, "at": other.at.isoformat(), "file": None}, sort_keys=True
    )
    write_whole(marks.beside(book.file.path), text.encode())
    assert isinstance(Keeper(book, watch, data=book.file.path.parent / "elsewhere").perform(save()), Accepted)


def test_a_mark_that_cannot_be_written_leaves_the_act_standing(
    book: OpenBook, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(marks, "write", full)
    answer = Keeper(book, watch).perform(save())
    assert isinstance(answer, Accepted)
    assert book.file.head().number == answer.number


def test_the_second_writer_is_told_who_has_the_book(book: OpenBook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "lock", partial(lock, wait=0.1))
    path = book.file.path
    with (
        held(path, "savings day page"),
        pytest.raises(BookLockedError, match=r"savings day page, \d\d:\d\d"),
        held(path, "import"),
    ):
        pass
    with held(path, "import"):
        pass


def test_the_computer_tells_the_zone_with_the_time() -> None:
    assert computer_clock().tzinfo is not None


def test_acts_together_ask_the_clock_and_are_marked(book: OpenBook, data_folder: Path, watch: Watch) -> None:
    keeper = Keeper(book, watch, data_folder)
    both = (save(key="a"), save(amount=20_000, key="b"))
    assert isinstance(keeper.perform_all(both), tuple)
    mark = places(book, data_folder)
    assert mark[0] is not None
    assert mark[0].number == book.books.number
    watch.set("2025-01-05T11:00")
    assert isinstance(keeper.perform_all(both), tuple)
    assert places(book, data_folder) == mark
    watch.set("2024-12-31T10:00")
    refused = keeper.perform_all((save(),))
    assert isinstance(refused, Refused)
    assert refused.problems[0].code == "clock_behind"
    watch.set("2025-01-05T12:00")
    assert isinstance(keeper.perform_all((save(amount=5),)), Refused)
