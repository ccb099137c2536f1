"""Programs to feed, to listen to and to kill."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from select import select
from typing import IO, Any

ROOT = Path(__file__).parents[2]


class Program:
    """A `vdfbank` with a pipe to either end; `answers` are all it gave so far."""

    def __init__(self, nursery: Nursery, number: int, source: IO[bytes], answers: IO[bytes]) -> None:
        self._nursery, self._number, self._source, self._answers = nursery, number, source, answers
        self.answers: list[dict[str, Any]] = []

    def send(self, line: str) -> None:
        self._source.write(f"{line}\n".encode())
        self._source.flush()

    def ask(self, line: str) -> dict[str, Any]:
        """Send a line and wait for its answer."""
        self.send(line)
        return self.hear()

    def hear(self) -> dict[str, Any]:
        """Wait for an answer."""
        self.answers.append(json.loads(self._answers.readline()))
        return self.answers[-1]

    def has_answered(self) -> bool:
        """Is there an answer nobody has read?"""
        return bool(select([self._answers], [], [], 0)[0])

    def kill(self) -> bool:
        """Whether it was still alive."""
        os.kill(self._number, signal.SIGKILL)
        status = self.end()
        assert status in (0, -signal.SIGKILL)
        return status != 0

    def tell(self, number: signal.Signals) -> None:
        os.kill(self._number, number)

    def end(self) -> int:
        """No more lines: the exit status, after the last whole answer was read."""
        with suppress(BrokenPipeError):  # It died with a line in the pipe.
            self._source.close()
        self.answers += [json.loads(line) for line in self._answers if line.endswith(b"\n")]
        self._answers.close()
        return self._nursery.ask("wait", self._number)


class Nursery:
    """Where programs are born (`nursery.py`)."""

    def __init__(self, process: subprocess.Popen[str], folder: Path) -> None:
        self._process, self._folder = process, folder
        self._pipes = count()

    def ask(self, *request: object) -> int:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(json.dumps(request), file=self._process.stdin, flush=True)
        return int(self._process.stdout.readline())

    def start(self, *words: object) -> Program:
        place = self._folder / str(next(self._pipes))
        source, answers = place.with_suffix(".in"), place.with_suffix(".out")
        for pipe in (source, answers):
            os.mkfifo(pipe)
        number = self.ask("start", [str(word) for word in words], str(source), str(answers))
        program = Program(self, number, source.open("wb"), answers.open("rb"))
        for pipe in (source, answers):
            pipe.unlink()
        return program

    def replay(self, book: Path) -> Program:
        return self.start("replay", book, "-", "--json")


@contextmanager
def nursery(folder: Path) -> Iterator[Nursery]:
    command: Sequence[str] = (sys.executable, "-m", "tests.reliability.nursery")
    environment = {**os.environ, "VDFBANK_DATA": str(folder / "data")}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        yield Nursery(process, folder)
