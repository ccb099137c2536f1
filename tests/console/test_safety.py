"""The verbs backup and restore."""

from __future__ import annotations

import json
from pathlib import Path

from tests.console.conftest import Run


def test_backup_and_restore_say_what_they_wrote(run: Run, copied: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    status, out, err = run("backup", copied, "--to", stick, "--json")
    answer = json.loads(out)
    assert status == 0
    assert answer["acts"] == 142
    assert answer["seal"] in err
    again = tmp_path / "again.vdf"
    status, out, err = run("restore", answer["file"], "--to", again, "--json")
    assert (status, json.loads(out)["acts"]) == (0, 142)
    assert "What came later is not in it." in err
    assert run("check", again)[0] == 0


def test_without_json_only_the_sentence_is_said(run: Run, copied: Path, tmp_path: Path) -> None:
    status, out, err = run("backup", copied, "--to", tmp_path)
    assert (status, out) == (0, "")
    copy = next(tmp_path.glob("village 2026*.vdf"))
    status, out, err = run("restore", copy, "--to", tmp_path / "again.vdf")
    assert (status, out) == (0, "")
    assert err.startswith("Wrote ")


def test_a_stick_that_is_not_there(run: Run, copied: Path, tmp_path: Path) -> None:
    status, _, err = run("backup", copied, "--to", tmp_path / "nothing")
    assert status == 5
    assert "Put the stick in" in err


def test_nothing_is_written_over(run: Run, copied: Path) -> None:
    status, _, err = run("restore", copied, "--to", copied)
    assert status == 2
    assert "already there" in err
