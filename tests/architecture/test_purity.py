"""Nothing left of office reads a clock: dates and times arrive as arguments."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.conftest import ROOT

LEFT_OF_OFFICE = (
    *("bank", "loans", "acts", "rules", "journal", "ledger", "training", "closing", "audit", "export", "district"),
    *("content", "wording", "paper", "sheets", "store"),
)
CLOCKS = frozenset({"today", "now", "utcnow", "time_ns", "localtime", "gmtime"})


def clock_readings(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Attribute(attr=name)) if name in CLOCKS:
                yield f"line {node.lineno}: {name}()"
            case ast.Call(func=ast.Attribute(value=ast.Name(id="time"), attr="time")):
                yield f"line {node.lineno}: time()"
            case ast.ImportFrom(module="time"):
                yield f"line {node.lineno}: from time"


def modules() -> list[Path]:
    return sorted(path for package in LEFT_OF_OFFICE for path in (ROOT / "vdfbank" / package).rglob("*.py"))


@pytest.mark.parametrize("module", modules(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_clock_is_read(module: Path) -> None:
    assert list(clock_readings(module.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "source",
    ["date.today()", "datetime.datetime.now(tz=UTC)", "time.time()", "from time import time"],
)
def test_a_clock_would_be_seen(source: str) -> None:
    assert len(list(clock_readings(source))) == 1
