"""A new loan application: the request left, right its checklist while it is typed, and what the loan would cost."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from vdfbank.acts.act import Act, BasisPoints, Count, Text
from vdfbank.acts.lending import Apply
from vdfbank.bank.bylaws import ByLaws
from vdfbank.bank.loan import METHODS, Method, Product, Request
from vdfbank.bank.money import NOTHING
from vdfbank.bank.person import LoanId, PersonId
from vdfbank.content.loans import LoanList, TriedRequest
from vdfbank.desktop import tasks
from vdfbank.desktop.act_form import ActForm, Input
from vdfbank.desktop.choices import Choice, PersonChoice
from vdfbank.desktop.kip_edit import KipEdit
from vdfbank.desktop.money_forms import amount_input, text_input
from vdfbank.desktop.page import Page
from vdfbank.desktop.rate_edit import RateEdit
from vdfbank.desktop.tongue import Tongue
from vdfbank.desktop.tried_box import TriedBox
from vdfbank.wording import terms
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Names

_PRODUCTS: tuple[Product, ...] = ("ordinary", "emergency")


class GuarantorsBox(QWidget):
    """As many lines as the by-laws ask for, one below the other."""

    changed = Signal()

    def __init__(self, tongue: Tongue, people: tuple[PersonId, ...], names: Names, count: int) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.choices = [PersonChoice(tongue) for _ in range(max(count, 1))]
        for choice in self.choices:
            choice.offer_people(people, names)
            choice.currentIndexChanged.connect(lambda _at: self.changed.emit())
            column.addWidget(choice)
        self.setFocusProxy(self.choices[0])

    @override
    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        for number, choice in enumerate(self.choices, start=1):
            choice.setAccessibleName(f"{name} {number}")

    @property
    def chosen(self) -> tuple[PersonId, ...]:
        return tuple(choice.person for choice in self.choices if choice.person is not None)


def terms_inputs(page: Page, bylaws: ByLaws | None) -> tuple[Input, ...]:
    """Sum, months, rate and way of repaying: what a schedule is made of."""
    months = KipEdit(page.tongue, pieces=True)
    rate = RateEdit(bylaws.rate_min_bp if bylaws is not None else None)
    method = _choice(page, METHODS)
    if bylaws is not None and bylaws.methods:
        method.choose(bylaws.methods[0])
    return (
        amount_input(page),
        Input("months", N_("Months"), months, lambda: months.amount),
        Input("rate_bp", N_("Rate in percent a month"), rate, lambda: rate.bp),
        Input("method", N_("Way of repaying"), method, lambda: method.key),
    )


def _choice(page: Page, keys: tuple[Product, ...] | tuple[Method, ...]) -> Choice:
    choice = Choice(page.tongue)
    choice.offer((key, terms.word(key, page.tongue.language) or key) for key in keys)
    return choice


def _inputs(page: Page, loans: LoanList) -> tuple[Input, ...]:
    member = PersonChoice(page.tongue)
    member.offer_people(loans.members, loans.names)
    product = _choice(page, _PRODUCTS)
    product.choose("ordinary")
    count = loans.bylaws.guarantors if loans.bylaws is not None else 1
    guarantors = GuarantorsBox(page.tongue, loans.members, loans.names, count)
    number = QLineEdit(loans.next_loan)
    number.setMaxLength(16)
    return (
        Input("member", N_("Who asks"), member, lambda: member.person),
        Input("product", N_("Product"), product, lambda: product.key),
        *terms_inputs(page, loans.bylaws),
        text_input("purpose", N_("Purpose")),
        # A request without guarantors is written down too: the checklist says what it lacks.
        Input("guarantors", N_("Guarantors"), guarantors, lambda: guarantors.chosen, may_be_empty=True),
        Input("loan", N_("Number of the loan"), number, lambda: number.text().strip() or None),
    )


def _request(values: Mapping[str, Any]) -> Request:
    """As far as it is typed: what is missing is nothing, and the checklist says so."""
    return Request(
        LoanId(values["loan"] or ""),
        values["member"],
        values["product"] or "ordinary",
        values["amount"] or NOTHING,
        values["months"] or 0,
        values["rate_bp"] or 0,
        values["method"] or METHODS[0],
        values["purpose"] or "",
        values["guarantors"],
    )


def _apply(values: Mapping[str, Any], today: date) -> Act:
    return Apply(
        on=today,
        loan=LoanId(values["loan"]),
        member=values["member"],
        product=values["product"],
        amount=values["amount"],
        months=Count(values["months"]),
        rate_bp=BasisPoints(values["rate_bp"]),
        method=values["method"],
        purpose=Text(values["purpose"]),
        guarantors=values["guarantors"],
    )


class ApplicationForm(ActForm):
    """It is always recorded, whatever its checklist says: the committee decides."""

    def __init__(self, page: Page, loans: LoanList) -> None:
        self.checks = TriedBox(page.tongue, loans.names)
        super().__init__(
            page,
            N_("A member asks for a loan"),
            N_("Record the application"),
            _inputs(page, loans),
            _apply,
            beside=self.checks,
        )

    @override
    def speak(self) -> None:
        super().speak()
        self.checks.speak()

    @override
    def _look_ahead(self) -> None:
        super()._look_ahead()
        values = self.values()
        if values["member"] is None:
            self.checks.lay_out(None)
        else:
            self._page.work.worker.ask(tasks.try_request(_request(values)), self._tried, self._fail)

    def _tried(self, tried: TriedRequest) -> None:
        """An answer to what was typed a moment ago is passed over: the next one is under way."""
        if not self.is_there:
            return
        values = self.values()
        if values["member"] is not None and tried.request == _request(values):
            self.checks.lay_out(tried)
