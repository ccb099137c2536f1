"""Programs killed at work, and programs that write at the same time: nothing answered is lost, nothing is doubled."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import IO

from tests.store.written import replayed
from vdfbank.store import backup
from vdfbank.store.book import BookFile
from vdfbank.store.verify import differences

ROOT = Path(__file__).parents[2]
KILLS = 30
MANY = 40

#: Goes on with a book where it stands: catches up with what others wrote, posts one saving, answers, again.
POSTING = [sys.executable, "-m", "tests.store.posting"]


def _waiting(path: Path, name: str) -> subprocess.Popen[str]:
    command = [*POSTING, str(path), name, str(MANY)]
    return subprocess.Popen(command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def _until_gone(answers: IO[str]) -> list[str]:
    return [line.strip() for line in iter(answers.readline, "gone\n")]


def _keys(path: Path) -> list[str]:
    with BookFile.open(path) as book:
        return [act.key for act in book.acts() if act.key is not None]


def test_nothing_answered_is_lost_when_the_program_is_killed(copied: Path) -> None:
    """The answers come through a pipe; after each kill the file opens, is whole, and holds every act answered."""
    chance, answered = random.Random(5), []
    with subprocess.Popen(POSTING, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as nursery:
        assert nursery.stdin is not None
        assert nursery.stdout is not None
        for kill in range(KILLS):
            print(f"k{kill} {copied}", file=nursery.stdin, flush=True)
            child = int(nursery.stdout.readline())
            answered.append(nursery.stdout.readline().strip())
            time.sleep(chance.uniform(0, 0.05))
            os.kill(child, signal.SIGKILL)
            answered += _until_gone(nursery.stdout)
            assert backup.verify(copied).number > 142
        nursery.stdin.close()
    keys = _keys(copied)
    assert len(keys) == len(set(keys))
    # A kill between commit and answer leaves one act that nobody was told of: the caller asks by its key.
    assert set(answered) <= set(keys)
    assert len(set(keys) - set(answered)) <= KILLS
    with BookFile.open(copied) as book:
        texts = [act.text for act in book.acts()]
        assert list(differences(book, replayed(texts))) == []


def test_two_programs_writing_at_once_lose_nothing(copied: Path) -> None:
    with ExitStack() as stack:
        programs = [stack.enter_context(_waiting(copied, name)) for name in ("one", "two")]
        for program in programs:
            assert program.stdout is not None
            assert program.stdout.readline() == "ready\n"
        for program in programs:
            print("go", file=program.stdin, flush=True)
        answers = [program.communicate(timeout=120)[0].split() for program in programs]
    assert [program.returncode for program in programs] == [0, 0]
    assert [len(answer) for answer in answers] == [MANY, MANY]
    keys = _keys(copied)
    assert sorted(keys) == sorted(answers[0] + answers[1])
    assert keys not in (answers[0] + answers[1], answers[1] + answers[0]), "they never met"
    with BookFile.open(copied) as book:
        assert list(differences(book, replayed([act.text for act in book.acts()]))) == []


def test_a_reader_sees_what_a_writer_committed_and_nothing_else(copied: Path) -> None:
    with BookFile.open(copied) as reader, BookFile.open(copied, writing=True) as writer:
        writer.save_draft("day", "one")
        assert reader.draft("day") == "one"
        with writer.transaction():
            writer.save_draft("day", "two")
            assert reader.draft("day") == "one"
        assert reader.draft("day") == "two"
