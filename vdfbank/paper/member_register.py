"""Print the register of members, by number."""

from vdfbank.content.members import MemberRegister
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language


def print_member_register(register: MemberRegister, language: Language) -> bytes:
    """Everybody who ever joined, then how many women, men and poor families; same content, same bytes."""
    # ReportLab is loaded here: a program that prints nothing starts without it.
    from vdfbank.paper.door import PRINTING
    from vdfbank.paper.member_register_parts import story
    from vdfbank.paper.page import print_pages, running
    from vdfbank.paper.sizes import A4_ACROSS

    form = language.say(N_("Member register"))
    lines = running(register.place, f"{form}  {language.short_date(register.as_of)}", language)
    with PRINTING:
        return print_pages(list(story(register, language)), lines, form, language, A4_ACROSS)
