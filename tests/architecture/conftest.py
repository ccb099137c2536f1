"""Where the checkout lies, and copies of it to break."""

import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def project() -> dict[str, Any]:
    """pyproject.toml, read."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture
def copied_tree(tmp_path: Path) -> Path:
    """A copy of the packages and of their import contracts, free to be broken."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "vdfbank", tmp_path / "vdfbank", ignore=shutil.ignore_patterns("__pycache__", "resources"))
    return tmp_path
