"""The attendance list to be signed: members with what is due for them, guests, sums to fill in."""

from collections.abc import Iterator, Sequence

from reportlab.lib.units import mm

from vdfbank.content.attendance import Invited, SessionToHold
from vdfbank.paper.door import Flowable, KeepTogether, Spacer
from vdfbank.paper.session_parts import by_sex_table, signing
from vdfbank.paper.style import (
    GREY,
    HAIRLINE,
    HEADING_STYLE,
    WIDTH,
    Cell,
    beside,
    head,
    label,
    plain_table,
    table,
    words,
)
from vdfbank.paper.titles import opening, section
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language
from vdfbank.wording.training import due_by, sex

#: Above and below the words of a row: room for a signature or a thumb.
_ROOM = 7
_GUEST_ROWS = 6
_TO_FILL_IN = (N_("Training"), N_("Date"), N_("Title"), N_("From, to"), N_("Trainer"), N_("Place"))


def story(session: SessionToHold, language: Language) -> list[Flowable]:
    note = language.say(
        N_("Members and trainings due as of {day}. Who cannot sign gives a thumbprint."), day=language.date(session.on)
    )
    return [
        *opening(language.say(N_("Attendance list")), session.place, note, language),
        _to_fill_in(language),
        *_list(language.say(N_("Members")), session.members, session, language),
        *_list(language.say(N_("Advisers")), session.advisers, session, language),
        *_guests(language),
        *_sums(language),
    ]


def _to_fill_in(language: Language) -> Flowable:
    """Lines to write on, two in a row."""
    names = [label(language.say(name)) for name in _TO_FILL_IN]
    rows: list[list[Cell]] = [[left, "", "", right, ""] for left, right in zip(names[::2], names[1::2], strict=True)]
    widths = (24 * mm, 84 * mm, 6 * mm, 20 * mm)
    lines = [("LINEBELOW", (column, 0), (column, -1), HAIRLINE, GREY) for column in (1, 4)]
    return plain_table(rows, (*widths, WIDTH - sum(widths)), *lines, ("TOPPADDING", (0, 0), (-1, -1), 6))


def _list(heading: str, people: Sequence[Invited], session: SessionToHold, language: Language) -> Iterator[Flowable]:
    if not people:
        return
    heads: list[Cell] = [
        head(language.say(name))
        for name in (
            N_("No."),
            N_("Name"),
            N_("Sex"),
            N_("Household"),
            N_("Due or expired"),
            N_("Completed"),
            N_("Signature or thumbprint"),
        )
    ]
    rows = [_invited(person, session, language) for person in people]
    widths = (14 * mm, 40 * mm, 14 * mm, 21 * mm, 36 * mm, 21 * mm)
    before_due, after_due = (0, 3), (5, -1)
    yield from section(
        heading,
        table([heads, *rows], (*widths, WIDTH - sum(widths)), (), *_tall(*before_due), *_tall(*after_due)),
    )


def _invited(person: Invited, session: SessionToHold, language: Language) -> list[Cell]:
    what: list[Flowable] = [label(due_by(one, session.on, language)) for one in person.due]
    return [
        label(person.person),
        label(language.person(person.person, session.names)),
        label(sex(person.sex, language)),
        label(person.household),
        what or "",
        "",
        "",
    ]


def _guests(language: Language) -> Iterator[Flowable]:
    """Women and men beside each other, so that they need only be counted."""
    half = WIDTH / 2
    sides = [_guest_lines(language.say(name), half - 3 * mm, language) for name in (N_("Women"), N_("Men"))]
    yield KeepTogether([words(language.say(N_("Guests")), HEADING_STYLE), beside(sides[0], sides[1], half + 3 * mm)])


def _guest_lines(whose: str, wide: float, language: Language) -> Flowable:
    heads: list[Cell] = [head(whose), head(language.say(N_("Signature or thumbprint")))]
    blank: list[Cell] = ["", ""]
    return table([heads, *[blank] * _GUEST_ROWS], (0.55 * wide, 0.45 * wide), (), *_tall())


def _sums(language: Language) -> Iterator[Flowable]:
    lines = [(language.say(name), None) for name in (N_("Attended"), N_("Completed"), N_("Guests"))]
    yield KeepTogether(
        [
            words(language.say(N_("How many came")), HEADING_STYLE),
            by_sex_table(lines, language, *_tall()),
            Spacer(0, 4 * mm),
            signing(language),
        ]
    )


def _tall(first: int = 0, last: int = -1) -> tuple[tuple[object, ...], ...]:
    """Rows high enough to sign in; columns of more than one line are high by themselves."""
    return ("TOPPADDING", (first, 1), (last, -1), _ROOM), ("BOTTOMPADDING", (first, 1), (last, -1), _ROOM)
