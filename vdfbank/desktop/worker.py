"""One thread owns the book: the window asks, goes on drawing, and is answered."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QThread, Signal, Slot

from vdfbank.bank.problem import VdfError
from vdfbank.desktop.desk import Desk
from vdfbank.office.changed import Changed, Outcome

T = TypeVar("T")
Operation = Callable[[Desk], Outcome[T]]
Failure = Callable[[Exception], None]

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Job:
    operation: Operation[Any]
    then: Callable[[Any], None]
    otherwise: Failure


@dataclass(frozen=True, slots=True)
class _Report:
    job: _Job
    outcome: Outcome[Any] | None
    error: Exception | None


class _Hands(QObject):
    """Lives on the thread and does one job after the other."""

    done = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    @Slot(object)
    def perform(self, job: _Job) -> None:
        try:
            report = _Report(job, job.operation(self._desk), None)
        except (VdfError, OSError) as error:
            report = _Report(job, None, error)
        except Exception as error:  # noqa: BLE001 - a bug of ours: the book stays as it was, the log tells us
            _LOG.critical("operation failed", exc_info=error)
            report = _Report(job, None, error)
        self.done.emit(report)

    @Slot()
    def finish(self) -> None:
        """Close the book on the thread that opened it, then end the thread."""
        self._desk.close()
        QThread.currentThread().quit()


class Worker(QObject):
    """
    Asks are answered in the order they were made.

    `changed` follows each answer that changed something, before the asker hears it.
    """

    changed = Signal(object)
    busy = Signal(bool)
    _asked = Signal(object)
    _finish = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._waiting = 0
        self._thread = QThread()
        self._thread.setObjectName("book")
        self._hands = _Hands(desk)
        self._hands.moveToThread(self._thread)
        self._asked.connect(self._hands.perform)
        self._finish.connect(self._hands.finish)
        self._hands.done.connect(self._answered)
        self._thread.start()

    @property
    def is_idle(self) -> bool:
        return self._waiting == 0

    def ask(self, operation: Operation[T], then: Callable[[T], None], otherwise: Failure) -> None:
        """Have `operation` done on the book's thread; `then` or `otherwise` is called back on this one."""
        self._waiting += 1
        if self._waiting == 1:
            self.busy.emit(True)
        self._asked.emit(_Job(operation, then, otherwise))

    @Slot(object)
    def _answered(self, report: _Report) -> None:
        self._waiting -= 1
        if report.outcome is None:
            assert report.error is not None
            report.job.otherwise(report.error)
        else:
            if report.outcome.changed is not Changed.NOTHING:
                self.changed.emit(report.outcome.changed)
            report.job.then(report.outcome.value)
        if self._waiting == 0:
            self.busy.emit(False)

    def stop(self) -> None:
        """Finish what was asked, close the book, end the thread."""
        if self._thread.isRunning():
            self._finish.emit()
            self._thread.wait()
