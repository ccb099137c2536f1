"""By-laws as a form: each with the limit of the programme beside it, filled in as they are now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from vdfbank.acts.founding import AgreeByLaws, GivenByLaws
from vdfbank.bank.bylaws import ByLaws, PenaltyRule, Split
from vdfbank.bank.course import BUSINESS, SAFE_MIGRATION
from vdfbank.bank.loan import METHODS, Method
from vdfbank.bank.money import Money
from vdfbank.desktop.act_form import ActForm, Input
from vdfbank.desktop.choices import Choice
from vdfbank.desktop.date_edit import DateEdit
from vdfbank.desktop.kip_edit import KipEdit
from vdfbank.desktop.page import Page
from vdfbank.wording import terms
from vdfbank.wording.catalogue import N_

#: By-laws that are one figure, in the order of the form; rates and shares stand in hundredths of a percent.
_FIGURES: tuple[tuple[str, str], ...] = (
    ("entry_fee", N_("Entry fee in kip")),
    ("minimum_saving", N_("Smallest saving in kip")),
    ("minimum_balance", N_("Balance that stays, in kip")),
    ("saving_months", N_("Months of saving before a loan (programme: at least 3)")),
    ("qualifying_savings", N_("Savings to be kept in these months, in kip")),
    ("savings_multiple", N_("Loan in times of savings (programme: at most 5)")),
    ("rate_min_bp", N_("Lowest rate a month in hundredths of a percent (programme: at least 300)")),
    ("rate_max_bp", N_("Highest rate a month in hundredths of a percent (programme: at most 400)")),
    ("term_min", N_("Shortest term in months (programme: at least 3)")),
    ("term_max", N_("Longest term in months (programme: at most 9)")),
    ("emergency_cap", N_("Largest emergency loan in kip")),
    ("guarantors", N_("Guarantors a loan needs")),
    ("quorum", N_("Votes needed to decide")),
    ("liquidity_bp", N_("Cash that stays, of all savings, in hundredths of a percent")),
    ("grace_days", N_("Days without penalty")),
    ("cash_tolerance", N_("Cash difference that may be booked, in kip")),
    ("dormant_after", N_("Savings days missed before a member is dormant")),
)
_SPLIT: tuple[tuple[str, str], ...] = (
    ("members", N_("Surplus to the members, in hundredths of a percent")),
    ("committee", N_("Surplus to the management committee")),
    ("advisory", N_("Surplus to the advisory committee")),
    ("welfare", N_("Surplus to the welfare fund; the rest stays in reserve")),
)
_TRAINING = (
    (SAFE_MIGRATION, N_("Months a safe-migration training stays valid (always required)")),
    (BUSINESS, N_("Months a business training stays valid (always required)")),
)


class Ticks(QWidget):
    """Several words to tick."""

    def __init__(self, words: Mapping[str, str], ticked: tuple[str, ...]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.boxes = {name: QCheckBox(said) for name, said in words.items()}
        for name, box in self.boxes.items():
            box.setChecked(name in ticked)
            box.setAccessibleName(box.text())
            column.addWidget(box)

    @property
    def ticked(self) -> tuple[str, ...]:
        return tuple(name for name, box in self.boxes.items() if box.isChecked())


def bylaws_form(page: Page, now: ByLaws, first_day: date) -> ActForm:
    """A new version: what is left as it stands is agreed as it stands."""
    in_force = DateEdit(page.tongue)
    in_force.show_date(first_day)
    ticks = Ticks({name: terms.word(name, page.tongue.language) or name for name in METHODS}, now.methods)
    penalty = Choice(page.tongue)
    penalty.offer(
        (
            ("percent_of_unpaid", page.tongue.say(N_("hundredths of a percent of what is unpaid"))),
            ("fixed", page.tongue.say(N_("a fixed sum in kip"))),
        )
    )
    penalty.choose(now.penalty.kind)
    basis = Choice(page.tongue)
    basis.offer(
        (
            ("month_ends", page.tongue.say(N_("the month ends' savings"))),
            ("closing_balance", page.tongue.say(N_("the savings of the last day"))),
        )
    )
    basis.choose(now.dividend_basis)
    inputs = (
        Input("in_force", N_("In force from"), in_force, lambda: in_force.day),
        *(_figure(page, name, label, getattr(now, name)) for name, label in _FIGURES),
        Input("methods", N_("Ways of repaying"), ticks, lambda: ticks.ticked),
        *(_figure(page, f"training.{module}", label, now.training.get(module, 0)) for module, label in _TRAINING),
        Input("penalty_kind", N_("Penalty for late payment is"), penalty, lambda: penalty.key),
        _figure(page, "penalty", N_("Penalty on each savings day"), now.penalty.amount or now.penalty.bp or 0),
        *(_figure(page, f"split.{name}", label, getattr(now.split_bp, name)) for name, label in _SPLIT),
        Input("dividend_basis", N_("What the dividend goes by"), basis, lambda: basis.key),
    )
    return ActForm(page, N_("By-laws as agreed by both committees"), N_("Agree the by-laws"), inputs, _agreed(now))


def _figure(page: Page, name: str, label: str, value: int) -> Input:
    figure = KipEdit(page.tongue)
    figure.show_amount(value)
    figure.echoed.connect(page.hint)
    return Input(name, label, figure, lambda: figure.amount)


def _agreed(now: ByLaws) -> Callable[[Mapping[str, Any], date], AgreeByLaws]:
    """What differs from the programme's own by-laws is written into the act."""

    def make(values: Mapping[str, Any], today: date) -> AgreeByLaws:
        laws = _bylaws(now, values)
        default = ByLaws()
        given = tuple(field.name for field in fields(laws) if getattr(laws, field.name) != getattr(default, field.name))
        return AgreeByLaws(on=today, in_force=values["in_force"], bylaws=GivenByLaws(laws, given))

    return make


def _bylaws(now: ByLaws, values: Mapping[str, Any]) -> ByLaws:
    rule = values["penalty_kind"]
    methods: tuple[Method, ...] = tuple(method for method in METHODS if method in values["methods"])
    others = {field.name: getattr(now, field.name) for field in fields(now) if field.name not in dict(_FIGURES)}
    others |= {
        "methods": methods,
        "training": {**now.training, **{module: int(values[f"training.{module}"]) for module, _ in _TRAINING}},
        "penalty": PenaltyRule("fixed", amount=Money(values["penalty"]))
        if rule == "fixed"
        else PenaltyRule("percent_of_unpaid", bp=int(values["penalty"])),
        "split_bp": Split(**{name: int(values[f"split.{name}"]) for name, _ in _SPLIT}),
        "dividend_basis": values["dividend_basis"],
    }
    figures = {
        name: values[name] if isinstance(getattr(now, name), Money) else int(values[name]) for name, _ in _FIGURES
    }
    return ByLaws(**{**others, **figures})
