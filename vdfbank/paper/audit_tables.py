"""The tables of the audit sheet: loans, ratios, the package, outreach, trial balance."""

from collections.abc import Iterator
from datetime import date

from reportlab.lib.units import mm

from vdfbank.audit.report import AuditReport
from vdfbank.ledger.loans import LoanLine
from vdfbank.ledger.statements import TrialLine
from vdfbank.paper.door import CondPageBreak, Flowable, KeepTogether
from vdfbank.paper.marks import Mark, MarkKind, raised
from vdfbank.paper.style import (
    HEADING_STYLE,
    INK,
    LINE,
    TEXT_STYLE,
    WIDTH,
    Cell,
    head,
    head_right,
    label,
    table,
    words,
)
from vdfbank.training.package import ALERT_AFTER_MONTHS, RED_AFTER_MONTHS
from vdfbank.wording import terms
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language


def tables(report: AuditReport, language: Language) -> Iterator[Flowable]:
    # The tables begin on the first page where it has room for a few rows, so that remarks and seal fit the second.
    yield CondPageBreak(32 * mm)
    yield from _arrears(report, language)
    yield _section(language.say(N_("Ratios, each with what it is made of")), _ratios(report, language))
    yield _section(language.say(N_("The package: credit must not run alone")), _package(report, language))
    yield _section(language.say(N_("Outreach")), _outreach(report, language))
    yield _section(language.say(N_("Trial balance, in kip")), _trial_balance(report, language))


def _section(heading: str, content: Flowable) -> Flowable:
    return KeepTogether([words(heading, HEADING_STYLE), content])


def _arrears(report: AuditReport, language: Language) -> Iterator[Flowable]:
    heading = words(language.say(N_("Loans late or rescheduled, in kip")), HEADING_STYLE)
    if not report.arrears:
        yield KeepTogether([heading, words(language.say(N_("No loan is late.")), TEXT_STYLE)])
        return
    names = (
        N_("Days late"),
        N_("Principal left"),
        N_("Overdue principal"),
        N_("Overdue interest"),
        N_("Penalties unpaid"),
        N_("Allowance"),
    )
    heads: list[Cell] = [head(language.say(N_("Loan"))), head(language.say(N_("Borrower")))]
    heads += [head_right(language.say(name)) for name in names]
    rows = [_late(line, report, language) for line in report.arrears]
    widths = (12 * mm, 36 * mm, 16 * mm, 25 * mm, 26 * mm, 28 * mm, 28 * mm)
    yield heading
    yield table([heads, *rows], (*widths, WIDTH - sum(widths)), range(2, 8))


def _late(line: LoanLine, report: AuditReport, language: Language) -> list[Cell]:
    days = language.number(line.days_late)
    amounts = (
        line.principal_outstanding,
        line.overdue_principal,
        line.overdue_interest,
        line.penalties_unpaid,
        line.allowance,
    )
    who = f"{line.member} {language.person(line.member, report.names)}"
    if line.rescheduled:
        who = language.say(N_("{borrower}, rescheduled"), borrower=who)
    return [line.loan, label(who), days, *(language.number(amount) for amount in amounts)]


def _ratios(report: AuditReport, language: Language) -> Flowable:
    figures = report.figures
    heads: list[Cell] = [
        head(language.say(N_("Ratio"))),
        head_right(language.say(N_("Kip"))),
        head(""),
        head_right(language.say(N_("Of kip"))),
        head_right(language.say(N_("Percent"))),
    ]
    rows: list[list[Cell]] = []
    for risk in report.at_risk:
        name = language.say(N_("At risk: loans more than {days} days late"), days=language.number(risk.days))
        rows.append(_ratio(name, risk.principal, risk.of, risk.bp if risk.of else None, language))
    cash = _whole(figures["closing_cash"]) + _whole(figures["bank_balance"])
    savings, loans = _whole(figures["savings_total"]), _whole(figures["loans_outstanding"])
    received, due = _whole(figures["collected_this_month"]), _whole(figures["due_this_month"])
    rows += [
        _ratio(language.say(name), part, whole, _bp(figures[key]), language)
        for name, part, whole, key in (
            (N_("Received of what fell due this month"), received, due, "recovery_rate_bp"),
            (N_("Cash and bank account of savings"), cash, savings, "liquidity_bp"),
            (N_("Loans of savings"), loans, savings, "loans_to_savings_bp"),
        )
    ]
    widths = (84 * mm, 33 * mm, 8 * mm, 33 * mm)
    return table([heads, *rows], (*widths, WIDTH - sum(widths)), (1, 3, 4), ("ALIGN", (2, 0), (2, -1), "CENTER"))


def _ratio(name: str, part: int, whole: int, basis_points: int | None, language: Language) -> list[Cell]:
    percent = "–" if basis_points is None else language.percent(basis_points)
    return [label(name), language.number(part), "/", language.number(whole), percent]


def _package(report: AuditReport, language: Language) -> Flowable:
    package = report.package
    heads: list[Cell] = [
        "",
        "",
        head(language.say(N_("Session"))),
        head_right(language.say(N_("Last held"))),
        head_right(language.say(N_("Months since"))),
    ]
    rows: list[list[Cell]] = [
        _session(module, held, package.months_since[module], language) for module, held in package.last.items()
    ]
    trained = language.say(
        N_("{part} of {whole}"),
        part=language.number(package.trained_before_payout),
        whole=language.number(package.borrowers),
    )
    all_trained = package.trained_before_payout == package.borrowers
    rows.append(
        [
            Mark("right" if all_trained else "wrong"),
            label(language.say(N_("Everybody") if all_trained else N_("Not everybody"))),
            label(language.say(N_("Borrowers trained in safe migration and business before pay-out"))),
            "",
            trained,
        ]
    )
    widths = (6 * mm, 28 * mm, 100 * mm, 28 * mm)
    last = len(rows)
    return table([heads, *rows], (*widths, WIDTH - sum(widths)), (3, 4), raised(0), ("SPAN", (2, last), (3, last)))


def _session(module: str, held: date | None, months: int | None, language: Language) -> list[Cell]:
    kind, said = _meter(months)
    return [
        Mark(kind),
        label(language.say(said)),
        label(terms.module(module, language)),
        language.short_date(held) if held else language.say(N_("never")),
        "–" if months is None else language.number(months),
    ]


def _meter(months: int | None) -> tuple[MarkKind, str]:
    """Credit must not run alone: months without a session are seen."""
    if months is None or months >= RED_AFTER_MONTHS:
        return "wrong", N_("Overdue")
    return ("look", N_("Due")) if months >= ALERT_AFTER_MONTHS else ("right", N_("In time"))


def _outreach(report: AuditReport, language: Language) -> Flowable:
    reach = report.outreach
    heads: list[Cell] = [head("")]
    heads += [head_right(language.say(name)) for name in (N_("All"), N_("Women"), "%", N_("Poor families"), "%")]
    rows: list[list[Cell]] = [
        _reached(language.say(name), everyone, women, poor, language)
        for name, everyone, women, poor in (
            (N_("Members"), reach.members, reach.women, reach.poor),
            (N_("Borrowers"), reach.borrowers, reach.women_borrowers, reach.poor_borrowers),
            (N_("Open loans as paid out, in kip"), reach.volume, reach.women_volume, reach.poor_volume),
        )
    ]
    widths = (74 * mm, 28 * mm, 28 * mm, 16 * mm, 28 * mm)
    return table([heads, *rows], (*widths, WIDTH - sum(widths)), range(1, 6))


def _reached(name: str, everyone: int, women: int, poor: int, language: Language) -> list[Cell]:
    parts: list[Cell] = []
    for part in (women, poor):
        share = "–" if everyone == 0 else language.number((200 * part + everyone) // (2 * everyone))
        parts += [language.number(part), share]
    return [label(name), language.number(everyone), *parts]


def _trial_balance(report: AuditReport, language: Language) -> Flowable:
    """In two halves side by side; the sums stand under the right one."""
    lines = report.trial_balance
    half = (len(lines) + 2) // 2
    side: list[Cell] = [
        head(language.say(N_("Account"))),
        head_right(language.say(N_("Debit"))),
        head_right(language.say(N_("Credit"))),
    ]
    sums = (sum(line.debit for line in lines), sum(line.credit for line in lines))
    together: list[Cell] = [head(language.say(N_("Together"))), *(language.number(amount) for amount in sums)]
    blank: list[Cell] = ["", "", ""]
    left = [_balance(line, language) for line in lines[:half]]
    right = [_balance(line, language) for line in lines[half:]]
    right += [blank] * (len(left) - 1 - len(right)) + [together]
    rows = [[*one, "", *other] for one, other in zip(left, right, strict=True)]
    widths = (50 * mm, 21.5 * mm, 21.5 * mm)
    return table(
        [[*side, "", *side], *rows],
        (*widths, WIDTH - 2 * sum(widths), *widths),
        (1, 2, 5, 6),
        ("LINEABOVE", (4, -1), (6, -1), LINE, INK),
    )


def _balance(line: TrialLine, language: Language) -> list[Cell]:
    debit, credit = (language.number(amount) if amount else "" for amount in (line.debit, line.credit))
    return [label(f"{line.account} {terms.account(line.account, language)}"), debit, credit]


def _whole(value: int | str | None) -> int:
    assert isinstance(value, int)
    return value


def _bp(value: int | str | None) -> int | None:
    return value if isinstance(value, int) else None
