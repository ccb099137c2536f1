"""Parts that loan forms share: facts in two columns, the schedule, the checklist, spaces to sign in."""

from collections.abc import Iterator, Sequence

from reportlab.lib.units import mm
from typing_extensions import override

from vdfbank.bank.loan import Request
from vdfbank.bank.person import PersonId
from vdfbank.content.articles import ASKED_BY
from vdfbank.content.loan_application import WorkedOut
from vdfbank.content.loan_parts import Names, Training
from vdfbank.content.what_if import WhatIf
from vdfbank.paper.door import Flowable, KeepTogether, Spacer, Table
from vdfbank.paper.marks import Mark
from vdfbank.paper.style import (
    GREY,
    HAIRLINE,
    HEAD_STYLE,
    INK,
    LINE,
    NOTE_STYLE,
    WIDTH,
    Cell,
    head,
    head_right,
    label,
    plain_table,
    table,
    words,
)
from vdfbank.wording import terms
from vdfbank.wording.bylaw_words import article
from vdfbank.wording.catalogue import N_
from vdfbank.wording.checks import check_name, check_sentence, to_pass
from vdfbank.wording.figures import person_or_loan
from vdfbank.wording.language import Language

#: Room for a thumb.
_THUMB = 18 * mm


def facts(lines: Sequence[tuple[str, str]], width: float, first: float = 44 * mm) -> Table:
    """What is stated of the loan: name left, value right."""
    rows: list[list[Cell]] = [[words(name, NOTE_STYLE), label(value)] for name, value in lines]
    return plain_table(rows, (first, width - first))


def guarantors(request: Request, names: Names, language: Language) -> str:
    """Who stands for the loan, or that nobody does."""
    named = (person_or_loan(person, language, names) for person in request.guarantors)
    return ", ".join(named) or language.say(N_("none"))


def schedule(loan: WhatIf, language: Language, width: float) -> Table:
    """Due dates, principal, interest, together, what is left; the sums below."""
    heads = [head(language.say(N_("No."))), head(language.say(N_("Due date")))]
    heads += [head_right(language.say(name)) for name in (N_("Principal"), N_("Interest"), N_("To pay"), N_("Left"))]
    rows: list[list[Cell]] = [list(heads)]
    for row, left in zip(loan.instalments, loan.balances(), strict=True):
        figures = (row.principal, row.interest, row.total, left)
        rows.append([language.number(row.number), language.short_date(row.due), *map(language.number, figures)])
    sums = (loan.amount, loan.total_interest, loan.total)
    rows.append([head(language.say(N_("Together"))), "", *map(language.number, sums), ""])
    number, day = 15 * mm, 23 * mm
    figure = (width - number - day) / 4
    return table(
        rows,
        (number, day, figure, figure, figure, figure),
        (2, 3, 4, 5),
        ("LINEABOVE", (0, -1), (-1, -1), LINE, INK),
        ("SPAN", (0, -1), (1, -1)),
    )


def checklist(worked_out: WorkedOut, request: Request, names: Names, language: Language) -> Iterator[Flowable]:
    """Every line: mark and word, what was found and needed, the by-law, what would make it pass."""
    heads = (N_("Result"), N_("What is asked"), N_("Found and needed"), N_("By-law"))
    rows: list[list[Cell]] = [["", *(head(language.say(name)) for name in heads)]]
    for line in worked_out.lines:
        result = N_("passes") if line.passed else N_("does not")
        said = [label(check_sentence(line, language, names))]
        if not line.passed:
            said.append(words(to_pass(line, request, language), HEAD_STYLE))
        field = ASKED_BY.get(line.code)
        by_law = _by_law(field, worked_out, language) if field else language.say(N_("programme"))
        mark = Mark("right" if line.passed else "wrong")
        rows.append([mark, label(language.say(result)), label(check_name(line.code, language)), said, label(by_law)])  # type: ignore[list-item]
    widths = (6 * mm, 19 * mm, 38 * mm)
    last = 26 * mm
    yield table(rows, (*widths, WIDTH - sum(widths) - last, last), (), ("VALIGN", (0, 1), (-1, -1), "TOP"))


def _by_law(field: str, worked_out: WorkedOut, language: Language) -> str:
    """Its number, and since when it is in force."""
    number = article(field, language)
    assert worked_out.bylaws_since is not None
    return f"{number}, {language.short_date(worked_out.bylaws_since)}"


def passed_of(worked_out: WorkedOut, language: Language) -> str:
    """How many lines pass: ``17 checked: 15 pass, 2 do not``."""
    lines, failing = len(worked_out.lines), len(worked_out.failing)
    return language.say(
        N_("{lines} checked: {passed} pass, {failing} do not."),
        lines=language.number(lines),
        passed=language.number(worked_out.passed),
        failing=language.number(failing),
    )


def trainings_table(trainings: Sequence[Training], language: Language, width: float) -> Table:
    """The completed trainings a loan rests on, with the acts that show them."""
    heads = (N_("Training completed"), N_("Date"), N_("Act"), N_("Title"))
    rows: list[list[Cell]] = [[head(language.say(name)) for name in heads]]
    for training in trainings:
        title = language.say(N_("taken over with running books")) if training.title is None else training.title
        rows.append(
            [
                label(terms.module(training.module, language)),
                language.short_date(training.on),
                language.number(training.act),
                label(title),
            ]
        )
    first, day, act = 48 * mm, 23 * mm, 16 * mm
    return table(rows, (first, day, act, width - first - day - act), ())


class SignSpace(Flowable):
    """A line to sign on, and a square for the thumb of who does not write."""

    def __init__(self, width: float) -> None:
        super().__init__()
        self.width, self.height = width, _THUMB

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        pen, left = self.canv, self.width - _THUMB
        pen.setStrokeColor(GREY)
        pen.setLineWidth(HAIRLINE)
        pen.rect(left, 0, _THUMB, _THUMB)
        pen.setStrokeColor(INK)
        pen.setLineWidth(LINE)
        pen.line(0, 0, left - 2 * mm, 0)


#: Who signs: a name, and as what.
Signer = tuple[str, str]


def signer(person: PersonId | None, role: str, names: Names, language: Language) -> Signer:
    """A space for a person known, or for whoever will hold the office."""
    return (person_or_loan(person, language, names) if person else "", role)


def signatures(
    signers: Sequence[Signer], language: Language, before: Sequence[Flowable] = (), in_a_row: int = 4
) -> Flowable:
    """Spaces to sign in, each with name and role, on one page with what is signed for (`before`)."""
    column = WIDTH / in_a_row
    parts: list[Flowable] = [*before, Spacer(0, 2 * mm)]
    for begin in range(0, len(signers), in_a_row):
        row = signers[begin : begin + in_a_row]
        blank: list[Cell] = [""] * (in_a_row - len(row))
        spaces: list[Cell] = [SignSpace(column - 5 * mm) for _ in row]
        named: list[Cell] = [label(name) for name, _ in row]
        roles: list[Cell] = [words(role, NOTE_STYLE) for _, role in row]
        parts.append(plain_table([spaces + blank, named + blank, roles + blank], (column,) * in_a_row))
    note = language.say(N_("Who does not write puts the right thumb into the square."))
    return KeepTogether([*parts, words(note, NOTE_STYLE)])
