"""Free text made harmless for the tool that reads it."""

from __future__ import annotations

#: What a spreadsheet would calculate, or hide (reliability.md, rule 12).
_CALCULATED = ("=", "+", "-", "@", "\t", "\r", "\n", "\0")

#: The same sign to the eye, nothing to a ledger: no comment (and so no tag), no payee, no string ends there.
_LOOKALIKE = str.maketrans({";": "\uff1b", "|": "\uff5c", '"': "\u201d", "\\": "\uff3c"})


def cell(text: str) -> str:
    """A cell that a spreadsheet shows and never calculates."""
    return f"'{text}" if text.startswith(_CALCULATED) else text


def one_line(text: str) -> str:
    """The text on one line, single blanks, no control characters."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def description(text: str) -> str:
    """One line whose signs mean nothing to a plain-text ledger."""
    return one_line(text).translate(_LOOKALIKE)
