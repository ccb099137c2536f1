"""Commands run in process, on a copy of the example year."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.kept import example_book
from vdfbank.console.main import run_command

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def _own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VDFBANK_DATA", str(tmp_path / "data"))


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command here: its status, what it wrote to stdout, what it said on stderr."""

    def command(*words: object) -> tuple[int, str, str]:
        status = run_command([str(word) for word in words])
        said = capsys.readouterr()
        return status, said.out, said.err

    return command


@pytest.fixture(scope="package")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example year; nobody writes in it."""
    return example_book(tmp_path_factory.mktemp("console") / "village.vdf")


@pytest.fixture
def copied(book: Path, tmp_path: Path) -> Path:
    """The example year, to be written in or broken."""
    folder = tmp_path / "books"
    folder.mkdir()
    return Path(shutil.copy(book, folder / "village.vdf"))
