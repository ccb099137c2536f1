"""How a form begins, and its sections: what it is, whose bank it belongs to, of when it speaks."""

from collections.abc import Iterator

from reportlab.lib.units import mm

from vdfbank.content.place import Place
from vdfbank.paper.door import CondPageBreak, Flowable, ParagraphStyle, Spacer, Table
from vdfbank.paper.style import HEADING_STYLE, NOTE_STYLE, TEXT_STYLE, TITLE_STYLE, words
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language

#: ReportLab moves what is kept with its next to a new page whole, however long the table.
_SECTION_STYLE = ParagraphStyle("section", HEADING_STYLE, keepWithNext=0)


def opening(title: str, place: Place, note: str, language: Language) -> Iterator[Flowable]:
    """Title, village with district and province, and a line in grey."""
    yield words(title, TITLE_STYLE)
    yield words(whose(place, language), TEXT_STYLE)
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
    yield words(heading, _SECTION_STYLE)
    yield rows
