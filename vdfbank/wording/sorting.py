"""The order of names: Lao by consonant, as its dictionaries have it, and Latin as everywhere."""

from functools import cache
from typing import TYPE_CHECKING

from vdfbank.wording.names import canonical

if TYPE_CHECKING:
    from pyuca import Collator

#: Compares as the text should be sorted.
SortKey = tuple[int, ...]


def sort_key(text: str) -> SortKey:
    """
    Where `text` stands in a sorted list; texts that differ in nothing a reader sees stand together.

    Computers order Lao by the vowel written first (ເ, ແ, ໂ), readers by the consonant it belongs to.
    """
    key: SortKey = _collator().sort_key(canonical(text))
    return key


@cache
def _collator() -> "Collator":
    # A tenth of a second and 8 MB: loaded by the first list that is sorted, not by the program's start.
    from pyuca import Collator

    return Collator()
