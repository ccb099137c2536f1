"""The box counted: missing, equal, within, above; and when it was counted last."""

from datetime import date
from pathlib import Path

from tests.office.life import written
from tests.village import Village, joined, saved
from vdfbank.acts.act import Key
from vdfbank.acts.codec import parse
from vdfbank.acts.saving import CountCash
from vdfbank.bank.money import Money
from vdfbank.bank.person import PersonId
from vdfbank.office.clock import ClockQuestion, clock_question
from vdfbank.office.counting import CashCount, LastCount, last_count
from vdfbank.office.session import Accepted, OpenBook
from vdfbank.rules.books import Books

BOX, TOLERANCE = Money(100_000), Money(5_000)
V01 = PersonId("V01")


def test_blank_is_not_zero() -> None:
    assert CashCount().state(BOX, TOLERANCE) == "missing"
    assert CashCount(total=Money(0)).difference(BOX) == -100_000
    assert CashCount({500: 0}).counted == 0
    assert CashCount({50_000: 1, 500: 2}, total=Money(7)).counted == 51_000


def test_the_tolerance_is_within_itself() -> None:
    for counted, state in ((100_000, "equal"), (95_000, "within"), (105_000, "within"), (105_001, "above")):
        assert CashCount(total=Money(counted)).state(BOX, TOLERANCE) == state


def test_a_count_becomes_an_act() -> None:
    count = CashCount(total=Money(99_000), reason="  ", witness=V01)
    act = count.act(date(2025, 1, 5), Key("k"))
    assert act == CountCash(on=date(2025, 1, 5), key=Key("k"), counted=Money(99_000), witness=V01)


def last(village: Village, folder: Path) -> LastCount | None:
    with OpenBook.open(written(folder / "village.vdf", village)) as book:
        return last_count(book)


def test_nobody_counted_yet(tmp_path: Path) -> None:
    assert last(saved(), tmp_path) is None


def test_the_newest_count_that_stands(tmp_path: Path) -> None:
    village = joined()
    village.tell("2025-01-05  savings_day  M01 save 20 000")
    (tmp_path / "a").mkdir()
    assert last(village, tmp_path / "a") == LastCount(date(2025, 1, 5), Money(150_000))
    village.tell("2025-01-06  count_cash  150 000  (c)")
    (tmp_path / "b").mkdir()
    assert last(village, tmp_path / "b") == LastCount(date(2025, 1, 6), Money(150_000))
    village.tell("2025-01-07  reverse  (c)")
    (tmp_path / "c").mkdir()
    assert last(village, tmp_path / "c") == LastCount(date(2025, 1, 5), Money(150_000))


def test_a_month_is_closed_on_a_count(tmp_path: Path) -> None:
    village = joined()
    village.tell("""
    2025-01-05  savings_day  M01 save 20 000
    2025-01-31  close_month  2025-01
    """)
    assert last(village, tmp_path) == LastCount(date(2025, 1, 31), Money(150_000))


def test_a_month_just_closed_counts_too(tmp_path: Path) -> None:
    village = joined()
    village.tell("2025-01-05  savings_day  M01 save 20 000")
    close = '{"act":"close_month","on":"2025-01-31","month":"2025-01","counted":150000,"signed_by":["V01","V02"]}'
    with OpenBook.open(written(tmp_path / "village.vdf", village), writing=True) as book:
        assert isinstance(book.perform(parse(close), date(2025, 1, 31)), Accepted)
        assert last_count(book) == LastCount(date(2025, 1, 31), Money(150_000))


def test_the_clock_is_asked_about_after_forty_five_days() -> None:
    village = joined()
    assert clock_question(Books(), date(2025, 1, 1)) is None
    assert clock_question(village.books, date(2025, 1, 1)) is None
    assert clock_question(village.books, date(2025, 2, 15)) is None
    asked = clock_question(village.books, date(2025, 2, 16))
    assert asked == ClockQuestion("ahead", date(2025, 2, 16), date(2025, 1, 1))
    behind = clock_question(village.books, date(2024, 12, 31))
    assert behind is not None
    assert behind.kind == "behind"
