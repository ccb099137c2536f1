"""Forms of members as every form is tried: by name, of the example year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from vdfbank.office.forms.asked import Asked

#: What is asked for, by a name for the case.
CASES: Mapping[str, Asked] = {
    "passbook": Asked("passbook", member="M07"),
    "passbook-new-lines": Asked("passbook", member="M07", first=date(2025, 9, 1), line=6, offset_mm=(1.0, -0.5)),
    "passbook-test-page": Asked("passbook", blank=True, offset_mm=(1.5, -2.0)),
    "statement": Asked("statement", member="M04", as_of=date(2025, 11, 30)),
    "statements": Asked("statement", first=date(2025, 11, 1), as_of=date(2025, 11, 30)),
    "savings-day-expected": Asked("savings-day-sheet", blank=True, as_of=date(2025, 12, 5)),
    "savings-day-posted": Asked("savings-day-sheet", as_of=date(2025, 11, 5)),
    "member-register": Asked("member-register"),
    "dividend-sheet": Asked("dividend-sheet", year=2025),
}
#: Those that print onto a page already begun.
OVERPRINTS = frozenset({"passbook-new-lines"})
