"""Seals: each act is sealed to the act before it."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from vdfbank.acts.codec import canonical
from vdfbank.journal.entry import JournalEntry, canonical_entries

#: What stands before the first act.
FIRST = "0" * 64

#: Crockford's base 32: no I, L, O, U to misread.
_BASE32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def seal(previous: str, act_text: str, posted: Sequence[JournalEntry]) -> str:
    """SHA-256 in hex over previous seal, act text and canonical entries, each led by its length in 8 bytes."""
    digest = sha256()
    for part in (previous, act_text, canonical(canonical_entries(posted))):
        data = part.encode("utf-8")
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()


def short_form(sealed: str) -> str:
    """The first 60 bits of a seal as people write them: ``K7QF-2M9X-41TD``."""
    bits = int(sealed[:15], 16)
    letters = "".join(_BASE32[bits >> shift & 31] for shift in range(55, -1, -5))
    return "-".join(letters[start : start + 4] for start in (0, 4, 8))


def entry_code(sealed: str, voucher: str) -> str:
    """What a receipt or passbook line carries: the short form of SHA-256(seal, voucher)."""
    return short_form(sha256(f"{sealed}{voucher}".encode()).hexdigest())


def read_short_form(text: str) -> str | None:
    """A short form as typed (small letters, O for 0, I or L for 1, with or without dashes); None when it is none."""
    typed = text.strip().upper().translate(str.maketrans("OIL", "011", "- "))
    if len(typed) != 12 or any(letter not in _BASE32 for letter in typed):
        return None
    return "-".join(typed[start : start + 4] for start in (0, 4, 8))
