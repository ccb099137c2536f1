"""Print the paper twin of a savings day: what is expected in grey, beside boxes to write in."""

from vdfbank.content.savings_day import ExpectedDay
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language


def print_expected_day(day: ExpectedDay, language: Language) -> bytes:
    """The sheet for a day without electricity; the same content gives the same bytes."""
    # ReportLab is loaded here: a program that prints nothing starts without it.
    from vdfbank.paper.day_expected_parts import story
    from vdfbank.paper.door import PRINTING
    from vdfbank.paper.page import print_pages, running
    from vdfbank.paper.sizes import A4_ACROSS

    form = language.say(N_("Savings-day sheet {day}"), day=language.short_date(day.sheet.on))
    with PRINTING:
        return print_pages(list(story(day, language)), running(day.place, form, language), form, language, A4_ACROSS)
