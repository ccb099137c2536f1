"""Print any form by its name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from vdfbank.office.forms import loans, meetings, members, money
from vdfbank.office.forms.asked import Asked, Maker
from vdfbank.office.session import OpenBook
from vdfbank.store.files import write_whole
from vdfbank.wording.language import Language

#: Every form, in the order of its family.
FORMS: Mapping[str, Maker] = {**money.FORMS, **members.FORMS, **loans.FORMS, **meetings.FORMS}


def print_form(book: Path, asked: Asked, language: Language) -> bytes:
    """The form as PDF; `KeyError` for a name no form has."""
    with OpenBook.open(book) as opened:
        return FORMS[asked.name](opened, asked, language)


def write_form(book: Path, asked: Asked, path: Path, language: Language) -> None:
    """Print a form into a file, whole or not at all."""
    write_whole(path, print_form(book, asked, language))
