"""Acts as text: one JSON object a line, read strictly and written canonically."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from functools import cache
from typing import Any

from vdfbank.acts import books, founding, lending, saving
from vdfbank.acts.act import Act
from vdfbank.acts.fields import plain, reader
from vdfbank.acts.malformed import MalformedError, shown
from vdfbank.bank.bylaws import ByLaws
from vdfbank.bank.committee import ROLES

LONGEST_LINE = 1_000_000
DEEPEST = 16
LONGEST_NAME = 120

KINDS: dict[str, type[Act]] = {
    kind.kind: kind
    for module in (founding, saving, lending, books)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, Act) and kind is not Act
}


def parse(line: str) -> Act:
    """Read one act; `MalformedError` names the field that is wrong, what was found and what is needed."""
    return read_act(_json_object(line))


def dump(act: Act) -> str:
    """
    The canonical text of an act: keys sorted, no blanks, NFC, only the fields that were given.

    ``dump(parse(line))`` is the line as accepted; the seal is made over it (reliability.md, section 3).
    """
    return canonical(act_fields(act))


def canonical(value: object) -> str:
    """JSON with sorted keys and no blanks."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def act_fields(act: Act) -> dict[str, Any]:
    """The fields of an act as JSON carries them, ``act`` first."""
    text: dict[str, Any] = {"act": act.kind, **plain(act)}
    if isinstance(act, founding.AgreeByLaws):
        text["bylaws"] = {name: plain(getattr(act.bylaws.bylaws, name)) for name in act.bylaws.given}
    return text


def parse_lines(lines: Iterable[str]) -> Iterator[tuple[int, Act]]:
    """Acts with the numbers of their lines, from 1; `MalformedError` names the line as well."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield number, parse(line)
            except MalformedError as wrong:
                raise wrong.at(number) from None


def read_act(text: dict[str, Any]) -> Act:
    """An act from its fields."""
    kind = text.get("act")
    if not isinstance(kind, str) or kind not in KINDS:
        raise MalformedError("act", shown(kind) if "act" in text else "nothing", "one of " + " ".join(KINDS))
    act: Act = _reader(kind)({name: value for name, value in text.items() if name != "act"}, "")
    if act.needs_note and act.note is None:
        raise MalformedError("note", "nothing", "this field")
    for check in _CLOSER_LOOKS.get(type(act), ()):
        check(act)
    return act


@cache
def _reader(kind: str) -> Callable[[Any, str], Any]:
    #: What `reader` remembers is asked by any hashable type; mypy takes a class for its instances here.
    kind_of_act: Any = KINDS[kind]
    read, read_bylaws = reader(kind_of_act), reader(ByLaws)
    if kind_of_act is not founding.AgreeByLaws:
        return read

    def read_agreed(value: dict[str, Any], at: str) -> Act:
        given = value.get("bylaws", {})
        bylaws = read_bylaws(given, "bylaws")
        act: founding.AgreeByLaws = read({**value, **({"bylaws": _WRAPPED} if "bylaws" in value else {})}, at)
        values = {field.name: getattr(act, field.name) for field in fields(act)}
        values["bylaws"] = founding.GivenByLaws(bylaws, tuple(sorted(given)))
        return founding.AgreeByLaws(**values)

    return read_agreed


#: Stands in for the by-laws while the other fields of their act are read.
_WRAPPED: dict[str, Any] = {"bylaws": {}, "given": []}


def _roles_of_committee(act: founding.Elect) -> None:
    for index, seat in enumerate(act.seats):
        if seat.role not in ROLES[act.committee]:
            raise MalformedError(f"seats[{index}].role", shown(seat.role), "one of " + " ".join(ROLES[act.committee]))


def _people(act: founding.Register) -> None:
    for index, person in enumerate(act.people):
        for name in ("name", "household", "name_lao", "village_unit"):
            if (given := getattr(person, name)) is not None:
                _named(given, f"people[{index}].{name}")


def _named(name: str, at: str) -> None:
    if not name.strip() or len(name) > LONGEST_NAME:
        raise MalformedError(at, f"{len(name.strip())} characters", f"a name of 1-{LONGEST_NAME} characters")


def _village(act: founding.Found) -> None:
    for name in ("village", "district", "province"):
        _named(getattr(act, name), name)
    if not re.fullmatch(r"[A-Za-z0-9-]{1,20}", act.village_code, re.ASCII):
        raise MalformedError("village_code", shown(act.village_code), "1-20 letters, digits, -")
    if not re.fullmatch(r"[A-Z]{3}", act.currency, re.ASCII):
        raise MalformedError("currency", shown(act.currency), "three capital letters like LAK")
    if not re.fullmatch(r"(0[1-9]|1[0-2])-01", act.fiscal_year, re.ASCII):
        raise MalformedError("fiscal_year", shown(act.fiscal_year), "the first day of a month like 01-01")
    if not 1 <= act.savings_day <= 28:
        raise MalformedError("savings_day", shown(act.savings_day), "a day from 1 to 28")


def _penalty(act: founding.AgreeByLaws) -> None:
    rule, laws = act.bylaws.bylaws.penalty, act.bylaws.bylaws
    needed, other = ("bp", rule.amount) if rule.kind == "percent_of_unpaid" else ("amount", rule.bp)
    if getattr(rule, needed) is None or other is not None:
        raise MalformedError("bylaws.penalty", "other fields", f"kind and {needed}")
    if sorted(laws.allocation) != ["interest", "penalty", "principal"]:
        raise MalformedError(
            "bylaws.allocation", " ".join(laws.allocation), "penalty, interest and principal, each once"
        )
    if len(set(laws.methods)) != len(laws.methods):
        raise MalformedError("bylaws.methods", " ".join(laws.methods), "each method once")
    days_before = 0
    for index, (first, last, bp) in enumerate(laws.provision):
        if first <= days_before or (last is not None and last < first) or bp > 10_000:
            raise MalformedError(
                f"bylaws.provision[{index}]", f"{first}, {last}, {bp}", "days rising from 1, at most 10000"
            )
        days_before = 10**9 if last is None else last


def _pieces(act: saving.SavingsDay) -> None:
    for name in act.count or {}:
        if not re.fullmatch(r"[1-9]\d{0,8}", name, re.ASCII):
            raise MalformedError(f"count.{name}", shown(name), "a denomination like 50000")


def _officers(act: founding.Confirm) -> None:
    for name in ("by", "seconded_by"):
        if getattr(act, name) is None:
            raise MalformedError(name, "nothing", "this field: two officers confirm")


_CLOSER_LOOKS: dict[type[Act], tuple[Callable[[Any], None], ...]] = {
    founding.Elect: (_roles_of_committee,),
    founding.Found: (_village,),
    founding.Register: (_people,),
    founding.AgreeByLaws: (_penalty,),
    founding.Confirm: (_officers,),
    saving.SavingsDay: (_pieces,),
}


def _json_object(line: str) -> dict[str, Any]:
    if len(line) > LONGEST_LINE:
        raise MalformedError("line", f"{len(line)} characters", f"at most {LONGEST_LINE}")
    try:
        value = json.loads(
            unicodedata.normalize("NFC", line),
            object_pairs_hook=_each_name_once,
            parse_float=_no_number,
            parse_constant=_no_number,
        )
    except MalformedError:
        raise
    except RecursionError:
        raise MalformedError("line", "brackets in brackets", f"at most {DEEPEST} deep") from None
    except ValueError:
        raise MalformedError("line", "text that is no JSON", "one JSON object a line") from None
    if not isinstance(value, dict):
        raise MalformedError("line", shown(value), "a JSON object")
    if _depth(value) > DEEPEST:
        raise MalformedError("line", "brackets in brackets", f"at most {DEEPEST} deep")
    return value


def _each_name_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise MalformedError(twice, "the field twice", "each field once")
    return value


class _Float(float):
    """A number with a point: refused where it stands, so that the field can be named."""


def _no_number(text: str) -> _Float:
    return _Float(text.replace("Infinity", "inf").replace("NaN", "nan"))


def _depth(value: object) -> int:
    deepest, level = 0, [value]
    while level:
        deepest += 1
        level = [
            inner
            for item in level
            for inner in (item.values() if isinstance(item, dict) else item if isinstance(item, list) else ())
            if isinstance(inner, (dict, list))
        ]
    return deepest
