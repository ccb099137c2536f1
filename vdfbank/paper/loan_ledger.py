"""Print the loan ledger: a card for each loan, and the account they add up to."""

from collections.abc import Iterator

from reportlab.lib.units import mm

from vdfbank.content.ledgers import LoanLedger, LoanLedgerCard
from vdfbank.ledger.cards import LoanCardLine
from vdfbank.paper.book_parts import agreement, begin, signed
from vdfbank.paper.door import PRINTING, Flowable
from vdfbank.paper.ledger_cards import card
from vdfbank.paper.page import print_pages, running
from vdfbank.paper.style import TEXT_STYLE, WIDTH, Cell, head, head_right, words
from vdfbank.wording.catalogue import N_
from vdfbank.wording.figures import person_or_loan
from vdfbank.wording.headings import ITEMS
from vdfbank.wording.language import Language

_WIDTHS = (20 * mm, 28 * mm, 38 * mm, 22 * mm, 18 * mm, 20 * mm, 22 * mm, WIDTH - 168 * mm)
_FIGURES = range(3, 8)


def print_loan_ledger(ledger: LoanLedger, language: Language) -> bytes:
    """The cards as PDF, several a page; the same content gives the same bytes."""
    form = language.say(N_("Loan ledger"))
    until = language.short_date(ledger.last)
    with PRINTING:
        story = [
            *begin(form, ledger.place, _note(ledger, language), language),
            *_cards(ledger, language),
            _control(ledger, language),
        ]
        return print_pages(story, running(ledger.place, f"{form}  {until}", language), f"{form} {until}", language)


def _note(ledger: LoanLedger, language: Language) -> str:
    return language.say(
        N_("From {first} to {last}. All amounts are in kip."),
        first=language.date(ledger.first),
        last=language.date(ledger.last),
    )


def _cards(ledger: LoanLedger, language: Language) -> Iterator[Flowable]:
    if not ledger.cards:
        yield words(language.say(N_("No loan was open in this time.")), TEXT_STYLE)
    names = (N_("Paid out"), N_("Penalty"), N_("Interest"), N_("Principal"), N_("Still owed"))
    heads: list[Cell] = [head(language.say(name)) for name in (N_("Date"), N_("Voucher"), N_("What"))]
    heads += [head_right(language.say(name)) for name in names]
    for one in ledger.cards:
        rows = [_opening(one, ledger, language)] if one.opening else []
        rows += [_line(line, ledger, language) for line in one.lines]
        rows.append(_sums(one, language))
        whose = language.say(
            N_("Loan {loan}: {member}"), loan=one.loan, member=person_or_loan(one.member, language, ledger.names)
        )
        yield from card(whose, heads, rows, _WIDTHS, _FIGURES)


def _opening(one: LoanLedgerCard, ledger: LoanLedger, language: Language) -> list[Cell]:
    before = language.say(N_("Owed before"))
    return [language.short_date(ledger.first), "", before, "", "", "", "", language.number(one.opening)]


def _line(line: LoanCardLine, ledger: LoanLedger, language: Language) -> list[Cell]:
    said = language.say(N_("Repayment") if line.item == "receipt" else ITEMS[line.item])
    if line.voucher in ledger.undone:
        undone = language.say(N_("reversed by {voucher}"), voucher=ledger.undone[line.voucher])
        said = f"{said}; {undone}"
    moved = (line.paid_out, line.penalty, line.interest, line.principal)
    figures = (language.number(amount) if amount else "" for amount in moved)
    return [language.short_date(line.on), line.voucher, said, *figures, language.number(line.balance)]


def _sums(one: LoanLedgerCard, language: Language) -> list[Cell]:
    sums = (one.paid_out, one.penalty, one.interest, one.principal, one.closing)
    return ["", "", head(language.say(N_("Together"))), *(language.number(amount) for amount in sums)]


def _control(ledger: LoanLedger, language: Language) -> Flowable:
    said = language.say(
        N_("All loan cards together: {cards}. Account 1210, loans to members: {account}."),
        cards=language.kip(ledger.closing),
        account=language.kip(ledger.control),
    )
    agrees = agreement(said, ledger.closing, ledger.control, language)
    return signed(ledger.signers, ledger.names, language, before=[agrees])
