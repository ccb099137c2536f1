"""Loans as rows: the list with its filter, and one loan's plan with what is paid of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from vdfbank.content.loan_card import LoanCard
from vdfbank.content.loans import RUNNING, TO_DECIDE, TO_PAY_OUT, LoanLine
from vdfbank.desktop.parts import Tone
from vdfbank.desktop.rows_table import Heading, Line
from vdfbank.wording.catalogue import N_
from vdfbank.wording.figures import person_or_loan
from vdfbank.wording.language import Language, Names

LIST_HEADINGS = (
    Heading(N_("Loan"), share=2, is_whole=True),
    Heading(N_("Borrower"), share=5),
    Heading(N_("Amount"), is_figure=True, share=3),
    Heading(N_("Standing"), share=4),
    Heading(N_("Still owed"), is_figure=True, share=3),
    Heading(N_("Next due"), share=3, is_whole=True),
)
PLAN_HEADINGS = (
    Heading(N_("Due"), share=3, is_whole=True),
    # Instalment and penalties in one: at the largest text a column of their own would cut the last one short.
    Heading(N_("To pay"), is_figure=True, share=3),
    Heading(N_("Paid"), is_figure=True, share=3),
    Heading(N_("Unpaid"), is_figure=True, share=3),
)

#: What the list can be narrowed to, in the order it is offered.
FILTERS: Mapping[str, str] = {
    "all": N_("All loans"),
    "to_decide": N_("To decide"),
    "to_pay_out": N_("To pay out"),
    "running": N_("Running"),
    "late": N_("Late"),
    "over": N_("Over"),
}


def belongs(line: LoanLine, narrowed: str) -> bool:
    match narrowed:
        case "to_decide":
            return line.state in TO_DECIDE
        case "to_pay_out":
            return line.state in TO_PAY_OUT
        case "running":
            return line.state in RUNNING
        case "late":
            return line.days_late > 0
        case "over":
            return line.state not in (*TO_DECIDE, *TO_PAY_OUT, *RUNNING)
    return True


_STATES = {
    "asked": N_("to decide"),
    "put_off": N_("put off"),
    "approved": N_("to pay out"),
    "refused": N_("refused"),
    "withdrawn": N_("taken back"),
    "open": N_("running"),
    "repaid": N_("repaid"),
    "written_off": N_("written off"),
}


def standing_words(line: LoanLine, spoken: Language) -> str:
    if line.days_late:
        return spoken.plural("late {n} day", "late {n} days", line.days_late)
    return spoken.say(_STATES[line.state])


def list_lines(lines: Iterable[LoanLine], names: Names, spoken: Language) -> tuple[Line, ...]:
    return tuple(
        Line(
            line.loan,
            (
                line.loan,
                person_or_loan(line.member, spoken, names),
                spoken.number(line.amount),
                standing_words(line, spoken),
                spoken.number(line.owed) if line.owed else "·",
                spoken.short_date(line.next_due) if line.next_due else "·",
            ),
            _tone(line),
        )
        for line in lines
    )


def _tone(line: LoanLine) -> Tone:
    if line.days_late:
        return "wrong"
    return "look" if line.state in (*TO_DECIDE, *TO_PAY_OUT) else "plain"


def plan_lines(card: LoanCard, spoken: Language) -> tuple[Line, ...]:
    lines = []
    for plan in card.plan:
        row = plan.row
        unpaid = row.unpaid + row.unpaid_penalty
        is_late = card.state == "open" and row.is_overdue(card.as_of)
        figures = (row.principal + row.interest + row.charged, plan.paid + row.paid_penalty, unpaid)
        cells = (spoken.number(figure) if figure else "·" for figure in figures)
        tone: Tone = "wrong" if is_late else "good" if not unpaid else "plain"
        lines.append(Line(str(plan.number), (spoken.short_date(row.due), *cells), tone))
    return tuple(lines)
