"""Forms of loans: application, contract, card, decision, what-if page, by-laws."""

from __future__ import annotations

from collections.abc import Mapping

from vdfbank.office.forms.asked import Maker

FORMS: Mapping[str, Maker] = {}
