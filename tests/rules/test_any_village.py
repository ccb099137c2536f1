"""Whatever a village does: the books balance, what is undone is undone, and the same acts give the same book."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.village import MEMBERS, YES, Village, saved
from vdfbank.bank.calendar import add_months
from vdfbank.loans.position import Position
from vdfbank.rules.books import Books
from vdfbank.rules.effects import Checked
from vdfbank.rules.loan_state import settlement

ORDERS = (
    ["penalty", "interest", "principal"],
    ["interest", "principal", "penalty"],
    ["principal", "interest", "penalty"],
)
METHODS = ("flat", "declining", "annuity", "bullet_monthly", "bullet_end")


class Life:
    """Draws acts that a village might do; most are allowed, some are not."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.village = saved(300_000, allocation=self.random.choice(ORDERS), grace_days=self.random.choice([0, 0, 9]))
        self.on = date(2025, 4, 1)
        self.loans = 0
        self.money_acts: list[int] = []

    def goes_on(self, steps: int) -> None:
        deeds: list[Callable[[], object]] = [self.save, self.take_out, self.day, self.lend, self.repay, self.settle]
        deeds += [self.reschedule, self.undo, self.small_things, self.end]
        for _ in range(steps):
            self.on += timedelta(self.random.choice([0, 1, 3, 12]))
            self.random.choice(deeds)()
        self.close()

    def do(self, kind: str, **fields: object) -> bool:
        answer = self.village.perform(kind, self.on, **fields)
        return isinstance(answer, Checked)

    def money(self, kind: str, **fields: object) -> None:
        before = self.village.books
        if self.do(kind, **fields):
            number = self.village.books.number
            if self.random.random() < 0.3:
                self.undone_at_once(before, number)
            else:
                self.money_acts.append(number)

    def undone_at_once(self, before: Books, number: int) -> None:
        assert self.do("reverse", number=number, reason="typed wrong"), self.village.objections
        after = self.village.books
        for name in ("balances", "members", "loans", "savings_days"):
            assert getattr(after, name) == getattr(before, name), name

    def member(self) -> str:
        return self.random.choice(MEMBERS)

    def amount(self, most: int = 100_000) -> int:
        return self.random.choice([0, 1, 10_000, 25_000, self.random.randint(0, most)])

    def open_loan(self) -> tuple[str, str, Position] | None:
        loans = list(self.village.books.open_loans())
        if not loans:
            return None
        loan = self.random.choice(loans)
        return loan.id, loan.request.member, loan.position

    def save(self) -> None:
        self.money(self.random.choice(["save", "buy_shares"]), member=self.member(), amount=self.amount())

    def take_out(self) -> None:
        self.money(self.random.choice(["withdraw", "redeem_shares"]), member=self.member(), amount=self.amount())

    def day(self) -> None:
        lines: list[dict[str, object]] = []
        moved = 0
        for member in self.random.sample(MEMBERS, 4):
            line: dict[str, object] = {"member": member, "save": (saving := self.random.choice([0, 10_000, 30_000]))}
            moved += saving
            if loan := next(iter(self.village.books.open_loans(member)), None):  # type: ignore[arg-type]
                line["repay"] = (paid := self.random.randint(0, min(loan.position.owed, 200_000)))
                moved += paid
            lines.append(line)
        counted = self.village.box + moved + (difference := self.random.choice([0, 0, -700, 5_000]))
        reason = {"reason": "change"} if difference else {}
        self.money("savings_day", lines=lines, counted=counted, witness="V01", **reason)

    def lend(self) -> None:
        self.loans += 1
        loan, member = f"L{self.loans}", self.member()
        guarantors = self.random.sample([who for who in MEMBERS if who != member], 2)
        request = {"product": self.random.choice(["ordinary", "emergency"]), "purpose": "seed", "rate_bp": 350}
        terms = {"months": self.random.randint(3, 9), "method": self.random.choice(METHODS)}
        amount = self.random.randint(1_000, 500_000)
        self.do("apply", loan=loan, member=member, amount=amount, guarantors=guarantors, **request, **terms)
        votes = dict.fromkeys(("M01", "M02", "M03", "M04", "M05"), "yes")
        for barred in (member, *guarantors):
            votes.pop(barred, None)
        if self.do("decide", loan=loan, votes=votes, outcome="approved"):
            self.money("pay_out", loan=loan)

    def repay(self) -> None:
        if found := self.open_loan():
            loan, member, position = found
            self.money("repay", member=member, loan=loan, amount=self.random.randint(1, position.owed))

    def settle(self) -> None:
        if found := self.open_loan():
            owed = settlement(self.village.loan(found[0]), self.on)
            self.money("settle", loan=found[0], amount=owed)
            assert owed == 0 or not self.village.objections

    def reschedule(self) -> None:
        if found := self.open_loan():
            votes = {who: "yes" for who in ("M01", "M02", "M03", "M04", "M05") if who != found[1]}
            kind = self.random.choice(["reschedule", "reschedule", "write_off"])
            months = {"months": self.random.randint(1, 9)} if kind == "reschedule" else {}
            self.money(kind, loan=found[0], reason="flood", votes=votes, **months)

    def end(self) -> None:
        if self.random.random() < 0.4:
            self.money("die", member=self.member(), nominee="kin")
        else:
            self.money("leave", member=self.member())

    def small_things(self) -> None:
        self.money("spend", account="5010", amount=self.amount(20_000), note="pens")
        self.money("deposit_cash", amount=self.amount(300_000))
        self.money("draw_cash", amount=self.amount(300_000))

    def undo(self) -> None:
        if self.money_acts:
            number = self.random.choice(self.money_acts)
            self.do("reverse", number=number, reason="typed wrong")

    def close(self) -> None:
        for month in range(1, 13):
            last = add_months(date(2025, month, 1), 1) - timedelta(1)
            self.on = max(self.on, last)
            counted = self.village.past.at(last).cash_box
            assert self.do("close_month", month=f"2025-{month:02d}", counted=counted, signed_by=["V01", "V02"])
        self.on = max(self.on, date(2026, 1, 1))
        assert self.do("close_year", year=2025)
        self.do("pay_dividend", year=2025, how=self.random.choice(["cash", "savings"]))
        for number in self.random.sample(self.money_acts, min(3, len(self.money_acts))):
            self.do("correct", number=number, reason="typed wrong", votes=YES)


@given(seed=st.integers(0, 2**32))
@settings(max_examples=12)
def test_any_year(seed: int) -> None:
    """Each act also proves the trial balance and the sub-ledgers (`Village`)."""
    life = Life(seed)
    life.goes_on(40)
    again = Village()
    for line in life.village.acts():
        again.perform_line(line)
    assert again.seal == life.village.seal
    assert again.books == life.village.books


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_books_of_an_earlier_day_are_those_of_the_acts_up_to_it(seed: int) -> None:
    life = Life(seed)
    life.goes_on(25)
    days = sorted({posted.checked.act.on for posted in life.village.posted})
    for day in days[:: max(1, len(days) // 6)]:
        short = Village()
        for posted in life.village.posted:
            if posted.checked.act.on <= day:
                short.perform_line(posted.text)
        assert short.books == life.village.past.at(day)
