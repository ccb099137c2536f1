"""The command line: what each verb says, writes and ends with."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from tests.console.conftest import Run
from tests.kept import EXAMPLE, expected
from vdfbank.console.crash import log_folder

ACTS = EXAMPLE / "acts.jsonl"


def test_the_example_year_is_answered_line_by_line(run: Run, tmp_path: Path) -> None:
    status, out, err = run("replay", tmp_path / "b.vdf", ACTS, "--json")
    assert status == 1
    assert err == "b.vdf: 43 refused.\n"
    decisions = json.loads((EXAMPLE / "decisions.json").read_text("utf-8"))
    for answer in map(json.loads, out.splitlines()):
        wanted = decisions[str(answer["line"])]
        assert (answer["act"], answer["accepted"]) == (wanted["act"], wanted["accepted"])
        if answer["accepted"]:
            assert answer["number"] == wanted["number"]
            failing = sorted(line["code"] for line in answer.get("checklist", ()) if not line["passed"])
            assert failing == sorted(wanted.get("checklist_fails", []))
        else:
            assert sorted(problem["code"] for problem in answer["problems"]) == wanted["problems"]


def test_a_refusal_carries_the_numbers(run: Run, tmp_path: Path) -> None:
    _, out, _ = run("replay", tmp_path / "b.vdf", ACTS, "--json")
    answers = [json.loads(line) for line in out.splitlines()]
    assert answers[121]["problems"] == [{"code": "over_savings_multiple", "found": 900_001, "needed": 900_000}]


def test_in_words_a_refusal_says_what_to_do(run: Run, tmp_path: Path) -> None:
    status, out, _ = run("replay", tmp_path / "b.vdf", ACTS, "--stop")
    assert status == 1
    assert out.startswith("line 1: found of 2024-12-02 refused\n")
    assert "15" in out
    again = run("replay", tmp_path / "b.vdf", _file(tmp_path, _lines()[1:2]))
    assert again[:2] == (0, "line 1: found of 2024-12-09 is act 1\n")


def _lines() -> list[str]:
    return ACTS.read_text("utf-8").splitlines()


def _file(folder: Path, lines: list[str]) -> Path:
    path = folder / "some.jsonl"
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return path


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n\n",
        b"\x00\x01\x02\xff",
        b"\xef\xbb\xbf{}",
        b"[]\n",
        b'{"act":"found"',
        "ບ້ານ".encode("utf-16"),
        b'{"act":"save","on":"2025-01-01","member":"M01","amount":1.5}',
        b"9" * 5_000_000,
    ],
    ids=["empty", "blank", "binary", "bom", "list", "cut", "utf-16", "float", "long"],
)
def test_what_is_no_file_of_acts_writes_nothing(run: Run, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "some.jsonl"
    path.write_bytes(content)
    status, out, err = run("replay", tmp_path / "new.vdf", path)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert not list(tmp_path.glob("new.vdf*"))


def test_a_malformed_line_in_the_middle_performs_nothing(run: Run, tmp_path: Path) -> None:
    lines = [*_lines()[:3], '{"act":"join","on":"2025-01-05"}']
    status, _, err = run("replay", tmp_path / "new.vdf", _file(tmp_path, lines))
    assert status == 2
    assert err == "line 4, field 'member': found nothing, needed this field.\n"
    assert not list(tmp_path.glob("new.vdf*"))


def test_files_that_are_not_there_or_no_books(run: Run, tmp_path: Path) -> None:
    assert run("replay", tmp_path / "b.vdf", tmp_path / "none.jsonl")[0] == 3
    assert run("acts", tmp_path / "none.vdf")[0] == 3
    for name, content in {"text.vdf": b"hello", "empty.vdf": b"", "bytes.vdf": os.urandom(5_000)}.items():
        (tmp_path / name).write_bytes(content)
        status, out, err = run("report", tmp_path / name, "savings", "--as-of", "2025-01-01")
        assert (status, out) == (3, ""), name
        assert err.count("\n") == 1
        assert (tmp_path / name).read_bytes() == content
    other = sqlite3.connect(tmp_path / "other.vdf")
    other.execute("CREATE TABLE t (x)")
    other.commit()
    other.close()
    assert run("check", tmp_path / "other.vdf")[0] == 3


def test_acts_are_printed_as_they_were_accepted(run: Run, book: Path) -> None:
    status, out, _ = run("acts", book)
    assert status == 0
    assert len(out.splitlines()) == 142
    assert json.loads(out.splitlines()[0])["interested"] == 18


@pytest.mark.parametrize("form", ["hledger", "beancount", "csv", "jsonl"])
def test_the_journal_for_other_tools(run: Run, book: Path, form: str) -> None:
    status, out, _ = run("journal", book, "--format", form)
    assert status == 0
    assert len(out) > 10_000
    assert run("journal", book, "--json")[1] == run("journal", book, "--format", "jsonl")[1]


def test_hledger_agrees_with_the_trial_balance(run: Run, book: Path, tmp_path: Path) -> None:
    path = tmp_path / "journal.hledger"
    path.write_text(run("journal", book)[1], "utf-8")
    subprocess.run(["hledger", "-f", str(path), "check", "--strict"], check=True, capture_output=True)
    command = ["hledger", "-f", str(path), "bal", "--flat", "-N", "-O", "csv", "not:tag:closing", "-e", "2026-01-01"]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    told = {}
    for line in printed.splitlines()[1:]:
        account, amount = line.strip('"').split('","')
        told[account.split(":")[1][:4]] = int(amount.replace("LAK", "").replace(" ", "").replace(",", "") or 0)
    lines = expected()["trial_balance"]["2025-12-31"]
    assert told == {line["account"]: line["debit"] - line["credit"] for line in lines}


def test_beancount_accepts_the_journal(run: Run, book: Path, tmp_path: Path) -> None:
    path = tmp_path / "journal.beancount"
    path.write_text(run("journal", book, "--format", "beancount")[1], "utf-8")
    done = subprocess.run(
        [Path(sys.executable).with_name("bean-check"), path], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_check_says_what_it_compared(run: Run, book: Path) -> None:
    status, out, _ = run("check", book)
    assert status == 0
    assert out.startswith("All 142 acts and 282 entries follow each other")
    found = json.loads(run("check", book, "--json")[1])
    assert (found["acts"], found["findings"]) == (142, [])


def test_check_knows_a_printed_seal(run: Run, book: Path) -> None:
    short = run("check", book)[1].splitlines()[-1].removeprefix("Last seal: ")
    status, out, _ = run("check", book, "--seal", short)
    assert (status, out.splitlines()[-1]) == (0, f"The seal {short} closes act 142 of 2026-01-05 (spend).")
    assert json.loads(run("check", book, "--seal", short, "--json")[1])["closes"] == {"act": 142, "on": "2026-01-05"}
    assert run("check", book, "--seal", "0000-0000-0000")[0] == 4
    assert run("check", book, "--seal", "0000-0000-0000", "--json")[1].count('"closes": null') == 1
    assert run("check", book, "--seal", "nonsense")[0] == 2


def test_a_changed_book_is_found_and_named(run: Run, book: Path, tmp_path: Path) -> None:
    changed = tmp_path / "changed.vdf"
    changed.write_bytes(book.read_bytes())
    with sqlite3.connect(changed) as connection:
        connection.execute("DROP TRIGGER posting_no_update")
        connection.execute("UPDATE posting SET amount = amount * 2 WHERE entry = 1")
    connection.close()
    status, out, _ = run("check", changed)
    assert status == 1
    assert "posting" in out
    assert json.loads(run("check", changed, "--json")[1])["findings"]


REPORTS: dict[str, list[str]] = {
    "trial-balance": ["--as-of", "2025-11-30"],
    "savings": ["--as-of", "2025-11-30"],
    "loans": ["--as-of", "2025-11-30"],
    "audit": ["--month", "2025-11"],
    "dividend": ["--year", "2025"],
    "income-statement": ["--as-of", "2025-11-30"],
    "balance-sheet": ["--as-of", "2025-11-30", "--closed"],
    "cash-book": ["--month", "2025-11"],
    "member": ["--member", "M04", "--as-of", "2025-11-30", "--from", "2025-02-01"],
    "loan": ["--loan", "L4"],
}


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_in_every_form(run: Run, book: Path, tmp_path: Path, name: str) -> None:
    words = ["report", book, name, *REPORTS[name]]
    assert isinstance(json.loads(run(*words, "--json")[1]), dict)
    for lang in ("en", "lo"):
        status, text, _ = run(*words, "--lang", lang)
        assert status == 0
        assert len(text.splitlines()) > 3
    csv = run(*words, "--csv")[1]
    assert "," in csv.splitlines()[0]
    status, out, err = run(*words, "--xlsx", tmp_path / "r.xlsx", "--pdf", tmp_path / "r.pdf", "--lang", "lo")
    assert (status, out) == (0, "")
    assert err == f"Wrote {tmp_path / 'r.xlsx'}.\nWrote {tmp_path / 'r.pdf'}.\n"
    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "r.xlsx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["savings"], 2),
        (["audit"], 2),
        (["dividend"], 2),
        (["loan"], 2),
        (["bogus"], 2),
        (["savings", "--as-of", "30/11/2025"], 2),
        (["savings", "--as-of", "2025-02-30"], 2),
        (["audit", "--month", "2025-13"], 2),
        (["savings", "--as-of", "9999-12-31"], 2),
        (["savings", "--as-of", "20251130"], 2),
        (["cash-book", "--month", "0001-01"], 2),
        (["dividend", "--year", "9999"], 2),
        (["audit", "--month", "2024-11"], 1),
        (["dividend", "--year", "2026"], 1),
        (["dividend", "--year", "2020"], 1),
        (["member", "--member", "M99", "--as-of", "2025-11-30"], 1),
        (["loan", "--loan", "L99"], 1),
    ],
)
def test_a_report_that_cannot_be_given(run: Run, book: Path, words: list[str], status: int) -> None:
    answered, out, err = run("report", book, *words, "--json")
    assert (answered, out) == (status, "")
    assert err


def test_the_audit_sheet(run: Run, book: Path, tmp_path: Path) -> None:
    status, out, err = run("audit", book, "--month", "2025-11", "--pdf", tmp_path / "a.pdf", "--lang", "lo", "--json")
    assert (status, err) == (0, f"Wrote {tmp_path / 'a.pdf'}.\n")
    assert json.loads(out) == expected()["audit_monthly"][10]
    first = (tmp_path / "a.pdf").read_bytes()
    run("audit", book, "--month", "2025-11", "--pdf", tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == first
    assert run("audit", book, "--month", "2025-11")[0] == 2


def test_the_audit_sheet_counts_as_the_village_does(run: Run, book: Path, tmp_path: Path) -> None:
    words = ("audit", book, "--month", "2025-11", "--pdf", tmp_path / "a.pdf", "--lao-digits", "--buddhist-era")
    assert run(*words)[0] == 0
    assert "ພະຈິກ ພ.ສ. ໒໕໖໘" in pypdfium2.PdfDocument(tmp_path / "a.pdf")[0].get_textpage().get_text_range()


def test_an_audit_sheet_that_cannot_be_printed(run: Run, book: Path, tmp_path: Path) -> None:
    assert run("audit", book, "--month", "2025-11", "--pdf", tmp_path / "no" / "a.pdf")[0] == 5


def test_the_loan_calculator(run: Run) -> None:
    words = ["loan", "what-if", "--sum", 600_000, "--months", 6, "--method", "flat", "--start", "2026-01-31"]
    answer: dict[str, Any] = json.loads(run(*words, "--rate", "3", "--json")[1])
    assert answer["effective_rate_percent"] == "4.94"
    assert answer["within_programme"] is True
    assert [row["due"] for row in answer["instalments"]][:3] == ["2026-02-28", "2026-03-31", "2026-04-30"]
    assert (answer["total_interest"], answer["total"], answer["rate"]) == (108_000, 708_000, "3")
    outside = json.loads(run(*words, "--rate", "10/12", "--json")[1])
    assert outside["within_programme"] is False
    assert outside["instalments"][0]["interest"] == 5_000
    status, text, _ = run(*words, "--rate", "12.5")
    assert status == 0
    assert "Outside the programme" in text
    assert run(*words, "--rate", "3", "--lang", "lo")[0] == 0
    assert run(*words, "--rate", "-3")[0] == 2
    assert "Invalid value for '--rate'" in run(*words, "--rate", "3/0")[2]
    assert run(*words[:-1], "9999-12-31", "--rate", "3")[0] == 2
    assert run("loan", "what-if", "--sum", 5, "--months", 3, "--rate", "3", "--method", "magic")[0] == 2
    assert run("loan", "what-if", "--sum", 5, "--months", 121, "--rate", "3", "--method", "flat")[0] == 2
    assert json.loads(
        run("loan", "what-if", "--sum", 5, "--months", 3, "--rate", "0", "--method", "annuity", "--json")[1]
    )


def test_the_loan_calculator_prints_its_page_without_a_book(run: Run, tmp_path: Path) -> None:
    words = ["loan", "what-if", "--sum", 600_000, "--months", 6, "--method", "flat", "--rate", "3"]
    status, text, talk = run(*words, "--pdf", tmp_path / "page.pdf", "--json")
    assert (status, json.loads(text)["total"]) == (0, 708_000)
    assert talk == f"Wrote {tmp_path / 'page.pdf'}.\n"
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
    assert run(*words, "--pdf", tmp_path / "no" / "page.pdf")[0] == 5


def test_the_practice_village(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    status, out, _ = run("demo", "--to", tmp_path / "p", "--months", 2, "--villages", 2, "--open")
    assert status == 0
    files = [Path(line.strip()) for line in out.splitlines() if line.startswith("  ")]
    assert len(files) == 8
    assert all(file.exists() for file in files)
    before = {file: file.read_bytes() for file in files if file.suffix != ".vdf"}
    assert run("demo", "--to", tmp_path / "p", "--months", 2, "--villages", 2)[0] == 0
    assert {file: file.read_bytes() for file in before} == before
    assert run("demo", "--to", tmp_path / "p", "--months", 2, "--seed", 2)[0] == 2
    assert run("demo", "--members", 3)[0] == 2


def test_the_window_opens_without_a_verb(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path | None] = []

    def window(book: Path | None = None, _language: str | None = None) -> int:
        opened.append(book)
        return 0

    monkeypatch.setattr("vdfbank.desktop.main.run", window)
    assert run()[0] == 0
    monkeypatch.setenv("DISPLAY", ":0")
    assert run("demo", "--to", tmp_path / "p", "--months", 1, "--open")[0] == 0
    assert opened == [None, tmp_path / "p" / "village.vdf"]


def test_schema_and_doctor_explain(run: Run, book: Path, tmp_path: Path) -> None:
    assert "posting" in run("schema")[1]
    tables = json.loads(run("schema", "--json")[1])["tables"]
    assert {"act", "entry", "posting"} <= {table["name"] for table in tables}
    assert run("doctor")[0] == 0
    status, out, _ = run("doctor", book, "--json")
    assert status == 0
    assert all(check["good"] for check in json.loads(out)["checks"])
    (tmp_path / "bad.vdf").write_bytes(b"no book")
    status, out, _ = run("doctor", tmp_path / "bad.vdf")
    assert status == 1
    assert "LOOK  book: bad.vdf" in out


@pytest.mark.parametrize(
    "verb", ["replay", "acts", "journal", "check", "report", "audit", "loan what-if", "demo", "schema", "doctor"]
)
def test_help_has_an_example(run: Run, verb: str) -> None:
    status, out, _ = run(*verb.split(), "--help")
    assert status == 0
    assert f"Example: vdfbank {verb}" in out


def test_the_version(run: Run) -> None:
    assert run("--version")[1].startswith("vdfbank ")
    assert run("fly")[0] == 2


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (KeyboardInterrupt(), 130, "Stopped."),
        (OSError(28, "No space left on device"), 5, "No space left on device"),
        (RuntimeError("Bounmy owes 5 kip"), 70, "crash.log"),
    ],
)
def test_what_fails_is_a_sentence(
    run: Run, book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, status: int, said: str
) -> None:
    monkeypatch.setattr("vdfbank.office.exporting.act_lines", _raises(error))
    answered, out, err = run("acts", book)
    assert (answered, out) == (status, "")
    assert said in err
    logs = [log.read_text("utf-8") for log in tmp_path.rglob("crash.log")]
    assert len(logs) == (status == 70)
    assert all("Bounmy" not in log and "in _perform" in log for log in logs)


def _raises(error: BaseException) -> Callable[[Path], None]:
    def fail(_path: Path) -> None:
        raise error

    return fail


def test_a_log_that_cannot_be_written_still_leaves_a_sentence(
    run: Run, book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").write_text("a file in the way")
    monkeypatch.setattr("vdfbank.office.exporting.act_lines", _raises(RuntimeError("Bounmy")))
    status, _, err = run("acts", book)
    assert (status, err) == (
        70,
        "This is a mistake of the program (RuntimeError), not yours. The book is as it was.\n",
    )


def test_the_log_lies_where_the_system_keeps_logs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VDFBANK_DATA")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    assert log_folder() == tmp_path / "state" / "vdfbank" / "log"


# --- standard input, in a process of its own ------------------------------------------------------------------------


def _program(book: Path, *words: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "vdfbank", "replay", str(book), "-", "--json", *words]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def _ask(program: subprocess.Popen[bytes], line: str) -> dict[str, Any]:
    assert program.stdin
    assert program.stdout
    program.stdin.write(line.encode() + b"\n")
    program.stdin.flush()
    answer: dict[str, Any] = json.loads(program.stdout.readline())
    return answer


def _finish(program: subprocess.Popen[bytes]) -> tuple[int, str]:
    _, err = program.communicate(timeout=60)
    return program.returncode, err.decode()


def test_standard_input_is_answered_act_by_act(tmp_path: Path, run: Run) -> None:
    program = _program(tmp_path / "b.vdf")
    keyed = json.dumps({**json.loads(_lines()[1]), "key": "first"})
    assert _ask(program, _lines()[0])["problems"][0]["code"] == "fewer_than_15"
    assert _ask(program, keyed)["number"] == 1
    assert _ask(program, keyed) == {"line": 3, "act": "found", "accepted": True, "number": 1, "repeated": True}
    other = json.dumps({**json.loads(_lines()[1]), "key": "first", "interested": 20})
    assert _ask(program, other)["problems"][0]["code"] == "key_reused"
    assert _ask(program, _lines()[2])["number"] == 2
    assert _finish(program)[0] == 1
    assert len(run("acts", tmp_path / "b.vdf")[1].splitlines()) == 2


def test_a_malformed_line_ends_the_run_and_what_was_answered_stays(tmp_path: Path, run: Run) -> None:
    program = _program(tmp_path / "b.vdf")
    _ask(program, _lines()[1])
    assert program.stdin
    program.stdin.write(b"nonsense\n")
    status, err = _finish(program)
    assert status == 2
    assert "line 2" in err
    assert len(run("acts", tmp_path / "b.vdf")[1].splitlines()) == 1


def test_a_signal_ends_it_between_two_acts(tmp_path: Path, run: Run) -> None:
    program = _program(tmp_path / "b.vdf")
    _ask(program, _lines()[1])
    program.send_signal(signal.SIGTERM)
    status, err = _finish(program)
    assert "Traceback" not in err
    assert status == 0
    assert len(run("acts", tmp_path / "b.vdf")[1].splitlines()) == 1


def test_a_killed_program_loses_nothing_it_answered(tmp_path: Path, run: Run) -> None:
    """Killed with SIGKILL while it posts, again and again; retried with the same keys nothing doubles."""
    acts = [json.dumps({**json.loads(line), "key": f"k{index}"}) for index, line in enumerate(_lines()[1:40])]
    answered = 0
    for kill_after in (3, 1, 4, 2, 5, 3, 30):
        program = _program(tmp_path / "b.vdf")
        assert program.stdin
        assert program.stdout
        program.stdin.write("".join(f"{line}\n" for line in acts).encode())
        program.stdin.flush()
        wanted = min(answered + kill_after, len(acts))
        for _ in range(wanted):
            assert program.stdout.readline()
        answered = wanted
        program.kill()
        program.communicate(timeout=60)
        accepted = len(run("acts", tmp_path / "b.vdf")[1].splitlines())
        assert run("check", tmp_path / "b.vdf")[0] == 0
        assert accepted >= _accepted(answered)
    keys = [json.loads(line)["key"] for line in run("acts", tmp_path / "b.vdf")[1].splitlines()]
    assert len(set(keys)) == len(keys)


def _accepted(lines: int) -> int:
    decisions = json.loads((EXAMPLE / "decisions.json").read_text("utf-8"))
    return sum(decisions[str(line + 2)]["accepted"] for line in range(lines))


def test_nobody_reading_any_more_is_no_failure_of_ours(book: Path) -> None:
    command = f"{sys.executable} -m vdfbank acts {book} | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""
