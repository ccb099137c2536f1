"""The parts of the dividend sheet: how the surplus was split, then a row a member to sign."""

from collections.abc import Iterator

from reportlab.lib.units import mm

from vdfbank.bank.bylaws import DividendBasis, LimitBase
from vdfbank.content.dividend import DividendLine, DividendSheet
from vdfbank.paper.door import CondPageBreak, Flowable, KeepTogether, Spacer
from vdfbank.paper.marks import SignatureBox
from vdfbank.paper.style import (
    HAIRLINE,
    HEADING_STYLE,
    INK,
    LINE,
    SECTION_STYLE,
    TEXT_STYLE,
    WIDTH,
    Cell,
    head,
    head_right,
    label,
    plain_table,
    table,
    words,
)
from vdfbank.paper.titles import title
from vdfbank.wording import terms
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language

_POOLS = (
    ("members", N_("Members, as dividend")),
    ("committee", N_("Management committee")),
    ("advisory", N_("Advisory committee")),
    ("welfare", N_("Welfare fund")),
    ("reserve", N_("Reserve fund")),
)
#: What a share goes by, by the by-laws.
_BASES: dict[tuple[DividendBasis, LimitBase], str] = {
    ("month_ends", "savings"): N_("the savings of every month's end added up"),
    ("month_ends", "shares"): N_("the shares of every month's end added up"),
    ("month_ends", "savings_and_shares"): N_("the savings and shares of every month's end added up"),
    ("closing_balance", "savings"): N_("the savings of the year's last day"),
    ("closing_balance", "shares"): N_("the shares of the year's last day"),
    ("closing_balance", "savings_and_shares"): N_("the savings and shares of the year's last day"),
}
_HOW = {"cash": N_("in cash {day}"), "savings": N_("added to savings {day}")}
_WIDTHS = tuple(width * mm for width in (15, 44, 29, 26, 36, 40))
_SIGNATURE = WIDTH / 2
_THUMB_HIGH = (("TOPPADDING", (0, 1), (-1, -2), 9), ("BOTTOMPADDING", (0, 1), (-1, -2), 9))


def story(sheet: DividendSheet, language: Language) -> Iterator[Flowable]:
    year = sheet.dividend.year
    yield from title(language.say(N_("Dividend sheet {year}"), year=year), sheet.place, language)
    yield words(language.say(N_("How the surplus was split, in kip")), HEADING_STYLE)
    yield _pools(sheet, language)
    yield Spacer(0, 2 * mm)
    said = language.say(
        N_("The year closed on {day}. Each share goes by {basis}."),
        day=language.date(sheet.last_day),
        basis=language.say(_BASES[sheet.dividend.basis, sheet.base]),
    )
    yield words(said, TEXT_STYLE)
    yield CondPageBreak(40 * mm)
    yield words(language.say(N_("Every member's share, in kip")), SECTION_STYLE)
    yield _members(sheet, language)
    if sheet.officers:
        yield KeepTogether([Spacer(0, 5 * mm), _signing(sheet, language)])


def _pools(sheet: DividendSheet, language: Language) -> Flowable:
    heads: list[Cell] = [head(language.say(N_("For"))), head_right(language.say(N_("Amount")))]
    rows: list[list[Cell]] = [
        [label(language.say(name)), language.number(sheet.dividend.pools[pool])] for pool, name in _POOLS
    ]
    rows.append([head(language.say(N_("Surplus of the year"))), language.number(sheet.dividend.surplus)])
    return table([heads, *rows], (80 * mm, 40 * mm), (1,), ("LINEABOVE", (0, -1), (-1, -1), LINE, INK))


def _members(sheet: DividendSheet, language: Language) -> Flowable:
    heads: list[Cell] = [head(language.say(name)) for name in (N_("No."), N_("Name"))]
    heads += [head_right(language.say(name)) for name in (N_("Goes by"), N_("Share"))]
    heads += [head(language.say(name)) for name in (N_("Paid"), N_("Signature or thumbprint"))]
    rows = [_row(line, sheet, language) for line in sheet.lines]
    sums = (language.number(sheet.weights), language.number(sheet.shared))
    rows.append(["", head(language.say(N_("Together"))), *sums, "", ""])
    boxes = ("GRID", (5, 1), (5, -2), HAIRLINE, INK)
    total = ("LINEABOVE", (0, -1), (-1, -1), LINE, INK)
    apart = ("LEFTPADDING", (4, 0), (4, -1), 10)
    return table([heads, *rows], _WIDTHS, (2, 3), *_THUMB_HIGH, boxes, total, apart)


def _row(line: DividendLine, sheet: DividendSheet, language: Language) -> list[Cell]:
    name = label(language.person(line.member, sheet.names))
    return [
        line.member,
        name,
        language.number(line.weight),
        language.number(line.amount),
        label(_paid(line, language)),
        "",
    ]


def _paid(line: DividendLine, language: Language) -> str:
    if line.payment is None:
        return language.say(N_("not paid yet")) if line.amount else ""
    how = language.say(_HOW[line.payment.how], day=language.short_date(line.payment.on))
    return f"{how} {line.payment.voucher}"


def _signing(sheet: DividendSheet, language: Language) -> Flowable:
    thumb = language.say(N_("Thumbprint"))
    boxes: list[Cell] = [
        SignatureBox(
            f"{person} {language.person(person, sheet.names)}",
            terms.word(role, language) or role,
            thumb,
            _SIGNATURE - 6 * mm,
        )
        for person, role in sheet.officers
    ]
    return plain_table([boxes], (_SIGNATURE,) * len(boxes))
