"""The parts of an empty savings-day sheet: a row a member, then totals, the count and who signs."""

from collections.abc import Iterable, Iterator

from reportlab.lib.units import mm

from vdfbank.content.savings_day import ExpectedDay, LoanDue, SavingsDaySheet, SheetRow
from vdfbank.paper.day_cash import NOTES_WIDTH, SUMS_WIDTH, notes, sums
from vdfbank.paper.door import Flowable, KeepTogether, Spacer
from vdfbank.paper.marks import SignatureBox
from vdfbank.paper.sizes import A4_ACROSS
from vdfbank.paper.style import (
    CELL_PADDING,
    HAIRLINE,
    INK,
    NOTE_RIGHT_STYLE,
    NOTE_STYLE,
    Cell,
    figure_lines,
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

_WIDTHS = tuple(width * mm for width in (14, 46, 11, 22, 28, 31, 28, 26, 30, 41))
#: Columns of figures, and those a pen fills.
_FIGURES, _BOXES = (3, 4, 5, 6, 7, 8), ((2, 2), (4, 4), (6, 9))
_HEADS = (
    N_("No."),
    N_("Name"),
    N_("Here"),
    N_("Savings expected"),
    N_("Savings"),
    N_("Loan due"),
    N_("Loan paid"),
    N_("Taken out"),
    N_("Row total"),
    N_("Signature or thumbprint"),
)
#: As high as a hand writes.
_HIGH = (("TOPPADDING", (0, 1), (-1, -1), 8), ("BOTTOMPADDING", (0, 1), (-1, -1), 7))


def story(day: ExpectedDay, language: Language) -> Iterator[Flowable]:
    sheet = day.sheet
    heading = language.say(N_("Savings day {day}"), day=language.date(sheet.on))
    yield from title(heading, day.place, language)
    asked = N_("Grey is what is expected. Write what is brought. A dash is nothing today; tick who is here.")
    yield words(language.say(asked), NOTE_STYLE)
    yield Spacer(0, 1 * mm)
    yield _rows(sheet, language)
    yield KeepTogether([Spacer(0, 3 * mm), _below(sheet, language)])


def _rows(sheet: SavingsDaySheet, language: Language) -> Flowable:
    heads: list[Cell] = [
        (head_right if column in _FIGURES else head)(language.say(name)) for column, name in enumerate(_HEADS)
    ]
    rows = [_row(row, sheet, language) for row in sheet.rows]
    boxes = (("GRID", (first, 1), (last, -1), HAIRLINE, INK) for first, last in _BOXES)
    apart = ("LEFTPADDING", (-1, 0), (-1, 0), 8)
    return table([heads, *rows], _WIDTHS, _FIGURES, *_HIGH, apart, *boxes)


def _row(row: SheetRow, sheet: SavingsDaySheet, language: Language) -> list[Cell]:
    name = language.person(row.member, sheet.names)
    if row.is_dead:
        name = language.say(N_("{name} (died; others may pay)"), name=name)
    saving = "–" if row.is_dead else language.number(row.saving)
    expected = _grey(figure_lines(saving, _WIDTHS[3]))
    return [row.member, label(name), "", expected, "", _grey(_due(row, language)), "", "", "", ""]


def _grey(lines: Iterable[str]) -> Cell:
    return [words(line, NOTE_RIGHT_STYLE) for line in lines]


def _due(row: SheetRow, language: Language) -> Iterator[str]:
    """Each loan that anything is due on: by its number where there are several, late ones with their days."""
    loans = [loan for loan in row.loans if loan.due]
    for loan in loans:
        yield from _loan_due(loan, language, named=len(loans) > 1)


def _loan_due(loan: LoanDue, language: Language, *, named: bool) -> Iterator[str]:
    amount = language.number(loan.due)
    yield f"{loan.loan}: {amount}" if named else amount
    if loan.days_late:
        days = language.plural("{n} day", "{n} days", loan.days_late)
        yield language.say(N_("{days} late"), days=days)


def _below(sheet: SavingsDaySheet, language: Language) -> Flowable:
    gap = (A4_ACROSS.text_width - NOTES_WIDTH - SUMS_WIDTH - _SIGN) / 2
    parts: list[Cell] = [_sums(sheet, language), "", notes(None, language), "", _signing(sheet, language)]
    flush = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
    return plain_table([parts], (SUMS_WIDTH, gap, NOTES_WIDTH, gap, _SIGN), *flush)


_SIGN = 88 * mm
_BOX = _SIGN - 2 * CELL_PADDING


def _sums(sheet: SavingsDaySheet, language: Language) -> Flowable:
    opened = language.say(N_("In the box before: {amount} expected"), amount=language.number(sheet.opened_with))
    names = (
        N_("Savings of all rows"),
        N_("Loans paid, all rows"),
        N_("Taken out, all rows"),
        N_("The box should hold"),
        N_("Counted"),
        N_("Difference"),
    )
    rows = [(opened, ""), *((language.say(name), "") for name in names)]
    return sums(language.say(N_("The box")), rows, language, to_write=True)


def _signing(sheet: SavingsDaySheet, language: Language) -> Flowable:
    treasurer = sheet.treasurer
    name = f"{treasurer} {language.person(treasurer, sheet.names)}" if treasurer else ""
    thumb = language.say(N_("Thumbprint"))
    rows: list[list[Cell]] = [
        [words(language.say(N_("Reason of a difference")), NOTE_STYLE)],
        [""],
        [SignatureBox(name, language.say(N_("Treasurer")), thumb, _BOX)],
        [SignatureBox("", language.say(N_("Witness of the count")), thumb, _BOX)],
    ]
    line = ("LINEBELOW", (0, 1), (0, 1), HAIRLINE, INK)
    return plain_table(rows, (_SIGN,), line, ("BOTTOMPADDING", (0, 1), (0, 1), 16))
