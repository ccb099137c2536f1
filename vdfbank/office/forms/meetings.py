"""Forms of meetings: training sessions, their register, the monthly audit sheet."""

from __future__ import annotations

from collections.abc import Mapping

from vdfbank.office.forms.asked import Maker

FORMS: Mapping[str, Maker] = {}
