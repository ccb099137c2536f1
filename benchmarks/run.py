"""Measure what was promised about speed and memory; print a table and write benchmarks/RESULTS.md."""

from __future__ import annotations

import argparse
import os
import platform
import sqlite3
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.books import EXAMPLE_ACTS, ROOT, Measured, example, ledger_of, practice
from benchmarks.measure import VDFBANK, Run, median, run
from benchmarks.posting import post_savings

RESULTS = ROOT / "benchmarks" / "RESULTS.md"
LIBRARIES = ("SQLAlchemy", "reportlab", "uharfbuzz", "babel", "typer")
#: Promised: megabytes at most; a large book at most so many times as slow as a year's.
PEAK_MB = 120
TIMES = 1.5
#: What printing hundreds of pages may take, and how many lines the ledger has.
PEAK_PRINTING_MB = 250
LEDGER_LINES = 10_000


@dataclass(frozen=True, slots=True)
class Job:
    """A command in a cold process on one book, the seconds promised (None where the promise is a ratio)."""

    name: str
    book: str
    start: Callable[[], Run]
    seconds: float | None = None
    #: Promised of this command alone; every other stays below `PEAK_MB`.
    peak_mb: float | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table."""

    name: str
    book: str
    wall: float
    best: float | None
    cpu: float | None
    peak_mb: float
    promise: str
    kept: bool | None
    #: Whether it was promised a memory of its own.
    is_large: bool = False


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9, help="how often each command is measured")
    parser.add_argument("--small", action="store_true", help="leave out the books of 300 members")
    asked = parser.parse_args()
    books = [example()] if asked.small else [example(), practice(300, 1), practice(300, 10)]
    with TemporaryDirectory(prefix="vdfbank-bench-") as scratch:
        jobs = [*_jobs(books, Path(scratch)), *_papers(books, Path(scratch))]
        rows = _rows(jobs, _measured(jobs, asked.runs))
    # Acts from standard input may not lie after today: only the books that end in the past take them.
    rows += [row for book in books[:2] for row in _posted(book)]
    text = _report(rows, asked.runs)
    print(text)
    if not asked.small:
        RESULTS.write_text(text, encoding="utf-8")


def _jobs(books: Sequence[Measured], scratch: Path) -> list[Job]:
    """Replaying the example year, then three reads of every book."""

    def replay() -> Run:
        made = scratch / "replayed.vdf"
        for left in scratch.glob("replayed*"):
            left.unlink()
        # 43 of its lines are refused on purpose: exit status 1.
        return run((VDFBANK, "replay", str(made), str(EXAMPLE_ACTS), "--json"), expected=1)

    jobs = [Job("start and say the version", "", lambda: run((VDFBANK, "--version")))]
    jobs.append(Job("replay the example year", books[0].name, replay, 2.0))
    for book in books:
        reads = _reads(book, scratch, promised=book is books[0])
        jobs += [Job(name, book.name, _reading(command), limit) for name, command, limit in reads]
    return jobs


def _reads(book: Measured, scratch: Path, *, promised: bool) -> list[tuple[str, tuple[str, ...], float | None]]:
    """The three reads; what is promised in seconds is promised of the example year."""
    path = str(book.path)
    report = (VDFBANK, "report", path)
    pdf = str(scratch / "audit.pdf")
    return [
        (
            "report trial-balance --json",
            (*report, "trial-balance", "--as-of", book.as_of, "--json"),
            0.6 if promised else None,
        ),
        ("report loans --json", (*report, "loans", "--as-of", book.as_of, "--json"), None),
        (
            "audit --month --pdf",
            (VDFBANK, "audit", path, "--month", book.month, "--pdf", pdf),
            1.5 if promised else None,
        ),
    ]


def _papers(books: Sequence[Measured], scratch: Path) -> Iterator[Job]:
    """The two longest things a village prints: every member's statement, a ledger of ten thousand lines."""
    pdf, village = str(scratch / "paper.pdf"), practice(120, 1)

    def printing(name: str, book: Measured, *of: str) -> Callable[[], Run]:
        return _reading((VDFBANK, "forms", name, str(book.path), *of, "--as-of", book.as_of, "--pdf", pdf))

    yield Job("forms statement, of everybody", village.name, printing("statement", village), 10.0, PEAK_PRINTING_MB)
    oldest = books[-1]
    first, lines = ledger_of(oldest, LEDGER_LINES)
    if lines >= LEDGER_LINES:
        ledger = printing("savings-ledger", oldest, "--from", first)
        yield Job(f"forms savings-ledger, {lines:,} lines", oldest.name, ledger, 6.0, PEAK_PRINTING_MB)


def _reading(command: tuple[str, ...]) -> Callable[[], Run]:
    return lambda: run(command)


def _measured(jobs: Sequence[Job], runs: int) -> list[Run]:
    """All in turn (A B C A B C), so that a drifting machine moves them together; the first round warms the disk."""
    rounds = [[job.start() for job in jobs] for _ in range(runs + 1)][1:]
    return [median(of_one) for of_one in zip(*rounds, strict=True)]


def _rows(jobs: Sequence[Job], runs: Sequence[Run]) -> list[Row]:
    rows: list[Row] = []
    of_a_year: dict[str, Run] = {}
    for job, ran in zip(jobs, runs, strict=True):
        first = of_a_year.setdefault(job.name, ran)
        promise, kept = "", None
        if job.seconds is not None:
            promise, kept = f"at most {job.seconds} s", ran.wall <= job.seconds
            if job.peak_mb is not None:
                promise, kept = f"{promise}, {job.peak_mb} MB", kept and ran.peak_mb <= job.peak_mb
        elif first is not ran:
            times = ran.wall / first.wall
            promise, kept = f"at most {TIMES} x the year: {times:.2f} x", times <= TIMES
        figures = (ran.wall, ran.best, ran.cpu, ran.peak_mb)
        rows.append(Row(job.name, job.book, *figures, promise, kept, is_large=job.peak_mb is not None))
    return rows


def _posted(book: Measured) -> list[Row]:
    """One act, durable: between the line written and the answer read."""
    answers, promised = post_savings(book), 0.02
    peak = answers.process.peak_mb
    return [
        Row(
            "post one act, median",
            book.name,
            answers.median,
            answers.best,
            None,
            peak,
            "at most 0.02 s",
            answers.median <= promised,
        ),
        Row("post one act, 19 of 20", book.name, answers.nineteen_of_twenty, None, None, peak, "", None),
    ]


def _report(rows: Sequence[Row], runs: int) -> str:
    """The table, with the machine and the versions it was measured on."""
    peak = max(row.peak_mb for row in rows if not row.is_large)
    head = ("command", "book", "wall s", "best s", "cpu s", "peak MB", "promised", "")
    cells = [head, *(_cells(row) for row in rows)]
    cells.append(
        ("largest of the others", "", "", "", "", f"{peak:.0f}", f"at most {PEAK_MB} MB", _said(peak <= PEAK_MB))
    )
    widths = [max(len(line[column]) for line in cells) for column in range(len(head))]
    aligned = ["| " + " | ".join(_aligned(line, widths)) + " |" for line in cells]
    aligned.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(("# What vdfbank costs", "", *_circumstances(runs), "", *aligned, ""))


def _cells(row: Row) -> tuple[str, ...]:
    best, cpu = ("" if seconds is None else f"{seconds:.3f}" for seconds in (row.best, row.cpu))
    return (row.name, row.book, f"{row.wall:.3f}", best, cpu, f"{row.peak_mb:.0f}", row.promise, _said(row.kept))


def _said(kept: bool | None) -> str:  # noqa: FBT001 - yes, no, nothing promised
    return "" if kept is None else "kept" if kept else "NOT KEPT"


def _aligned(line: Sequence[str], widths: Sequence[int]) -> list[str]:
    """Figures to the right, words to the left."""
    figures = range(2, 6)
    sides = (text.rjust if column in figures else text.ljust for column, text in enumerate(line))
    return [side(width) for side, width in zip(sides, widths, strict=True)]


def _circumstances(runs: int) -> list[str]:
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return [
        f"`make bench`, {date.today()}, commit {_commit()}: medians of {runs} cold processes, all commands in turn.",  # noqa: DTZ011
        f"{_processor()}, {os.cpu_count()} cores, {_memory_gb()} GB; {platform.platform(terse=True)}.",
        f"Load average of the five minutes before the end: {os.getloadavg()[1]:.1f} (1 is what this alone makes).",
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {libraries}.",
        "",
        "Wall seconds also count what else the machine was doing; cpu is user and system. An act is timed from its",
        "line written to `vdfbank replay BOOK -` until its answer is read, which comes when the act is on the disk.",
    ]


def _commit() -> str:
    git = ("git", "-C", str(ROOT), "describe", "--always", "--dirty")
    return subprocess.run(git, capture_output=True, encoding="utf-8", check=False).stdout.strip() or "unknown"


def _processor() -> str:
    """What Linux calls it; elsewhere what Python knows."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def _memory_gb() -> int:
    return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30)


if __name__ == "__main__":
    main()
