"""Which form is asked for, and of what: a name and what narrows it down."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TypeVar

from vdfbank.bank.calendar import Month
from vdfbank.bank.loan import Method
from vdfbank.bank.money import Money
from vdfbank.office.session import OpenBook
from vdfbank.office.wanted import MissingError
from vdfbank.wording.language import Language

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Asked:
    """A form by its name; what it needs and was not given is said by `MissingError`."""

    name: str
    as_of: date | None = None
    first: date | None = None
    month: Month | None = None
    year: int | None = None
    member: str | None = None
    loan: str | None = None
    #: The number of an act: a training session, a decision, a savings day.
    act: int | None = None
    voucher: str | None = None
    #: A reprint, which says so.
    copy: bool = False
    #: One receipt a page instead of four.
    single: bool = False
    #: Nothing filled in but what is expected: the paper twin of a page.
    blank: bool = False
    #: Passbook: the first line that is still free, and how far the printer is off, in millimetres.
    line: int = 1
    offset_mm: tuple[float, float] = (0.0, 0.0)
    #: A loan that nobody has asked for yet.
    amount: Money | None = None
    months: int | None = None
    rate_percent: Fraction | None = None
    method: Method | None = None

    def given(self, value: Value | None, option: str) -> Value:
        if value is None:
            raise MissingError(self.name, option)
        return value

    @property
    def day(self) -> date:
        return self.given(self.as_of, "--as-of")


#: Makes a form: the PDF, the same bytes for the same book.
Maker = Callable[[OpenBook, Asked, Language], bytes]
