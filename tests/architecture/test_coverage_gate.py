"""The coverage gate names what falls short and lets the rest pass."""

import json
import runpy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.architecture.conftest import ROOT

Gate = Callable[[str], int]


@pytest.fixture
def gate() -> Gate:
    gate: Gate = runpy.run_path(str(ROOT / ".ci" / "coverage_gate.py"))["main"]
    return gate


def measured(reached: int, branches: int, missing: list[int], jumps: list[list[int]]) -> dict[str, Any]:
    """A file of ten lines and ten branches, of which so many were reached."""
    return {
        "summary": {
            "num_statements": 10,
            "covered_lines": reached,
            "num_branches": 10,
            "covered_branches": branches,
        },
        "missing_lines": missing,
        "missing_branches": jumps,
    }


def verdict(gate: Gate, folder: Path, files: dict[str, Any]) -> int:
    report = folder / "coverage.json"
    report.write_text(json.dumps({"files": files}), encoding="utf-8")
    return gate(str(report))


def test_one_missing_branch_of_the_rules_fails(
    gate: Gate,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert verdict(gate, tmp_path, {"vdfbank/rules/check.py": measured(10, 9, [], [[7, -3]])}) == 1
    assert capsys.readouterr().out == (
        "rules: 95.00 % of lines and branches covered, 100 % needed\n  vdfbank/rules/check.py: branches 7→exit\n"
    )


def test_nine_tenths_are_enough_for_a_page(gate: Gate, tmp_path: Path) -> None:
    page = "vdfbank/desktop/page.py"
    assert verdict(gate, tmp_path, {page: measured(9, 9, [4], [[3, 4]])}) == 0
    assert verdict(gate, tmp_path, {page: measured(9, 8, [4], [[3, 4], [5, 6]])}) == 1


def test_an_empty_package_passes(gate: Gate, tmp_path: Path) -> None:
    nothing = {"num_statements": 0, "covered_lines": 0, "num_branches": 0, "covered_branches": 0}
    empty = {"summary": nothing, "missing_lines": [], "missing_branches": []}
    assert verdict(gate, tmp_path, {"vdfbank/bank/__init__.py": empty}) == 0
