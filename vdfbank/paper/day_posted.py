"""Print a savings day as it was posted."""

from vdfbank.content.savings_day import PostedDay
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language


def print_posted_day(day: PostedDay, language: Language) -> bytes:
    """The sheet of a day that stands in the book; the same content gives the same bytes."""
    # ReportLab is loaded here: a program that prints nothing starts without it.
    from vdfbank.paper.day_posted_parts import story
    from vdfbank.paper.door import PRINTING
    from vdfbank.paper.page import print_pages, running
    from vdfbank.paper.sizes import A4_ACROSS

    form = language.say(N_("Savings day {day}, as posted"), day=language.short_date(day.on))
    with PRINTING:
        return print_pages(list(story(day, language)), running(day.place, form, language), form, language, A4_ACROSS)
