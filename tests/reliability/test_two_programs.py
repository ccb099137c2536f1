"""Two programs post to one book at the same time: everything is there, once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.reliability import story
from tests.reliability.programs import Nursery, nursery
from tests.village import MEMBERS
from vdfbank.console.main import run_command
from vdfbank.office.checking import check_book
from vdfbank.office.keeping import held
from vdfbank.store.book import BookFile
from vdfbank.store.lock import lock

MANY = 40


@pytest.fixture
def born(tmp_path: Path) -> Iterator[Nursery]:
    with nursery(tmp_path) as programs:
        yield programs


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return story.village(tmp_path / "village.vdf")


def _savings(name: str) -> list[str]:
    """Savings of one day, so that any order of them is allowed."""
    return [
        json.dumps({"act": "save", "on": "2025-01-02", "member": MEMBERS[number % 13], "amount": 10_000, "key": key})
        for number, key in enumerate(f"{name}-{number}" for number in range(MANY))
    ]


def _keys(book: Path) -> list[str | None]:
    with BookFile.open(book) as file:
        return [act.key for act in file.acts(after=story.FOUNDED)]


def test_what_two_post_at_once_is_all_there(born: Nursery, book: Path) -> None:
    programs = [born.replay(book), born.replay(book)]
    for program, name in zip(programs, ("one", "two"), strict=True):
        for line in _savings(name):
            program.send(line)
    assert [program.end() for program in programs] == [0, 0]
    numbers = [answer["number"] for program in programs for answer in program.answers]
    assert sorted(numbers) == list(range(story.FOUNDED + 1, story.FOUNDED + 2 * MANY + 1))
    assert sorted(map(str, _keys(book))) == sorted(
        f"{name}-{number}" for name in ("one", "two") for number in range(MANY)
    )
    assert check_book(book).findings == ()


def test_one_key_sent_by_two_is_one_act(born: Nursery, book: Path) -> None:
    programs = [born.replay(book), born.replay(book)]
    for line in _savings("same"):
        for program in programs:
            program.send(line)
    assert [program.end() for program in programs] == [0, 0]
    for first, second in zip(*(program.answers for program in programs), strict=True):
        assert first["number"] == second["number"]
        assert first.get("repeated", False) != second.get("repeated", False)
    assert _keys(book) == [f"same-{number}" for number in range(MANY)]
    assert check_book(book).findings == ()


def test_the_last_money_is_paid_once(born: Nursery, book: Path) -> None:
    """Two treasurers hand out one member's savings: the second reads what the first left."""
    paid = json.dumps({"act": "withdraw", "on": "2025-01-02", "member": "M07", "amount": 150_000})
    programs = [born.replay(book), born.replay(book)]
    for program in programs:
        program.send(paid)
    assert sorted(program.end() for program in programs) == [0, 1]
    (refused,) = [answer for program in programs for answer in program.answers if not answer["accepted"]]
    assert [problem["code"] for problem in refused["problems"]] == ["more_than_balance"]


def test_who_waits_for_a_writer_is_told_who_it_is(
    book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The window holds the book all day long; a verb waits, then ends with 3, and nothing is posted."""
    monkeypatch.setenv("VDFBANK_DATA", str(tmp_path / "data"))
    file = tmp_path / "acts.jsonl"
    file.write_text(_savings("file")[0], "utf-8")
    with held(book, "Savings day page"):
        monkeypatch.setattr("vdfbank.office.keeping.lock", partial(lock, wait=0.1))
        assert run_command(["replay", str(book), str(file)]) == 3
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.startswith("village.vdf is open elsewhere (Savings day page, ")
        # Reading needs no lock.
        assert run_command(["acts", str(book)]) == 0
    assert _keys(book) == []
    assert run_command(["replay", str(book), str(file)]) == 0
