"""One act before the rules: the books as they change under it, what was objected, what it will do."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from vdfbank.acts.act import Act
from vdfbank.bank.account import CASH_BOX, Account
from vdfbank.bank.bylaws import ByLaws
from vdfbank.bank.money import Money
from vdfbank.bank.person import PersonId
from vdfbank.bank.problem import Problem
from vdfbank.rules.books import NO_HOLDER, Books
from vdfbank.rules.draft import Draft
from vdfbank.rules.effects import Checked, Effect, Item, Leg, Refused, Slip, legs
from vdfbank.rules.past import Past

#: Asks every rule about an act again, with its record, before other books.
CheckAgain = Callable[[Checked, Books, Past], Checked | Refused]


class Case:
    """
    An act being checked.

    `check_again`: for asking whether later acts could do without an earlier one.
    `apart`: set while asking what would be had an earlier act never been; counts stand apart then, and the cash
    differences of that record are taken as they were booked.
    """

    def __init__(
        self, act: Act, books: Books, past: Past, check_again: CheckAgain, apart: Checked | None = None
    ) -> None:
        self.act, self.past, self.check_again, self.apart = act, past, check_again, apart
        self.before = books
        self.problems: list[Problem] = []
        self.effects: list[Effect] = []
        self._draft = Draft(books)

    @property
    def on(self) -> date:
        return self.act.on

    @property
    def books(self) -> Books:
        """The books as they stand after what the act has done so far."""
        return self._draft.books()

    @property
    def bylaws(self) -> ByLaws:
        """The by-laws in force that day; a bank that is open has some."""
        bylaws = self.before.bylaws_on(self.on)
        assert bylaws is not None
        return bylaws

    def object(self, problems: Iterable[Problem]) -> bool:
        """Note what a rule objects to; whether it did."""
        before = len(self.problems)
        self.problems.extend(problems)
        return len(self.problems) > before

    def do(self, *effects: Effect) -> None:
        self._draft.carry_out(effects)
        self.effects.extend(effects)

    def move(
        self, item: Item, *given: Leg, text: str = "", line: PersonId | None = None, on: date | None = None
    ) -> None:
        """Draft a voucher; nothing where nothing moves."""
        if moving := legs(*given):
            self.do(Slip(on or self.on, item, moving, text or self.act.note or "", line))

    def receive(self, item: Item, account: Account, amount: Money, holder: str = NO_HOLDER) -> None:
        """Money into the box."""
        self.move(item, Leg(CASH_BOX, amount, holder), Leg(account, -amount, holder))

    def pay(
        self, item: Item, account: Account, amount: Money, holder: str = NO_HOLDER, line: PersonId | None = None
    ) -> None:
        """Money out of the box."""
        self.move(item, Leg(account, amount, holder), Leg(CASH_BOX, -amount, holder), line=line)
