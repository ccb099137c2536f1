"""The loan calculator: any sum, time and rate, before anybody asks for it."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from vdfbank.bank.bylaws import ByLaws
from vdfbank.bank.loan import Method
from vdfbank.bank.money import Money
from vdfbank.content.what_if import WhatIf
from vdfbank.desktop import tasks
from vdfbank.desktop.application_form import terms_inputs
from vdfbank.desktop.buttons import ActButton
from vdfbank.desktop.page import Page
from vdfbank.desktop.parts import Scroll, card, name_field, wide_field, words_label
from vdfbank.desktop.rows_table import Heading, Line, RowsTable
from vdfbank.desktop.tried_box import cost_sentences
from vdfbank.office.forms.application import LONGEST_MONTHS
from vdfbank.office.forms.asked import Asked
from vdfbank.wording import agreed
from vdfbank.wording.breaks import wrap_lo
from vdfbank.wording.catalogue import N_

_PAUSE = 150
_HEADINGS = (
    Heading(N_("Due"), share=3, is_whole=True),
    Heading(N_("Instalment"), is_figure=True, share=3),
    Heading(N_("Interest"), is_figure=True, share=3),
    Heading(N_("Left"), is_figure=True, share=3),
)


class CalculatorPart(QWidget):
    """Left what would be agreed, right what it costs and when it is to be brought; it prints on one page."""

    def __init__(self, page: Page, back: Callable[[], None]) -> None:
        super().__init__()
        self._page = page
        self.cost: WhatIf | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self.reckon)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self._left(), 1)
        self.plan = RowsTable(page.tongue, N_("Schedule of the loan"), _HEADINGS)
        middle.addWidget(self.plan, 2)
        column.addLayout(middle, 1)
        self.back_button = ActButton(self, back, "Esc")
        self.print_button = ActButton(self, self._print, "F12", drawing="print")
        row = QHBoxLayout()
        row.addWidget(self.back_button)
        row.addStretch()
        row.addWidget(self.print_button)
        column.addLayout(row)

    def _left(self) -> Scroll:
        frame, inside = card()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._said = words_label()
        inside.addLayout(self._grid)
        inside.addWidget(self._said)
        inside.addStretch()
        self.inputs = terms_inputs(self._page, ByLaws())
        self._labels = [wide_field(self._grid, self._grid.rowCount(), line.control) for line in self.inputs]
        for line in self.inputs:
            for name in ("amount_changed", "currentIndexChanged", "changed"):
                signal = getattr(line.control, name, None)
                if signal is not None:
                    signal.connect(lambda *_: self._soon.start())
        return Scroll(frame)

    def take_keyboard(self) -> None:
        self.inputs[0].control.setFocus()

    def speak(self) -> None:
        tongue = self._page.tongue
        for label, line in zip(self._labels, self.inputs, strict=True):
            name_field(label, tongue.label(line.label), line.control)
        self.back_button.word(tongue.say(N_("Back")))
        self.print_button.word(tongue.say(N_("Print this loan")))
        self.plan.speak()
        self._show()

    def _terms(self) -> tuple[Money, int, Fraction, Method] | None:
        """What was typed, where a schedule can be made of it."""
        values = {line.name: line.value() for line in self.inputs}
        amount, months, rate = values["amount"], values["months"], values["rate_bp"]
        if not amount or not months or months > LONGEST_MONTHS or rate is None or values["method"] is None:
            return None
        return amount, int(months), Fraction(rate, 100), cast("Method", values["method"])

    def reckon(self) -> None:
        terms = self._terms()
        if terms is None:
            self._reckoned(None)
        else:
            self._page.ask(tasks.reckon_loan(*terms), self._reckoned)

    def _reckoned(self, cost: WhatIf | None) -> None:
        self.cost = cost
        self._show()

    def _show(self) -> None:
        cost, spoken = self.cost, self._page.tongue.language
        self.print_button.setEnabled(cost is not None)
        if cost is None:
            self._said.setText(self._page.tongue.label(N_("Type a sum and the months: the schedule follows.")))
            self.plan.lay_out(())
            return
        left = [agreed.limit_left(code, spoken) for code in cost.limits_left]
        self._said.setText(wrap_lo("\n".join([*cost_sentences(cost, spoken), *left])))
        self.plan.lay_out(
            [
                Line(
                    str(row.number),
                    (
                        spoken.short_date(row.due),
                        spoken.number(row.total),
                        spoken.number(row.interest),
                        spoken.number(balance),
                    ),
                )
                for row, balance in zip(cost.instalments, cost.balances(), strict=True)
            ]
        )

    def _print(self) -> None:
        cost = self.cost
        assert cost is not None
        self._page.wants_paper.emit(
            Asked(
                "what-if",
                as_of=cost.start,
                amount=cost.amount,
                months=cost.months,
                rate_percent=cost.rate,
                method=cost.method,
            )
        )
