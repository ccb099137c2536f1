"""The what-if page: a loan reckoned before anybody asks for it, with a book behind it or without."""

from __future__ import annotations

from pathlib import Path

from vdfbank.bank.loan import Method
from vdfbank.content.place import NO_PLACE
from vdfbank.content.what_if import WhatIf, WhatIfPage
from vdfbank.office.forms.application import last_day
from vdfbank.office.forms.asked import Asked
from vdfbank.office.placing import place
from vdfbank.office.session import OpenBook
from vdfbank.office.what_if import what_if
from vdfbank.store.files import write_whole
from vdfbank.wording.language import Language


def what_if_form(book: OpenBook, asked: Asked, language: Language) -> bytes:
    """Paid out on the day asked for, or on the day the book has reached."""
    from vdfbank.paper.what_if import print_what_if

    amount, months = asked.given(asked.amount, "--sum"), asked.given(asked.months, "--months")
    rate = asked.given(asked.rate_percent, "--rate")
    method: Method = asked.given(asked.method, "--method")
    loan = what_if(amount, months, rate, method, asked.as_of or last_day(book))
    return print_what_if(WhatIfPage(place(book), loan), language)


def write_what_if(loan: WhatIf, path: Path, language: Language) -> None:
    """The page of a loan reckoned without any book."""
    from vdfbank.paper.what_if import print_what_if

    write_whole(path, print_what_if(WhatIfPage(NO_PLACE, loan), language))
