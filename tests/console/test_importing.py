"""The verb import opening."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.console.conftest import Run
from tests.kept import kept
from tests.office.test_taking_over import LOANS, sheet
from tests.village import founded


@pytest.fixture
def founded_book(tmp_path: Path) -> Path:
    path = tmp_path / "village.vdf"
    kept(founded(), path).close()
    return path


def test_a_dry_run_shows_totals_and_writes_nothing(run: Run, founded_book: Path, tmp_path: Path) -> None:
    before = founded_book.read_bytes()
    status, out, err = run("import", "opening", founded_book, sheet(tmp_path), "--on", "2025-04-20", "--dry-run")
    assert status == 0
    assert "savings: 500000" in out
    assert "difference: 150000" in out
    assert err == "village.vdf: nothing was written.\n"
    assert founded_book.read_bytes() == before


def test_taken_over(run: Run, founded_book: Path, tmp_path: Path) -> None:
    words = ("import", "opening", founded_book, sheet(tmp_path), "--on", "2025-04-20")
    status, out, err = run(*words, "--json")
    assert (status, json.loads(out)["accepted"]) == (0, True)
    assert err.startswith("village.vdf: taken over by act ")
    # A second time the bank has its members already.
    status, out, err = run(*words)
    assert status == 1
    assert err == "village.vdf: refused, nothing was written.\n"


def test_refused_by_the_rules(run: Run, founded_book: Path, tmp_path: Path) -> None:
    wrong = [LOANS[0], [*LOANS[1][:10], 400_000, 3, None]]
    status, out, _ = run(
        "import", "opening", founded_book, sheet(tmp_path, loans=wrong), "--on", "2025-04-20", "--json"
    )
    answer = json.loads(out)
    assert (status, answer["number"]) == (1, None)
    assert answer["problems"][0]["code"] == "does_not_balance"


def test_a_wrong_cell_ends_with_two(run: Run, founded_book: Path, tmp_path: Path) -> None:
    status, _, err = run("import", "opening", founded_book, sheet(tmp_path, accounts=[["account"], [1010]]))
    assert status == 2
    assert "Sheet 'accounts', row 1, column 'amount'" in err
