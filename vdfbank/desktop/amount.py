"""Read an amount as people type it: any script, any grouping, sums and thousands."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from vdfbank.bank.money import LARGEST_KIP, Money

#: What the digit row of a Lao keyboard writes for 1 2 3 4 5 6 7 8 9 0.
LAO_DIGIT_ROW = "ຢຟໂຖຸູຄຕຈຂ"
_DIGITS = str.maketrans("໐໑໒໓໔໕໖໗໘໙" + LAO_DIGIT_ROW, "0123456789" + "1234567890")
_BLANKS = re.compile(r"[\s\u00a0\u202f\u200b]+")
_TERM = re.compile(r"([+-]?)([^+-]+)")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_FRACTION = re.compile(r"(\d{1,3}(?:[.,]\d{3})*)[.,](\d{1,2})")
_BUNDLE = 100

Fault = Literal["no_amount", "decimals", "negative", "too_large"]


@dataclass(frozen=True, slots=True)
class Misread:
    """Why a text is no amount; `meant` is what it may have been."""

    fault: Fault
    meant: Money | None = None


def typed_character(text: str) -> bool:
    """Whether a key that writes `text` begins an amount."""
    return len(text) == 1 and (plain(text).isdecimal() or text in "+-*")


def plain(text: str) -> str:
    """The text in Latin digits, whatever keyboard wrote it."""
    return text.translate(_DIGITS)


def read_amount(text: str) -> Money | Misread | None:
    """
    Whole kip typed as ``20000``, ``20.000``, ``໒໐ ໐໐໐``, ``20*`` (thousands) or ``20000+5000``; None for nothing.

    Groups hold three digits or the text is refused: "12,34" is a slip, not 1234.
    """
    return _read(text, _amount)


def read_pieces(text: str) -> Money | Misread | None:
    """A number of notes, ``b`` standing for a bundle of a hundred: ``2b+13``; None for nothing."""
    return _read(text, _pieces)


def _read(text: str, read: Callable[[str], int | Misread]) -> Money | Misread | None:
    bare = _BLANKS.sub("", plain(text))
    if not bare:
        return None
    sum_, terms = 0, list(_TERM.finditer(bare))
    if "".join(term.group() for term in terms) != bare:
        return Misread("no_amount")
    for term in terms:
        sign, body = term.groups()
        amount = read(body)
        if isinstance(amount, Misread):
            return amount
        sum_ += -amount if sign == "-" else amount
    if sum_ < 0:
        return Misread("negative")
    return Money(sum_) if sum_ <= LARGEST_KIP else Misread("too_large")


def _amount(term: str) -> int | Misread:
    thousands = term.endswith("*")
    digits = term.removesuffix("*")
    factor = 1000 if thousands else 1
    if _ascii_number(digits):
        return int(digits) * factor
    if _GROUPED.fullmatch(digits):
        return int(re.sub("[.,]", "", digits)) * factor
    if (fraction := _FRACTION.fullmatch(digits)) and not thousands:
        return Misread("decimals", _thousands_meant(*fraction.groups()))
    return Misread("no_amount")


def _thousands_meant(whole: str, part: str) -> Money:
    """``1.5`` as 1,500: in speech kip are counted in thousands."""
    return Money(int(re.sub("[.,]", "", whole)) * 1000 + int(part.ljust(3, "0")))


def _pieces(term: str) -> int | Misread:
    bundles = term.lower().removesuffix("b")
    if not _ascii_number(bundles):
        return Misread("no_amount")
    return int(bundles) * (_BUNDLE if bundles != term.lower() else 1)


def _ascii_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= len(str(LARGEST_KIP))
