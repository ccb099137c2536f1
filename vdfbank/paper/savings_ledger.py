"""Print the savings ledger: a card for each member, and the account they add up to."""

from collections.abc import Iterator

from reportlab.lib.units import mm

from vdfbank.bank.account import SAVINGS, Account
from vdfbank.content.ledgers import SavingsCard, SavingsCards, SavingsLedger
from vdfbank.ledger.cards import CardLine
from vdfbank.paper.book_parts import agreement, begin, signed
from vdfbank.paper.door import PRINTING, Flowable
from vdfbank.paper.ledger_cards import card
from vdfbank.paper.page import print_pages, running
from vdfbank.paper.style import WIDTH, Cell, head, head_right
from vdfbank.wording.catalogue import N_
from vdfbank.wording.figures import person_or_loan
from vdfbank.wording.headings import ITEMS
from vdfbank.wording.language import Language

_WIDTHS = (22 * mm, 30 * mm, 53 * mm, 28 * mm, 28 * mm, WIDTH - 161 * mm)
_FIGURES = (3, 4, 5)
_GONE = {"left": N_("{member}, left the bank"), "dead": N_("{member}, died")}


def print_savings_ledger(ledger: SavingsLedger, language: Language) -> bytes:
    """The cards as PDF, several a page; the same content gives the same bytes."""
    form = language.say(N_("Savings ledger"))
    until = language.short_date(ledger.last)
    with PRINTING:
        story = [*begin(form, ledger.place, _note(ledger, language), language)]
        for cards in ledger.accounts:
            story += _cards(cards, ledger, language)
        story += _controls(ledger, language)
        return print_pages(story, running(ledger.place, f"{form}  {until}", language), f"{form} {until}", language)


def _note(ledger: SavingsLedger, language: Language) -> str:
    return language.say(
        N_("From {first} to {last}. All amounts are in kip."),
        first=language.date(ledger.first),
        last=language.date(ledger.last),
    )


def _cards(cards: SavingsCards, ledger: SavingsLedger, language: Language) -> Iterator[Flowable]:
    heads = _heads(language)
    for one in cards.cards:
        rows = [_opening(one, ledger, language)]
        rows += [_line(line, cards.account, ledger, language) for line in one.lines]
        rows.append(_sums(one, language))
        yield from card(_whose(one, cards.account, ledger, language), heads, rows, _WIDTHS, _FIGURES)


def _heads(language: Language) -> list[Cell]:
    heads: list[Cell] = [head(language.say(name)) for name in (N_("Date"), N_("Voucher"), N_("What"))]
    return heads + [head_right(language.say(name)) for name in (N_("Paid in"), N_("Taken out"), N_("Balance"))]


def _whose(one: SavingsCard, account: Account, ledger: SavingsLedger, language: Language) -> str:
    member = person_or_loan(one.member, language, ledger.names)
    if one.standing in _GONE:
        member = language.say(_GONE[one.standing], member=member)
    return member if account == SAVINGS else language.say(N_("{member}: shares"), member=member)


def _opening(one: SavingsCard, ledger: SavingsLedger, language: Language) -> list[Cell]:
    before = language.say(N_("Balance before"))
    return [language.short_date(ledger.first), "", before, "", "", language.number(one.opening)]


def _line(line: CardLine, account: Account, ledger: SavingsLedger, language: Language) -> list[Cell]:
    moved = (language.number(amount) if amount else "" for amount in (line.paid_in, line.taken_out))
    said = _what(line, account, language)
    if line.voucher in ledger.undone:
        undone = language.say(N_("reversed by {voucher}"), voucher=ledger.undone[line.voucher])
        said = f"{said}; {undone}"
    return [language.short_date(line.on), line.voucher, said, *moved, language.number(line.balance)]


def _what(line: CardLine, account: Account, language: Language) -> str:
    if line.item != "receipt":
        return language.say(ITEMS[line.item])
    return language.say(N_("Savings") if account == SAVINGS else N_("Shares"))


def _sums(one: SavingsCard, language: Language) -> list[Cell]:
    sums = (language.number(amount) for amount in (one.paid_in, one.taken_out, one.closing))
    return ["", "", head(language.say(N_("Together"))), *sums]


def _controls(ledger: SavingsLedger, language: Language) -> Iterator[Flowable]:
    """The cards against their accounts, then who signs."""
    yield signed(
        ledger.signers,
        ledger.names,
        language,
        before=[
            agreement(_control(cards, language), cards.closing, cards.control, language) for cards in ledger.accounts
        ],
    )


def _control(cards: SavingsCards, language: Language) -> str:
    message = (
        N_("All savings cards together: {cards}. Account 2010, member savings: {account}.")
        if cards.account == SAVINGS
        else N_("All share cards together: {cards}. Account 3005, shares: {account}.")
    )
    return language.say(message, cards=language.kip(cards.closing), account=language.kip(cards.control))
