"""A savings day that stands in the book: its lines, what came after it, and what was put right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from vdfbank.acts.act import Act
from vdfbank.acts.books import Correct, Reverse
from vdfbank.acts.codec import parse
from vdfbank.acts.lending import Repay, Settle
from vdfbank.acts.saving import Save, SavingsDay, Spend, Withdraw
from vdfbank.audit.report import Name
from vdfbank.bank.account import Account
from vdfbank.bank.money import NOTHING, Money
from vdfbank.bank.person import PersonId
from vdfbank.content.savings_day import SavingsDaySheet
from vdfbank.office.day_lines import paid
from vdfbank.office.session import OpenBook
from vdfbank.rules.books import Books


@dataclass(frozen=True, slots=True)
class HeldLine:
    """One line of the day, or an act of its own on the same date."""

    #: The act that holds it.
    number: int
    kind: str
    member: PersonId | None
    save: Money = NOTHING
    repay: Money = NOTHING
    withdraw: Money = NOTHING
    #: Expenses and pay-outs, which no member's column shows.
    out: Money = NOTHING
    account: Account | None = None
    #: The act that undid it.
    undone_by: int | None = None
    #: The act whose line this one puts right.
    corrects: int | None = None

    @property
    def moved(self) -> Money:
        """Into the box less out of it."""
        return self.save + self.repay - self.withdraw - self.out

    @property
    def is_of_the_day(self) -> bool:
        return self.kind == SavingsDay.kind

    @property
    def may_be_corrected(self) -> bool:
        """A member's money that still stands."""
        return self.member is not None and self.undone_by is None and self.kind in _CORRECTABLE


@dataclass(frozen=True, slots=True)
class HeldDay:
    """A held savings day with everything of its date after it; `box` as the books have it now."""

    on: date
    number: int
    lines: tuple[HeldLine, ...]
    counted: Money
    box: Money
    #: Whether its month still takes reversals.
    is_open: bool
    names: Mapping[PersonId, Name]
    members: tuple[PersonId, ...]
    #: Who may second an act, and who may watch a count.
    officers: tuple[PersonId, ...]
    witnesses: tuple[PersonId, ...]
    tolerance: Money
    treasurer: PersonId | None
    today: date


_CORRECTABLE = frozenset({"savings_day", "save", "repay", "withdraw"})


def held_day(book: OpenBook, sheet: SavingsDaySheet, today: date) -> HeldDay | None:
    """The savings day held on the sheet's date; None where none stands."""
    on = sheet.on
    acts = list(_acts_since(book, on))
    undone = dict(_undone(acts))
    day = next((pair for pair in acts if _is_day_of(pair, on) and (pair[0], None) not in undone), None)
    if day is None:
        return None
    number, act = day
    assert isinstance(act, SavingsDay)
    books = book.books
    lines = [*_lines(number, act, undone), *_after(acts, number, on, undone, books)]
    closed = books.closed_month
    return HeldDay(
        on,
        number,
        tuple(lines),
        act.counted or NOTHING,
        books.cash_box,
        closed is None or on > closed.last,
        sheet.names,
        tuple(sorted(person for person, member in books.members.items() if member.standing == "member")),
        sheet.officers,
        sheet.witnesses,
        sheet.bylaws.cash_tolerance,
        sheet.treasurer,
        today,
    )


Numbered = tuple[int, Act]
#: Which act undid what: by number, and the member whose line it was (None: the whole act).
Undone = dict[tuple[int, PersonId | None], int]


def _acts_since(book: OpenBook, on: date) -> Iterator[Numbered]:
    before = book.file.last_act_on(on - timedelta(days=1))
    return ((stored.number, parse(stored.text)) for stored in book.file.acts(after=before))


def _is_day_of(pair: Numbered, on: date) -> bool:
    return isinstance(pair[1], SavingsDay) and pair[1].on == on


def _undone(acts: Iterable[Numbered]) -> Iterator[tuple[tuple[int, PersonId | None], int]]:
    for number, act in acts:
        if isinstance(act, Reverse):
            yield (act.number, act.member), number
        elif isinstance(act, Correct):
            yield (act.number, None), number


def _lines(number: int, act: SavingsDay, undone: Undone) -> Iterator[HeldLine]:
    for line in act.lines:
        amounts = line.save or NOTHING, paid(line), line.withdraw or NOTHING
        if any(amounts):
            by = undone.get((number, line.member)) or undone.get((number, None))
            yield HeldLine(number, act.kind, line.member, *amounts, undone_by=by)
    for expense in act.spend or ():
        yield HeldLine(number, "spend", None, out=expense.amount, account=expense.account)


def _after(acts: Iterable[Numbered], number: int, on: date, undone: Undone, books: Books) -> Iterator[HeldLine]:
    """Acts of their own on the day, and whatever puts a line of it right later."""
    corrected = dict(_corrected(acts, on))
    for other, act in acts:
        if other == number or (act.on != on and other not in corrected):
            continue
        line = _single(other, act, books)
        if line is not None:
            yield replace(line, undone_by=undone.get((other, None)), corrects=corrected.get(other))


def _corrected(acts: Iterable[Numbered], on: date) -> Iterator[tuple[int, int]]:
    """Acts made together with a reversal (their keys begin with its key), and the act whose line they put right."""
    known = dict(acts)
    for act in known.values():
        if not isinstance(act, Reverse) or act.key is None:
            continue
        undone = known.get(act.number)
        if undone is not None and undone.on == on:
            for other, made in known.items():
                if made.key is not None and made.key.startswith(f"{act.key}-"):
                    yield other, act.number


def _single(number: int, act: Act, books: Books) -> HeldLine | None:
    match act:
        case Save(member=member, amount=amount):
            return HeldLine(number, act.kind, member, save=amount)
        case Withdraw(member=member, amount=amount):
            return HeldLine(number, act.kind, member, withdraw=amount)
        case Repay(member=member, amount=amount):
            return HeldLine(number, act.kind, member, repay=amount)
        case Settle(loan=loan, amount=amount):
            known = books.loans.get(loan)
            return HeldLine(number, act.kind, known.request.member if known else None, repay=amount)
        case Spend(account=account, amount=amount):
            return HeldLine(number, act.kind, None, out=amount, account=account)
        case _:
            return None
