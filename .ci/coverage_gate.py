"""Fail when a package has fewer lines and branches covered than agreed.

Usage: coverage_gate.py coverage.json
"""

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

#: What the books depend on is covered whole.
WHOLE = frozenset(
    {
        "bank",
        "loans",
        "acts",
        "rules",
        "journal",
        "ledger",
        "training",
        "closing",
        "audit",
        "export",
        "district",
        "content",
    },
)
ELSEWHERE_PERCENT = 90


@dataclass(frozen=True, slots=True)
class Covered:
    """Lines and branches of one file or package: how many there are, how many a test went through."""

    there: int
    reached: int

    def __add__(self, other: "Covered") -> "Covered":
        return Covered(self.there + other.there, self.reached + other.reached)

    def meets(self, percent: int) -> bool:
        return self.reached * 100 >= percent * self.there

    def __str__(self) -> str:
        # Rounded down: 99.99 % must not read as 100 %.
        hundredths = self.reached * 10_000 // self.there if self.there else 10_000
        return f"{hundredths // 100}.{hundredths % 100:02d} %"


def covered(summary: Mapping[str, int]) -> Covered:
    return Covered(
        summary["num_statements"] + summary["num_branches"],
        summary["covered_lines"] + summary["covered_branches"],
    )


def package_of(path: str) -> str:
    """`vdfbank/bank/money.py` belongs to `bank`; a file of the root package to `vdfbank`."""
    parts = Path(path).parts
    return parts[1] if len(parts) > 2 else parts[0]


def gaps(file: Mapping[str, Any]) -> str:
    lines = ", ".join(str(line) for line in file["missing_lines"])
    branches = ", ".join(f"{start}→{'exit' if end < 0 else end}" for start, end in file["missing_branches"])
    return "; ".join(part for part in (lines and f"lines {lines}", branches and f"branches {branches}") if part)


def short_packages(files: Mapping[str, Any]) -> Iterator[tuple[str, Covered, int]]:
    """Every package below its agreed share: its name, what is covered, the percent needed."""
    totals: dict[str, Covered] = {}
    for path, file in files.items():
        package = package_of(path)
        totals[package] = totals.get(package, Covered(0, 0)) + covered(file["summary"])
    for package, total in sorted(totals.items()):
        needed = 100 if package in WHOLE else ELSEWHERE_PERCENT
        if not total.meets(needed):
            yield package, total, needed


def main(report: str) -> int:
    files = json.loads(Path(report).read_text(encoding="utf-8"))["files"]
    short = list(short_packages(files))
    for package, total, needed in short:
        print(f"{package}: {total} of lines and branches covered, {needed} % needed")
        for path, file in sorted(files.items()):
            if package_of(path) == package and not covered(file["summary"]).meets(100):
                print(f"  {path}: {gaps(file)}")
    if not short:
        print(f"coverage: whole from bank to district, at least {ELSEWHERE_PERCENT} % elsewhere")
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
