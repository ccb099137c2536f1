"""The life of a village bank as it may come: acts drawn one after another, what the rules refuse left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tests.village import USUAL, YES, Village, saved
from vdfbank.bank.calendar import Month
from vdfbank.bank.person import LoanId
from vdfbank.journal.post import Posted
from vdfbank.rules.books import Books
from vdfbank.rules.effects import Refused
from vdfbank.rules.past import Past
from vdfbank.store.book import BookFile

#: What happens (by its place in `HAPPENINGS`), and two figures it makes its own sense of.
Happening = tuple[int, int, int]


class Life:
    """A bank with savings and shares since January; drawn acts go on from 1 April."""

    def __init__(self, *, fiscal_year: str = "01-01") -> None:
        self.village = saved(400_000, fiscal_year, cash_tolerance=20_000)
        self.village.tell("2025-01-02  receive  2110  3 000 000")
        self.today = date(2025, 4, 1)
        self._close_due(0)

    @property
    def books(self) -> Books:
        return self.village.books

    def go_on(self, happenings: Iterable[Happening]) -> None:
        for kind, first, second in happenings:
            HAPPENINGS[kind](self, first, second)

    @property
    def kinds(self) -> set[str]:
        """Of everything performed."""
        return {posted.checked.act.kind for posted in self.village.posted}

    def act(self, kind: str, **fields: object) -> bool:
        """Perform an act where the rules allow it."""
        given = {**USUAL.get(kind, {}), **fields}
        return not isinstance(self.village.perform(kind, self.today, **given), Refused)

    def _close_due(self, late: int) -> None:
        """Close every month that ended more than `late` months ago."""
        while (month := self.books.month_to_close()) is not None and month.plus(late).last < self.today:
            counted = self._box_on(month.last)
            assert self.act("close_month", month=str(month), counted=counted, signed_by=["V01", "V03"])

    def _box_on(self, day: date) -> int:
        return int(self.village.past.at(day).cash_box)

    def _member(self, figure: int) -> str:
        return f"M{figure % 13 + 1:02d}"

    def _loan(self, figure: int) -> str:
        loans = sorted(self.books.loans)
        return str(loans[figure % len(loans)]) if loans else "L0"

    # --- what may happen -----------------------------------------------------------------------------------------

    def days_pass(self, first: int, second: int) -> None:
        """Days go by; months are closed in time, or up to two months late."""
        self.today += timedelta(days=first % 12)
        self._close_due(second % 3)

    def month_ends(self, _first: int, _second: int) -> None:
        """The books are closed on the very last day."""
        self.today = max(self.today, Month.of(self.today).last)
        self._close_due(0)
        month = self.books.month_to_close()
        if month == Month.of(self.today):
            self.act("close_month", month=str(month), counted=int(self.books.cash_box), signed_by=["V01", "V02"])
            self.today += timedelta(days=1)

    def savings_day(self, first: int, second: int) -> None:
        lines: list[dict[str, Any]] = [{"member": self._member(first), "save": 10_000 * (second % 9 + 1)}]
        debtors = {loan.request.member: loan for loan in self.books.open_loans() if loan.request.product == "ordinary"}
        for place, (member, loan) in enumerate(sorted(debtors.items())):
            if member != lines[0]["member"] and (first + place) % 3:
                lines.append({"member": member, "repay": min(int(loan.position.owed), 1_000 * second + 1)})
        moved = sum(line.get("save", 0) + line.get("repay", 0) for line in lines)
        wrong = (first % 5 - 2) * 1_000
        counted = int(self.books.cash_box) + moved + wrong
        reason = {"reason": "a note was torn"} if wrong else {}
        self.act("savings_day", lines=lines, counted=counted, **reason)

    def save(self, first: int, second: int) -> None:
        self.act("save", member=self._member(first), amount=10_000 + 1_000 * second)

    def withdraw(self, first: int, second: int) -> None:
        self.act("withdraw", member=self._member(first), amount=1_000 * second + 1)

    def shares(self, first: int, second: int) -> None:
        kind = "buy_shares" if first % 3 else "redeem_shares"
        self.act(kind, member=self._member(first), amount=1_000 * second + 1)

    def lend(self, first: int, second: int) -> None:
        if not any(held.year == self.today.year for held in self.books.last_sessions.values()):
            everybody = [str(member) for member in self.books.current_members()]
            for module in ("safe_migration", "business"):
                self.act("train", module=module, attended=everybody)
        loan = f"L{len(self.books.loans) + len(self.books.finished) + 1}"
        method = ("flat", "declining", "annuity", "bullet_monthly", "bullet_end")[first % 5]
        villagers = [member for member in sorted(self.books.current_members()) if member > "M05"]
        at = second % len(villagers)
        borrower, *guarantors = (villagers[at:] + villagers[:at])[: 3 + first % 2]
        fields = {"loan": loan, "member": borrower, "amount": 37_777 * (first % 11 + 1), "method": method}
        fields["guarantors"] = guarantors[-2:]
        if self.act("apply", **fields) and self.act("decide", loan=loan, outcome="approved", votes=self._votes()):
            self.act("pay_out", loan=loan)

    def _votes(self) -> dict[str, str]:
        return dict.fromkeys(self.books.seated("management"), "yes")

    def repay(self, first: int, second: int) -> None:
        loan = self._loan(first)
        known = self.books.loans.get(LoanId(loan))
        self.act("repay", loan=loan, member=known.request.member if known else "M01", amount=1_000 * second + 1)

    def settle(self, first: int, _second: int) -> None:
        """What is owed is what the refusal of one kip says."""
        loan = self._loan(first)
        if not self.act("settle", loan=loan, amount=1):
            needed = next((problem.needed for problem in self.village.objections if problem.code == "underpaid"), None)
            if isinstance(needed, int):
                assert self.act("settle", loan=loan, amount=int(needed)), self.village.objections

    def reschedule(self, first: int, second: int) -> None:
        self.act("reschedule", loan=self._loan(first), months=second % 7 + 1, votes=self._votes())

    def write_off(self, first: int, second: int) -> None:
        if not self.act("write_off", loan=self._loan(first), votes=self._votes()):
            self.act("recover", loan=self._loan(first), amount=500 * second + 1)

    def farewell(self, first: int, second: int) -> None:
        """One of the members nobody votes with leaves, or dies."""
        member = self._member(7 + second % 4)
        if first % 3:
            self.act("leave", member=member)
        else:
            self.act("die", member=member, nominee="a daughter")

    def box(self, first: int, second: int) -> None:
        kinds = ("deposit_cash", "draw_cash", "spend", "receive", "count_cash")
        kind, amount = kinds[first % 5], 1_000 * second + 500
        accounts = {"spend": ("5010", "2110", "2310"), "receive": ("4090", "2110", "2310")}
        if kind == "count_cash":
            self.act(kind, counted=int(self.books.cash_box) + second % 9 * 1_000, reason="found")
        elif kind in accounts:
            self.act(kind, amount=amount, account=accounts[kind][second % 3])
        else:
            self.act(kind, amount=amount)

    def undo(self, first: int, second: int) -> None:
        """One of the latest acts is reversed, or one member's line of it; of a closed month it is corrected."""
        number = self.books.number - first % 25
        target = self.village.past.record(number)
        lines = getattr(target.act, "lines", ()) if target else ()
        if lines and second % 2 and self.act("reverse", number=number, member=lines[second % len(lines)].member):
            return
        if not self.act("reverse", number=number):
            self.act("correct", number=number, votes=YES)

    def year(self, first: int, _second: int) -> None:
        year = self.books.closed_year + 1 if self.books.closed_year is not None else 2024 + first % 2
        self.act("close_year", year=year)
        self.act("pay_dividend", year=year, how="savings" if first % 2 else "cash")


HAPPENINGS: Sequence[Callable[[Life, int, int], None]] = (
    Life.days_pass,
    Life.month_ends,
    Life.savings_day,
    Life.save,
    Life.withdraw,
    Life.shares,
    Life.lend,
    Life.lend,
    Life.repay,
    Life.settle,
    Life.reschedule,
    Life.write_off,
    Life.farewell,
    Life.box,
    Life.undo,
    Life.undo,
    Life.year,
)

Steps = list[tuple[Posted, Books]]


def steps(village: Village) -> Steps:
    """Each act of a village with the books after it."""
    books, past, told = Books(), Past(), []
    for one in village.posted:
        books = past.after(books, one.checked)
        past.add(one.checked, books)
        told.append((one, books))
    return told


def written(path: Path, village: Village) -> Path:
    """The village's book, written down in one go."""
    with BookFile.create(path) as file:
        append(file, steps(village))
    return path


def append(file: BookFile, told: Iterable[tuple[Posted, Books]]) -> None:
    with file.transaction() as writing:
        for posted, after in told:
            writing.append(posted, after)
