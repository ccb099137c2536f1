"""Charts: round scales, lines and bars told apart without colour, every word in our own font."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.paper.lines import read
from tests.paper.measured import against_the_style, measured
from vdfbank.bank.calendar import Month
from vdfbank.bank.course import BUSINESS, RIGHTS, SAFE_MIGRATION, SKILLS
from vdfbank.bank.money import Money
from vdfbank.content.place import Place
from vdfbank.content.trends import MonthEnd, Trends
from vdfbank.ledger.loans import AtRisk
from vdfbank.paper.charts import FILLS, PENS, Bar, Series, bar_chart, line_chart
from vdfbank.paper.package_chart import package_chart
from vdfbank.paper.scale import KIP, PERCENT, scale
from vdfbank.paper.trends_page import print_trends
from vdfbank.training.package import Package
from vdfbank.wording.language import ENGLISH, LAO, Language, language

PLACE = Place("Ban Nam", "Muang Nam", "Khoueng Nam", "01-01-001", "K7QF-2M9X-41TD")
PACKAGE = Package(
    last={SAFE_MIGRATION: date(2025, 9, 20), BUSINESS: date(2025, 8, 11), SKILLS: None, RIGHTS: date(2024, 3, 8)},
    months_since={SAFE_MIGRATION: 2, BUSINESS: 3, SKILLS: None, RIGHTS: 20},
    borrowers=2,
    trained_before_payout=2,
)
MONTHS = tuple(Month(2025, 1).plus(number) for number in range(12))


def trends(months: int, kip: int, bank: int = 0) -> Trends:
    """So many months, each with `kip` more of everything."""
    ends = [
        MonthEnd(
            month,
            Money(kip * number),
            Money(kip * number // 2),
            Money(kip),
            Money(bank),
            AtRisk(0, Money(kip // 2), Money(kip)),
            AtRisk(30, Money(kip // 4), Money(kip)),
        )
        for number, month in enumerate(MONTHS[:months])
    ]
    return Trends(PLACE, tuple(ends), PACKAGE)


def strings(drawing: Any) -> list[str]:  # noqa: ANN401 - a shape of any kind
    """Every word that stands in a drawing itself."""
    return [shape.text for shape in drawing.contents if hasattr(shape, "text")]


@pytest.mark.parametrize(
    ("largest", "top", "step", "unit"),
    [
        (0, 1, 1, 1),
        (1, 1, 1, 1),
        (5, 5, 1, 1),
        (6, 6, 2, 1),
        (999, 1_000, 200, 1),
        (1_001, 1_500, 500, 1),
        (5_001, 6_000, 2_000, 1_000),
        (7_500_000, 8_000_000, 2_000_000, 10**6),
        (10**15, 10**15, 2 * 10**14, 10**12),
    ],
)
def test_a_scale_has_few_round_steps_and_ends_above_the_largest(largest: int, top: int, step: int, unit: int) -> None:
    found = scale([0, largest], KIP)
    assert (found.top, found.step, found.unit) == (top, step, unit)
    assert found.ticks()[0] == 0
    assert found.ticks()[-1] == top
    assert all(tick % unit == 0 for tick in found.ticks())


@pytest.mark.parametrize(("largest", "top"), [(0, 100), (86, 100), (4_186, 5_000), (10_000, 10_000)])
def test_percent_are_whole(largest: int, top: int) -> None:
    assert scale([largest], PERCENT).top == top


def test_nothing_to_show_has_a_scale_too() -> None:
    assert scale([], KIP).ticks() == [0, 1]


def test_lines_differ_in_dashes_and_marks() -> None:
    assert len({(pen.dash, pen.mark) for pen in PENS}) == len(PENS)
    assert len(set(FILLS)) == len(FILLS)


def test_a_hatched_bar_has_lines_and_a_grey_one_none() -> None:
    hatched, grey = (Bar(hatched=hatched) for hatched in (True, False))
    for bar in (hatched, grey):
        bar.width, bar.height = 20.0, 40.0
    assert len(hatched.draw().contents) == 2
    assert len(grey.draw().contents) == 1


@pytest.mark.parametrize("chart", [line_chart, bar_chart])
def test_the_key_names_every_series(chart: Any) -> None:  # noqa: ANN401 - one of two functions
    series = [Series("Savings", [1] * 12), Series("Loans", [2] * 12)]
    assert strings(chart(series, MONTHS, scale([3], KIP), (250, 150), ENGLISH)) == ["Savings", "Loans"]


def test_the_package_says_months_and_days_beside_its_bars() -> None:
    said = strings(package_chart(PACKAGE, (260, 150), ENGLISH))
    assert said[:3] == ["", "3", "6"]
    assert said[3:6] == ["Safe migration", "2", "20/09/2025"]
    assert said[9:12] == ["Skills", "–", "never"]
    assert said[12:] == ["Rights", "20", "08/03/2024"]


@pytest.mark.parametrize("months", [1, 2, 12])
@pytest.mark.parametrize(("kip", "bank"), [(0, 0), (500_000, 0), (9 * 10**13, 10**14)])
@pytest.mark.parametrize("spoken", [ENGLISH, LAO, language("lo", lao_digits=True)])
def test_the_charts_fill_one_page(months: int, kip: int, bank: int, spoken: Language) -> None:
    with measured() as wrong:
        pdf = print_trends(trends(months, kip, bank), spoken)
    assert wrong == []
    assert list(against_the_style(pdf)) == []
    assert len(read(pdf)) == 1
    assert b"Helvetica" not in pdf
    assert b"Times" not in pdf


def test_years_stand_under_their_first_month() -> None:
    year = trends(12, 100)
    late = replace(year, months=tuple(replace(end, month=end.month.plus(5)) for end in year.months))
    (page,) = read(print_trends(late, ENGLISH))
    assert page.split().count("2025") >= 3
    assert page.split().count("2026") >= 3
