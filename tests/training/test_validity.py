"""How long trainings stay valid, and when a refresher is due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.village import founded
from vdfbank.bank.bylaws import ByLaws
from vdfbank.bank.course import BUSINESS, RIGHTS, SAFE_MIGRATION, VILLAGE_BANKING, Module
from vdfbank.bank.person import PersonId
from vdfbank.training.validity import Trained, Validity, required, trained

M01 = PersonId("M01")


@pytest.mark.parametrize(
    ("on", "validity"),
    [
        ("2025-11-19", "valid"),
        ("2025-11-20", "due"),
        ("2026-02-20", "due"),
        ("2026-02-21", "expired"),
    ],
)
def test_a_training_is_due_three_months_before_its_last_day(on: str, validity: Validity) -> None:
    training = Trained(SAFE_MIGRATION, date(2025, 2, 20), date(2026, 2, 20))
    assert training.validity(date.fromisoformat(on)) == validity


def test_what_was_never_completed_and_what_never_ends() -> None:
    assert Trained(RIGHTS, None, None).validity(date(2025, 1, 1)) == "never"
    assert Trained(RIGHTS, date(1990, 1, 1), None).validity(date(2025, 1, 1)) == "valid"


def test_the_by_laws_say_how_long() -> None:
    books = founded().books
    on = date(2025, 3, 1)
    assert trained(books, M01, SAFE_MIGRATION, on) == Trained(SAFE_MIGRATION, date(2024, 12, 10), date(2025, 12, 10))
    assert trained(books, M01, BUSINESS, on) == Trained(BUSINESS, date(2024, 12, 10), date(2026, 12, 10))
    assert trained(books, M01, VILLAGE_BANKING, on).until is None
    assert trained(books, M01, RIGHTS, on) == Trained(RIGHTS, None, None)
    assert trained(books, PersonId("M99"), BUSINESS, on).completed is None


def test_before_the_by_laws_nothing_ends() -> None:
    books = replace(founded().books, bylaws=())
    assert trained(books, M01, BUSINESS, date(2025, 3, 1)).until is None
    assert required(None) == ()


def test_trainings_stand_in_the_order_of_the_package() -> None:
    own = Module("first_aid")
    bylaws = ByLaws(training={own: 6, BUSINESS: 24, SAFE_MIGRATION: 12})
    assert required(bylaws) == (SAFE_MIGRATION, BUSINESS, own)
