"""Print the by-laws of a village: each in plain words, the limit of the programme beside it, examples, who agreed."""

from collections.abc import Iterator

from reportlab.lib.units import mm

from vdfbank.content.articles import SECTIONS
from vdfbank.content.bylaws import ByLawsSheet
from vdfbank.content.loan_parts import Seats
from vdfbank.paper.door import PRINTING, Flowable, KeepTogether, ParagraphStyle, Spacer
from vdfbank.paper.loan_parts import Signer, signatures, signer
from vdfbank.paper.page import print_pages, running
from vdfbank.paper.style import (
    HEADING_STYLE,
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
from vdfbank.paper.titles import title
from vdfbank.wording import agreed, bylaw_words, terms
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language

#: The heading of a section stands in a cell: without the space around a heading of its own.
_SECTION_STYLE = ParagraphStyle("section", parent=HEADING_STYLE, spaceBefore=0, spaceAfter=0)


def print_bylaws(sheet: ByLawsSheet, language: Language) -> bytes:
    """The sheet as PDF: the by-laws in their sections, what changed, the signatures of both committees."""
    form = language.say(N_("By-laws of the village bank"))
    since = language.short_date(sheet.agreed.in_force)
    with PRINTING:
        story = [
            *title(form, sheet.place, language),
            words(_version(sheet, language), TEXT_STYLE),
            *_changes(sheet, language),
            *_sections(sheet, language),
            *_signatures(sheet, language),
        ]
        return print_pages(story, running(sheet.place, f"{form}  {since}", language), form, language)


def _version(sheet: ByLawsSheet, language: Language) -> str:
    return language.say(
        N_("Version {version}, in force since {since}; agreed on {day} by act {act}."),
        version=language.number(sheet.version),
        since=language.date(sheet.agreed.in_force),
        day=language.date(sheet.agreed.on),
        act=language.number(sheet.agreed.act),
    )


def _changes(sheet: ByLawsSheet, language: Language) -> Iterator[Flowable]:
    if sheet.before is None:
        yield words(language.say(N_("These are the first by-laws.")), NOTE_STYLE)
        return
    day = language.date(sheet.before.in_force)
    heading = words(language.say(N_("What is different from the by-laws of {day}"), day=day), HEADING_STYLE)
    said = [
        label(bylaw_words.changed(field, sheet.before.bylaws, sheet.agreed.bylaws, language)) for field in sheet.changed
    ]
    yield KeepTogether([heading, *(said or [label(language.say(N_("Nothing is different.")))])])


def _sections(sheet: ByLawsSheet, language: Language) -> Iterator[Flowable]:
    for number, (section, fields) in enumerate(SECTIONS.items(), start=1):
        articles = _articles(number, section, fields, sheet, language)
        yield KeepTogether([Spacer(0, 2 * mm), articles, *_after(section, sheet, language)])


def _articles(number: int, section: str, fields: tuple[str, ...], sheet: ByLawsSheet, language: Language) -> Flowable:
    """One section, its name in the head of its table."""
    name = words(language.say(bylaw_words.SECTIONS[section]), _SECTION_STYLE)
    rows: list[list[Cell]] = [
        [words(f"{language.number(number)}.", _SECTION_STYLE), name, head(language.say(N_("Limit of the programme")))]
    ]
    for field in fields:
        limit = bylaw_words.programme_limit(field, language) or language.say(N_("the village decides"))
        said = label(bylaw_words.bylaw_sentence(field, sheet.agreed.bylaws, language))
        rows.append([bylaw_words.article(field, language), said, label(limit)])
    first, limit_width = 12 * mm, 44 * mm
    return table(rows, (first, WIDTH - first - limit_width, limit_width), (), ("VALIGN", (0, 1), (-1, -1), "TOP"))


def _after(section: str, sheet: ByLawsSheet, language: Language) -> Iterator[Flowable]:
    """Examples and tables that explain a section."""
    yield Spacer(0, 1 * mm)
    if section == "loans":
        for method in sheet.agreed.bylaws.methods:
            said = language.say(
                N_("{method}: {sentence}"),
                method=terms.word(method, language),
                sentence=agreed.way_of_repaying(method, language),
            )
            yield words(said, NOTE_STYLE)
        yield words(agreed.effective_rate(sheet.loan, language), NOTE_STYLE)
    elif section == "late":
        yield label(agreed.late_example(sheet.late, language))
    elif section == "books":
        yield _provision(sheet, language)


def _provision(sheet: ByLawsSheet, language: Language) -> Flowable:
    heads: list[Cell] = [head(language.say(N_("Days late"))), head_right(language.say(N_("Part set aside")))]
    rows = [heads]
    rows += [
        [bylaw_words.band(first, last, language), language.percent(bp)]
        for first, last, bp in sheet.agreed.bylaws.provision
    ]
    return table(rows, (60 * mm, 40 * mm), (1,))


def _signatures(sheet: ByLawsSheet, language: Language) -> Iterator[Flowable]:
    """Both committees agree; the members heard it."""
    for name, seats in ((N_("Management committee"), sheet.management), (N_("Advisory committee"), sheet.advisory)):
        if seats:
            yield signatures(_signers(seats, sheet, language), language, (words(language.say(name), HEADING_STYLE),))


def _signers(seats: Seats, sheet: ByLawsSheet, language: Language) -> list[Signer]:
    return [signer(person, terms.word(role, language) or role, sheet.names, language) for person, role in seats]
