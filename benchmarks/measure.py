"""Measure a command as its user feels it: a cold process, wall and processor seconds, peak memory."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

VDFBANK = str(Path(sys.executable).with_name("vdfbank"))


@dataclass(frozen=True, slots=True)
class Run:
    """One process from start to end: wall seconds (and the fewest of several runs), cpu, megabytes."""

    wall: float
    best: float
    cpu: float
    peak_mb: float


class UnexpectedAnswerError(Exception):
    """A measured command did not do what was measured."""

    def __init__(self, command: Sequence[str], status: int, said: str) -> None:
        super().__init__(f"{' '.join(command)} ended with {status}: {said.strip()[-500:]}")


def run(command: Sequence[str], expected: int = 0) -> Run:
    """One cold run; what it prints is thrown away unless it goes wrong."""
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stderr is not None
        said = process.stderr.read()
        status, used = wait(process)
        wall = time.perf_counter() - began
    if status != expected:
        raise UnexpectedAnswerError(command, status, said)
    return of(wall, used)


def wait(process: subprocess.Popen[str]) -> tuple[int, resource.struct_rusage]:
    """The end of a process and what it used."""
    _, ended, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(ended)
    return process.returncode, used


def of(wall: float, used: resource.struct_rusage) -> Run:
    return Run(wall, wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def median(runs: Sequence[Run]) -> Run:
    """The middle of each figure; of memory the largest, and beside the middle of wall seconds the best."""
    return Run(
        statistics.median(run.wall for run in runs),
        min(run.best for run in runs),
        statistics.median(run.cpu for run in runs),
        max(run.peak_mb for run in runs),
    )
