"""A training session as it was recorded: what, by whom, who came and who completed it."""

from collections.abc import Iterator

from reportlab.lib.units import mm

from vdfbank.content.attendance import Attendant, SessionHeld
from vdfbank.paper.door import Flowable, KeepTogether, Spacer
from vdfbank.paper.marks import Mark
from vdfbank.paper.session_parts import by_sex_table, signing
from vdfbank.paper.style import HEADING_STYLE, TEXT_STYLE, WIDTH, Cell, head, label, plain_table, table, words
from vdfbank.paper.titles import opening, section
from vdfbank.wording import terms
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language
from vdfbank.wording.training import sex


def story(session: SessionHeld, language: Language) -> list[Flowable]:
    note = language.say(
        N_("Recorded as act {act} on {day}."), act=language.number(session.act), day=language.date(session.on)
    )
    totals = [
        (language.say(N_("Attended")), session.attended),
        (language.say(N_("Completed")), session.completed),
        (language.say(N_("Guests")), session.guests),
        (language.say(N_("Reached, guests too")), session.attended + session.guests),
    ]
    return [
        *opening(language.say(N_("Training session")), session.place, note, language),
        _facts(session, language),
        words(language.say(N_("How many came")), HEADING_STYLE),
        by_sex_table(totals, language),
        *_people(session, language),
        KeepTogether([Spacer(0, 6 * mm), signing(language)]),
    ]


def _facts(session: SessionHeld, language: Language) -> Flowable:
    facts = [
        (N_("Training"), terms.module(session.module, language)),
        (N_("Title"), session.title),
        (N_("Trainer"), session.trainer),
        (N_("Date"), language.date(session.on)),
        (N_("Length"), language.plural("{n} minute", "{n} minutes", session.minutes)),
    ]
    if session.note:
        facts.append((N_("Note"), session.note))
    rows: list[list[Cell]] = [[label(language.say(name)), words(what, TEXT_STYLE)] for name, what in facts]
    return plain_table(rows, (30 * mm, WIDTH - 30 * mm))


def _people(session: SessionHeld, language: Language) -> Iterator[Flowable]:
    """Everybody who came and every member of that day, so that absentees are seen."""
    heads: list[Cell] = [
        head(language.say(name))
        for name in (N_("No."), N_("Name"), N_("Sex"), N_("Household"), N_("Attended"), N_("Completed"))
    ]
    rows = [_person(person, session, language) for person in session.people]
    widths = (20 * mm, 80 * mm, 20 * mm, 26 * mm, 22 * mm)
    # Marks stand at the height of the letters beside them.
    raised = [
        ("BOTTOMPADDING", (column, line), (column, line), 4)
        for line, row in enumerate(rows, start=1)
        for column, cell in enumerate(row)
        if isinstance(cell, Mark)
    ]
    yield from section(language.say(N_("Who came")), table([heads, *rows], (*widths, WIDTH - sum(widths)), (), *raised))


def _person(person: Attendant, session: SessionHeld, language: Language) -> list[Cell]:
    return [
        label(person.person),
        label(language.person(person.person, session.names)),
        label(sex(person.sex, language)),
        label(person.household),
        Mark("right") if person.attended else label(language.say(N_("absent"))),
        Mark("right") if person.completed else "–",
    ]
