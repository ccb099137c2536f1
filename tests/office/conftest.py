"""Books in the office: the computer's own folder is the test's, never the user's."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.kept import example_book


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this computer keeps marks and settings."""
    folder = tmp_path / "data"
    monkeypatch.setenv("VDFBANK_DATA", str(folder))
    return folder


@pytest.fixture(scope="session")
def example_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example year as a book, for reading only."""
    return example_book(tmp_path_factory.mktemp("example") / "Ban Dokchampa.vdf")


@pytest.fixture
def copied(example_file: Path, tmp_path: Path) -> Path:
    """The example year, a test's own."""
    return Path(shutil.copy(example_file, tmp_path / example_file.name))
