"""The book's thread: in order, one answer each, and what goes wrong stays on it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from vdfbank.desktop.desk import Desk
from vdfbank.desktop.worker import Worker, _Hands, _Job, _Report
from vdfbank.office.changed import Changed, Outcome
from vdfbank.store.errors import DiskFullError


@pytest.fixture
def worker(qapp: QApplication) -> Iterator[Worker]:
    assert qapp is QApplication.instance()
    made = Worker(Desk(lambda: datetime(2025, 11, 5, 9, tzinfo=UTC)))
    yield made
    made.stop()
    made.stop()


def until_idle(worker: Worker) -> None:
    while not worker.is_idle:
        QTest.qWait(2)


def fail(error: Exception) -> None:
    raise AssertionError(error)


def test_answers_come_in_order_and_on_the_window_s_thread(worker: Worker) -> None:
    heard: list[object] = []
    busy: list[bool] = []
    worker.busy.connect(busy.append)
    worker.changed.connect(heard.append)
    window = QThread.currentThread()

    def task(number: int) -> None:
        def operation(_desk: Desk) -> Outcome[int]:
            assert QThread.currentThread() is not window
            return Outcome(number, Changed.MONEY if number == 1 else Changed.NOTHING)

        worker.ask(operation, heard.append, fail)

    for number in range(3):
        task(number)
    until_idle(worker)
    assert heard == [0, Changed.MONEY, 1, 2]
    assert busy == [True, False]


@pytest.mark.parametrize("error", [DiskFullError(Path("book.vdf")), OSError("pulled"), ZeroDivisionError()])
def test_what_goes_wrong_is_told_and_the_next_is_done(worker: Worker, error: Exception) -> None:
    told: list[Exception] = []
    heard: list[int] = []

    def broken(_desk: Desk) -> Outcome[int]:
        raise error

    worker.ask(broken, lambda _value: None, told.append)
    worker.ask(lambda _desk: Outcome(7), heard.append, fail)
    until_idle(worker)
    assert told == [error]
    assert heard == [7]


def test_hands_report_every_ending() -> None:
    hands = _Hands(Desk(lambda: datetime(2025, 11, 5, 9, tzinfo=UTC)))
    reports: list[_Report] = []
    hands.done.connect(reports.append)

    def disk_full(_desk: Desk) -> Outcome[int]:
        raise OSError("no room")

    def bug(_desk: Desk) -> Outcome[int]:
        raise ZeroDivisionError

    for operation in (lambda _desk: Outcome(1), disk_full, bug):
        hands.perform(_Job(operation, print, fail))
    assert [type(report.error) for report in reports] == [type(None), OSError, ZeroDivisionError]
