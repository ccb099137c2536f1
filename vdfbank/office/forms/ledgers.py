"""The savings ledger and the loan ledger of a period, each held against its account."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from vdfbank.bank.account import INTEREST, LOANS, PENALTIES, SAVINGS, SHARES, Account
from vdfbank.bank.committee import Role
from vdfbank.bank.money import NOTHING, Money
from vdfbank.bank.person import PersonId
from vdfbank.content.ledgers import LoanLedger, LoanLedgerCard, SavingsCard, SavingsCards, SavingsLedger
from vdfbank.journal.entry import JournalEntry
from vdfbank.ledger.cards import loan_card, savings_card
from vdfbank.ledger.statements import by_account
from vdfbank.office.forms.standing import opened_by, signing
from vdfbank.office.placing import place
from vdfbank.office.savings_day import names
from vdfbank.office.session import OpenBook
from vdfbank.office.stored_tables import day_before
from vdfbank.rules.books import Books

#: Who signs for a ledger.
_SIGN: tuple[Role, ...] = ("treasurer", "president")

Held = Mapping[tuple[Account, str], Money]


def savings_ledger(book: OpenBook, first: date, last: date) -> SavingsLedger:
    """A card for everybody who was a member at the end, or held or moved savings in the period."""
    opened_by(book, last)
    before, after = _held(book, first, last)
    books = book.books_at(last)
    entries = [stored.entry for stored in book.file.entries(first, last)]
    accounts = [_cards(SAVINGS, books, before, after, entries)]
    shares = _cards(SHARES, books, before, after, entries)
    if shares.cards:
        accounts.append(shares)
    return SavingsLedger(
        place(book), first, last, tuple(accounts), book.file.undone(), names(book.books), signing(books, _SIGN)
    )


def _cards(account: Account, books: Books, before: Held, after: Held, entries: Iterable[JournalEntry]) -> SavingsCards:
    moving = _by_holder(entries, {account})
    held = {holder for held_by, holder in before if held_by == account}
    everybody = set(books.current_members()) if account == SAVINGS else set()
    cards = []
    for member in sorted({*moving, *held, *everybody}):
        opening = -before.get((account, member), NOTHING)
        person = PersonId(member)
        standing = books.members[person].standing
        cards.append(SavingsCard(person, standing, opening, savings_card(member, opening, moving[member], account)))
    return SavingsCards(account, tuple(cards), -by_account(after).get(account, NOTHING))


def loan_ledger(book: OpenBook, first: date, last: date) -> LoanLedger:
    """A card for every loan that owed at the beginning or moved in the period."""
    opened_by(book, last)
    before, after = _held(book, first, last)
    entries = (stored.entry for stored in book.file.entries(first, last))
    return LoanLedger(
        place=place(book),
        first=first,
        last=last,
        cards=tuple(_loan_cards(book, before, entries)),
        control=by_account(after).get(LOANS, NOTHING),
        undone=book.file.undone(),
        names=names(book.books),
        signers=signing(book.books_at(last), _SIGN),
    )


def _loan_cards(book: OpenBook, before: Held, entries: Iterable[JournalEntry]) -> Iterator[LoanLedgerCard]:
    moving = _by_holder(entries, {LOANS, INTEREST, PENALTIES})
    for loan, member in sorted(book.file.borrowers().items()):
        opening = before.get((LOANS, loan), NOTHING)
        if opening or loan in moving:
            yield LoanLedgerCard(loan, member, opening, loan_card(loan, moving[loan], opening))


def _held(book: OpenBook, first: date, last: date) -> tuple[Held, Held]:
    """What everybody held before the first day and at the end of the last."""
    return book.file.balances(day_before(first), closed=True), book.file.balances(last, closed=True)


def _by_holder(entries: Iterable[JournalEntry], accounts: set[Account]) -> dict[str, list[JournalEntry]]:
    """The entries that move these accounts, by holder: a card then reads only its own."""
    found: defaultdict[str, list[JournalEntry]] = defaultdict(list)
    for entry in entries:
        holders = {posting.holder for posting in entry.postings if posting.account in accounts and posting.holder}
        for holder in holders:
            found[holder].append(entry)
    return found
