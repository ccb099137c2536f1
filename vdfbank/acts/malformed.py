"""A line that is no act: where it is wrong and what should stand there."""

from __future__ import annotations

from typing import ClassVar

from vdfbank.bank.problem import VdfError


class MalformedError(VdfError):
    """What came in cannot be read as acts; nothing of it was performed."""

    exit_status: ClassVar[int] = 2

    def __init__(self, field: str, found: str, needed: str, line: int | None = None) -> None:
        self.field, self.found, self.needed, self.line = field, found, needed, line
        where = f"line {line}, " if line is not None else ""
        super().__init__(f"{where}field {field!r}: found {found}, needed {needed}.")

    def at(self, line: int) -> MalformedError:
        """The same objection, naming the line of the file."""
        return MalformedError(self.field, self.found, self.needed, line)


def shown(value: object) -> str:
    """A short picture of a wrong value, safe to print."""
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    text = ascii(value) if not isinstance(value, str) else repr(value.encode("unicode_escape").decode("ascii"))
    return text if len(text) <= 60 else f"{text[:57]}..."
