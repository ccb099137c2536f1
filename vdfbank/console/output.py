"""How verbs speak: data to stdout, talk to stderr, JSON for other programs."""

from __future__ import annotations

import json
import sys
from typing import Any

from vdfbank.bank.money import Money
from vdfbank.bank.problem import Problem


def emit(text: str) -> None:
    """One line of data."""
    sys.stdout.write(f"{text}\n")


def emit_json(value: object) -> None:
    """One JSON value on one line."""
    emit(json.dumps(value, ensure_ascii=False, default=_as_json))


def talk(text: str) -> None:
    """One line to the person, beside the data."""
    sys.stderr.write(f"{text}\n")


def _as_json(value: object) -> Any:
    if isinstance(value, Money):
        return int(value)
    return str(value)


def problem_json(problem: Problem) -> dict[str, Any]:
    """Code, found and needed; whom it concerns where it is not the act itself."""
    text: dict[str, Any] = {"code": problem.code, "found": problem.found, "needed": problem.needed}
    if problem.who is not None:
        text["who"] = problem.who
    return text


def speak_utf8() -> None:
    """The same bytes whatever the console's locale (reliability.md, rule 13)."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
