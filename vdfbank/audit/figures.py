"""The flat figures of a month's audit (reports.md, keys of audit)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from vdfbank.bank.account import Account
from vdfbank.bank.calendar import Month
from vdfbank.bank.money import Money, total
from vdfbank.journal.entry import JournalEntry
from vdfbank.ledger.cash import cash_flow, collected, savers
from vdfbank.ledger.loans import LoanLine, due_in, loan_lines, portfolio_at_risk, ratio_bp
from vdfbank.ledger.statements import income_statement
from vdfbank.rules.books import Books

Figures = Mapping[str, int | str | None]


@dataclass(frozen=True, slots=True)
class MonthBooks:
    """
    What the figures of a month are made of.

    `books` as they stood at its last day's end; `entries` dated within the month; `late` those dated up to its last
    day by acts after that (an allowance posted when the month was closed later); `counted` the advisers' count.
    """

    month: Month
    books: Books
    entries: Sequence[JournalEntry]
    late: Sequence[JournalEntry]
    counted: Money | None


def year_results(month: MonthBooks) -> dict[Account, Money]:
    """Movements of income and expense from the fiscal year's first day, without closing entries."""
    year = month.books.fiscal_year(month.month.last)
    results = dict(month.books.results.get(str(year), {}))
    for entry in month.late:
        if entry.item != "closing" and month.books.fiscal_year(entry.on) == year:
            for posting in entry.postings:
                if posting.account[0] in "45":
                    results[posting.account] = results.get(posting.account, Money(0)) + posting.amount
    return results


def figures(month: MonthBooks) -> dict[str, int | str | None]:
    """Every key of the audit report, amounts in kip."""
    books, entries = month.books, month.entries
    flow, lines = cash_flow(entries), loan_lines(books, month.month.last)
    statement = income_statement(year_results(month))
    figures: dict[str, int | str | None] = {
        "month": str(month.month),
        "members": sum(1 for _ in books.current_members()),
        "savers_this_month": len(savers(entries)),
        "opening_cash": books.cash_box - flow.change,
        **asdict(flow),
        "closing_cash": books.cash_box,
        "cash_counted": month.counted,
        "bank_balance": books.bank,
        "savings_total": books.savings_total,
        "loans_outstanding": books.loans_outstanding,
        **_loan_figures(lines),
    }
    due, received = due_in(books, month.month), collected(entries)
    figures |= {
        "due_this_month": due,
        "collected_this_month": received,
        "recovery_rate_bp": ratio_bp(received, due),
        "liquidity_bp": ratio_bp(books.cash_box + books.bank, books.savings_total),
        "loans_to_savings_bp": ratio_bp(books.loans_outstanding, books.savings_total),
        "income_to_date": statement.total_income,
        "expense_to_date": statement.total_expenses,
        "surplus_to_date": statement.surplus,
    }
    return {key: int(value) if isinstance(value, Money) else value for key, value in figures.items()}


def _loan_figures(lines: Sequence[LoanLine]) -> dict[str, int]:
    at_risk = portfolio_at_risk(lines)
    return {
        "active_loans": sum(line.principal_outstanding > 0 for line in lines),
        "overdue_principal": total(line.overdue_principal for line in lines),
        "overdue_interest": total(line.overdue_interest for line in lines),
        "penalties_unpaid": total(line.penalties_unpaid for line in lines),
        **{f"par{risk.days}": risk.principal for risk in at_risk},
        "par0_bp": at_risk[0].bp,
        "par30_bp": at_risk[1].bp,
        "allowance": total(line.allowance for line in lines),
    }
