"""A village's window, its settings apart from those of this computer."""

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from tests.desktop.workplace import SAVINGS_DAY, Keyboard, book_before
from vdfbank.desktop.desk import Desk
from vdfbank.desktop.worker import Worker


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VDFBANK_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """The example village on the morning of its November savings day."""
    return book_before(SAVINGS_DAY, tmp_path)


@pytest.fixture
def keyboard(qapp: QApplication) -> Iterator[Keyboard]:
    assert qapp is QApplication.instance()
    seat = Keyboard()
    yield seat
    seat.close()


@pytest.fixture(autouse=True)
def measured(monkeypatch: pytest.MonkeyPatch) -> None:
    """Coverage follows Python's own threads by itself; the book's thread is Qt's, and is told to be followed."""
    ask = Worker.ask

    def followed(self: Worker, operation: Callable[[Desk], Any], *answers: Callable[[Any], None]) -> None:
        def task(desk: Desk) -> Any:  # noqa: ANN401 - whatever the operation answers
            sys.settrace(threading.gettrace())
            return operation(desk)

        ask(self, task, *answers)

    monkeypatch.setattr(Worker, "ask", followed)
