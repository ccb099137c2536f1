"""Print the attendance list of a training session: to be signed, or as it was recorded."""

from vdfbank.content.attendance import SessionHeld, SessionToHold
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language


def print_session_to_hold(session: SessionToHold, language: Language) -> bytes:
    """The list to sign as PDF, with what is due for each member and lines for guests; the same bytes every time."""
    # ReportLab is loaded here: a program that prints nothing starts without it.
    from vdfbank.paper.attendance_to_hold import story
    from vdfbank.paper.door import PRINTING
    from vdfbank.paper.page import print_pages, running

    form = language.say(N_("Attendance list"))
    head = f"{form}  {language.short_date(session.on)}"
    with PRINTING:
        return print_pages(story(session, language), running(session.place, head, language), form, language)


def print_session_held(session: SessionHeld, language: Language) -> bytes:
    """The session as recorded, as PDF; the same content gives the same bytes."""
    from vdfbank.paper.attendance_held import story
    from vdfbank.paper.door import PRINTING
    from vdfbank.paper.page import print_pages, running

    form = language.say(N_("Training session"))
    head = f"{form}  {language.short_date(session.on)}"
    with PRINTING:
        return print_pages(story(session, language), running(session.place, head, language), form, language)
