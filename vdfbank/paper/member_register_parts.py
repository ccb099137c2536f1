"""The parts of the member register: a row a member, then the sums."""

from collections.abc import Iterator

from reportlab.lib.units import mm

from vdfbank.bank.person import Person
from vdfbank.content.members import MemberRegister, RegisterLine
from vdfbank.paper.door import TA_CENTER, Flowable, ParagraphStyle, Spacer
from vdfbank.paper.marks import Mark
from vdfbank.paper.sizes import A4_ACROSS
from vdfbank.paper.style import (
    CELL_PADDING,
    HEAD_STYLE,
    NOTE_STYLE,
    Cell,
    head,
    head_right,
    label,
    plain_table,
    table,
    words,
)
from vdfbank.paper.titles import title
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language

_WIDTHS = tuple(width * mm for width in (16, 45, 42, 16, 15, 20, 25, 22, 38, 15, 23))
_HEADS = (
    N_("No."),
    N_("Name"),
    N_("Name in Latin letters"),
    N_("Sex"),
    N_("Born"),
    N_("Household"),
    N_("Village unit"),
    N_("Joined"),
    N_("Nominee"),
    N_("Poor family"),
    N_("Status"),
)
_POOR = 9
_SEXES = {"F": N_("Woman"), "M": N_("Man")}
_SUMS = tuple(width * mm for width in (50, 20, 20, 20))
_SUMS_WIDTH = sum(_SUMS) + 2 * CELL_PADDING
_HEAD_CENTRED = ParagraphStyle("head centred", HEAD_STYLE, alignment=TA_CENTER)


def story(register: MemberRegister, language: Language) -> Iterator[Flowable]:
    whose = [*title(language.say(N_("Member register")), register.place, language)]
    whose.append(words(language.say(N_("As it stands on {day}."), day=language.date(register.as_of)), NOTE_STYLE))
    top: list[list[Cell]] = [[whose, _sums(register, language)]]
    yield plain_table(top, (A4_ACROSS.text_width - _SUMS_WIDTH, _SUMS_WIDTH), ("LEFTPADDING", (0, 0), (0, 0), 0))
    yield Spacer(0, 1 * mm)
    heads: list[Cell] = [head(language.say(name)) for name in _HEADS]
    heads[_POOR] = words(language.say(_HEADS[_POOR]), _HEAD_CENTRED)
    rows = [_row(line, language) for line in register.lines]
    yield table([heads, *rows], _WIDTHS, (), ("ALIGN", (_POOR, 0), (_POOR, -1), "CENTER"))


def _row(line: RegisterLine, language: Language) -> list[Cell]:
    person = line.person
    return [
        person.id,
        label(person.name_lao or person.name),
        label(person.name if person.name_lao else ""),
        label(language.say(_SEXES[person.sex])),
        "" if person.born is None else str(person.born),
        label(person.household),
        label(person.village_unit or ""),
        language.short_date(line.joined),
        label(line.nominee or ""),
        _poor(person),
        label(_status(line, language)),
    ]


def _poor(person: Person) -> Cell:
    """Where nobody asked, nothing is said."""
    if person.poor is None:
        return ""
    return Mark("right") if person.poor else "–"


def _status(line: RegisterLine, language: Language) -> str:
    if line.gone is not None:
        said = N_("left {day}") if line.standing == "left" else N_("died {day}")
        return language.say(said, day=language.short_date(line.gone))
    return language.say(N_("dormant")) if line.is_dormant else language.say(N_("member"))


def _sums(register: MemberRegister, language: Language) -> Flowable:
    """Women and men, and the poor among them."""
    heads: list[Cell] = ["", *(head_right(language.say(name)) for name in (N_("Women"), N_("Men"), N_("Together")))]
    members = [line.person for line in register.current]
    poor = [person for person in members if person.poor]
    rows: list[list[Cell]] = [
        [label(language.say(name)), *_by_sex(people, language)]
        for name, people in ((N_("Members"), members), (N_("of them from poor families"), poor))
    ]
    return table([heads, *rows], _SUMS, (1, 2, 3))


def _by_sex(people: list[Person], language: Language) -> Iterator[str]:
    for sex in ("F", "M"):
        yield language.number(sum(person.sex == sex for person in people))
    yield language.number(len(people))
