"""Amounts as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vdfbank.bank.money import LARGEST_KIP, Money
from vdfbank.desktop.amount import LAO_DIGIT_ROW, Misread, read_amount, read_pieces, typed_character

whole_kip = st.integers(0, LARGEST_KIP)


@pytest.mark.parametrize(
    ("text", "kip"),
    [
        ("20000", 20_000),
        ("20.000", 20_000),
        ("1,250,000", 1_250_000),
        ("1 250 000", 1_250_000),
        ("20000+5000", 25_000),
        ("20*+5*", 25_000),
        ("30*-500", 29_500),
        ("25*", 25_000),
        ("+5000", 5_000),
        ("໒໕*", 25_000),
        ("ຟຸ*", 25_000),
        ("0", 0),
    ],
)
def test_what_people_type_is_understood(text: str, kip: int) -> None:
    assert read_amount(text) == Money(kip)


@pytest.mark.parametrize(
    "text", ["12,34,567", "1,2345", "abc", "10k", "*", "5**", "+", "10+", "1.000,00a", "--5", "9" * 30]
)
def test_what_is_no_amount_never_lands(text: str) -> None:
    assert isinstance(read_amount(text), Misread)


def test_decimals_are_refused_with_what_was_meant() -> None:
    assert read_amount("1.5") == Misread("decimals", Money(1_500))
    assert read_amount("12,34") == Misread("decimals", Money(12_340))


def test_less_than_nothing_and_too_much_are_refused() -> None:
    assert read_amount("5000-6000") == Misread("negative")
    assert read_amount(f"{LARGEST_KIP}+1") == Misread("too_large")


@pytest.mark.parametrize("text", ["", "  ", "\u00a0"])
def test_nothing_typed_is_no_amount_and_not_zero(text: str) -> None:
    assert read_amount(text) is None


@given(whole_kip, st.sampled_from([",", ".", " ", "\u00a0", ""]))
def test_every_grouping_of_every_number_reads_back(kip: int, mark: str) -> None:
    assert read_amount(f"{kip:,}".replace(",", mark)) == kip


@given(whole_kip)
def test_three_scripts_give_one_amount(kip: int) -> None:
    lao_digits = str(kip).translate(str.maketrans("0123456789", "໐໑໒໓໔໕໖໗໘໙"))
    digit_row = str(kip).translate(str.maketrans("1234567890", LAO_DIGIT_ROW))
    assert read_amount(lao_digits) == read_amount(digit_row) == kip


@given(st.text(max_size=12))
def test_any_text_is_an_amount_or_refused(text: str) -> None:
    read = read_amount(text)
    assert read is None or isinstance(read, (Money, Misread))


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=5))
def test_a_sum_is_the_sum(parts: list[int]) -> None:
    assert read_amount("+".join(map(str, parts))) == sum(parts)


def test_notes_are_counted_in_pieces_and_bundles() -> None:
    assert read_pieces("13") == 13
    assert read_pieces("2b+13") == 213
    assert read_pieces("ຟb") == 200
    assert isinstance(read_pieces("1.000"), Misread)
    assert read_pieces("") is None


def test_which_keys_begin_an_amount() -> None:
    assert all(map(typed_character, "0໙ຢ+*"))
    assert not any(map(typed_character, ["a", "", "ກ", "\r", "12"]))
