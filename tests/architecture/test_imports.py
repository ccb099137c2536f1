"""The import contracts hold, and each of them can be broken."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.conftest import ROOT

LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")


def lint(tree: Path, *contracts: str) -> subprocess.CompletedProcess[str]:
    """Check the contracts named, or all of them, on the packages of ``tree``."""
    # The linter reads the packages and runs none of them: nothing of it is measured.
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    return subprocess.run(
        [LINT_IMPORTS, "--no-cache", "--no-logo", *(f"--contract={contract}" for contract in contracts)],
        cwd=tree,
        env={**inherited, "PYTHONPATH": str(tree), "NO_COLOR": "1", "COLUMNS": "200", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def plant(tree: Path, package: str, source: str) -> None:
    """Add a module with ``source`` to a package of the copied tree, making the package if need be."""
    folder = tree / "vdfbank" / package
    folder.mkdir(exist_ok=True)
    (folder / "__init__.py").touch()
    (folder / "planted.py").write_text(f'"""Planted by a test."""\n\n{source}\n', encoding="utf-8")


def test_every_contract_holds() -> None:
    verdict = lint(ROOT)
    if verdict.returncode:
        pytest.fail(verdict.stdout + verdict.stderr, pytrace=False)


@pytest.mark.parametrize(
    ("package", "source", "contract"),
    [
        ("bank", "import vdfbank.rules", "order"),
        ("ledger", "import vdfbank.training", "order"),
        ("wording", "def late() -> None:\n    import vdfbank.paper", "order"),
        ("desktop", "import vdfbank.console", "order"),
        ("office", "import sqlalchemy", "sql"),
        ("rules", "import sqlite3", "sql"),
        ("office", "from PySide6.QtCore import QObject", "qt"),
        ("audit", "from reportlab.lib import pagesizes", "print"),
        ("paper", "import babel.numbers", "say"),
        ("desktop", "import typer", "verbs"),
        ("office", "import xlsxwriter", "tables"),
        ("office", "from cryptography.hazmat.primitives import hashes", "secrets"),
        ("office", "import pyrage", "vault"),
        ("paper", "import platformdirs", "places"),
        ("district", "import urllib.request", "offline"),
    ],
)
def test_a_wrong_import_breaks_its_contract(copied_tree: Path, package: str, source: str, contract: str) -> None:
    plant(copied_tree, package, source)
    verdict = lint(copied_tree, contract)
    assert verdict.returncode == 1
    assert f"vdfbank.{package}.planted -> " in verdict.stdout


def test_two_modules_that_import_each_other_break_a_contract(copied_tree: Path) -> None:
    plant(copied_tree, "training", "import vdfbank.training.planted_too")
    (copied_tree / "vdfbank/training/planted_too.py").write_text("import vdfbank.training.planted\n", encoding="utf-8")
    verdict = lint(copied_tree, "cycles")
    assert verdict.returncode == 1
    assert "No cycles are allowed in vdfbank.training." in verdict.stdout


def test_a_package_nobody_placed_breaks_the_order(copied_tree: Path) -> None:
    plant(copied_tree, "helpers", "")
    verdict = lint(copied_tree, "order")
    assert verdict.returncode == 1
    assert "helpers" in verdict.stdout
