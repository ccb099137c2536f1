"""Amounts in words say what the figures say."""

import pytest
from hypothesis import given
from hypothesis.strategies import integers, one_of, sampled_from

from tests.wording.number_words import read_english, read_lao
from vdfbank.wording.in_words import amount_in_words
from vdfbank.wording.language import ENGLISH, LAO, Language, language

LARGEST = 10**15

SAID = {
    0: ("ສູນກີບຖ້ວນ", "zero kip"),
    1: ("ໜຶ່ງກີບຖ້ວນ", "one kip"),
    10: ("ສິບກີບຖ້ວນ", "ten kip"),
    11: ("ສິບເອັດກີບຖ້ວນ", "eleven kip"),
    20: ("ຊາວກີບຖ້ວນ", "twenty kip"),
    21: ("ຊາວເອັດກີບຖ້ວນ", "twenty-one kip"),
    31: ("ສາມສິບເອັດກີບຖ້ວນ", "thirty-one kip"),
    100: ("ໜຶ່ງຮ້ອຍກີບຖ້ວນ", "one hundred kip"),
    101: ("ໜຶ່ງຮ້ອຍໜຶ່ງກີບຖ້ວນ", "one hundred and one kip"),
    111: ("ໜຶ່ງຮ້ອຍສິບເອັດກີບຖ້ວນ", "one hundred and eleven kip"),
    1_000: ("ໜຶ່ງພັນກີບຖ້ວນ", "one thousand kip"),
    5_500: ("ຫ້າພັນຫ້າຮ້ອຍກີບຖ້ວນ", "five thousand five hundred kip"),
    10_000: ("ສິບພັນກີບຖ້ວນ", "ten thousand kip"),
    21_000: ("ຊາວເອັດພັນກີບຖ້ວນ", "twenty-one thousand kip"),
    100_000: ("ໜຶ່ງແສນກີບຖ້ວນ", "one hundred thousand kip"),
    101_005: ("ໜຶ່ງແສນໜຶ່ງພັນຫ້າກີບຖ້ວນ", "one hundred and one thousand and five kip"),
    120_000: ("ໜຶ່ງແສນຊາວພັນກີບຖ້ວນ", "one hundred and twenty thousand kip"),
    1_250_000: ("ໜຶ່ງລ້ານສອງແສນຫ້າສິບພັນກີບຖ້ວນ", "one million two hundred and fifty thousand kip"),
    999_999_999: (
        "ເກົ້າຮ້ອຍເກົ້າສິບເກົ້າລ້ານເກົ້າແສນເກົ້າສິບເກົ້າພັນເກົ້າຮ້ອຍເກົ້າສິບເກົ້າກີບຖ້ວນ",
        "nine hundred and ninety-nine million nine hundred and ninety-nine thousand nine hundred and ninety-nine kip",
    ),
    10**9: ("ໜຶ່ງຕື້ກີບຖ້ວນ", "one billion kip"),
    10**12: ("ໜຶ່ງພັນຕື້ກີບຖ້ວນ", "one trillion kip"),
    LARGEST: ("ໜຶ່ງລ້ານຕື້ກີບຖ້ວນ", "one quadrillion kip"),
}


@pytest.mark.parametrize(("kip", "lao", "english"), [(kip, *said) for kip, said in SAID.items()])
def test_amounts_are_said_as_a_treasurer_says_them(kip: int, lao: str, english: str) -> None:
    assert amount_in_words(kip, LAO) == lao
    assert amount_in_words(kip, ENGLISH) == english


@given(one_of(integers(0, LARGEST), integers(0, 2_000_000), sampled_from([10**n for n in range(16)])))
def test_what_is_said_is_read_back_as_the_same_amount(kip: int) -> None:
    assert read_lao(amount_in_words(kip, LAO)) == kip
    assert read_english(amount_in_words(kip, ENGLISH)) == kip


def test_every_amount_up_to_a_thousand_has_words_of_its_own() -> None:
    for spoken in (LAO, ENGLISH):
        assert len({amount_in_words(kip, spoken) for kip in range(1_001)}) == 1_001


def test_lao_digits_do_not_change_the_words() -> None:
    assert amount_in_words(21, language("lo", lao_digits=True)) == "ຊາວເອັດກີບຖ້ວນ"


def test_a_language_without_number_words_says_them_in_english() -> None:
    assert amount_in_words(21, Language("th")) == "twenty-one kip"


@pytest.mark.parametrize("kip", [-1, LARGEST + 1])
def test_no_words_for_what_no_act_may_name(kip: int) -> None:
    with pytest.raises(ValueError, match="no amount"):
        amount_in_words(kip, LAO)
