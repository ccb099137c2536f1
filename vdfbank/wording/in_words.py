"""Amounts in words, as receipts and contracts carry them beside the figure."""

from collections.abc import Callable

from vdfbank.bank.money import LARGEST_KIP
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language

_LAO_ONES = ("ສູນ", "ໜຶ່ງ", "ສອງ", "ສາມ", "ສີ່", "ຫ້າ", "ຫົກ", "ເຈັດ", "ແປດ", "ເກົ້າ")
#: Lao counts ten thousands as tens of thousands (ສິບພັນ, not ໝື່ນ), and above the billion in thousands and
#: millions of it (ພັນຕື້, ລ້ານຕື້), as the Bank of the Lao PDR and the papers do.
_LAO_STEPS = ((10**9, "ຕື້"), (10**6, "ລ້ານ"), (10**5, "ແສນ"), (10**3, "ພັນ"), (100, "ຮ້ອຍ"))

_ENGLISH_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_ENGLISH_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ENGLISH_STEPS = (
    *((10**15, "quadrillion"), (10**12, "trillion"), (10**9, "billion"), (10**6, "million")),
    *((10**3, "thousand"), (100, "hundred")),
)

# Translators: an amount in words; Lao ends it with "kip, exactly", without spaces.
_WHOLE_KIP = N_("{words} kip")


def amount_in_words(kip: int, language: Language) -> str:
    """
    ``one million two hundred and fifty thousand kip``, ``ໜຶ່ງລ້ານສອງແສນຫ້າສິບພັນກີບຖ້ວນ``.

    From 0 to the largest amount an act may name; `ValueError` beyond. A language that has no words for numbers of its
    own says them in English.
    """
    if not 0 <= kip <= LARGEST_KIP:
        raise ValueError(f"{kip} kip is no amount to be written in words")
    return language.say(_WHOLE_KIP, words=_SPELLERS.get(language.code, _english)(kip))


def _lao(number: int) -> str:
    for step, name in _LAO_STEPS:
        if number >= step:
            count, rest = divmod(number, step)
            return _lao(count) + name + (_lao(rest) if rest else "")
    return _lao_tens(number)


def _lao_tens(number: int) -> str:
    """Below a hundred: twenty has its own word, and a one after tens is ເອັດ."""
    tens, ones = divmod(number, 10)
    if tens == 0:
        return _LAO_ONES[ones]
    head = {1: "ສິບ", 2: "ຊາວ"}.get(tens) or f"{_LAO_ONES[tens]}ສິບ"
    return head + ("ເອັດ" if ones == 1 else _LAO_ONES[ones] if ones else "")


def _english(number: int) -> str:
    for step, name in _ENGLISH_STEPS:
        if number >= step:
            count, rest = divmod(number, step)
            said = f"{_english(count)} {name}"
            if rest == 0:
                return said
            return f"{said} and {_english(rest)}" if rest < 100 else f"{said} {_english(rest)}"
    return _english_tens(number)


def _english_tens(number: int) -> str:
    if number < 20:
        return _ENGLISH_ONES[number]
    tens, ones = divmod(number, 10)
    return f"{_ENGLISH_TENS[tens]}-{_ENGLISH_ONES[ones]}" if ones else _ENGLISH_TENS[tens]


_SPELLERS: dict[str, Callable[[int], str]] = {"lo": _lao, "en": _english}
