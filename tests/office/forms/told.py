"""A village to which nearly everything happened that a form of the books must show."""

from __future__ import annotations

from pathlib import Path

from tests.kept import kept
from tests.village import Village, saved
from vdfbank.office.session import OpenBook


def told() -> Village:
    """Savings, shares, loans of every kind, what was reversed, who left and who died, in the year 2025."""
    village = saved(400_000, cash_tolerance=20_000)
    village.tell(
        """
        2025-01-06  buy_shares    M01  15 000
        2025-01-07  receive       2110  3 000 000  note=from_the_district
        2025-01-08  save          M02  33 000                                             (typed)
        2025-01-08  reverse       (typed)
        2025-01-09  deposit_cash  500 000
        2025-01-10  draw_cash     100 000
        2025-04-05  lend          L1  M06  300 000  3 months  300 bp  flat
        2025-04-05  lend          L2  M07  300 000  6 months  300 bp  bullet_monthly
        2025-04-05  lend          L3  M08  300 000  6 months  300 bp  bullet_end
        2025-04-05  lend          L4  M09  300 000  3 months  300 bp  declining
        2025-04-05  lend          L5  M10  300 000  3 months  300 bp  flat
        """
    )
    _savings_day(village)
    village.tell(
        """
        2025-05-06  reschedule    L4  6
        2025-05-07  write_off     L5
        2025-05-08  recover       L5  50 000
        2025-05-09  withdraw      M03  50 000
        2025-05-10  leave         M13
        2025-05-11  die           M06  nominee=her_daughter_Noy
        """
    )
    return village


def _savings_day(village: Village) -> None:
    """Counted by notes: 1 000 kip are missing."""
    lines = [{"member": "M01", "save": 20_000, "shares": 5_000}, {"member": "M06", "save": 20_000}]
    lines.append({"member": "M09", "repay": 109_000})
    spend = [{"account": "5020", "amount": 10_000, "note": "meeting"}]
    box = int(village.box) + 20_000 + 5_000 + 20_000 + 109_000 - 10_000 - 1_000
    count = {"100000": box // 100_000, "1000": box % 100_000 // 1_000}
    village.perform(
        "savings_day",
        "2025-05-05",
        lines=lines,
        spend=spend,
        counted=box,
        count=count,
        reason="a note was torn",
        witness="V01",
    )
    assert not village.objections, village.objections


def book_of(village: Village, folder: Path) -> OpenBook:
    return kept(village, folder / "told.vdf")
