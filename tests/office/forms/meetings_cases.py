"""Forms of meetings as every form is tried: by name, of the example year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from vdfbank.bank.calendar import Month
from vdfbank.office.forms.asked import Asked

#: What is asked for, by a name for the case.
CASES: Mapping[str, Asked] = {
    "attendance-list": Asked("attendance-list", as_of=date(2026, 1, 5)),
    "attendance-list.held": Asked("attendance-list", act=28),
    "training-register": Asked("training-register", as_of=date(2026, 1, 5)),
    "training-register.half-year": Asked("training-register", first=date(2025, 1, 1), as_of=date(2025, 6, 30)),
    "audit-sheet": Asked("audit-sheet", month=Month(2025, 11)),
    "charts": Asked("charts", month=Month(2025, 12)),
}
