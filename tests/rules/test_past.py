"""The past: as much of it as is asked for, from the nearest closing, and always the same answer."""

from __future__ import annotations

from datetime import date

import pytest

from tests.village import Village, saved
from vdfbank.acts.codec import parse
from vdfbank.rules.check import check
from vdfbank.rules.effects import Checked
from vdfbank.rules.past import Past


@pytest.fixture
def year() -> Village:
    """Five months closed, something undone in each."""
    village = saved()
    for month in range(1, 6):
        village.tell(f"""
        2025-{month:02d}-10  savings_day  M06 save 20 000, M07 save 10 000  (day{month})
        2025-{month:02d}-11  save  M08  30 000  (save{month})
        2025-{month:02d}-12  reverse  (day{month})  M07
        2025-{month:02d}-28  save  M09  10 000
        """)
        end = (date(2025, month + 1, 1)).replace(day=1).toordinal() - 1
        village.tell(f"{date.fromordinal(end)}  close_month  2025-{month:02d}")
    return village


def short(past: Past, closings: int) -> Past:
    """The same past from its last few closings on, that can reach back one closing at a time."""
    mark = past.marks[-closings]
    kept = Past(mark, lambda number: short(past, _closings_to(past, number)) if number <= mark.number else kept)
    kept.marks = past.marks[-closings:]
    kept.records = past.records[mark.number :]
    return kept if mark.number else past


def _closings_to(past: Past, number: int) -> int:
    before = [mark for mark in past.marks if mark.number < number]
    return len(past.marks) - len(before) + 1


@pytest.mark.parametrize("closings", range(1, 6))
def test_a_short_past_answers_as_the_whole(year: Village, closings: int) -> None:
    whole = year.past
    for day in ("2025-05-15", "2025-03-31", "2025-03-30", "2025-01-10", "2024-12-31"):
        on = date.fromisoformat(day)
        assert short(whole, closings).at(on) == whole.at(on)
    for number in (0, 1, 34, year.labels["save1"], year.labels["save4"], year.books.number, year.books.number + 1):
        assert short(whole, closings).record(number) == whole.record(number)
    assert short(whole, closings).stretch(year.labels["save2"], year.books.number)[1][-1] == whole.records[-2]


@pytest.mark.parametrize("closings", range(1, 6))
def test_corrections_reach_back_as_far_as_they_must(year: Village, closings: int) -> None:
    whole = year.past
    year.past = short(whole, closings)
    year.tell("""
    2025-06-02  correct  (save3)
    2025-06-03  correct  (day4)
    2025-06-04  save     M08  10 000   (again)
    2025-06-05  reverse  (again)
    2025-06-06  correct  (day2)
    2025-06-06  correct  (save3)       -> already_reversed
    """)
    assert year.savings("M08") == 200_000 + 4 * 30_000
    assert (year.savings("M06"), year.savings("M07")) == (200_000 + 3 * 20_000, 200_000)
    assert [str(day) for day in year.books.savings_days] == ["2025-01-10", "2025-03-10", "2025-05-10"]
    again = Village()
    for line in year.acts():
        again.perform_line(line)
    assert again.books == year.books


def test_a_branch_goes_on_alone() -> None:
    village = saved()
    branch = village.past.branch()
    before = len(village.past.records)
    answer = check(parse('{"act":"save","on":"2025-01-02","member":"M01","amount":10000}'), village.books, branch)
    assert isinstance(answer, Checked)
    branch.add(answer, branch.after(village.books, answer))
    assert len(village.past.records) == before
    assert branch.record(village.books.number + 1) is answer
    assert village.past.record(village.books.number + 1) is None
