"""Which report is wanted, and for when: every name of `vdfbank report` answered as a table or as JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from vdfbank.bank.calendar import Month
from vdfbank.bank.problem import VdfError
from vdfbank.ledger.table import Table
from vdfbank.office import stored_tables
from vdfbank.store.book import BookFile

if TYPE_CHECKING:
    # An open book needs the rules; sums that are stored do not, and are answered sooner without.
    from vdfbank.office.session import OpenBook

Value = TypeVar("Value")


class MissingError(VdfError):
    """A report was asked for without saying for when, or whose."""

    exit_status: ClassVar[int] = 2

    def __init__(self, name: str, option: str) -> None:
        super().__init__(f"The report {name} needs {option}.")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A report by its name; what it needs is said by `MissingError`."""

    name: str
    as_of: date | None = None
    month: Month | None = None
    year: int | None = None
    member: str | None = None
    loan: str | None = None
    first: date | None = None
    closed: bool = False

    def given(self, value: Value | None, option: str) -> Value:
        if value is None:
            raise MissingError(self.name, option)
        return value

    @property
    def day(self) -> date:
        return self.given(self.as_of, "--as-of")

    def period(self, book: OpenBook) -> tuple[date, date]:
        """From `first` (or the fiscal year's first day) to the day."""
        from vdfbank.office import tables

        first, last = tables.fiscal_year_so_far(book, self.day)
        return self.first or first, last


#: Every report by name.
NAMES: tuple[str, ...] = (
    "trial-balance",
    "savings",
    "loans",
    "audit",
    "dividend",
    "income-statement",
    "balance-sheet",
    "cash-book",
    "member",
    "loan",
)
#: Those that add up stored sums, for which nothing else is loaded.
_FROM_FILE = frozenset({"trial-balance", "balance-sheet", "cash-book"})


def report_table(path: Path, wanted: Wanted) -> Table:
    """The report as a table."""
    if wanted.name in _FROM_FILE:
        with BookFile.open(path) as file:
            return _from_file(file, wanted)
    from vdfbank.office.session import OpenBook

    with OpenBook.open(path) as book:
        return _from_book(book, wanted)


def _from_file(file: BookFile, wanted: Wanted) -> Table:
    if wanted.name == "trial-balance":
        return stored_tables.trial_balance_table(file, wanted.day, closed=wanted.closed)
    if wanted.name == "balance-sheet":
        return stored_tables.balance_table(file, wanted.day, closed=wanted.closed)
    return stored_tables.cash_table(file, wanted.given(wanted.month, "--month"))


def _from_book(book: OpenBook, wanted: Wanted) -> Table:
    from vdfbank.office import tables

    made: Mapping[str, Callable[[], Table]] = {
        "savings": lambda: tables.savings_table(book, wanted.day),
        "loans": lambda: tables.loans_table(book, wanted.day),
        "audit": lambda: tables.audit_table(book, wanted.given(wanted.month, "--month")),
        "dividend": lambda: tables.dividend_table(book, wanted.given(wanted.year, "--year")),
        "income-statement": lambda: tables.income_table(book, *wanted.period(book)),
        "member": lambda: tables.member_table(book, wanted.given(wanted.member, "--member"), *wanted.period(book)),
        "loan": lambda: tables.loan_table(book, wanted.given(wanted.loan, "--loan")),
    }
    return made[wanted.name]()


def report_json(path: Path, wanted: Wanted) -> dict[str, Any]:
    """The report in the shape of reports.md; lists as their facts and their lines."""
    if wanted.name == "audit":
        return _audit_json(path, wanted.given(wanted.month, "--month"))
    if wanted.name == "dividend":
        return _dividend_json(path, wanted.given(wanted.year, "--year"))
    return _table_json(report_table(path, wanted))


def _audit_json(path: Path, month: Month) -> dict[str, Any]:
    from vdfbank.office.reporting import audit_report
    from vdfbank.office.session import OpenBook

    with OpenBook.open(path) as book:
        return dict(audit_report(book, month).figures)


def _dividend_json(path: Path, year: int) -> dict[str, Any]:
    from vdfbank.office.reporting import dividend_json, dividend_report
    from vdfbank.office.session import OpenBook

    with OpenBook.open(path) as book:
        return dividend_json(dividend_report(book, year))


def _table_json(made: Table) -> dict[str, Any]:
    names = [column.name for column in made.columns]
    facts = {name: str(fact) if isinstance(fact, date) else fact for name, fact in made.facts.items()}
    return {**facts, "lines": [dict(zip(names, row, strict=True)) for row in made.rows]}
