"""What is photographed when asking for help: a machine in order, and one that is not."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from datetime import datetime, tzinfo
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from typing import NoReturn

import pytest

from vdfbank.office import examining
from vdfbank.office.examining import Examined, examine


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def look(name: str, book: Path | None = None) -> Examined:
    return next(one for one in examine(book) if one.name == name)


def broken(*_given: object, **_named: object) -> NoReturn:
    raise OSError(5, "Input/output error")


class Epoch(datetime):
    """The clock of a computer whose battery is empty."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Epoch:
        return cls(1970, 1, 1, 7, 0, tzinfo=tz)


def test_everything_is_looked_at(example_file: Path) -> None:
    looks = examine(example_file)
    assert [one.name for one in looks] == [
        "program",
        "libraries",
        "clock",
        "disk",
        "write test",
        "fonts",
        "printer",
        "book",
    ]
    assert all(one.found for one in looks)
    assert looks[-1].good
    assert "142 acts" in looks[-1].found
    assert [one.name for one in examine()] == [one.name for one in looks[:-1]]


def test_a_clock_without_battery(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examining, "datetime", Epoch)
    clock = look("clock")
    assert not clock.good
    assert clock.found.startswith("1970-01-01")


def test_a_full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(Path.cwd())
    monkeypatch.setattr(shutil, "disk_usage", lambda _where: usage._replace(free=199 * 1024**2))
    disk = look("disk")
    assert not disk.good
    assert disk.found.startswith("199 MB free")


def test_a_disk_that_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", broken)
    monkeypatch.setattr(tempfile, "TemporaryFile", broken)
    for name in ("disk", "write test"):
        one = look(name)
        assert not one.good
        assert "Input/output error" in one.found


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    book = tmp_path / "gone" / "village.vdf"
    for name in ("disk", "write test", "book"):
        assert not look(name, book).good


def test_a_book_that_is_none(tmp_path: Path) -> None:
    path = tmp_path / "village.vdf"
    path.write_text("a letter", "utf-8")
    assert "not a book" in look("book", path).found


def test_a_missing_library(monkeypatch: pytest.MonkeyPatch) -> None:
    def version(name: str) -> str:
        if name == "uharfbuzz":
            raise PackageNotFoundError(name)
        return "1"

    monkeypatch.setattr(examining, "version", version)
    libraries = look("libraries")
    assert not libraries.good
    assert "uharfbuzz is missing" in libraries.found


class _NoFonts:
    def joinpath(self, _name: str) -> _NoFonts:
        return self

    def iterdir(self) -> Iterator[Path]:
        return iter(())


def test_missing_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examining, "files", lambda _package: _NoFonts())
    fonts = look("fonts")
    assert not fonts.good
    assert "install the program again" in fonts.found


@pytest.mark.parametrize(
    ("platform", "lpstat", "said"),
    [("win32", None, "Windows settings"), ("linux", "/usr/bin/lpstat", "found"), ("linux", None, "no printing system")],
)
def test_printers(monkeypatch: pytest.MonkeyPatch, platform: str, lpstat: str | None, said: str) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: lpstat)
    monkeypatch.setattr(examining.sys, "platform", platform)  # type: ignore[attr-defined]
    printer = look("printer")
    monkeypatch.undo()
    assert said in printer.found
