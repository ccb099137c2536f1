"""The register as rows: number, name, household, savings, what is owed, trainings."""

from __future__ import annotations

from collections.abc import Iterable

from vdfbank.bank.course import REQUIRED_FOR_LOANS
from vdfbank.content.member_card import MemberLine
from vdfbank.desktop.parts import Tone
from vdfbank.desktop.rows_table import Heading, Line
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language
from vdfbank.wording.names import folded

HEADINGS = (
    Heading(N_("No."), share=2),
    Heading(N_("Name"), share=5),
    Heading(N_("Household"), share=3),
    Heading(N_("Savings"), is_figure=True, share=3),
    Heading(N_("Owed"), is_figure=True, share=3),
    Heading(N_("Standing"), share=4),
    Heading(N_("Trained until"), share=3),
)


def register_lines(lines: Iterable[MemberLine], spoken: Language) -> tuple[Line, ...]:
    return tuple(Line(line.id, _cells(line, spoken), _tone(line)) for line in lines)


def _cells(line: MemberLine, spoken: Language) -> tuple[str, ...]:
    return (
        line.id,
        name_of(line, spoken),
        line.person.household,
        spoken.number(line.savings) if line.savings else "·",
        spoken.number(line.owed) if line.owed else "·",
        standing_words(line, spoken),
        _trained(line, spoken),
    )


def name_of(line: MemberLine, spoken: Language) -> str:
    lao = line.person.name_lao
    return lao if spoken.code == "lo" and lao else line.person.name


def standing_words(line: MemberLine, spoken: Language) -> str:
    """Not a member, left, dead; of members whether they are late or dormant."""
    match line.standing:
        case None:
            return spoken.say(N_("not a member"))
        case "left":
            return spoken.say(N_("left"))
        case "dead":
            return spoken.say(N_("died"))
    if line.days_late:
        return spoken.plural("late {n} day", "late {n} days", line.days_late)
    return spoken.say(N_("dormant")) if line.is_dormant else spoken.say(N_("member"))


def _trained(line: MemberLine, spoken: Language) -> str:
    """The day on which the first of both trainings runs out."""
    days = [line.trained_until.get(module) for module in REQUIRED_FOR_LOANS]
    known = [day for day in days if day is not None]
    return spoken.short_date(min(known)) if len(known) == len(days) else "–"


def _tone(line: MemberLine) -> Tone:
    if line.days_late:
        return "wrong"
    return "look" if line.is_dormant else "plain"


def found(line: MemberLine, typed: str) -> bool:
    """Whether what was typed, however it is spelt, is in the number, the name, the household or the village unit."""
    wanted = folded(typed)
    person = line.person
    texts = (line.id, person.name, person.name_lao or "", person.household, person.village_unit or "")
    return not wanted or any(wanted in folded(text) for text in texts)
