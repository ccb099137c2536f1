"""Perform acts for the verb replay, and answer each line as it is done."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import NoReturn

from vdfbank.console.output import emit, emit_json, problem_json
from vdfbank.office import replaying
from vdfbank.office.replaying import LineAnswer
from vdfbank.rules.effects import Refused

STANDARD_INPUT = "-"


def perform_and_answer(book: Path, file: str, *, json: bool, stop: bool) -> int:
    """Perform a file of acts, or standard input; how many were refused."""
    refused = 0
    answers = _stream(book, stop=stop) if file == STANDARD_INPUT else replaying.replay_file(book, Path(file), stop=stop)
    for answer in answers:
        refused += not answer.accepted
        if json:
            emit_json(_answer_json(answer))
        else:
            _answer_in_words(answer)
        sys.stdout.flush()
    return refused


def _stream(book: Path, *, stop: bool) -> Iterator[LineAnswer]:
    """Acts from standard input, today by the computer's date; a signal to end is heeded between two acts."""
    with _ending_between_acts() as waiting:
        for answer in replaying.stream(book, waiting.lines()):
            yield answer
            if stop and not answer.accepted:
                return


class _Ended(Exception):  # noqa: N818 - nothing is wrong
    """Somebody told the program to end while it waited for a line."""


class _Waiting:
    """Lines of standard input; a signal that comes while an act is performed waits for its answer."""

    def __init__(self) -> None:
        self._signal = 0
        self._reading = False

    def end(self, number: int, _frame: FrameType | None) -> None:
        self._signal = number
        if self._reading:
            self._leave()

    def lines(self) -> Iterator[bytes]:
        while line := self._line():
            yield line

    def _line(self) -> bytes:
        """The next line; nothing at the end of input, or when told to end."""
        try:
            self._reading = True
            if self._signal:
                self._leave()
            return sys.stdin.buffer.readline(replaying.LONGEST_LINE_BYTES + 1)
        except _Ended:
            return b""
        finally:
            self._reading = False

    def _leave(self) -> NoReturn:
        self._reading = False
        raise KeyboardInterrupt if self._signal == signal.SIGINT else _Ended


@contextmanager
def _ending_between_acts() -> Iterator[_Waiting]:
    waiting = _Waiting()
    before = {number: signal.signal(number, waiting.end) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield waiting
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _answer_json(answer: LineAnswer) -> dict[str, object]:
    text: dict[str, object] = {"line": answer.line, "act": answer.act.kind, "accepted": answer.accepted}
    if isinstance(answer.answer, Refused):
        text["problems"] = [problem_json(problem) for problem in answer.answer.problems]
        return text
    text["number"] = answer.answer.number
    if answer.answer.repeated:
        text["repeated"] = True
    if answer.answer.checklist is not None:
        text["checklist"] = [
            {"code": line.code, "passed": line.passed, "found": line.found, "needed": line.needed}
            for line in answer.answer.checklist
        ]
    return text


def _answer_in_words(answer: LineAnswer) -> None:
    if isinstance(answer.answer, Refused):
        from vdfbank.wording.language import ENGLISH
        from vdfbank.wording.problems import sentence

        emit(f"line {answer.line}: {answer.act.kind} of {answer.act.on} refused")
        for problem in answer.answer.problems:
            emit(f"  {sentence(problem, ENGLISH)}")
        return
    again = ", answered before" if answer.answer.repeated else ""
    emit(f"line {answer.line}: {answer.act.kind} of {answer.act.on} is act {answer.answer.number}{again}")
