"""Values of known types as columns of JSON: many thousands are packed and unpacked in one go."""

# ruff: noqa: ANN401 - values of any type go through here, told apart by their hints alone
from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from functools import cache
from itertools import chain, islice, repeat
from types import NoneType, UnionType
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from vdfbank.bank.bylaws import ByLaws
from vdfbank.bank.money import Money


@dataclass(frozen=True, slots=True)
class Column:
    """How many values of one type become one JSON value, and back."""

    pack: Callable[[Sequence[Any]], Any]
    unpack: Callable[[Any], Iterable[Any]]


@cache
def column_of(kind: Any) -> Column:
    """The column of a type, from its hints."""
    kind = getattr(kind, "__supertype__", kind)  # PersonId is a str
    if kind in _LEAVES:
        return _LEAVES[kind]
    if is_dataclass(kind):
        record = _record(cast("type", kind))
        return _shared(record) if kind is ByLaws else record
    return _composed(get_origin(kind), get_args(kind))


def _composed(origin: Any, inside: tuple[Any, ...]) -> Column:
    if origin is Literal:
        return _AS_IT_IS
    if origin in (Union, UnionType):
        return _optional(inside)
    if origin is tuple:
        return _list(column_of(inside[0])) if inside[-1] is Ellipsis else _row([column_of(part) for part in inside])
    assert issubclass(origin, Mapping), origin
    return _mapping(column_of(inside[1]))


def described(kind: Any) -> str:
    """The parts of a type, as far as they decide its columns."""
    kind = getattr(kind, "__supertype__", kind)
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        parts = (f"{field.name}:{described(hints[field.name])}" for field in fields(kind))
        return f"({','.join(parts)})"
    origin, inside = get_origin(kind), get_args(kind)
    if origin is Literal:
        return "str"
    if not inside:
        return "..." if kind is Ellipsis else str(kind.__name__)
    # Python's own name of a union changes from release to release.
    name = "optional" if origin in (Union, UnionType) else origin.__name__
    return f"{name}[{','.join(described(part) for part in inside if part is not NoneType)}]"


def _record(kind: type) -> Column:
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)]
    columns = [column_of(hints[name]) for name in names]

    def pack(values: Sequence[Any]) -> list[Any]:
        return [
            column.pack([getattr(value, name) for value in values]) for name, column in zip(names, columns, strict=True)
        ]

    def unpack(packed: Any) -> Iterable[Any]:
        parts = [list(column.unpack(part)) for column, part in zip(columns, packed, strict=True)]
        if len({len(part) for part in parts}) != 1:
            raise ValueError(kind.__name__)
        made: list[Any] = list(map(object.__new__, repeat(kind, len(parts[0]))))
        # The slots are filled directly: the __init__ of a frozen dataclass takes three times as long, and members'
        # moments come by the ten thousand.
        for name, part in zip(names, parts, strict=True):
            deque(map(getattr(kind, name).__set__, made, part), maxlen=0)
        return made

    assert not hasattr(kind, "__post_init__"), kind
    return Column(pack, unpack)


def _row(columns: Sequence[Column]) -> Column:
    """Tuples of several parts, each part a column of its own."""

    def pack(values: Sequence[Any]) -> list[Any]:
        return [column.pack([value[index] for value in values]) for index, column in enumerate(columns)]

    def unpack(packed: Any) -> Iterable[Any]:
        return zip(*(column.unpack(part) for column, part in zip(columns, packed, strict=True)), strict=True)

    return Column(pack, unpack)


def _list(inner: Column) -> Column:
    """Lists of different lengths: the lengths, then everything in one go."""

    def pack(values: Sequence[Any]) -> list[Any]:
        return [[len(value) for value in values], inner.pack(list(chain.from_iterable(values)))]

    def unpack(packed: Any) -> Iterable[Any]:
        lengths, flat = packed
        items = iter(inner.unpack(flat))
        return [tuple(islice(items, length)) for length in lengths]

    return Column(pack, unpack)


def _mapping(inner: Column) -> Column:
    """Mappings with text for keys, in their own order: who is paid first depends on it."""
    values_of = _list(inner)

    def pack(values: Sequence[Any]) -> list[Any]:
        return [[list(value) for value in values], values_of.pack([list(value.values()) for value in values])]

    def unpack(packed: Any) -> Iterable[Any]:
        keys, inside = packed
        return [
            dict(zip(names, items, strict=True)) for names, items in zip(keys, values_of.unpack(inside), strict=True)
        ]

    return Column(pack, unpack)


def _optional(kinds: tuple[Any, ...]) -> Column:
    given = [kind for kind in kinds if kind is not NoneType]
    assert len(given) == 1, kinds
    inner = column_of(given[0])
    if inner is _AS_IT_IS:
        return inner

    def pack(values: Sequence[Any]) -> list[Any]:
        return [
            [int(value is not None) for value in values],
            inner.pack([value for value in values if value is not None]),
        ]

    def unpack(packed: Any) -> Iterable[Any]:
        there, present = packed
        items = iter(inner.unpack(present))
        return [next(items) if is_there else None for is_there in there]

    return Column(pack, unpack)


def _shared(inner: Column) -> Column:
    """Values that are few and large, such as by-laws: each once, then which of them."""

    def pack(values: Sequence[Any]) -> list[Any]:
        kept: list[Any] = []
        return [[_place(value, kept) for value in values], inner.pack(kept)]

    def unpack(packed: Any) -> Iterable[Any]:
        places, kept = packed[0], list(inner.unpack(packed[1]))
        return [kept[place] for place in places]

    return Column(pack, unpack)


def _place(value: Any, kept: list[Any]) -> int:
    for index, known in enumerate(kept):
        if known is value or known == value:
            return index
    kept.append(value)
    return len(kept) - 1


class _Known(dict[Any, Any]):
    """Values made once: most amounts and days come many times."""

    def __init__(self, make: Callable[[Any], Any]) -> None:
        self._make = make

    def __missing__(self, packed: Any) -> Any:
        self[packed] = made = self._make(packed)
        return made


_AS_IT_IS = Column(list, lambda packed: packed)
_LEAVES: Mapping[Any, Column] = {
    str: _AS_IT_IS,
    int: _AS_IT_IS,
    bool: _AS_IT_IS,
    Money: Column(list, lambda packed: map(_Known(Money).__getitem__, packed)),
    date: Column(
        lambda values: [value.isoformat() for value in values],
        lambda packed: map(_Known(date.fromisoformat).__getitem__, packed),
    ),
}
