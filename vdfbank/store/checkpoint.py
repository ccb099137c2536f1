"""Books as a blob, kept with each closing, so that a village of hundreds opens in a blink."""

from __future__ import annotations

import json
import zlib
from functools import cache
from hashlib import sha256
from typing import Any, Final, cast

from vdfbank.acts.codec import canonical
from vdfbank.rules.books import Books
from vdfbank.store.packing import column_of, described

#: No village's books come near; a forged blob could inflate to anything.
LARGEST: Final = 64 * 1024 * 1024

#: Layouts of books that releases before this one kept: known, but of no use any more. The acts behind them are.
OLDER_LAYOUTS: Final[frozenset[str]] = frozenset()


@cache
def layout() -> str:
    """Which parts books have, as a short hash: it changes with the first field that is added."""
    return sha256(described(Books).encode("utf-8")).hexdigest()[:16]


def freeze(books: Books) -> bytes:
    """`books` as compressed canonical JSON: the same books give the same text."""
    return zlib.compress(canonical([layout(), column_of(Books).pack([books])]).encode("utf-8"), 6)


def thaw(blob: bytes) -> Books | None:
    """What `freeze` was given; None where an older release kept it, `ValueError` where the blob is not one of its."""
    try:
        kept, packed = _parts(blob)
        if kept in OLDER_LAYOUTS:
            return None
        if kept != layout():
            raise ValueError("another layout")
        (books,) = column_of(Books).unpack(packed)
    except (TypeError, LookupError, AttributeError, StopIteration, RuntimeError) as wrong:
        raise ValueError("no books") from wrong
    return cast("Books", books)


def same_books(kept: bytes, wanted: bytes) -> bool:
    """Whether two blobs hold the same, whichever zlib packed them; what an older release kept cannot be compared."""
    try:
        return _text(kept) == _text(wanted) or _parts(kept)[0] in OLDER_LAYOUTS
    except (ValueError, TypeError, LookupError):
        return False


def _parts(blob: bytes) -> tuple[str, Any]:
    kept, packed = json.loads(_text(blob))
    return str(kept), packed


def _text(blob: bytes) -> bytes:
    """The JSON inside a frozen blob."""
    inflate = zlib.decompressobj()
    try:
        text = inflate.decompress(blob, LARGEST)
    except zlib.error as wrong:
        raise ValueError("cannot be inflated") from wrong
    if not inflate.eof or inflate.unused_data:
        raise ValueError("too large, cut short, or followed by something")
    return text
