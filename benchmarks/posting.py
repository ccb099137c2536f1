"""Post acts one by one, each answered only when it is durable, and time the answers."""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.books import Measured
from benchmarks.measure import VDFBANK, Run, UnexpectedAnswerError, of, wait


@dataclass(frozen=True, slots=True)
class Answers:
    """Seconds from a line written to its answer read: the middle, the best, what 19 of 20 stay below; the process."""

    median: float
    best: float
    nineteen_of_twenty: float
    process: Run


def post_savings(book: Measured, how_many: int = 60) -> Answers:
    """Savings of one member on the day after the book's last act, on a copy of the book."""
    with TemporaryDirectory(prefix="vdfbank-bench-") as scratch:
        copy = Path(scratch) / "copy.vdf"
        shutil.copy(book.path, copy)
        return _post(copy, book.next_day, how_many)


def _post(book: Path, on: str, how_many: int) -> Answers:
    act = json.dumps({"act": "save", "on": on, "member": _first_member(book, on), "amount": 10_000}) + "\n"
    command = (VDFBANK, "replay", str(book), "-", "--json")
    began, seconds = time.perf_counter(), []
    with subprocess.Popen(command, stdin=-1, stdout=-1, stderr=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for _ in range(how_many):
            written = time.perf_counter()
            process.stdin.write(act)
            process.stdin.flush()
            answer = process.stdout.readline()
            seconds.append(time.perf_counter() - written)
            if not answer or not json.loads(answer)["accepted"]:
                process.kill()
                raise UnexpectedAnswerError(command, 1, answer)
        process.stdin.close()
        _, used = wait(process)
    # The first answer waits for the start of the program.
    timed = sorted(seconds[1:])
    return Answers(
        statistics.median(timed), timed[0], timed[len(timed) * 19 // 20], of(time.perf_counter() - began, used)
    )


def _first_member(book: Path, on: str) -> str:
    savings = subprocess.run(
        [VDFBANK, "report", book, "savings", "--as-of", on, "--json"], capture_output=True, encoding="utf-8", check=True
    )
    return str(json.loads(savings.stdout)["lines"][0]["member"])
