"""Money, rates and dates as people write them."""

from datetime import date

import pytest
from babel.dates import get_month_names
from hypothesis import given
from hypothesis.strategies import integers

from vdfbank.wording.digits import ascii_digits, lao_digits
from vdfbank.wording.language import ENGLISH, LAO, Language, language
from vdfbank.wording.money import grouped, percent

LAO_DIGITS = language("lo", lao_digits=True)


def test_kip_are_grouped_as_each_language_does() -> None:
    assert LAO.kip(1_250_000) == "1.250.000 ກີບ"
    assert ENGLISH.kip(1_250_000) == "1,250,000 kip"
    assert ENGLISH.kip(-410_000) == "-410,000 kip"


def test_a_rate_keeps_its_halves() -> None:
    said = {4_186: "41.86 %", 250: "2.5 %", 300: "3 %", 0: "0 %", 5: "0.05 %", -150: "-1.5 %", 104_640: "1,046.4 %"}
    assert {basis_points: percent(basis_points, "en") for basis_points in said} == said
    assert LAO.percent(4_186) == "41,86 %"


def test_lao_digits_come_last() -> None:
    assert LAO_DIGITS.kip(1_250_000) == "໑.໒໕໐.໐໐໐ ກີບ"
    assert LAO_DIGITS.percent(250) == "໒,໕ %"
    assert LAO_DIGITS.date(date(2026, 11, 23)) == "໒໓ ພະຈິກ ໒໐໒໖"
    assert LAO_DIGITS.short_date(date(2026, 11, 23)) == "໒໓/໑໑/໒໐໒໖"
    assert LAO_DIGITS.month("2026-11") == "ພະຈິກ ໒໐໒໖"
    assert LAO_DIGITS.plural("{n} day", "{n} days", 12) == "໑໒ ມື້"


def test_a_day_is_written_long_and_short() -> None:
    day = date(2026, 11, 3)
    assert LAO.date(day) == "3 ພະຈິກ 2026"
    assert ENGLISH.date(day) == "3 November 2026"
    assert LAO.short_date(day) == ENGLISH.short_date(day) == "03/11/2026"


@pytest.mark.parametrize("code", ["lo", "en"])
def test_month_names_are_those_of_the_country(code: str) -> None:
    names = get_month_names("wide", context="format", locale=code)
    for number in range(1, 13):
        assert language(code).month(f"2026-{number:02d}") == f"{names[number]} 2026"


@pytest.mark.parametrize("text", ["2026-13", "2026", "x"])
def test_what_is_no_month_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        LAO.month(text)


def test_plurals() -> None:
    assert ENGLISH.plural("{n} day", "{n} days", 1) == "1 day"
    assert ENGLISH.plural("{n} day", "{n} days", 1_000) == "1,000 days"
    assert LAO.plural("{n} day", "{n} days", 1) == "1 ມື້"


def test_a_language_nobody_speaks_here() -> None:
    with pytest.raises(KeyError):
        language("xx")
    assert language("lo") == Language("lo") == LAO


@given(integers(min_value=-(10**15), max_value=10**15))
def test_digits_go_there_and_back(figure: int) -> None:
    for code in ("lo", "en"):
        shown = grouped(figure, code)
        assert int(shown.replace(".", "").replace(",", "")) == figure
        assert ascii_digits(lao_digits(shown)) == shown
