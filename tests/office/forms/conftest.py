"""Every form of the example year, printed once in each language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.office.forms import loans_cases, meetings_cases, members_cases, money_cases
from tests.paper.measured import measured
from vdfbank.office.forms.asked import Asked
from vdfbank.office.forms.printing import print_form
from vdfbank.wording.language import ENGLISH, LAO, Language

CASES: Mapping[str, Asked] = {
    **money_cases.CASES,
    **members_cases.CASES,
    **loans_cases.CASES,
    **meetings_cases.CASES,
}
#: Cases whose first page is printed over one that was printed before: nothing may run at its head and foot.
OVERPRINTS = members_cases.OVERPRINTS
LANGUAGES: Mapping[str, Language] = {"lo": LAO, "en": ENGLISH}

#: A form as PDF, and what was drawn beyond its cell.
Printed = tuple[bytes, tuple[str, ...]]


@pytest.fixture(scope="session")
def printed(example_file: Path) -> Callable[[str, str], Printed]:
    """The form of a case in a language; printed when first asked for."""
    kept: dict[tuple[str, str], Printed] = {}

    def once(case: str, code: str) -> Printed:
        if (case, code) not in kept:
            with measured() as wrong:
                pdf = print_form(example_file, CASES[case], LANGUAGES[code])
            kept[case, code] = pdf, tuple(wrong)
        return kept[case, code]

    return once
