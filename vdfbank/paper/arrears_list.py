"""Print the arrears list: who is late and what was done, what looks current and is not, ageing and what is at risk."""

from collections.abc import Iterator

from reportlab.lib.units import mm

from vdfbank.bank.bylaws import Band
from vdfbank.bank.money import total
from vdfbank.content.arrears import AgeingBand, Arrears, WatchedLoan
from vdfbank.ledger.loans import AtRisk, LoanLine
from vdfbank.paper.book_parts import begin, long_table, signed
from vdfbank.paper.door import PRINTING, Flowable, KeepTogether, Spacer
from vdfbank.paper.page import print_pages, running
from vdfbank.paper.sizes import A4_ACROSS
from vdfbank.paper.style import (
    GREY,
    HAIRLINE,
    HEADING_STYLE,
    INK,
    LINE,
    TEXT_STYLE,
    Cell,
    head,
    head_right,
    label,
    plain_table,
    table,
    words,
)
from vdfbank.wording import terms
from vdfbank.wording.catalogue import N_
from vdfbank.wording.figures import person_or_loan
from vdfbank.wording.language import Language

_WIDTH = A4_ACROSS.text_width
#: Room to write in what was agreed with the borrower.
_ROW = 9 * mm


def print_arrears_list(arrears: Arrears, language: Language) -> bytes:
    """The list as PDF, across; the same content gives the same bytes."""
    form, day = language.say(N_("Arrears and loans at risk")), language.date(arrears.as_of)
    note = language.say(N_("At the end of {day}. All amounts are in kip."), day=day)
    with PRINTING:
        story = [
            *begin(form, arrears.place, note, language),
            *_late(arrears, language),
            *_watched(arrears, language),
            KeepTogether([Spacer(0, 2 * mm), _sums(arrears, language)]),
            signed(arrears.signers, arrears.names, language, _WIDTH),
        ]
        lines = running(arrears.place, f"{form}  {day}", language)
        return print_pages(story, lines, f"{form} {day}", language, A4_ACROSS)


def _late(arrears: Arrears, language: Language) -> Iterator[Flowable]:
    heading = words(language.say(N_("Loans late or rescheduled")), HEADING_STYLE)
    if not arrears.late:
        yield KeepTogether([heading, words(language.say(N_("No loan is late.")), TEXT_STYLE)])
        return
    names = (
        N_("Days late"),
        N_("Overdue principal"),
        N_("Overdue interest"),
        N_("Penalties unpaid"),
        N_("Principal left"),
    )
    heads: list[Cell] = [head(language.say(N_("Loan"))), head(language.say(N_("Borrower")))]
    heads += [head_right(language.say(name)) for name in names]
    heads += [head(language.say(N_("Class"))), head_right(language.say(N_("Allowance")))]
    heads.append(head(language.say(N_("Action taken, and when"))))
    rows = [_line(line, arrears, language) for line in arrears.late]
    rows.append(_together(arrears, language))
    yield heading
    widths = (13 * mm, 40 * mm, 15 * mm, 24 * mm, 22 * mm, 22 * mm, 24 * mm, 32 * mm, 24 * mm)
    last = _WIDTH - sum(widths)
    yield from long_table(
        heads,
        rows,
        (*widths, last),
        (2, 3, 4, 5, 6, 8),
        ("LINEABOVE", (0, -1), (-1, -1), LINE, INK),
        ("LINEBEFORE", (9, 0), (9, -1), HAIRLINE, GREY),
        ("LEFTPADDING", (7, 0), (7, -1), 8),
        ("LEFTPADDING", (9, 0), (9, -1), 5),
    )


def _line(line: LoanLine, arrears: Arrears, language: Language) -> list[Cell]:
    who = person_or_loan(line.member, language, arrears.names)
    if line.rescheduled:
        who = language.say(N_("{borrower}, rescheduled"), borrower=who)
    figures = (
        line.days_late,
        line.overdue_principal,
        line.overdue_interest,
        line.penalties_unpaid,
        line.principal_outstanding,
    )
    class_ = _band(arrears.band_of(line), language)
    return [line.loan, who, *map(language.number, figures), class_, language.number(line.allowance), Spacer(1, _ROW)]


def _together(arrears: Arrears, language: Language) -> list[Cell]:
    late = arrears.late
    sums = (
        total(line.overdue_principal for line in late),
        total(line.overdue_interest for line in late),
        total(line.penalties_unpaid for line in late),
        total(line.principal_outstanding for line in late),
    )
    allowance = language.number(total(line.allowance for line in late))
    return ["", head(language.say(N_("Together"))), "", *map(language.number, sums), "", allowance, ""]


def _band(band: Band | None, language: Language) -> str:
    """``31–60 days: 25 %``, the line of the allowance table."""
    if band is None:
        return language.say(N_("no allowance"))
    first, last, bp = band
    days = (
        language.say(N_("over {days} days"), days=language.number(first - 1))
        if last is None
        else language.say(N_("{first}–{last} days"), first=language.number(first), last=language.number(last))
    )
    return f"{days}: {language.percent(bp)}"


def _watched(arrears: Arrears, language: Language) -> Iterator[Flowable]:
    heading = words(language.say(N_("Not late, but to be watched")), HEADING_STYLE)
    if not arrears.watched:
        nothing = language.say(N_("No loan is in its last month, and none waits for its end."))
        yield KeepTogether([heading, words(nothing, TEXT_STYLE)])
        return
    names = (N_("Loan"), N_("Borrower"), N_("Why"))
    heads: list[Cell] = [head(language.say(name)) for name in names]
    figures = (N_("Next due"), N_("Last due"), N_("Interest asked next or run up"), N_("Principal left"))
    heads += [head_right(language.say(name)) for name in figures]
    rows = [_watch(loan, arrears, language) for loan in arrears.watched]
    widths = (13 * mm, 50 * mm, 82 * mm, 26 * mm, 26 * mm, 44 * mm)
    yield heading
    yield from long_table(heads, rows, (*widths, _WIDTH - sum(widths)), (3, 4, 5, 6))


def _watch(loan: WatchedLoan, arrears: Arrears, language: Language) -> list[Cell]:
    why = [language.say(N_("last month"))] if loan.is_last_month else []
    if loan.is_bullet:
        why.append(terms.word(loan.method, language) or loan.method)
    return [
        loan.loan,
        person_or_loan(loan.member, language, arrears.names),
        "; ".join(why),
        language.short_date(loan.next_due),
        language.short_date(loan.last_due),
        language.number(loan.interest),
        language.number(loan.principal),
    ]


def _sums(arrears: Arrears, language: Language) -> Flowable:
    """Ageing at the left, what is at risk at the right."""
    half = 134 * mm
    left = [words(language.say(N_("Loans by days late")), HEADING_STYLE), _ageing(arrears, half, language)]
    right = [words(language.say(N_("Loans at risk")), HEADING_STYLE), _risks(arrears, _WIDTH - half - 9 * mm, language)]
    gap = half + 9 * mm
    return plain_table(
        [[left, right]],
        (gap, _WIDTH - gap),
        *((f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")),
    )


def _ageing(arrears: Arrears, width: float, language: Language) -> Flowable:
    rows: list[list[Cell]] = [
        [
            head(language.say(N_("Class"))),
            head_right(language.say(N_("Loans"))),
            head_right(language.say(N_("Principal left"))),
            head_right(language.say(N_("Allowance"))),
        ]
    ]
    rows += [_aged(band, language) for band in arrears.bands]
    sums = (sum(band.loans for band in arrears.bands), arrears.principal, arrears.allowance)
    rows.append([head(language.say(N_("Together"))), *map(language.number, sums)])
    figures = (18 * mm, 34 * mm, 34 * mm)
    return table(rows, (width - sum(figures), *figures), (1, 2, 3), ("LINEABOVE", (0, -1), (-1, -1), LINE, INK))


def _aged(band: AgeingBand, language: Language) -> list[Cell]:
    name = language.say(N_("not late: no allowance")) if band.band is None else _band(band.band, language)
    return [label(name), *map(language.number, (band.loans, band.principal, band.allowance))]


def _risks(arrears: Arrears, width: float, language: Language) -> Flowable:
    rows: list[list[Cell]] = [
        [
            head(language.say(N_("Late or rescheduled"))),
            head_right(language.say(N_("Principal left"))),
            head_right(language.say(N_("Of all loans"))),
            head_right(language.say(N_("Percent"))),
        ]
    ]
    rows += [_risk(risk, language) for risk in arrears.at_risk]
    figures = (32 * mm, 32 * mm, 20 * mm)
    return table(rows, (width - sum(figures), *figures), (1, 2, 3))


def _risk(risk: AtRisk, language: Language) -> list[Cell]:
    name = language.say(N_("over {days} days"), days=language.number(risk.days))
    percent = language.percent(risk.bp) if risk.of else "–"
    return [label(name), language.number(risk.principal), language.number(risk.of), percent]
