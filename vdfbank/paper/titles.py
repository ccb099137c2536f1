"""The title of a form, whose it is, and the headings of its long tables."""

from collections.abc import Iterator

from reportlab.lib.units import mm

from vdfbank.content.place import Place
from vdfbank.paper.door import CondPageBreak, Flowable, Spacer, Table
from vdfbank.paper.style import NOTE_STYLE, SECTION_STYLE, TEXT_STYLE, TITLE_STYLE, words
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language


def title(text: str, place: Place, language: Language) -> Iterator[Flowable]:
    yield words(text, TITLE_STYLE)
    if place.village_code:
        yield words(whose(place, language), TEXT_STYLE)


def opening(text: str, place: Place, note: str, language: Language) -> Iterator[Flowable]:
    """Title and village, then in grey of when the form speaks."""
    yield from title(text, place, language)
    yield words(note, NOTE_STYLE)
    yield Spacer(0, 1 * mm)


def whose(place: Place, language: Language) -> str:
    return language.say(
        N_("Village bank of {village}, district {district}, province {province}"),
        village=place.village,
        district=place.district,
        province=place.province,
    )


def section(heading: str, rows: Table, begin: float = 32 * mm) -> Iterator[Flowable]:
    """A table that may flow over pages, under its heading; it begins where there is room for a few rows."""
    yield CondPageBreak(begin)
    yield words(heading, SECTION_STYLE)
    yield rows
