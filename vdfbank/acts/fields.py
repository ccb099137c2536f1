"""Read and write values by their types: whole kip, dates, ids, names, and the values made of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from vdfbank.acts.act import BasisPoints, Count, Difference, Key, Text
from vdfbank.acts.malformed import MalformedError, shown
from vdfbank.bank.account import Account
from vdfbank.bank.calendar import Month
from vdfbank.bank.course import Module
from vdfbank.bank.money import LARGEST_KIP, Money
from vdfbank.bank.person import LoanId, PersonId

#: Reads one JSON value at a place; `MalformedError` names the place when it does not fit.
Reader = Callable[[Any, str], Any]

LONGEST_TEXT = 2_000
_ID = re.compile(r"[A-Za-z0-9-]{1,16}", re.ASCII)
_KEY = re.compile(r"[A-Za-z0-9_.:-]{1,64}", re.ASCII)
_MODULE = re.compile(r"[a-z0-9_-]{1,40}", re.ASCII)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_EARLIEST, _LATEST = date(1900, 1, 1), date(2999, 12, 31)
#: Control characters, surrogates, and what turns the direction of text or hides in it (reliability.md, rule 14);
#: characters that are none, and private ones, which every font shows as it likes.
_FORBIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufdd0-\ufdef\ufeff\uffa0\ud800-\uf8ff\ufff9-\uffff\U000e0000-\U0010ffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0xE0000, 0x10000))
    + "]"
)
#: Signs above and below letters; a pile of them would climb over the lines around it. Lao and Vietnamese need three.
_HIGHEST_PILE = 4
_PILED = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece"
    f"\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{{{_HIGHEST_PILE + 1},}}"
)


@cache
def reader(kind: Any) -> Reader:
    """The reader of a type: a dataclass, an id, a Literal, a tuple, a mapping or an Optional of these."""
    if kind in _LEAVES:
        return _LEAVES[kind]
    if is_dataclass(kind) and isinstance(kind, type):
        return _record(kind)
    origin, inside = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _either(inside)
    if origin is Literal:
        return _choice(inside)
    if origin is tuple:
        return _list(inside[0]) if inside[-1] is Ellipsis else _row(inside)
    assert origin is not None, kind
    assert issubclass(origin, Mapping), kind
    return _mapping(*inside)


def _either(kinds: tuple[Any, ...]) -> Reader:
    given = [kind for kind in kinds if kind is not NoneType]
    readers = {list if get_origin(kind) is tuple else None: reader(kind) for kind in given}
    anything = readers.get(None, next(iter(readers.values())))
    return lambda value, at: readers.get(type(value), anything)(value, at)


def _choice(words: tuple[str, ...]) -> Reader:
    needed = "one of " + " ".join(words)

    def read(value: Any, at: str) -> Any:
        if not isinstance(value, str) or value not in words:
            raise MalformedError(at, shown(value), needed)
        return value

    return read


def _list(kind: Any) -> Reader:
    read_one = reader(kind)

    def read(value: Any, at: str) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise MalformedError(at, shown(value), "a list")
        return tuple(read_one(item, f"{at}[{index}]") for index, item in enumerate(value))

    return read


def _row(kinds: tuple[Any, ...]) -> Reader:
    readers = [reader(kind) for kind in kinds]
    optional = [NoneType in get_args(kind) for kind in kinds]

    def read(value: Any, at: str) -> tuple[Any, ...]:
        if not isinstance(value, list) or len(value) != len(readers):
            raise MalformedError(at, shown(value), f"a list of {len(readers)}")
        return tuple(
            None if item is None and may_be_null else read_one(item, f"{at}[{index}]")
            for index, (read_one, may_be_null, item) in enumerate(zip(readers, optional, value, strict=True))
        )

    return read


def _mapping(key_kind: Any, kind: Any) -> Reader:
    read_key, read_one = reader(key_kind), reader(kind)

    def read(value: Any, at: str) -> Mapping[str, Any]:
        if not isinstance(value, dict):
            raise MalformedError(at, shown(value), "an object")
        # In the order of the canonical text: books, and so seals, must not depend on how a line was first typed.
        in_order = sorted(value.items())
        return MappingProxyType({read_key(key, f"{at}.{key}"): read_one(item, f"{at}.{key}") for key, item in in_order})

    return read


def _record(kind: Any) -> Reader:
    hints = get_type_hints(kind)
    readers = {field.name: reader(hints[field.name]) for field in fields(kind)}
    required = [field.name for field in fields(kind) if field.default is MISSING and field.default_factory is MISSING]

    def read(value: Any, at: str) -> Any:
        if not isinstance(value, dict):
            raise MalformedError(at, shown(value), "an object")
        prefix = f"{at}." if at else ""
        for name in value:
            if name not in readers:
                raise MalformedError(
                    f"{prefix}{name}", "a field that does not belong here", "one of " + " ".join(readers)
                )
        for name in required:
            if name not in value:
                raise MalformedError(f"{prefix}{name}", "nothing", "this field")
        return kind(**{name: readers[name](item, f"{prefix}{name}") for name, item in value.items()})

    return read


def whole(low: int, high: int, needed: str, make: Callable[[int], Any] = int) -> Reader:
    """A reader of whole numbers: no float, no text, no true or false."""

    def read(value: Any, at: str) -> Any:
        if type(value) is not int or not low <= value <= high:
            raise MalformedError(at, shown(value), needed)
        return make(value)

    return read


def pattern(expression: re.Pattern[str], needed: str) -> Reader:
    def read(value: Any, at: str) -> str:
        if not isinstance(value, str) or not expression.fullmatch(value):
            raise MalformedError(at, shown(value), needed)
        return value

    return read


def typed_text(typed: str) -> Text | None:
    """
    What somebody typed as an act may hold it; None for nothing.

    Lao keyboards write zero-width spaces between words: such are left out, or the act could not be read again.
    """
    seen = _FORBIDDEN.sub("", unicodedata.normalize("NFC", typed)).strip()[:LONGEST_TEXT]
    return Text(seen) if seen else None


def _text(value: Any, at: str) -> str:
    if not isinstance(value, str):
        raise MalformedError(at, shown(value), "text")
    if len(value) > LONGEST_TEXT:
        raise MalformedError(at, f"{len(value)} characters", f"at most {LONGEST_TEXT}")
    if hidden := _FORBIDDEN.search(value):
        raise MalformedError(at, f"the character U+{ord(hidden.group()):04X}", "text without control characters")
    text = unicodedata.normalize("NFC", value)
    if pile := _PILED.search(text):
        raise MalformedError(at, f"{len(pile.group())} signs on one letter", f"at most {_HIGHEST_PILE}")
    return text


def _date(value: Any, at: str) -> date:
    try:
        day = date.fromisoformat(value) if isinstance(value, str) and _DATE.fullmatch(value) else None
    except ValueError:
        day = None
    if day is None or not _EARLIEST <= day <= _LATEST:
        raise MalformedError(at, shown(value), "a date like 2025-01-31")
    return day


def _month(value: Any, at: str) -> Month:
    try:
        month = Month.parse(value) if isinstance(value, str) else None
    except ValueError:
        month = None
    if month is None or not _EARLIEST.year <= month.year <= _LATEST.year:
        raise MalformedError(at, shown(value), "a month like 2025-01")
    return month


def _flag(value: Any, at: str) -> bool:
    if not isinstance(value, bool):
        raise MalformedError(at, shown(value), "true or false")
    return value


_person_or_loan = pattern(_ID, "an id of 1-16 letters, digits, -")
_count = whole(0, 10**9, "a whole number, 0 or more")

_LEAVES: dict[Any, Reader] = {
    PersonId: _person_or_loan,
    LoanId: _person_or_loan,
    Key: pattern(_KEY, "a key of 1-64 letters, digits, - _ . :"),
    Module: pattern(_MODULE, "a module name of small letters, digits, _ -"),
    Account: pattern(re.compile(r"\d{4}", re.ASCII), "an account number of four digits in quotes"),
    Money: whole(0, LARGEST_KIP, "whole kip from 0 to 10^15", Money),
    Difference: whole(-LARGEST_KIP, LARGEST_KIP, "whole kip"),
    Count: _count,
    BasisPoints: whole(0, 10**6, "basis points, a whole number, 0 or more"),
    int: _count,
    Text: _text,
    str: _text,
    bool: _flag,
    date: _date,
    Month: _month,
}


def plain(value: Any) -> Any:
    """A value as JSON can carry it: fields left out are left out, dates and months as text."""
    if is_dataclass(value) and not isinstance(value, (type, Month)):
        given = ((field.name, getattr(value, field.name)) for field in fields(value))
        return {name: plain(item) for name, item in given if item is not None}
    if isinstance(value, (date, Month)):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    return int(value) if isinstance(value, Money) else value
