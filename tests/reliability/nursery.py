"""
Programs born quickly: vdfbank is imported once, and each command runs in a child of its own.

A program takes a second to start, its child a hundredth: so a test can kill many. Standard input takes JSON lines:
``["start", words, in, out]`` answers the child's number, which reads from the named pipe `in` and writes to `out`;
``["wait", number]`` answers how it ended (minus the signal, where one did it).
"""

from __future__ import annotations

import json
import os
import sys

from vdfbank.console.main import run_command

# What `replay` loads when it is called is there before the first child.
from vdfbank.console.performing import perform_and_answer

assert callable(perform_and_answer)


def _child(words: list[str], source: str, answers: str) -> None:
    os.dup2(os.open(source, os.O_RDONLY), 0)
    os.dup2(os.open(answers, os.O_WRONLY), 1)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - a new reader of the new pipe
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    os._exit(run_command(words))


def _answer(request: list[str]) -> int:
    if request[0] == "wait":
        return os.waitstatus_to_exitcode(os.waitpid(int(request[1]), 0)[1])
    number = os.fork()
    if number == 0:
        _child(list(request[1]), request[2], request[3])
    return number


if __name__ == "__main__":
    for line in sys.stdin:
        print(_answer(json.loads(line)), flush=True)  # noqa: T201 - the answer
