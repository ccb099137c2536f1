"""A held savings day, its lines put right, and late comers: foreseen by the rules, performed all or none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.office.life import written
from tests.village import saved
from vdfbank.acts.act import Key, Text
from vdfbank.acts.books import Correct, Reverse
from vdfbank.acts.codec import parse
from vdfbank.acts.lending import Repay
from vdfbank.acts.saving import Save, Withdraw
from vdfbank.bank.money import NOTHING, Money
from vdfbank.bank.person import PersonId
from vdfbank.office.correcting import Correction, Moved, Signed, foresee_correction, foresee_late
from vdfbank.office.held_day import HeldDay, HeldLine, held_day
from vdfbank.office.savings_day import savings_day_sheet
from vdfbank.office.session import OpenBook

DAY, NEXT = date(2025, 5, 5), date(2025, 5, 6)
M01, M05, M06, M07 = (PersonId(member) for member in ("M01", "M05", "M06", "M07"))
SIGNED = Signed(NEXT, Key("c"), PersonId("M02"), M01)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenBook]:
    """M06 has two loans; on 5 May M01 saved, M06 repaid 118 000, M07 saved after the day, M05 left with a sum."""
    village = saved()
    village.tell("""
    2025-04-01  lend  L1  M06  300 000  3 months  300 bp  flat
    2025-04-02  lend  L2  M06  100 000  3 months  300 bp  flat  emergency
    2025-05-05  savings_day  M01 save 33 000, M05 save 60 000, M06 save 20 000 repay L1:109000
    2025-05-05  save  M07  20 000
    2025-05-05  repay  M06  L2  36 333
    2025-05-05  withdraw  M05  210 000
    2025-05-05  spend  5010  5 000
    2025-05-05  settle  L2  67 394
    """)
    assert not village.objections, village.objections
    with OpenBook.open(written(tmp_path / "village.vdf", village), writing=True) as opened:
        yield opened


def held(book: OpenBook, today: date = NEXT) -> HeldDay:
    sheet = savings_day_sheet(book.books, DAY)
    assert sheet is not None
    day = held_day(book, sheet, today)
    assert day is not None
    return day


def line(book: OpenBook, member: PersonId, kind: str = "savings_day") -> HeldLine:
    return next(line for line in held(book).lines if line.member == member and line.kind == kind)


def correction(wrong: HeldLine, right: Moved) -> Correction:
    return Correction(wrong, Text("Wrong sum"), right, SIGNED)


def test_the_day_with_everything_of_its_date(book: OpenBook) -> None:
    day = held(book)
    kinds = [(line.kind, line.member, line.moved) for line in day.lines]
    assert kinds == [
        ("savings_day", "M01", 33_000),
        ("savings_day", "M05", 60_000),
        ("savings_day", "M06", 129_000),
        ("save", "M07", 20_000),
        ("repay", "M06", 36_333),
        ("withdraw", "M05", -210_000),
        ("spend", None, -5_000),
        ("settle", "M06", 67_394),
    ]
    assert day.is_open
    assert (day.treasurer, day.tolerance, day.box) == ("M02", 5_000, book.books.cash_box)
    assert [line.may_be_corrected for line in day.lines] == [True] * 6 + [False] * 2


def test_a_day_that_was_never_held_is_none(book: OpenBook) -> None:
    sheet = savings_day_sheet(book.books, NEXT)
    assert sheet is not None
    assert held_day(book, sheet, NEXT) is None


def test_one_line_is_reversed_and_written_again(book: OpenBook) -> None:
    wrong = line(book, M01)
    foreseen = foresee_correction(book, correction(wrong, Moved(M01, save=Money(30_000))), NEXT)
    assert foreseen.problems == ()
    assert foreseen.after == foreseen.box - 3_000
    reverse, save = foreseen.acts
    assert isinstance(reverse, Reverse)
    assert (reverse.on, reverse.member, reverse.reason, reverse.key) == (NEXT, "M01", "Wrong sum", "c")
    assert (reverse.by, reverse.seconded_by) == ("M02", "M01")
    assert isinstance(save, Save)
    assert (save.amount, save.key) == (30_000, "c-1")
    assert isinstance(book.perform_all(foreseen.acts, NEXT), tuple)
    assert book.books.cash_box == foreseen.after
    old, new = (line for line in held(book).lines if line.member == M01)
    assert old.undone_by == book.books.number - 1
    assert not old.may_be_corrected
    assert new.corrects == old.number


def test_a_corrected_line_can_be_corrected_again(book: OpenBook) -> None:
    first = foresee_correction(book, correction(line(book, M01), Moved(M01, save=Money(30_000))), NEXT)
    assert isinstance(book.perform_all(first.acts, NEXT), tuple)
    again = Correction(line(book, M01, "save"), Text("Other: no"), Moved(M01), Signed(NEXT, Key("d")))
    foreseen = foresee_correction(book, again, NEXT)
    (reverse,) = foreseen.acts
    assert isinstance(reverse, Reverse)
    assert reverse.member is None
    assert isinstance(book.perform_all(foreseen.acts, NEXT), tuple)
    assert [line.undone_by is None for line in held(book).lines if line.member == M01] == [False, False]


def test_a_payment_moved_to_the_right_person(book: OpenBook) -> None:
    """M06's line is undone; the loan it paid stands again, and takes what is written again."""
    wrong = line(book, M06)
    right = Moved(M06, save=Money(20_000), repay=Money(50_000), withdraw=NOTHING)
    foreseen = foresee_correction(book, correction(wrong, right), NEXT)
    assert foreseen.problems == ()
    assert [type(act) for act in foreseen.acts] == [Reverse, Save, Repay]
    other = foresee_correction(book, correction(wrong, Moved(M01, withdraw=Money(50_000))), NEXT)
    assert [type(act) for act in other.acts] == [Reverse, Withdraw]


def test_what_a_later_act_stands_on_is_named(book: OpenBook) -> None:
    """M05 took out what that saving had brought."""
    foreseen = foresee_correction(book, correction(line(book, M05), Moved(M05)), NEXT)
    assert [problem.code for problem in foreseen.problems] == ["later_act_depends"]
    assert foreseen.later is not None
    assert foreseen.later[1:] == ("withdraw", DAY)
    assert foreseen.acts == ()
    assert foreseen.after == foreseen.box


def test_a_late_comer_saves_and_pays_with_own_vouchers(book: OpenBook) -> None:
    signed = Signed(DAY, Key("late"))
    foreseen = foresee_late(book, Moved(M06, save=Money(10_000), repay=Money(109_000)), signed, NEXT)
    assert [act.key for act in foreseen.acts] == ["late-1", "late-2"]
    assert isinstance(foreseen.acts[1], Repay)
    assert foreseen.acts[1].loan == "L1"
    none = foresee_late(book, Moved(M01, repay=Money(5_000)), signed, NEXT)
    assert [problem.code for problem in none.problems] == ["unknown_loan"]
    assert none.later is None


def test_a_late_payment_for_two_loans_goes_where_something_is_due_first(tmp_path: Path) -> None:
    village = saved()
    village.tell("""
    2025-04-01  lend  L1  M06  300 000  3 months  300 bp  flat
    2025-04-02  lend  L2  M06  100 000  3 months  300 bp  flat  emergency
    2025-05-05  savings_day  M01 save 33 000
    """)
    with OpenBook.open(written(tmp_path / "two.vdf", village)) as book:
        foreseen = foresee_late(book, Moved(M06, repay=Money(5_000)), Signed(DAY, Key("late")), DAY)
        (repay,) = foreseen.acts
        assert isinstance(repay, Repay)
        assert (repay.loan, repay.amount) == ("L1", 5_000)


def test_after_its_month_was_closed_the_day_is_only_shown(book: OpenBook) -> None:
    for month, day in (("01", "31"), ("02", "28"), ("03", "31"), ("04", "30"), ("05", "31")):
        text = (
            f'{{"act":"close_month","on":"2025-05-31","month":"2025-{month}","signed_by":["V01","V02"],"counted":%d}}'
        )
        end = date(2025, int(month), int(day))
        answer = book.perform(parse(text % book.books_at(end).cash_box), date(2025, 5, 31))
        assert not hasattr(answer, "problems"), answer
    assert not held(book).is_open
    number = held(book).number
    votes = {PersonId(member): "yes" for member in ("M01", "M02", "M03")}
    act = Correct(on=date(2025, 6, 1), number=line(book, M07, "save").number, reason=Text("x"), votes=votes)  # type: ignore[arg-type]
    assert not hasattr(book.perform(act, date(2025, 6, 1)), "problems")
    assert held(book).number == number
    assert line(book, M07, "save").undone_by == book.books.number
