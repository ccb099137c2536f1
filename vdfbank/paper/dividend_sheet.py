"""Print the dividend sheet of a closed year."""

from vdfbank.content.dividend import DividendSheet
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language


def print_dividend_sheet(sheet: DividendSheet, language: Language) -> bytes:
    """The split, then every member with room to sign; the same content gives the same bytes."""
    # ReportLab is loaded here: a program that prints nothing starts without it.
    from vdfbank.paper.dividend_parts import story
    from vdfbank.paper.door import PRINTING
    from vdfbank.paper.page import print_pages, running

    form = language.say(N_("Dividend sheet {year}"), year=sheet.dividend.year)
    with PRINTING:
        return print_pages(list(story(sheet, language)), running(sheet.place, form, language), form, language)
