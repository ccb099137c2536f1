"""Forms of the cash box and the books as every form is tried: by name, of the example year."""

from __future__ import annotations

from collections.abc import Mapping

from vdfbank.office.forms.asked import Asked

#: What is asked for, by a name for the case.
CASES: Mapping[str, Asked] = {}
