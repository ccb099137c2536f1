"""Print the income statement: the month beside the year so far."""

from collections.abc import Iterator, Mapping

from reportlab.lib.units import mm

from vdfbank.bank.account import Account
from vdfbank.bank.money import Money
from vdfbank.content.statements import IncomeForm
from vdfbank.paper.book_parts import begin, signed
from vdfbank.paper.door import PRINTING, Flowable
from vdfbank.paper.page import print_pages, running
from vdfbank.paper.style import INK, LINE, WIDTH, Cell, head, head_right, label, table
from vdfbank.wording import terms
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language


def print_income_statement(form: IncomeForm, language: Language) -> bytes:
    """The statement as PDF; the same content gives the same bytes."""
    name, month = language.say(N_("Income statement")), language.month(str(form.month))
    note = language.say(
        N_("{month}, and since the fiscal year began on {since}. All amounts are in kip."),
        month=month,
        since=language.date(form.since),
    )
    with PRINTING:
        story = [
            *begin(name, form.place, note, language),
            _results(form, language),
            signed(form.signers, form.names, language),
        ]
        return print_pages(story, running(form.place, f"{name}  {month}", language), f"{name} {month}", language)


def _results(form: IncomeForm, language: Language) -> Flowable:
    month, year = form.of_month, form.so_far
    rows: list[list[Cell]] = [
        [
            head(language.say(N_("No."))),
            head(language.say(N_("Income"))),
            head_right(language.say(N_("This month"))),
            head_right(language.say(N_("Year so far"))),
        ]
    ]
    rows += _accounts(month.income, year.income, language)
    rows.append(_sum(N_("Income together"), month.total_income, year.total_income, language))
    income = len(rows) - 1
    rows.append(["", head(language.say(N_("Expenses"))), "", ""])
    rows += _accounts(month.expenses, year.expenses, language)
    rows.append(_sum(N_("Expenses together"), month.total_expenses, year.total_expenses, language))
    expenses = len(rows) - 1
    rows.append(_sum(N_("Surplus (with a minus: loss)"), month.surplus, year.surplus, language))
    figure = 40 * mm
    ruled = [("LINEABOVE", (0, row), (-1, row), LINE, INK) for row in (income, expenses, expenses + 1)]
    widths = (16 * mm, WIDTH - 16 * mm - 2 * figure, figure, figure)
    below = ("LINEBELOW", (0, -1), (-1, -1), LINE, INK)
    spaced = ("TOPPADDING", (0, income + 1), (-1, income + 1), 8)
    return table(
        rows, widths, (2, 3), *ruled, below, spaced, ("LINEBELOW", (0, income + 1), (-1, income + 1), LINE, INK)
    )


def _accounts(
    month: Mapping[Account, Money], year: Mapping[Account, Money], language: Language
) -> Iterator[list[Cell]]:
    """Every account of either; nothing is a dash."""
    for account in sorted({*month, *year}):
        figures = (language.number(of[account]) if account in of else "–" for of in (month, year))
        yield [account, label(terms.account(account, language)), *figures]


def _sum(name: str, month: Money, year: Money, language: Language) -> list[Cell]:
    return ["", head(language.say(name)), language.number(month), language.number(year)]
