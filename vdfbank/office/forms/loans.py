"""Forms of loans: application, contract, card, decision, what-if page, by-laws."""

from __future__ import annotations

from collections.abc import Mapping

from vdfbank.office.forms.agreed import bylaws_form
from vdfbank.office.forms.application import application_form
from vdfbank.office.forms.asked import Maker
from vdfbank.office.forms.calculator import what_if_form
from vdfbank.office.forms.card import card_form
from vdfbank.office.forms.contract import contract_form
from vdfbank.office.forms.minutes import minutes_form

FORMS: Mapping[str, Maker] = {
    "loan-application": application_form,
    "decision": minutes_form,
    "contract": contract_form,
    "loan-card": card_form,
    "what-if": what_if_form,
    "bylaws": bylaws_form,
}
