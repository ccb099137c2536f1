"""What stands in a member's passbook: every voucher that moved savings or loans, or only those that are new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import ClassVar

from vdfbank.bank.money import NOTHING, Money, total
from vdfbank.bank.person import PersonId
from vdfbank.bank.problem import VdfError
from vdfbank.content.passbook import LINES, Balances, Passbook, PassbookLine
from vdfbank.journal.entry import JournalEntry
from vdfbank.journal.seal import entry_code
from vdfbank.ledger.cards import CardLine, LoanCardLine
from vdfbank.office.forms.asked import Asked
from vdfbank.office.forms.signing import officers
from vdfbank.office.forms.threads import Threads, known_member, threads
from vdfbank.office.placing import place
from vdfbank.office.reporting import NotYetError
from vdfbank.office.savings_day import names
from vdfbank.office.session import OpenBook


class NoSuchLineError(VdfError):
    """A page of the passbook has no such line."""

    exit_status: ClassVar[int] = 2

    def __init__(self, line: int) -> None:
        super().__init__(f"A page of the passbook has {LINES} lines; there is no line {line}.")


def only_new(asked: Asked) -> bool:
    """Whether lines are added to a passbook that has been printed before."""
    return asked.first is not None or asked.voucher is not None


def passbook(book: OpenBook, asked: Asked) -> Passbook:
    """
    The passbook of the member asked for, up to `--as-of` where that is said.

    `--from` leaves out what is dated before, `--voucher` what was printed up to that voucher.
    """
    if asked.line > LINES:
        raise NoSuchLineError(asked.line)
    member = known_member(book, asked.given(asked.member, "--member"))
    last = asked.as_of or book.file.head().on or date.max
    known = threads(book, date.min, last)
    lines = tuple(_lines(member, known))
    old = _printed(lines, asked)
    before = Balances(lines[old - 1].savings, lines[old - 1].loans) if old else Balances(NOTHING, NOTHING)
    books = book.books
    person, joined = books.people[member], books.members[member]
    return Passbook(
        place(book),
        member,
        names(books),
        person.household,
        person.village_unit,
        joined.joined,
        joined.nominee,
        officers(books),
        before,
        lines[old:],
    )


def _printed(lines: Sequence[PassbookLine], asked: Asked) -> int:
    """How many lines stand in the passbook already."""
    if asked.voucher is not None:
        vouchers = [line.voucher for line in lines]
        if asked.voucher not in vouchers:
            raise NotYetError(
                f"No line of {asked.member} has the voucher {asked.voucher}. Read the last voucher off a receipt."
            )
        return vouchers.index(asked.voucher) + 1
    first = asked.first
    return 0 if first is None else sum(line.on < first for line in lines)


def _lines(member: PersonId, known: Threads) -> Iterator[PassbookLine]:
    """Savings and loans side by side, a line a voucher."""
    savings = {line.voucher: line for line in known.savings(member)[1]}
    loans = {loan: {line.voucher: line for line in known.loan(member, loan)[1]} for loan in known.loans(member)}
    saved, owed = NOTHING, dict.fromkeys(loans, NOTHING)
    for entry in known.of.get(member, ()):
        moved = [line for lines in loans.values() if (line := lines.get(entry.voucher)) is not None]
        owed.update({loan: lines[entry.voucher].balance for loan, lines in loans.items() if entry.voucher in lines})
        saving = savings.get(entry.voucher)
        if saving is not None:
            saved = saving.balance
        if saving is not None or moved:
            code = entry_code(known.seals[entry.act], entry.voucher)
            yield _line(entry, code, saving, moved, Balances(saved, total(owed.values())))


def _line(
    entry: JournalEntry, code: str, saving: CardLine | None, loans: Sequence[LoanCardLine], after: Balances
) -> PassbookLine:
    # Nobody paid what the bank wrote off: the balance alone says so.
    paid = () if entry.item == "write_off" else loans
    return PassbookLine(
        entry.on,
        entry.voucher,
        code,
        saving.paid_in if saving else NOTHING,
        saving.taken_out if saving else NOTHING,
        after.savings,
        _sum(loans, "paid_out"),
        _sum(paid, "principal"),
        _sum(paid, "interest"),
        _sum(paid, "penalty"),
        after.loans,
        touches_loan=bool(loans),
    )


def _sum(lines: Sequence[LoanCardLine], column: str) -> Money:
    return total(getattr(line, column) for line in lines)
