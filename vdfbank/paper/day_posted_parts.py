"""The parts of a posted savings day: a row a member, the way to the box after, the notes, who signed."""

from collections.abc import Iterator

from reportlab.lib.units import mm

from vdfbank.bank.person import PersonId
from vdfbank.content.savings_day import Outlay, PostedDay, PostedRow, Undoing
from vdfbank.paper.day_cash import NOTES_WIDTH, SUMS_WIDTH, notes, sums
from vdfbank.paper.door import Flowable, KeepTogether, Spacer
from vdfbank.paper.marks import Mark, SignatureBox
from vdfbank.paper.sizes import A4_ACROSS
from vdfbank.paper.style import (
    CELL_PADDING,
    HEADING_STYLE,
    INK,
    LINE,
    NOTE_STYLE,
    TEXT_STYLE,
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

_COLUMNS = (
    ("saved", N_("Savings")),
    ("shares", N_("Shares")),
    ("penalty", N_("Penalty")),
    ("interest", N_("Interest")),
    ("principal", N_("Principal")),
    ("repaid", N_("Loan paid")),
    ("taken_out", N_("Taken out")),
    ("into_box", N_("Row total")),
)
_NUMBER, _NAME, _HERE, _FIGURE = 14 * mm, 58 * mm, 14 * mm, 25 * mm
_SIGN = 88 * mm
_BOX = _SIGN - 2 * CELL_PADDING


def story(day: PostedDay, language: Language) -> Iterator[Flowable]:
    heading = language.say(N_("Savings day {day}, as posted"), day=language.date(day.on))
    yield from title(heading, day.place, language)
    posted = language.say(N_("Act {number} of the book, sealed {seal}."), number=day.act, seal=day.seal)
    yield words(posted, NOTE_STYLE)
    if day.undone is not None:
        yield words(_undone(day.undone, language), HEADING_STYLE)
    yield Spacer(0, 1 * mm)
    yield _rows(day, language)
    if day.outlays:
        yield KeepTogether(
            [
                words(language.say(N_("Paid out of the box on the day, in kip")), HEADING_STYLE),
                _outlays(day.outlays, language),
            ]
        )
    yield KeepTogether([Spacer(0, 3 * mm), _below(day, language)])


def _undone(undone: Undoing, language: Language) -> str:
    said = N_("Undone on {day} by act {number}")
    return language.say(said, day=language.short_date(undone.on), number=undone.act)


def _rows(day: PostedDay, language: Language) -> Flowable:
    """Shares have a column where anybody bought any."""
    columns = [(name, said) for name, said in _COLUMNS if name != "shares" or day.sum_of("shares")]
    heads: list[Cell] = [head(language.say(name)) for name in (N_("No."), N_("Name"), N_("Here"))]
    heads += [head_right(language.say(said)) for _, said in columns]
    names = [name for name, _ in columns]
    rows = [_row(row, names, day, language) for row in day.rows]
    figures = range(3, 3 + len(columns))
    rows.append(["", head(language.say(N_("Together"))), _present(day, language)])
    rows[-1] += [language.number(day.sum_of(name)) for name in names]
    rest = A4_ACROSS.text_width - _NUMBER - _NAME - _HERE - _FIGURE * len(columns)
    widths = (_NUMBER, _NAME + rest, _HERE, *(_FIGURE,) * len(columns))
    return table([heads, *rows], widths, tuple(figures), ("LINEABOVE", (0, -1), (-1, -1), LINE, INK))


def _row(row: PostedRow, columns: list[str], day: PostedDay, language: Language) -> list[Cell]:
    name: list[Flowable] = [label(language.person(row.member, day.names))]
    if row.undone is not None:
        name.append(words(_undone(row.undone, language), NOTE_STYLE))
    amounts = (getattr(row, column) for column in columns)
    return [row.member, name, _here(row), *(language.number(amount) if amount else "" for amount in amounts)]


def _here(row: PostedRow) -> Cell:
    if row.present is None:
        return ""
    return Mark("right") if row.present else "–"


def _present(day: PostedDay, language: Language) -> str:
    noted = [row.present for row in day.rows if row.present is not None]
    return language.number(sum(noted)) if noted else ""


def _outlays(outlays: tuple[Outlay, ...], language: Language) -> Flowable:
    heads: list[Cell] = [head(language.say(N_("Voucher"))), head(language.say(N_("What")))]
    heads.append(head_right(language.say(N_("Amount"))))
    rows: list[list[Cell]] = [
        [one.voucher, label(_outlay(one, language)), language.number(one.amount)] for one in outlays
    ]
    return table([heads, *rows], (34 * mm, 100 * mm, 30 * mm), (2,))


def _outlay(outlay: Outlay, language: Language) -> str:
    if outlay.loan is None:
        return outlay.text
    return language.say(N_("Loan {loan} paid out"), loan=outlay.loan)


def _below(day: PostedDay, language: Language) -> Flowable:
    gap = (A4_ACROSS.text_width - NOTES_WIDTH - SUMS_WIDTH - _SIGN) / 2
    counted = _counted(day, language)
    parts: list[Cell] = [_sums(day, language), "", counted, "", _signing(day, language)]
    flush = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
    return plain_table([parts], (SUMS_WIDTH, gap, NOTES_WIDTH, gap, _SIGN), *flush)


def _counted(day: PostedDay, language: Language) -> Cell:
    if day.pieces:
        return notes(day.pieces, language)
    return words(language.say(N_("The notes were not written down one by one.")), NOTE_STYLE)


def _sums(day: PostedDay, language: Language) -> Flowable:
    out = sum(outlay.amount for outlay in day.outlays)
    rows = [
        (N_("In the box before"), day.opened_with),
        (N_("+ Savings"), day.sum_of("saved")),
        (N_("+ Shares"), day.sum_of("shares")),
        (N_("+ Loans paid"), day.sum_of("repaid")),
        (N_("- Taken out"), day.sum_of("taken_out")),
        (N_("- Paid out of the box"), out),
        (N_("The box should hold"), day.expected),
    ]
    shown = [(language.say(name), language.number(amount)) for name, amount in rows if amount or name == rows[0][0]]
    counted = "–" if day.counted is None else language.number(day.counted)
    shown.append((language.say(N_("Counted")), counted))
    shown.append((language.say(N_("Difference booked")), language.number(day.difference)))
    shown.append((language.say(N_("In the box after")), language.number(day.closed_with)))
    box = sums(language.say(N_("The box")), shown, language, to_write=False)
    if day.reason is None:
        return box
    reason = language.say(N_("Reason: {reason}"), reason=day.reason)
    flush = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT")]
    return plain_table([[box], [words(reason, TEXT_STYLE)]], (SUMS_WIDTH,), *flush)


def _signing(day: PostedDay, language: Language) -> Flowable:
    """Whoever recorded the day, whoever confirmed it, and who watched the count."""
    signing = [
        (day.by, N_("Recorded")),
        (day.seconded_by, N_("Confirmed")),
        (day.witness, N_("Witness of the count")),
    ]
    rows: list[list[Cell]] = [[_signature(person, role, day, language)] for person, role in signing if person]
    return plain_table(rows, (_SIGN,))


def _signature(person: PersonId, role: str, day: PostedDay, language: Language) -> Flowable:
    name = f"{person} {language.person(person, day.names)}"
    return SignatureBox(name, language.say(role), language.say(N_("Thumbprint")), _BOX)
