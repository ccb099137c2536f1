"""The register and a member's card, of the example year."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from vdfbank.bank.course import BUSINESS, SAFE_MIGRATION
from vdfbank.bank.money import Money
from vdfbank.bank.person import PersonId
from vdfbank.content.member_card import MemberCard
from vdfbank.office.members import member_card, register
from vdfbank.office.reporting import NotYetError
from vdfbank.office.session import OpenBook
from vdfbank.rules.books import Books

NOVEMBER = date(2025, 11, 30)


@pytest.fixture
def somsak(example_file: Path) -> MemberCard:
    with OpenBook.open(example_file) as book:
        return member_card(book, PersonId("M04"), date(2025, 12, 31))


def test_the_register_has_everybody_in_the_order_of_the_paper(example_file: Path) -> None:
    with OpenBook.open(example_file) as book:
        lines = register(book.books_at(NOVEMBER), NOVEMBER).lines
    assert [line.id for line in lines] == sorted(line.id for line in lines)
    assert sum(line.standing == "member" for line in lines) == 18
    assert {line.id for line in lines if line.standing is None} == {"V01", "V02", "V03"}
    late = next(line for line in lines if line.id == "M04")
    assert (late.owed, late.days_late, late.is_dormant) == (Money(1_200_000), 56, False)


def test_a_training_counts_until_its_last_valid_day(somsak: MemberCard) -> None:
    assert somsak.line.trained_until == {SAFE_MIGRATION: date(2026, 2, 20), BUSINESS: date(2027, 3, 20)}


def test_a_card_shows_every_movement_and_ends_with_the_savings(somsak: MemberCard) -> None:
    assert len(somsak.movements) == 12
    assert somsak.movements[-1].balance == somsak.line.savings
    assert somsak.limit == somsak.line.savings.times(5)


def test_a_card_says_what_is_due_next(somsak: MemberCard) -> None:
    loan = next(loan for loan in somsak.loans if loan.state == "open")
    assert loan.loan == "L4"
    assert (loan.next_due, loan.next_amount) == (date(2025, 11, 5), 78_772)
    assert loan.owed > loan.next_amount > 0


def test_a_card_names_the_loans_somebody_stands_for(example_file: Path) -> None:
    with OpenBook.open(example_file) as book:
        standing_for = {loan.id: loan.request.guarantors for loan in book.books.open_loans() if loan.request.guarantors}
        loan, guarantors = next(iter(standing_for.items()))
        assert loan in member_card(book, guarantors[0], NOVEMBER).guarantees


def test_whom_nobody_registered_has_no_card(example_file: Path) -> None:
    with OpenBook.open(example_file) as book, pytest.raises(NotYetError, match="M99 is not in the register"):
        member_card(book, PersonId("M99"), NOVEMBER)


def test_before_the_founding_the_register_is_empty() -> None:
    assert register(Books(), NOVEMBER).lines == ()


def test_who_only_advises_has_a_card_without_money(example_file: Path) -> None:
    with OpenBook.open(example_file) as book:
        card = member_card(book, PersonId("V01"), NOVEMBER)
    assert (card.line.standing, card.movements, card.loans, card.limit) == (None, (), (), 0)
    assert card.seats == ("village_head",)
