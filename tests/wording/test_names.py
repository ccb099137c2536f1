"""A name is kept in one spelling and found by every other."""

from itertools import pairwise
from unicodedata import is_normalized

import pytest
from hypothesis import given
from hypothesis.strategies import sampled_from, text

from vdfbank.wording.breaks import words
from vdfbank.wording.names import canonical, folded

#: Typed either way, kept in the second.
SAME_ON_PAPER = [
    ("ຈໍານວນ", "ຈຳນວນ"),
    ("ເເກ້ວ", "ແກ້ວ"),
    ("ນໍ້າ", "ນ້ຳ"),
    ("ນ້ໍາ", "ນ້ຳ"),
    ("ນຳ້", "ນ້ຳ"),
    ("ຊ່ືນ", "ຊື່ນ"),
    ("ປູ່", "ປູ່"),
    ("ຕ່ໍ", "ຕໍ່"),
    ("ຫ້ຼາ", "ຫຼ້າ"),
    ("ຄຳ\u200bຫຼ້າ", "ຄຳຫຼ້າ"),
    ("\ufeff ບຸນ \u00a0 ມີ ", "ບຸນ ມີ"),
    ("Nguye\u0302\u0303n", "Nguy\u1ec5n"),
]
#: Written either way, found by both.
FOUND_TOGETHER = [
    *SAME_ON_PAPER,
    ("ໜີ້", "ຫນີ້"),
    ("ໝີ", "ຫມີ"),
    ("ຫຼ້າ", "ຫລ້າ"),
    ("ຫຼ້າ", "ຫຣ້າ"),
    ("ວິຣະວົງ", "ວິລະວົງ"),
    ("ແກ້ວ", "ແກ່ວ"),
    ("ແກ້ວ", "ແກວ"),
    ("ບ້ານ ໑໒", "ບ້ານ 12"),
    ("Bounmy KEO", "bounmy keo"),
]


@pytest.mark.parametrize(("typed", "kept"), SAME_ON_PAPER)
def test_what_looks_the_same_is_kept_the_same(typed: str, kept: str) -> None:
    assert canonical(typed) == canonical(kept) == kept


@pytest.mark.parametrize(("one", "other"), FOUND_TOGETHER)
def test_each_spelling_finds_the_other(one: str, other: str) -> None:
    assert folded(one) == folded(other)
    assert folded(f"ທ້າວ {one}") == folded(f"ທ້າວ {other}")


@pytest.mark.parametrize(("one", "other"), [*pairwise(["ແກ້ວ", "ກ້ວ", "ແກວນ", "ເກວ"]), ("ໜີ", "ນີ"), ("Keo", "Kea")])
def test_other_names_are_other_names(one: str, other: str) -> None:
    assert folded(one) != folded(other)


def test_a_spelling_that_only_sounds_the_same_is_kept_as_typed() -> None:
    assert canonical("ວິຣະວົງ ຫນີ້ ໑໒") == "ວິຣະວົງ ຫນີ້ ໑໒"


def test_words_spelt_right_are_kept_as_they_are() -> None:
    """The word list itself writes ໍ້າ for ້ຳ, and one word with a joiner; nothing else of it changes."""
    changed = [word for word in words() if canonical(word) != word and "\u200d" not in word]
    assert all("ໍ" in word and "າ" in word for word in changed)


ANY_NAME = text(sampled_from("ກນມລຣຫໜໝວເແໂາຳະັິີຶືຸູົຼໍ່້໊໋໌ຽໆ ໐໑12aAÉ\u0301\u200b\u00a0"), max_size=12)


@given(ANY_NAME | text(max_size=12))
def test_once_is_enough(name: str) -> None:
    assert canonical(canonical(name)) == canonical(name)
    assert folded(folded(name)) == folded(name)
    assert folded(canonical(name)) == folded(name)
    assert is_normalized("NFC", canonical(name))
