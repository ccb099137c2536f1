"""The world around a command: full disks, folders nobody may write to, pipes that close, keys that interrupt."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.console.conftest import Run
from tests.kept import EXAMPLE
from tests.reliability import story

ACTS = EXAMPLE / "acts.jsonl"
VDFBANK = (sys.executable, "-m", "vdfbank")


def _sentence(err: str) -> str:
    assert "Traceback" not in err
    assert err.count("\n") == 1
    return err


def _in_little_room(words: Sequence[object], room: int) -> subprocess.CompletedProcess[str]:
    """
    Run a command that may write no file longer than `room` bytes: to it the disk is full.

    It is not measured: the tracer's own file would not fit either, and it says so on standard error.
    """

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    command = [*VDFBANK, *map(str, words)]
    env = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=env, preexec_fn=limit)


def test_a_full_disk_in_the_middle_of_a_file(run: Run, tmp_path: Path) -> None:
    book = story.village(tmp_path / "village.vdf")
    file = tmp_path / "acts.jsonl"
    file.write_text("".join(f"{line}\n" for line in story.acts()), "utf-8")
    done = _in_little_room(("replay", book, file, "--json"), book.stat().st_size + 20_000)
    assert done.returncode == 5
    _sentence(done.stderr)
    answered = [json.loads(line)["number"] for line in done.stdout.splitlines()]
    assert answered == list(range(story.FOUNDED + 1, story.FOUNDED + 1 + len(answered)))
    assert answered, "the disk was full before the first act"
    assert len(run("acts", book)[1].splitlines()) in (answered[-1], answered[-1] + 1)
    assert run("check", book)[0] == 0
    # There is room again: the same file once more, each act there once.
    assert run("replay", book, file)[0] == 0
    assert len(run("acts", book)[1].splitlines()) == story.FOUNDED + len(story.acts())


def test_a_full_disk_leaves_no_half_paper(tmp_path: Path, book: Path) -> None:
    paper = tmp_path / "out" / "audit.pdf"
    paper.parent.mkdir()
    paper.write_bytes(b"last month's")
    done = _in_little_room(("audit", book, "--month", "2025-11", "--pdf", paper), 10_000)
    assert done.returncode == 5
    assert "Check disk and stick" in _sentence(done.stderr)
    assert paper.read_bytes() == b"last month's"
    assert [file.name for file in paper.parent.iterdir()] == ["audit.pdf"]


def _without_privilege(words: Sequence[object]) -> subprocess.CompletedProcess[str]:
    """Run a command as one who may not write where the mode forbids it; root may, unless it gives that up."""
    drop = ("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search")
    command = [*(drop if os.geteuid() == 0 else ()), *VDFBANK, *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_folder_nobody_may_write_to(copied: Path) -> None:
    """Everything can be read there; nothing is posted, and the sentence says why."""
    before = copied.read_bytes()
    copied.chmod(0o444)
    copied.parent.chmod(0o555)
    try:
        assert _without_privilege(("report", copied, "trial-balance", "--as-of", "2025-11-30")).returncode == 0
        assert _without_privilege(("check", copied)).returncode == 0
        posted = _without_privilege(("replay", copied, ACTS))
        assert (posted.returncode, posted.stdout) == (3, "")
        _sentence(posted.stderr)
        made = _without_privilege(("replay", copied.parent / "new.vdf", ACTS))
        assert (made.returncode, made.stdout) == (3, "")
        _sentence(made.stderr)
        printed = _without_privilege(("audit", copied, "--month", "2025-11", "--pdf", copied.parent / "a.pdf"))
        assert printed.returncode == 5
        _sentence(printed.stderr)
        assert [file.name for file in copied.parent.iterdir()] == ["village.vdf"]
        assert copied.read_bytes() == before
    finally:
        copied.parent.chmod(0o755)


def _replaying(book: Path, *words: str) -> subprocess.Popen[bytes]:
    command = [*VDFBANK, "replay", str(book), "-", "--json", *words]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def _ask(program: subprocess.Popen[bytes], line: str) -> bytes:
    assert program.stdin is not None
    assert program.stdout is not None
    program.stdin.write(f"{line}\n".encode())
    program.stdin.flush()
    return program.stdout.readline()


def test_ctrl_c_ends_between_two_acts(run: Run, tmp_path: Path) -> None:
    book = story.village(tmp_path / "village.vdf")
    with _replaying(book) as program:
        _ask(program, story.acts()[0])
        program.send_signal(signal.SIGINT)
        _, err = program.communicate(timeout=60)
    assert program.returncode == 130
    assert _sentence(err.decode()).startswith("Stopped.")
    assert len(run("acts", book)[1].splitlines()) == story.FOUNDED + 1


def test_nobody_listens_any_more(run: Run, tmp_path: Path) -> None:
    """A closed pipe ends it between two acts: the act whose answer nobody heard is there, the next is not begun."""
    book = story.village(tmp_path / "village.vdf")
    lines = story.acts()
    with _replaying(book) as program:
        _ask(program, lines[0])
        assert program.stdin is not None
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.close()
        program.stdin.write(f"{lines[1]}\n{lines[2]}\n".encode())
        program.stdin.close()
        err = program.stderr.read()
        assert program.wait(60) == 0
    assert err == b""
    assert len(run("acts", book)[1].splitlines()) == story.FOUNDED + 2
    assert run("check", book)[0] == 0


def test_stop_ends_a_stream_at_the_first_refusal(run: Run, tmp_path: Path) -> None:
    book = story.village(tmp_path / "village.vdf")
    lines = story.acts()
    with _replaying(book, "--stop") as program:
        out, _ = program.communicate(
            f"{lines[0]}\n{lines[0].replace('k-0', 'other').replace('save', 'fly')}\n".encode()
        )
    assert program.returncode == 2
    assert out.count(b"\n") == 1
    refused = json.dumps({"act": "save", "on": "2025-01-02", "member": "M99", "amount": 10_000})
    with _replaying(book, "--stop") as program:
        out, _ = program.communicate(f"{refused}\n{lines[1]}\n".encode())
    assert program.returncode == 1
    assert [json.loads(line)["accepted"] for line in out.splitlines()] == [False]
    assert len(run("acts", book)[1].splitlines()) == story.FOUNDED + 1


def test_tomorrow_by_the_computers_clock_is_refused(tmp_path: Path) -> None:
    """A stream is typed today; a file brings its own today with it."""
    book = story.village(tmp_path / "village.vdf")
    future = json.dumps({"act": "save", "on": "2999-12-31", "member": "M01", "amount": 10_000})
    with _replaying(book) as program:
        out, _ = program.communicate(f"{future}\n".encode())
    assert program.returncode == 1
    assert [problem["code"] for problem in json.loads(out)["problems"]] == ["date_in_future"]
    file = tmp_path / "acts.jsonl"
    file.write_text(future, "utf-8")
    assert subprocess.run([*VDFBANK, "replay", book, file], capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("content", [b"nonsense\n", b"\xff\xfe\n", b""], ids=["no act", "no text", "nothing"])
def test_a_stream_without_an_act_makes_no_book(tmp_path: Path, content: bytes) -> None:
    with _replaying(tmp_path / "new.vdf") as program:
        out, _ = program.communicate(content)
    assert (program.returncode, out) == (2 if content else 0, b"")
    assert not list(tmp_path.glob("new.vdf*"))


def test_a_console_that_speaks_no_lao_gets_the_same_bytes(book: Path) -> None:
    command = [*VDFBANK, "report", str(book), "savings", "--as-of", "2025-11-30", "--lang", "lo"]
    said = [
        subprocess.run(command, capture_output=True, check=True, env={**os.environ, **locale}).stdout
        for locale in ({"LC_ALL": "C.UTF-8"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "ascii"})
    ]
    assert len(set(said)) == 1
    assert "ສະມາຊິກ" in said[0].decode()
