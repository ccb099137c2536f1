"""Whose form is printed: the village of a book, and the seal it has reached."""

from __future__ import annotations

from vdfbank.content.place import Place
from vdfbank.journal.seal import short_form
from vdfbank.office.session import OpenBook


def place(book: OpenBook) -> Place:
    """A book without a founding act goes by the name of its file."""
    village, head = book.books.village, book.file.head()
    seal = short_form(head.seal) if head.number else None
    if village is None:
        return Place(book.file.path.stem, "", "", "", seal)
    return Place(village.village, village.district, village.province, village.village_code, seal)
