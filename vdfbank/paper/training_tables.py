"""The tables of the training register: sessions, who is due, every member's trainings."""

from collections.abc import Iterator
from datetime import date

from reportlab.lib.units import mm

from vdfbank.bank.course import Module
from vdfbank.content.attendance import NOBODY, BySex
from vdfbank.content.training import MemberTrained, SessionLine, TrainingRegister
from vdfbank.paper.door import Flowable, KeepTogether
from vdfbank.paper.marks import Mark, MarkKind, raised
from vdfbank.paper.style import (
    HEADING_STYLE,
    INK,
    LINE,
    NOTE_STYLE,
    TEXT_STYLE,
    WIDTH,
    Cell,
    head,
    head_right,
    label,
    table,
    words,
)
from vdfbank.paper.titles import opening, section
from vdfbank.training.validity import DUE_WITHIN_MONTHS, Trained, Validity
from vdfbank.wording import terms
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language
from vdfbank.wording.training import due_by, due_in, ends

_COUNTED = (N_("Attended"), N_("Completed"), N_("Guests"))
_COLUMNS = 2
_MARKS: dict[Validity, MarkKind] = {"never": "wrong", "expired": "wrong", "due": "look", "valid": "right"}


def story(register: TrainingRegister, language: Language) -> list[Flowable]:
    return [
        *opening(language.say(N_("Training register")), register.place, _period(register, language), language),
        *_sessions(register, language),
        *_refreshers(register, language),
        *_members(register, language),
    ]


def _period(register: TrainingRegister, language: Language) -> str:
    last = language.date(register.as_of)
    if register.first is None:
        return language.say(N_("All sessions up to {last}."), last=last)
    return language.say(N_("Sessions from {first} to {last}."), first=language.date(register.first), last=last)


def _sessions(register: TrainingRegister, language: Language) -> Iterator[Flowable]:
    heading = words(language.say(N_("Sessions")), HEADING_STYLE)
    if not register.sessions:
        yield KeepTogether([heading, words(language.say(N_("No session was held.")), TEXT_STYLE)])
        return
    heads: list[Cell] = [head(language.say(name)) for name in (N_("Date"), N_("Training"), N_("Trainer"))]
    heads += [head_right(language.say(name)) for name in (N_("Act"), N_("Minutes"), *_COUNTED)]
    rows = [_session(line, language) for line in register.sessions]
    widths = (19 * mm, 52 * mm, 36 * mm, 12 * mm, 15 * mm)
    counts = [(WIDTH - sum(widths)) / 3] * 3
    yield heading
    yield words(language.say(N_("People are counted as women + men.")), NOTE_STYLE)
    above = ("LINEABOVE", (0, -1), (-1, -1), LINE, INK)
    yield table([heads, *rows, _together(register, language)], (*widths, *counts), range(3, 8), above)


def _session(line: SessionLine, language: Language) -> list[Cell]:
    what: list[Flowable] = [head(terms.module(line.module, language)), label(line.title)]
    return [
        language.short_date(line.on),
        what,
        label(line.trainer),
        language.number(line.act),
        language.number(line.minutes),
        *(_women_and_men(count, language) for count in (line.attended, line.completed, line.guests)),
    ]


def _together(register: TrainingRegister, language: Language) -> list[Cell]:
    """Who came twice is counted twice: these are places taken, not people."""
    sums = [NOBODY, NOBODY, NOBODY]
    for line in register.sessions:
        sums = [one + more for one, more in zip(sums, (line.attended, line.completed, line.guests), strict=True)]
    minutes = sum(line.minutes for line in register.sessions)
    name = language.plural("{n} session", "{n} sessions", len(register.sessions))
    return [
        head(language.say(N_("Together"))),
        label(name),
        "",
        "",
        language.number(minutes),
        *(_women_and_men(count, language) for count in sums),
    ]


def _women_and_men(count: BySex, language: Language) -> str:
    return f"{language.number(count.women)} + {language.number(count.men)}"


def _refreshers(register: TrainingRegister, language: Language) -> Iterator[Flowable]:
    """How many members stand how with each training that expires: none before there are members and by-laws."""
    if not register.expiring or not register.members:
        return
    heads: list[Cell] = [head(language.say(N_("Training")))]
    soon = language.plural("Due within {n} month", "Due within {n} months", DUE_WITHIN_MONTHS)
    heads += [head_right(language.say(N_("Valid"))), head_right(soon)]
    heads += [head_right(language.say(name)) for name in (N_("Expired"), N_("Not yet"), N_("Members"))]
    rows = [_standings(module, register, language) for module in register.expiring]
    widths = (60 * mm, 24 * mm, 34 * mm, 24 * mm, 24 * mm)
    heading = words(language.say(N_("Refreshers due, in members")), HEADING_STYLE)
    yield KeepTogether([heading, table([heads, *rows], (*widths, WIDTH - sum(widths)), range(1, 6))])


def _standings(module: Module, register: TrainingRegister, language: Language) -> list[Cell]:
    counts = [register.standing(module, validity) for validity in ("valid", "due", "expired", "never")]
    return [
        label(terms.module(module, language)),
        *(language.number(count) for count in (*counts, len(register.members))),
    ]


def _members(register: TrainingRegister, language: Language) -> Iterator[Flowable]:
    """The first two that expire have a column; what a village lets expire besides stands with the rest."""
    if not register.members:
        return
    columns = register.expiring[:_COLUMNS]
    heads: list[Cell] = [head(language.say(name)) for name in (N_("No."), N_("Name"))]
    for module in columns:
        heads += ["", head(terms.module(module, language))]
    heads.append(head(language.say(N_("Other trainings"))))
    rows = [_member(member, register, language) for member in register.members]
    fixed = (16 * mm, 40 * mm, *(6 * mm, 36 * mm) * len(columns))
    day = language.date(register.as_of)
    heading = language.say(N_("Members and how long their trainings stay valid, as of {day}"), day=day)
    marks = [raised(column) for column in range(2, 2 + 2 * len(columns), 2)]
    yield from section(heading, table([heads, *rows], (*fixed, WIDTH - sum(fixed)), (), *marks))


def _member(member: MemberTrained, register: TrainingRegister, language: Language) -> list[Cell]:
    row: list[Cell] = [label(member.member), label(language.person(member.member, register.names))]
    for training in member.expiring[:_COLUMNS]:
        row += [Mark(_MARKS[training.validity(register.as_of)]), _validity(training, register.as_of, language)]
    known = [training for training in member.expiring[_COLUMNS:] if training.completed is not None]
    others: list[Flowable] = [
        label(due_by(training, register.as_of, language)) for training in (*known, *member.others)
    ]
    return [*row, others or "–"]


def _validity(training: Trained, on: date, language: Language) -> list[Flowable]:
    lines = (ends(training, on, language), due_in(training, on, language))
    return [label(line) for line in lines if line is not None]
