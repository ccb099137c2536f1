"""Forms of the cash box and the books: receipts, vouchers, cash book, ledgers, statements, lists of what is due."""

from __future__ import annotations

from collections.abc import Mapping

from vdfbank.office.forms.asked import Maker

FORMS: Mapping[str, Maker] = {}
