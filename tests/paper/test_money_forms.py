"""Forms of the cash box and the books with the longest there can be: long names, large sums, hostile words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.kept import example_book
from tests.paper.lines import read
from tests.paper.measured import against_the_style, measured
from vdfbank.audit.report import Name
from vdfbank.bank.account import NAMES, Account
from vdfbank.bank.calendar import Month
from vdfbank.bank.money import LARGEST_KIP, Money
from vdfbank.bank.person import PersonId
from vdfbank.content.arrears import Arrears, WatchedLoan
from vdfbank.content.call_list import CallList
from vdfbank.content.cash_book import CashBook
from vdfbank.content.ledgers import LoanLedger, SavingsLedger
from vdfbank.content.place import Place
from vdfbank.content.statements import BalanceForm, IncomeForm, TrialBalanceForm
from vdfbank.content.voucher import Voucher
from vdfbank.ledger.statements import BalanceSheet, IncomeStatement, TrialLine
from vdfbank.office.forms.account_statements import balance_form, income_form, trial_balance_form
from vdfbank.office.forms.asked import Asked
from vdfbank.office.forms.cash_books import cash_book_of
from vdfbank.office.forms.due_lists import arrears, call_list
from vdfbank.office.forms.ledgers import loan_ledger, savings_ledger
from vdfbank.office.forms.vouchers import vouchers
from vdfbank.office.session import OpenBook
from vdfbank.paper.arrears_list import print_arrears_list
from vdfbank.paper.balance_sheet import print_balance_sheet
from vdfbank.paper.call_list import print_call_list
from vdfbank.paper.cash_book import print_cash_book
from vdfbank.paper.income_statement import print_income_statement
from vdfbank.paper.loan_ledger import print_loan_ledger
from vdfbank.paper.savings_ledger import print_savings_ledger
from vdfbank.paper.trial_balance import print_trial_balance
from vdfbank.paper.voucher import print_vouchers
from vdfbank.wording.language import ENGLISH, LAO, Language

LARGEST = Money(LARGEST_KIP - 1)
PLACE = Place("Ban Phonsavanh Nua Khoua Din Daeng Kang", "ເມືອງໄກສອນພົມວິຫານ", "ສະຫວັນນະເຂດ", "99-01-007", "Y8BV-R4VT-2BN8")
#: Forty letters, with marks above and below; one name looks like markup, one like a formula.
LONG = Name("Somchanhthavone Phommachanh-Vongsavanhxay", "ນາງ ສົມຈັນທະວອນ ພົມມະຈັນ-ວົງສະຫວັນໄຊຍະລາດ ບຸນຍູ້ຫຼິ້ນ")
HOSTILE = Name('<b>&"\'</b> <img src="/etc/passwd"/>', "=HYPERLINK(ກ) </para><br/>")
LANGUAGES = pytest.mark.parametrize("language", [LAO, ENGLISH], ids=lambda language: language.code)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenBook]:
    with OpenBook.open(example_book(tmp_path_factory.mktemp("example") / "example.vdf")) as opened:
        yield opened


@pytest.fixture(scope="module")
def names(book: OpenBook) -> dict[PersonId, Name]:
    return {person: HOSTILE if person == "M04" else LONG for person in book.books.people}


def fits(pdf_of: Callable[[], bytes]) -> str:
    """Printed inside its cells and in the house style; the text of all pages."""
    with measured() as wrong:
        pdf = pdf_of()
    assert wrong == []
    assert list(against_the_style(pdf)) == []
    pages = read(pdf)
    assert all("99-01-007" in page for page in pages)
    return " ".join(pages).replace("\n", " ")


def largest_voucher(book: OpenBook, names: dict[PersonId, Name]) -> Voucher:
    (voucher,) = vouchers(book, Asked("receipt", voucher="RV-2025-10-0019"), "receipt")
    assert voucher.after is not None
    return replace(
        voucher,
        place=PLACE,
        names=names,
        amount=LARGEST,
        parts=tuple(replace(part, amount=LARGEST) for part in voucher.parts),
        after=replace(voucher.after, savings=LARGEST, shares=LARGEST, loans={**voucher.after.loans, "L9": LARGEST}),  # type: ignore[dict-item]
        reversed_by="PV-2025-11-0001",
        text="ຈ່າຍດ້ວຍເງິນຂາຍໝູ ແລະ ເຂົ້າ",
        is_copy=True,
    )


@LANGUAGES
@pytest.mark.parametrize("single", [True, False])
def test_the_largest_receipt(book: OpenBook, names: dict[PersonId, Name], language: Language, *, single: bool) -> None:
    voucher = largest_voucher(book, names)
    said = fits(lambda: print_vouchers([voucher, voucher], language, single=single))
    assert language.number(LARGEST) in said
    if language is ENGLISH:
        assert "<b>&\"'</b>" in said


@LANGUAGES
def test_a_voucher_without_a_book_behind_it_has_no_seal(
    book: OpenBook, names: dict[PersonId, Name], language: Language
) -> None:
    voucher = replace(largest_voucher(book, names), place=replace(PLACE, seal=None), after=None, who=None)
    assert "Y8BV" not in fits(lambda: print_vouchers([voucher], language, single=True))


def test_a_sum_of_several_acts_may_be_larger_than_there_are_words_for(
    book: OpenBook, names: dict[PersonId, Name]
) -> None:
    voucher = replace(largest_voucher(book, names), amount=Money(2 * LARGEST_KIP))
    said = fits(lambda: print_vouchers([voucher], ENGLISH, single=True))
    assert "2,000,000,000,000,000 kip" in said
    assert "quadrillion" not in said


@LANGUAGES
def test_a_cash_book_of_the_largest_sums(book: OpenBook, names: dict[PersonId, Name], language: Language) -> None:
    november = cash_book_of(book, Month(2025, 11))
    lines = tuple(
        replace(line, text='=1+1 <i>"' * 5, received=LARGEST, paid=LARGEST, balance=LARGEST) for line in november.lines
    )
    assert november.counted is not None
    counted = replace(november.counted, pieces={100_000: 10**9, 1: 7})
    large: CashBook = replace(november, place=PLACE, names=names, lines=lines * 12, opening=LARGEST, counted=counted)
    assert "=1+1 <i>" in fits(lambda: print_cash_book(large, language))


@LANGUAGES
def test_ledgers_of_the_largest_sums(book: OpenBook, names: dict[PersonId, Name], language: Language) -> None:
    savings = savings_ledger(book, date(2025, 1, 1), date(2025, 11, 30))
    (cards,) = savings.accounts
    card = replace(cards.cards[0], member=PersonId("M04"), opening=LARGEST)
    card = replace(card, lines=tuple(replace(line, paid_in=LARGEST, balance=LARGEST) for line in card.lines) * 9)
    large: SavingsLedger = replace(savings, place=PLACE, names=names, accounts=(replace(cards, cards=(card,) * 3),))
    fits(lambda: print_savings_ledger(large, language))
    loans = loan_ledger(book, date(2025, 1, 1), date(2025, 11, 30))
    figures: dict[str, Any] = dict.fromkeys(("paid_out", "penalty", "interest", "principal", "balance"), LARGEST)
    one = loans.cards[0]
    one = replace(one, lines=tuple(replace(line, **figures) for line in one.lines) * 9)
    many: LoanLedger = replace(loans, place=PLACE, names=names, cards=(one,) * 3)
    fits(lambda: print_loan_ledger(many, language))


@LANGUAGES
def test_a_card_s_name_is_repeated_where_it_flows_to_the_next_page(book: OpenBook, language: Language) -> None:
    savings = savings_ledger(book, date(2025, 1, 1), date(2025, 11, 30))
    (cards,) = savings.accounts
    card = replace(cards.cards[0], lines=cards.cards[0].lines * 9)
    pages = read(print_savings_ledger(replace(savings, accounts=(replace(cards, cards=(card,)),)), language))
    assert len(pages) == 3
    assert all("M01" in page for page in pages)


@LANGUAGES
def test_statements_of_every_account(book: OpenBook, names: dict[PersonId, Name], language: Language) -> None:
    day = date(2025, 11, 30)
    everything = dict.fromkeys(NAMES, LARGEST)
    trial: TrialBalanceForm = replace(
        trial_balance_form(book, day),
        place=PLACE,
        names=names,
        lines=tuple(TrialLine(account, LARGEST, LARGEST) for account in NAMES),
    )
    fits(lambda: print_trial_balance(trial, language))
    income = IncomeStatement(_of("4", everything), _of("5", everything))
    results: IncomeForm = replace(
        income_form(book, Month(2025, 11)), place=PLACE, names=names, of_month=income, so_far=income
    )
    fits(lambda: print_income_statement(results, language))
    sheet = BalanceSheet(_of("1", everything), _of("2", everything), _of("3", everything), LARGEST)
    balance: BalanceForm = replace(balance_form(book, day), place=PLACE, names=names, sheet=sheet)
    fits(lambda: print_balance_sheet(balance, language))


def _of(side: str, everything: dict[Account, Money]) -> dict[Account, Money]:
    return {account: amount for account, amount in everything.items() if account.startswith(side)}


@LANGUAGES
def test_arrears_of_the_largest_sums(book: OpenBook, names: dict[PersonId, Name], language: Language) -> None:
    found = arrears(book, date(2025, 11, 30))
    names_of_figures = (
        "principal_outstanding",
        "overdue_principal",
        "overdue_interest",
        "penalties_unpaid",
        "allowance",
    )
    figures: dict[str, Any] = dict.fromkeys(names_of_figures, LARGEST)
    line = replace(found.late[0], days_late=4_000, rescheduled=True, **figures)
    watched = WatchedLoan(
        loan=line.loan,
        member=line.member,
        method="bullet_monthly",
        is_last_month=True,
        next_due=date(2025, 12, 5),
        last_due=date(2025, 12, 5),
        principal=LARGEST,
        interest=LARGEST,
    )
    large: Arrears = replace(
        found,
        place=PLACE,
        names=names,
        late=(line,) * 60,
        watched=(watched,) * 30,
        bands=tuple(replace(band, principal=LARGEST, allowance=LARGEST) for band in found.bands),
        at_risk=tuple(replace(risk, principal=LARGEST, of=LARGEST) for risk in found.at_risk),
    )
    fits(lambda: print_arrears_list(large, language))
    nothing = replace(large, late=(), watched=(), at_risk=tuple(replace(r, of=Money(0)) for r in found.at_risk))
    assert "–" in fits(lambda: print_arrears_list(nothing, language))


@LANGUAGES
def test_a_call_list_of_a_large_village(book: OpenBook, names: dict[PersonId, Name], language: Language) -> None:
    found = call_list(book, date(2025, 11, 5))
    call = replace(
        found.calls[0],
        due=LARGEST,
        penalty=LARGEST,
        is_dead=True,
        household="ຄົວເຮືອນເລກທີ 117",
        village_unit="ໜ່ວຍ 4 ໂພນສະຫວັນເໜືອ",
        guarantors=tuple(PersonId(f"M{number:02d}") for number in range(1, 7)),
    )
    large: CallList = replace(found, place=PLACE, names=names, calls=(call,) * 120)
    fits(lambda: print_call_list(large, language))


def test_a_book_longer_than_a_part_loses_no_line(book: OpenBook) -> None:
    november = cash_book_of(book, Month(2025, 11))
    lines = tuple(replace(line, voucher=f"RV-2025-11-{number:05d}") for number, line in enumerate(november.lines * 27))
    text = "".join("".join(read(print_cash_book(replace(november, lines=lines), ENGLISH))).split())
    assert all(line.voucher in text for line in lines)
