"""The journal for beancount, read by beancount itself."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from tests.export.conftest import Journal
from vdfbank.export.background import Background
from vdfbank.export.beancount import lines

BEAN_CHECK = Path(sys.executable).with_name("bean-check")


def bean_check(journal: Iterable[str], folder: Path) -> str:
    """What bean-check objects to."""
    file = folder / "journal.beancount"
    file.write_text("".join(journal), encoding="utf-8")
    return subprocess.run([BEAN_CHECK, "--no-cache", file], capture_output=True, encoding="utf-8", check=False).stderr


def test_bean_check_passes_the_example_year(example: Journal, tmp_path: Path) -> None:
    assert bean_check(lines(*example), tmp_path) == ""


def test_bean_check_passes_an_empty_book(tmp_path: Path) -> None:
    assert bean_check(lines([], Background()), tmp_path) == ""


def test_bean_check_sees_what_is_wrong(example: Journal, tmp_path: Path) -> None:
    broken = "".join(lines(*example)).replace("10000 LAK", "10001 LAK", 1)
    assert "does not balance" in bean_check([broken], tmp_path)


def test_bean_check_passes_hostile_text(hostile: Journal, tmp_path: Path) -> None:
    written = "".join(lines(*hostile))
    assert bean_check([written], tmp_path) == ""
    assert written.count("\n2025-02-") == 2 + 26  # the accounts and the commodity are opened that day


def test_a_transaction_says_act_voucher_member_and_loan(example: Journal) -> None:
    paid_out = next(text for text in lines(*example) if "pay_out" in text)
    assert paid_out == (
        '\n2025-04-05 * "pay_out" "production: piglets"\n'
        "  act: 39\n"
        '  voucher: "PV-2025-04-0001"\n'
        "  Assets:1210-Loans-to-members  600000 LAK\n"
        '    member: "M07"\n    loan: "L1"\n'
        "  Assets:1010-Cash-box  -600000 LAK\n"
        '    member: "M07"\n    loan: "L1"\n'
    )
    assert sum("#closing" in text for text in lines(*example)) == 3
