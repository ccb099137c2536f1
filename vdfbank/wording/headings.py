"""Headings of reports: what a table, its columns and the facts above it are called."""

from datetime import date

from vdfbank.ledger.table import Cell, Column, Table, Unit
from vdfbank.wording import terms
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language

TITLES = {
    "trial-balance": N_("Trial balance"),
    "savings": N_("Savings of members"),
    "loans": N_("Loans and arrears"),
    "audit": N_("Audit figures"),
    "dividend": N_("Dividend"),
    "income-statement": N_("Income statement"),
    "balance-sheet": N_("Balance sheet"),
    "cash-book": N_("Cash book"),
    "member": N_("Savings card"),
    "loan": N_("Loan card"),
    "journal": N_("Journal"),
    "account": N_("Lines of an account"),
}

HEADINGS = {
    "account": N_("Account"),
    "debit": N_("Debit"),
    "credit": N_("Credit"),
    "member": N_("Member"),
    "loan": N_("Loan"),
    "balance": N_("Balance"),
    "principal_outstanding": N_("Principal owed"),
    "days_late": N_("Days late"),
    "overdue_principal": N_("Principal overdue"),
    "overdue_interest": N_("Interest overdue"),
    "penalties_unpaid": N_("Penalties unpaid"),
    "allowance": N_("Allowance"),
    "figure": N_("Figure"),
    "value": N_("Amount"),
    "amount": N_("Amount"),
    "side": N_("Part"),
    "date": N_("Date"),
    "voucher": N_("Voucher"),
    "item": N_("What"),
    "holder": N_("Whose"),
    "text": N_("Text"),
    "received": N_("In"),
    "paid": N_("Out"),
    "paid_in": N_("Paid in"),
    "taken_out": N_("Taken out"),
    "paid_out": N_("Paid out"),
    "penalty": N_("Penalty"),
    "interest": N_("Interest"),
    "principal": N_("Principal"),
    "as_of": N_("As of"),
    "month": N_("Month"),
    "year": N_("Year"),
    "basis": N_("Goes by"),
    "surplus": N_("Surplus"),
    "members": N_("Members"),
    "committee": N_("Management committee"),
    "advisory": N_("Advisory committee"),
    "welfare": N_("Welfare fund"),
    "reserve": N_("Reserve fund"),
    "from": N_("From"),
    "to": N_("To"),
    "income": N_("Income"),
    "expenses": N_("Expenses"),
    "assets": N_("What the bank owns"),
    "liabilities": N_("What the bank owes"),
    "equity": N_("The bank's own"),
    "liabilities_and_equity": N_("Owed and own together"),
    "result": N_("Result of the year so far"),
    "opening": N_("Opening balance"),
    "closing": N_("Closing balance"),
}

#: What a voucher is for.
ITEMS = {
    "entry_fee": N_("Entry fee"),
    "receipt": N_("Paid in"),
    "withdrawal": N_("Withdrawal"),
    "shares_redeemed": N_("Shares redeemed"),
    "spend": N_("Money spent"),
    "receive": N_("Money received"),
    "deposit": N_("Cash taken to the bank account"),
    "draw": N_("Cash drawn from the bank account"),
    "pay_out": N_("Loan paid out"),
    "count": N_("Difference of a count"),
    "write_off": N_("Loan written off"),
    "recover": N_("Recovery of a written-off loan"),
    "leave": N_("Member left"),
    "set_off": N_("Savings set off against a loan"),
    "nominee": N_("Savings to the nominee"),
    "allowance": N_("Allowance for loan losses"),
    "closing": N_("Year closed"),
    "dividend": N_("Dividend paid"),
    "take_over": N_("Running books taken over"),
}

#: Words that stand in cells for themselves.
_CELLS = {
    "month_ends": N_("the month ends' savings"),
    "closing_balance": N_("the savings of the last day"),
}

_SUMS: tuple[Unit, ...] = ("kip", "number")


def title(table: Table, language: Language) -> str:
    return language.say(TITLES[table.name])


def heading(name: str, language: Language) -> str:
    """A column or fact by its key; a key nobody named stays a key."""
    return language.say(HEADINGS[name]) if name in HEADINGS else name


def fact(name: str, value: Cell, language: Language) -> str:
    """One fact above a table: ``As of: 30 November 2025``."""
    unit: Unit = "kip" if isinstance(value, int) else "text"
    said = language.year(value) if name == "year" and isinstance(value, int) else shown(value, unit, language)
    return language.say(N_("{name}: {value}"), name=heading(name, language), value=said)


def cell(value: Cell, column: Column, language: Language) -> str:
    return shown(value, column.unit, language)


def shown(value: Cell, unit: Unit, language: Language) -> str:
    """A cell as people read it; nothing for nothing."""
    if value is None:
        return ""
    if isinstance(value, date):
        return language.short_date(value)
    if isinstance(value, int):
        return language.number(value) if unit in _SUMS else str(value)
    if unit == "account":
        return f"{value} {terms.account(value, language)}"
    known = ITEMS.get(value) or HEADINGS.get(value) or _CELLS.get(value) if unit == "text" else None
    return language.say(known) if known else value
