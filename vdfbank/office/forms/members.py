"""Forms of members: passbook, statement, savings-day sheet, register, dividend sheet."""

from __future__ import annotations

from collections.abc import Mapping

from vdfbank.office.forms.asked import Maker

FORMS: Mapping[str, Maker] = {}
