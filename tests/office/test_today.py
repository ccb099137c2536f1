"""What today asks for, and how an open book stands."""

from datetime import date
from pathlib import Path

import pytest

from tests.village import saved
from vdfbank.acts.act import Key
from vdfbank.acts.codec import parse
from vdfbank.bank.calendar import Month
from vdfbank.bank.money import Money
from vdfbank.bank.person import PersonId
from vdfbank.office.changed import Changed, changed_by
from vdfbank.office.drafts import DayDraft, Entered, drop_draft, keep_draft, kept_draft
from vdfbank.office.laptop import BOOKS_REMEMBERED, Laptop, data_folder, remember, remembered
from vdfbank.office.session import OpenBook
from vdfbank.office.standing import standing
from vdfbank.office.today import BegunDay, DueLoan, today

LENT = "2025-04-01  lend  L1  M06  300 000  3 months  300 bp  flat"
ASKED = "2025-04-01  apply  L2  M08  100 000  3 months  300 bp  flat"


@pytest.fixture
def book(tmp_path: Path) -> OpenBook:
    """Everybody saved, M06 has a loan, M08 asked for one."""
    village = saved()
    village.tell(f"{LENT}\n{ASKED}")
    made = OpenBook.create(tmp_path / "book.vdf")
    for line in village.acts():
        made.perform(parse(line), date(2025, 4, 1))
    return made


def test_today(book: OpenBook) -> None:
    with book:
        seen = today(book, date(2025, 5, 2))
        assert seen.is_open
        assert seen.next_day == date(2025, 5, 5)
        assert seen.due == (DueLoan(seen.due[0].loan, PersonId("M06"), Money(111_180), 4),)
        assert seen.to_decide == ("L2",)
        assert seen.to_pay_out == ()
        assert seen.begun is None
        assert seen.month is not None
        assert seen.month.month == Month(2025, 1)
        assert seen.members == 13


def test_a_day_begun_is_asked_for_first(book: OpenBook) -> None:
    with book:
        rows = {PersonId("M01"): Entered(save=Money(20_000)), PersonId("M02"): Entered(absent=True)}
        keep_draft(book.file, DayDraft(date(2025, 5, 5), Key("k"), rows))
        assert today(book, date(2025, 5, 5)).begun == BegunDay(date(2025, 5, 5), 2, 13)
        drop_draft(book.file)
        assert kept_draft(book.file) is None
        keep_draft(book.file, DayDraft(date(2024, 5, 5), Key("k"), rows))
        assert today(book, date(2025, 5, 5)).begun is None


def test_an_empty_book_tells_what_keeps_the_bank_from_opening(tmp_path: Path) -> None:
    with OpenBook.create(tmp_path / "empty.vdf") as book:
        seen = today(book, date(2025, 1, 1))
        assert not seen.is_open
        assert len(seen.before_opening) == 9
        assert (seen.village, seen.next_day, seen.month) == (None, None, None)
        stands = standing(book, date(2025, 1, 1), is_practice=False)
        assert (stands.village, stands.last, stands.month, stands.is_open) == (None, None, None, False)


def test_how_a_book_stands(book: OpenBook) -> None:
    with book:
        stands = standing(book, date(2025, 5, 2), is_practice=True)
        assert stands.last is not None
        assert (stands.last.number, stands.last.kind) == (book.books.number, "apply")
        assert len(stands.last.seal) == len("K7QF-2M9X-41TD")
        assert stands.month == Month(2025, 1)


@pytest.mark.parametrize(
    ("line", "changed"),
    [
        ('{"act":"save","on":"2025-01-01","member":"M01","amount":1}', Changed.MONEY),
        ('{"act":"pay_out","on":"2025-01-01","loan":"L1"}', Changed.MONEY | Changed.LOANS),
        ('{"act":"close_year","on":"2025-01-01","year":2025}', ~(Changed.BOOK | Changed.DRAFTS | Changed.COPIES)),
    ],
)
def test_an_act_says_what_it_changed(line: str, changed: Changed) -> None:
    assert changed_by(parse(line)) == changed


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VDFBANK_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


def test_a_laptop_remembers(folder: Path) -> None:
    assert data_folder() == folder
    assert remembered() == Laptop()
    laptop = Laptop("en", "large", (Path('/home/ບ້ານ "1"/a\\b.vdf'),), "dark")
    remember(laptop)
    assert remembered() == laptop


def test_the_book_opened_last_comes_first() -> None:
    laptop = Laptop()
    for number in range(10):
        laptop = laptop.with_book(Path(f"/{number}.vdf"))
    laptop = laptop.with_book(Path("/7.vdf"))
    assert [book.stem for book in laptop.books] == ["7", "9", "8", "6", "5", "4"]
    assert len(laptop.books) == BOOKS_REMEMBERED


@pytest.mark.parametrize("text", ["", "no = = toml", 'books = 3\nlanguage = 1\ntext_size = ["x"]', "\x00\xff"])
def test_settings_that_cannot_be_read_are_the_first_ones(folder: Path, text: str) -> None:
    folder.mkdir()
    (folder / "laptop.toml").write_text(text, "utf-8")
    assert remembered() == Laptop()


def test_a_computer_that_keeps_nothing_is_worked_with(folder: Path) -> None:
    folder.write_text("a file where the folder should be")
    remember(Laptop("en"))
    assert remembered() == Laptop()


def test_without_a_name_the_folder_is_the_system_s(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VDFBANK_DATA", raising=False)
    assert data_folder().name == "vdfbank"
