"""Acts as posted with the books after them, and the villages they come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from tests.village import Village, founded, saved
from vdfbank.acts.codec import parse_lines
from vdfbank.journal.post import Posted, post
from vdfbank.journal.seal import FIRST
from vdfbank.rules.books import Books
from vdfbank.rules.check import check
from vdfbank.rules.effects import Checked
from vdfbank.rules.past import Past
from vdfbank.store.book import BookFile

EXAMPLE = Path(__file__).parents[1] / "years" / "example"

Steps = list[tuple[Posted, Books]]


def steps(posted: Iterable[Posted]) -> Steps:
    """Each act with the books after it."""
    books, past, told = Books(), Past(), []
    for one in posted:
        books = past.after(books, one.checked)
        past.add(one.checked, books)
        told.append((one, books))
    return told


@cache
def example_year() -> Steps:
    """The example year."""
    return list(replayed((EXAMPLE / "acts.jsonl").read_text(encoding="utf-8").splitlines()))


def replayed(lines: Iterable[str]) -> Iterator[tuple[Posted, Books]]:
    """What becomes of the acts in `lines`; refused ones leave nothing."""
    books, past, seal = Books(), Past(), FIRST
    for _, act in parse_lines(lines):
        answer = check(act, books, past)
        if isinstance(answer, Checked):
            posted = post(answer, books, seal)
            books, seal = past.after(books, answer), posted.seal
            past.add(answer, books)
            yield posted, books


def write(book: BookFile, year: Iterable[tuple[Posted, Books]]) -> None:
    """One transaction an act, as the office does it."""
    for posted, after in year:
        with book.transaction() as writing:
            writing.append(posted, after)


def every_kind() -> tuple[Village, Village]:
    """A running bank, and one taken over: between them every register gets a row."""
    running = saved(cash_tolerance=20_000)
    running.tell(
        """
        2025-01-10  buy_shares    M06  50 000
        2025-01-12  name_nominee  M05  Name_of_a_sister
        2025-01-15  spend  5010  10 000
        2025-01-16  save   M07  20 000  (typed)
        2025-01-17  reverse  (typed)
        2025-01-18  receive  2110  500 000
        2025-01-18  receive  4090  900 000
        2025-01-19  deposit_cash  100 000
        2025-01-20  draw_cash     50 000
        2025-01-31  close_month  2025-01
        2025-02-28  close_month  2025-02
        2025-03-31  close_month  2025-03
        2025-04-05  lend   L1  M06  300 000
        2025-04-05  apply  L2  M09  300 000
        2025-04-05  withdraw_application  L2
        2025-04-05  lend   L3  M05  250 000
        2025-04-05  lend   L4  M07  200 000
        2025-04-05  apply  L5  M08  100 000
        2025-04-05  decide  L5  refused  reason=not_now
        2025-04-30  close_month  2025-04
        2025-05-31  close_month  2025-05
        2025-06-05  savings_day  M06 save 20000 repay 50000, M02 save 10000  difference=-3000  reason=a_note_was_torn
        2025-06-06  reschedule  L1  6
        2025-06-07  die  M05
        2025-06-08  leave  M10
        2025-06-09  write_off  L4
        2025-06-10  recover  L4  20 000
        2025-06-11  settle  L1  262 000 -> underpaid
        2025-06-30  close_month  2025-06
        2025-07-01  spend  5020  5 000  (closed)
        2025-07-31  close_month  2025-07
        2025-08-01  correct  (closed)
        2025-08-02  confirm  older_copy
        2025-08-31  close_month  2025-08
        2025-09-30  close_month  2025-09
        2025-10-31  close_month  2025-10
        2025-11-30  close_month  2025-11
        2025-12-31  close_month  2025-12
        2026-01-02  close_year   2025
        2026-01-05  pay_dividend  2025  cash
        """
    )
    assert not running.objections, running.objections
    return running, taken_over()


def taken_over() -> Village:
    village = founded()
    members = [{"member": f"M{n:02d}", "joined": "2023-02-01", "savings": 100_000} for n in range(1, 13)]
    members[0] |= {"shares": 50_000, "qualifying_since": "2024-06-01"}
    loan = {
        "loan": "L1",
        "member": "M02",
        "product": "ordinary",
        "amount": 300_000,
        "paid_out": "2024-11-05",
        "months": 3,
        "rate_bp": 300,
        "method": "flat",
        "purpose": "loom",
        "guarantors": ["M11", "M12"],
        "principal_outstanding": 200_000,
        "instalments_paid": 1,
        "penalties_unpaid": 4_000,
    }
    village.perform(
        "take_over",
        "2025-01-02",
        members=members,
        loans=[loan],
        trained=[{"member": "M01", "module": "skills", "on": "2024-05-01"}] * 2,
        accounts={"1010": 1_000_000, "2110": 30_000},
        difference=-80_000,
    )
    village.tell("2025-01-31  close_month  2025-01")
    assert not village.objections, village.objections
    return village
