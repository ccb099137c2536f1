"""Books to open, damage and compare: the example year written down once, a copy of it for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.written import Steps, every_kind, example_year, steps, write
from vdfbank.store.book import BookFile


@pytest.fixture(scope="session")
def year() -> Steps:
    """The example year: each accepted act as posted, with the books after it."""
    return example_year()


@pytest.fixture(scope="session")
def year_file(year: Steps, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example year as a book, for reading only."""
    path = tmp_path_factory.mktemp("year") / "Ban Dokchampa.vdf"
    with BookFile.create(path) as book:
        write(book, year)
    return path


@pytest.fixture
def copied(year_file: Path, tmp_path: Path) -> Path:
    """The example year, a test's own."""
    return Path(shutil.copy(year_file, tmp_path / year_file.name))


@pytest.fixture
def book(year_file: Path) -> Iterator[BookFile]:
    """The example year, open for reading."""
    with BookFile.open(year_file) as opened:
        yield opened


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[BookFile]:
    """A new book, open for writing."""
    with BookFile.create(tmp_path / "new.vdf") as opened:
        yield opened


@pytest.fixture(scope="session")
def stories() -> list[Steps]:
    """Villages in whose acts every register gets a row."""
    return [steps(village.posted) for village in every_kind()]
