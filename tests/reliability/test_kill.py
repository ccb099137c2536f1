"""
Killed with SIGKILL at any moment: no acknowledged act is lost, none is there twice, and the book is sound.

VDFBANK_KILLS asks for more kills than the suite has time for; VDFBANK_SEED for others.
"""

from __future__ import annotations

import os
import random
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reliability import story
from tests.reliability.programs import Nursery, Program, nursery
from tests.village import founded as founded_village
from vdfbank.office.checking import check_book
from vdfbank.store.book import BookFile

KILLS = int(os.environ.get("VDFBANK_KILLS", "40"))
SEED = int(os.environ.get("VDFBANK_SEED", "1"))
#: A new copy of the village now and then: the check after each kill costs the whole book.
KILLS_A_BOOK = 10
ACTS = story.acts()


@pytest.fixture
def born(tmp_path: Path) -> Iterator[Nursery]:
    with nursery(tmp_path) as programs:
        yield programs


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return story.village(tmp_path_factory.mktemp("founded") / "village.vdf")


class Village:
    """A book whose program is killed again and again; `told` acts of the story are known to be in it."""

    def __init__(self, path: Path, born: Nursery, chance: random.Random) -> None:
        self.path, self._born, self._chance = path, born, chance
        self.told = 0
        #: Acts that were committed and never answered.
        self.unanswered = 0
        self._in_doubt = False
        self._took = 0.05

    def kill(self) -> None:
        """Post a few acts, send one more, and kill at some moment, while it is written, or right after its commit."""
        program = self._born.replay(self.path)
        for _ in range(self._chance.randint(0, 4)):
            begun = time.monotonic()
            self._answered(program.ask(ACTS[self.told]))
            self._took = time.monotonic() - begun
        program.send(ACTS[self.told])
        moment = self._chance.randrange(3)
        if moment:
            self._wait_for_the_journal(program, until_committed=moment == 2)
        else:
            time.sleep(self._chance.uniform(0, 1.5) * self._took)
        known = len(program.answers)
        assert program.kill()
        for answer in program.answers[known:]:
            self._answered(answer)
        self._look()

    def _wait_for_the_journal(self, program: Program, *, until_committed: bool) -> None:
        """Until the act is being written: SQLite's journal has bytes, and none again once the act is committed."""
        journal = Path(f"{self.path}-journal")
        for is_reached in (True, False)[: 1 + until_committed]:
            while (journal.exists() and journal.stat().st_size > 0) != is_reached and not program.has_answered():
                pass

    def finish(self, acts: int) -> None:
        """What the last kill left open is asked again; then the village lives on."""
        program = self._born.replay(self.path)
        while self.told < acts:
            self._answered(program.ask(ACTS[self.told]))
        assert program.end() == 0
        self._look()

    def _answered(self, answer: dict[str, object]) -> None:
        """Asked again by its key, an act that was there already is answered with its number, and not done twice."""
        wanted: dict[str, object] = {"accepted": True, "number": story.FOUNDED + self.told + 1}
        if self._in_doubt:
            wanted["repeated"] = True
        assert {name: value for name, value in answer.items() if name not in ("line", "act")} == wanted
        self.told += 1
        self._in_doubt = False

    def _look(self) -> None:
        """Every act that was answered is there once, in order; at most one is that was not; the check finds nothing."""
        with BookFile.open(self.path) as book:
            keys = [act.key for act in book.acts(after=story.FOUNDED)]
        assert keys == [f"k-{number}" for number in range(len(keys))]
        assert self.told <= len(keys) <= self.told + 1
        self._in_doubt = len(keys) > self.told
        self.unanswered += self._in_doubt
        assert check_book(self.path).findings == ()


def test_no_answered_act_is_lost_and_none_is_doubled(born: Nursery, founded: Path, tmp_path: Path) -> None:
    chance = random.Random(SEED)
    killed = unanswered = 0
    # Kills that all came too early or too late would prove nothing: then there are more of them.
    while killed < KILLS or (not 0 < unanswered < killed and killed < 5 * KILLS):
        village = Village(Path(shutil.copy(founded, tmp_path / f"{killed}.vdf")), born, chance)
        for _ in range(KILLS_A_BOOK):
            village.kill()
        village.finish(village.told + 2)
        killed += KILLS_A_BOOK
        unanswered += village.unanswered
    assert 0 < unanswered < killed


def test_killed_while_the_book_is_made(born: Nursery, tmp_path: Path) -> None:
    """There is no book, or a whole one; the next program begins or goes on."""
    first = founded_village().acts()[0]
    begun = time.monotonic()
    undisturbed = born.replay(tmp_path / "undisturbed.vdf")
    undisturbed.ask(first)
    took = time.monotonic() - begun
    assert undisturbed.end() == 0
    for eighths in range(1, 9):
        path = tmp_path / f"{eighths}.vdf"
        program = born.replay(path)
        program.send(first)
        time.sleep(took * eighths / 8)
        assert program.kill()
        if path.exists():
            assert check_book(path).findings == ()
        again = born.replay(path)
        answer = again.ask(first)
        assert answer["accepted"] or answer["problems"][0]["code"] == "wrong_state"
        assert again.end() == (0 if answer["accepted"] else 1)
        assert check_book(path).acts == 1


def test_a_file_whose_replay_was_killed_is_replayed_again(born: Nursery, founded: Path, tmp_path: Path) -> None:
    """With keys the whole file is given again; the book is then the one nobody disturbed, seal by seal."""
    chance = random.Random(SEED)
    path, undisturbed = (Path(shutil.copy(founded, tmp_path / name)) for name in ("a.vdf", "b.vdf"))
    file = tmp_path / "acts.jsonl"
    file.write_text("".join(f"{line}\n" for line in ACTS), "utf-8")
    killed = 0
    for heard in (0, 10, 20, 30, 40):
        program = born.start("replay", path, file, "--json")
        for _ in range(heard):
            program.hear()
        time.sleep(chance.uniform(0, 0.02))
        killed += program.kill()
        with BookFile.open(path) as book:
            keys = [act.key for act in book.acts(after=story.FOUNDED)]
        assert keys == [f"k-{number}" for number in range(len(keys))]
        assert len(program.answers) <= len(keys)
    assert killed
    for book_path in (path, undisturbed):
        assert born.start("replay", book_path, file, "--json").end() == 0
    assert check_book(path) == check_book(undisturbed)
