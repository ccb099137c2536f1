"""A line to type a day in: one form, dd/mm/yyyy, in any digits."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtWidgets import QLineEdit

from vdfbank.desktop.amount import plain
from vdfbank.desktop.tongue import Tongue
from vdfbank.wording.catalogue import N_

_FORM = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})")


def read_date(text: str) -> date | None:
    """``5/11/2026``; None for what is no such day. Years have four digits, or 25 might be 1925."""
    found = _FORM.fullmatch(plain(text).strip())
    if found is None:
        return None
    day, month, year = map(int, found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


class DateEdit(QLineEdit):
    def __init__(self, tongue: Tongue) -> None:
        super().__init__()
        self._tongue = tongue
        self.setMaxLength(20)
        tongue.changed.connect(self._speak)
        self._speak()

    def _speak(self) -> None:
        self.setPlaceholderText(self._tongue.say(N_("dd/mm/yyyy")))

    @property
    def day(self) -> date | None:
        return read_date(self.text())

    def show_date(self, day: date) -> None:
        if not self.hasFocus() or self.day is None:
            self.setText(self._tongue.language.short_date(day))
