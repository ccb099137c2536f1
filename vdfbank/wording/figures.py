"""Write what was found and what is needed in the unit it is counted in."""

from collections.abc import Callable
from datetime import date
from typing import Literal

from vdfbank.wording import terms
from vdfbank.wording.catalogue import N_
from vdfbank.wording.dates import first_day
from vdfbank.wording.language import Language, Names

#: What a whole number means. Text says itself what it is: a day, a month, an id, a word of the trade.
Unit = Literal["kip", "rate", "percent", "months", "days", "count", "times", "act", "year"]

NO_NAMES: Names = {}


def figure(value: object, unit: Unit, language: Language, names: Names = NO_NAMES) -> str:
    """A figure of a problem or finding as people read it."""
    match value:
        case bool():
            return language.say(N_("yes")) if value else language.say(N_("no"))
        case int():
            return _WHOLE[unit](language, value)
        case date():
            return language.date(value)
        case tuple() | list():
            return ", ".join(figure(part, unit, language, names) for part in value)
        case _:
            return _text(str(value), language, names)


def person_or_loan(who: str, language: Language, names: Names = NO_NAMES) -> str:
    """``M07 ຈັນສີ``: the id, which is also on paper, and the name."""
    return f"{who} {language.person(who, names)}" if who in names else who


_WHOLE: dict[Unit, Callable[[Language, int], str]] = {
    "kip": Language.kip,
    "percent": Language.percent,
    "count": Language.number,
    "rate": lambda language, value: language.say(N_("{percent} a month"), percent=language.percent(value)),
    "months": lambda language, value: language.plural("{n} month", "{n} months", value),
    "days": lambda language, value: language.plural("{n} day", "{n} days", value),
    "times": lambda language, value: language.plural("{n} time", "{n} times", value),
    "act": lambda language, value: language.say(N_("act {number}"), number=language.number(value)),
    "year": Language.year,
}


def _text(value: str, language: Language, names: Names) -> str:
    for read in (_day, _month):
        try:
            return read(value, language)
        except ValueError:
            continue
    if value in names:
        return person_or_loan(value, language, names)
    if value in terms.ACCOUNTS:
        return terms.account(value, language)
    return terms.word(value, language) or value


def _day(value: str, language: Language) -> str:
    if len(value) != len("2025-11-05"):
        raise ValueError(value)
    return language.date(date.fromisoformat(value))


def _month(value: str, language: Language) -> str:
    if len(value) != len("2025-11"):
        raise ValueError(value)
    first_day(value)
    return language.month(value)
