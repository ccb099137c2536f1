"""The front of the audit sheet: what changed, the cash box, what must agree, what to look at."""

from collections.abc import Iterator

from reportlab.lib.units import mm

from vdfbank.audit.report import AuditReport, Reconciliation
from vdfbank.bank.person import PersonId
from vdfbank.paper.door import Flowable, KeepTogether, Spacer
from vdfbank.paper.marks import Mark, MarkKind, raised
from vdfbank.paper.style import (
    HEADING_STYLE,
    INK,
    LINE,
    NOTE_STYLE,
    TEXT_STYLE,
    TITLE_STYLE,
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
from vdfbank.wording.catalogue import N_
from vdfbank.wording.changes import change
from vdfbank.wording.findings import finding
from vdfbank.wording.language import Language

#: Both sides of the cash book add up to the same sum.
_INTO_BOX = (
    ("opening_cash", N_("In the box before")),
    ("receipts_savings", N_("Savings")),
    ("receipts_principal", N_("Loans repaid")),
    ("receipts_interest", N_("Interest")),
    ("receipts_penalty", N_("Penalties")),
    ("receipts_entry_fee", N_("Entry fees")),
    ("receipts_other", N_("Other receipts")),
    ("from_bank", N_("From the bank account")),
    ("cash_difference", N_("Differences at counts")),
)
_OUT_OF_BOX = (
    ("payments_withdrawals", N_("Withdrawals")),
    ("payments_loans", N_("Loans paid out")),
    ("payments_expenses", N_("Expenses")),
    ("payments_other", N_("Other payments")),
    ("to_bank", N_("To the bank account")),
    ("closing_cash", N_("In the box at the end")),
)

_MARKED: dict[MarkKind, str] = {"right": N_("Right"), "wrong": N_("Wrong"), "look": N_("Look")}


def front(report: AuditReport, language: Language) -> Iterator[Flowable]:
    yield from _title(report, language)
    yield words(language.say(N_("What changed since last month")), HEADING_STYLE)
    yield _changes(report, language)
    yield KeepTogether(
        [
            words(language.say(N_("Cash box, in kip")), HEADING_STYLE),
            _cash(report, language),
            Spacer(0, 1 * mm),
            words(_count(report, language), TEXT_STYLE),
        ]
    )
    yield KeepTogether(
        [words(language.say(N_("What must agree, in kip")), HEADING_STYLE), _reconciliations(report, language)]
    )
    yield from _findings(report, language)


def _title(report: AuditReport, language: Language) -> Iterator[Flowable]:
    month = language.month(str(report.month))
    yield words(language.say(N_("Monthly audit sheet: {month}"), month=month), TITLE_STYLE)
    place = language.say(
        N_("Village bank of {village}, district {district}, province {province}"),
        village=report.village,
        district=report.district,
        province=report.province,
    )
    yield words(place, TEXT_STYLE)
    yield words(_state(report, language), NOTE_STYLE)
    yield Spacer(0, 1 * mm)


def _state(report: AuditReport, language: Language) -> str:
    last = language.date(report.month.last)
    if report.closed is None:
        return language.say(N_("All figures are of {last}. The month is not closed yet."), last=last)
    return language.say(
        N_("All figures are of {last}. The month was closed on {day} by act {act}."),
        last=last,
        day=language.date(report.closed.on),
        act=language.number(report.closed.act),
    )


def _changes(report: AuditReport, language: Language) -> Flowable:
    """Numbered, so that a meeting can speak of "the third"."""
    rows: list[list[Cell]] = [
        [words(f"{language.number(number)}.", TEXT_STYLE), words(change(what.code, what.values, language), TEXT_STYLE)]
        for number, what in enumerate(report.changes, start=1)
    ]
    return plain_table(rows, (7 * mm, WIDTH - 7 * mm))


def _cash(report: AuditReport, language: Language) -> Flowable:
    before = head_right(language.say(N_("Last month")))
    now = head_right(language.say(N_("This month")))
    rows: list[list[Cell]] = [
        [head(language.say(N_("Into the box"))), now, before, "", head(language.say(N_("Out of the box"))), now, before]
    ]
    left = [_cash_line(report, key, name, language) for key, name in _INTO_BOX]
    right = [_cash_line(report, key, name, language) for key, name in _OUT_OF_BOX]
    blank: list[Cell] = ["", "", ""]
    right[-1:-1] = [blank] * (len(left) - len(right))
    rows += [[*into, "", *out] for into, out in zip(left, right, strict=True)]
    total: list[Cell] = [
        head(language.say(N_("Together"))),
        _sum(report, _INTO_BOX, language),
        _sum(report, _INTO_BOX, language, last_month=True),
    ]
    out_total: list[Cell] = [
        head(language.say(N_("Together"))),
        _sum(report, _OUT_OF_BOX, language),
        _sum(report, _OUT_OF_BOX, language, last_month=True),
    ]
    rows.append([*total, "", *out_total])
    side = (43 * mm, 25 * mm, 25 * mm)
    return table(
        rows,
        (*side, WIDTH - 2 * sum(side), *side),
        (1, 2, 5, 6),
        ("LINEABOVE", (0, -1), (2, -1), LINE, INK),
        ("LINEABOVE", (4, -1), (6, -1), LINE, INK),
    )


def _count(report: AuditReport, language: Language) -> str:
    """What the advisers counted, beside what the box should hold."""
    counted, book = report.figures["cash_counted"], report.figures["closing_cash"]
    assert isinstance(book, int)
    if not isinstance(counted, int):
        return language.say(N_("The box should hold {book}; it has not been counted yet."), book=language.kip(book))
    return language.say(
        N_("The advisers counted {counted}; the box should hold {book}; difference {difference}."),
        counted=language.kip(counted),
        book=language.kip(book),
        difference=language.kip(counted - book),
    )


def _cash_line(report: AuditReport, key: str, name: str, language: Language) -> list[Cell]:
    now = _amount(report.figures[key], language)
    before = "" if report.before is None else _amount(report.before[key], language)
    return [label(language.say(name)), now, before]


def _sum(
    report: AuditReport, lines: tuple[tuple[str, str], ...], language: Language, *, last_month: bool = False
) -> str:
    figures = report.before if last_month else report.figures
    if figures is None:
        return ""
    parts = [figures[key] for key, _ in lines]
    return language.number(sum(part for part in parts if isinstance(part, int)))


def _amount(value: int | str | None, language: Language) -> str:
    return language.number(value) if isinstance(value, int) else "–"


def _reconciliations(report: AuditReport, language: Language) -> Flowable:
    rows = [_reconciled(line, language) for line in report.reconciliations]
    heads: list[Cell] = ["", "", head(language.say(N_("One way"))), "", "", head(language.say(N_("The other way"))), ""]
    widths = (6 * mm, 18 * mm, 58 * mm, 24 * mm, 6 * mm, 54 * mm)
    return table(
        [heads, *rows], (*widths, WIDTH - sum(widths)), (3, 6), raised(0), ("ALIGN", (4, 0), (4, -1), "CENTER")
    )


def _reconciled(line: Reconciliation, language: Language) -> list[Cell]:
    kind: MarkKind = "right" if line.agrees else "look" if line.left is None else "wrong"
    left, right = terms.RECONCILIATIONS[line.code]
    return [
        Mark(kind),
        label(language.say(_MARKED[kind])),
        label(language.say(left)),
        _amount(line.left, language),
        "=" if line.agrees else "",
        label(language.say(right)),
        _amount(line.right, language),
    ]


def _findings(report: AuditReport, language: Language) -> Iterator[Flowable]:
    heading = words(language.say(N_("What the committee should look at")), HEADING_STYLE)
    if not report.findings:
        yield KeepTogether([heading, words(language.say(N_("Nothing was found.")), TEXT_STYLE)])
        return
    # A late loan is named by its borrower.
    borrowers = {PersonId(line.loan): report.names[line.member] for line in report.arrears}
    names = {**report.names, **borrowers}
    rows: list[list[Cell]] = [[Mark("look"), label(finding(found, language, names))] for found in report.findings]
    yield heading
    # The mark stands at the height of its sentence's first line.
    yield plain_table(rows, (6 * mm, WIDTH - 6 * mm), ("TOPPADDING", (0, 0), (0, -1), 5))
