"""Acts from text: a whole file or nothing of it, line by line as they come, and everything that is no act."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.office.life import written
from tests.village import saved
from vdfbank.acts.malformed import MalformedError
from vdfbank.office import replaying
from vdfbank.office.exporting import act_lines
from vdfbank.office.replaying import LONGEST_LINE_BYTES, UnreadableFileError, read_acts, replay_file, stream
from vdfbank.rules.effects import Refused
from vdfbank.store import marks
from vdfbank.store.book import BookFile
from vdfbank.store.errors import NotABookError

GOOD = b'{"act":"train","on":"2024-12-01","module":"skills","title":"t","trainer":"t","minutes":60,"attended":[]}\n'
FOUND = json.dumps(
    {
        "act": "found",
        "on": "2024-12-01",
        "village": "Ban Nam",
        "district": "Muang Nam",
        "province": "Khoueng Nam",
        "village_code": "01-01-001",
        "currency": "LAK",
        "fiscal_year": "01-01",
        "savings_day": 5,
        "interested": 16,
    }
).encode()


@pytest.mark.parametrize(
    ("content", "line", "field"),
    [
        (b"", None, "file"),
        (b"\n  \n\r\n", None, "file"),
        (GOOD + b"\n\x00\x01\x02\xff\xfe\n", 3, "line"),
        (GOOD + b"\xff\xfe{\x00}\x00", 2, "line"),
        ("ທຸກຄົນ".encode("cp874", "replace") + b"\xa1", 1, "line"),
        (b"\xef\xbb\xbf" + GOOD, 1, "line"),
        (GOOD + b"[1,2]\n", 2, "line"),
        (GOOD + b'"act"\n', 2, "line"),
        (GOOD + b"7\n", 2, "line"),
        (GOOD + b"null\n", 2, "line"),
        (GOOD + b'{"act":"save","on":"2024-12-01","member":"M01","amo', 2, "line"),
        (GOOD + b'{"act":"steal","on":"2024-12-01"}\n', 2, "act"),
        (b'{"on":"2024-12-01"}\n', 1, "act"),
        (b'{"act":"join","on":"2024-12-01"}\n', 1, "member"),
        (b'{"act":"join","on":"2024-13-01","member":"M01"}\n', 1, "on"),
        (b'{"act":"join","on":"2024-12-01","member":"M01","colour":1}\n', 1, "colour"),
        (b'{"act":"save","on":"2024-12-01","member":"M01","amount":1e4}\n', 1, "amount"),
        (b'{"act":"save","on":"2024-12-01","member":"M01","amount":-1}\n', 1, "amount"),
        (b"[" * 900_000 + b"\n", 1, "line"),
    ],
)
def test_what_is_no_act_is_named_and_nothing_is_performed(
    tmp_path: Path, content: bytes, line: int | None, field: str
) -> None:
    acts, book = tmp_path / "acts.jsonl", tmp_path / "village.vdf"
    acts.write_bytes(content)
    with pytest.raises(MalformedError) as wrong:
        list(replay_file(book, acts))
    assert (wrong.value.line, wrong.value.field, wrong.value.exit_status) == (line, field, 2)
    assert [path.name for path in tmp_path.iterdir()] == ["acts.jsonl"]


def test_an_endless_line_is_not_read_to_its_end(tmp_path: Path) -> None:
    """100 MB without a newline: four bytes a character of the longest line are looked at, no more."""
    acts = tmp_path / "acts.jsonl"
    with acts.open("wb") as file:
        file.truncate(100_000_000)
    began = time.monotonic()
    with pytest.raises(MalformedError, match="4000001 bytes"):
        read_acts(acts)
    assert LONGEST_LINE_BYTES == 4_000_000
    assert time.monotonic() - began < 5


def test_blank_lines_count_but_are_no_acts(tmp_path: Path) -> None:
    acts = tmp_path / "acts.jsonl"
    acts.write_bytes(b"\n" + FOUND + b"\r\n\n" + GOOD)
    answers = list(replay_file(tmp_path / "village.vdf", acts))
    assert [(answer.line, answer.act.kind, answer.accepted) for answer in answers] == [
        (2, "found", True),
        (4, "train", True),
    ]


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.jsonl", tmp_path):
        with pytest.raises(UnreadableFileError) as wrong:
            list(replay_file(tmp_path / "village.vdf", path))
        assert wrong.value.exit_status == 3
    assert list(tmp_path.iterdir()) == []


def test_a_book_that_is_none_is_left_as_it_is(tmp_path: Path) -> None:
    acts, book = tmp_path / "acts.jsonl", tmp_path / "village.vdf"
    acts.write_bytes(FOUND)
    book.write_text("a letter", "utf-8")
    with pytest.raises(NotABookError):
        list(replay_file(book, acts))
    with pytest.raises(NotABookError):
        list(stream(book, [FOUND]))
    assert book.read_text("utf-8") == "a letter"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["acts.jsonl", "village.vdf"]


TWO_REFUSED = [
    b'{"act":"save","on":"2025-01-02","member":"M01","amount":1}',
    b'{"act":"save","on":"2025-01-02","member":"M02","amount":20000}',
    b'{"act":"save","on":"2025-01-03","member":"M99","amount":20000}',
]


@pytest.mark.parametrize(("stop", "answered"), [(False, [False, True, False]), (True, [False])])
def test_after_a_refusal_the_rest_is_tried_unless_told_to_stop(
    tmp_path: Path, data_folder: Path, *, stop: bool, answered: list[bool]
) -> None:
    book, acts = written(tmp_path / "village.vdf", saved()), tmp_path / "acts.jsonl"
    acts.write_bytes(b"\n".join(TWO_REFUSED))
    answers = list(replay_file(book, acts, stop=stop))
    assert [answer.accepted for answer in answers] == answered
    with BookFile.open(book) as file:
        mark = marks.read(marks.in_folder(data_folder, file.book_id))
        assert mark is not None
        assert (mark.number, mark.seal) == file.head()[:2]


def test_today_is_the_date_of_the_last_line(tmp_path: Path) -> None:
    """A line dated after it lies in the future."""
    book, acts = written(tmp_path / "village.vdf", saved()), tmp_path / "acts.jsonl"
    late = b'{"act":"save","on":"2025-01-09","member":"M01","amount":20000}'
    acts.write_bytes(b"\n".join([late, TWO_REFUSED[1]]))
    first, second = replay_file(book, acts)
    assert isinstance(first.answer, Refused)
    assert [problem.code for problem in first.answer.problems] == ["date_in_future"]
    assert second.accepted


def _at(text: str) -> Callable[[], datetime]:
    return lambda: datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_acts_one_by_one_are_durable_before_they_are_answered(tmp_path: Path) -> None:
    book = written(tmp_path / "village.vdf", saved())
    answers = stream(book, [TWO_REFUSED[1], b"\n", b"rubbish"], _at("2025-01-05T10:00"))
    first = next(answers)
    assert (first.line, first.accepted) == (1, True)
    assert [json.loads(line)["act"] for line in act_lines(book)][-1] == "save"
    with pytest.raises(MalformedError) as wrong:
        next(answers)
    assert wrong.value.line == 3
    assert json.loads(list(act_lines(book))[-1])["amount"] == 20_000


def test_one_by_one_today_is_the_computer_s_date(tmp_path: Path) -> None:
    book = written(tmp_path / "village.vdf", saved())
    (answer,) = stream(book, [TWO_REFUSED[1]], _at("2025-01-01T10:00"))
    assert isinstance(answer.answer, Refused)
    assert [problem.code for problem in answer.answer.problems] == ["date_in_future"]


@pytest.mark.parametrize("lines", [[], [b"\n", b"  "]])
def test_nothing_to_perform_makes_no_book(tmp_path: Path, lines: list[bytes]) -> None:
    assert list(stream(tmp_path / "village.vdf", lines)) == []
    assert list(tmp_path.iterdir()) == []


def test_a_first_line_that_is_no_act_makes_no_book(tmp_path: Path) -> None:
    with pytest.raises(MalformedError):
        list(stream(tmp_path / "village.vdf", [b"\xff"]))
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_failure_of_the_disk_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    acts = tmp_path / "acts.jsonl"
    acts.write_bytes(FOUND)

    def broken(_file: object) -> None:
        raise OSError

    monkeypatch.setattr(replaying, "_bounded", broken)
    with pytest.raises(UnreadableFileError, match="unknown reason"):
        read_acts(acts)
