"""Print twelve months as four charts and their numbers on one page."""

from vdfbank.content.trends import Trends
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language


def print_trends(trends: Trends, language: Language) -> bytes:
    """The page as PDF; the same content gives the same bytes."""
    # ReportLab is loaded here: a program that prints nothing starts without it.
    from vdfbank.paper.door import PRINTING
    from vdfbank.paper.page import print_pages, running
    from vdfbank.paper.trends_story import story

    form = language.say(N_("Charts"))
    head = f"{form}  {language.month(str(trends.last))}"
    with PRINTING:
        return print_pages(story(trends, language), running(trends.place, head, language), form, language)
