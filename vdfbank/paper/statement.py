"""Print members' statements: each on its own pages, one member after the other."""

from collections.abc import Sequence

from vdfbank.content.statement import Statement
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language


def print_statements(statements: Sequence[Statement], language: Language) -> bytes:
    """Each statement counts its own pages; the same content gives the same bytes."""
    # ReportLab is loaded here: a program that prints nothing starts without it.
    from vdfbank.paper.door import PRINTING
    from vdfbank.paper.page import Part, print_parts, running
    from vdfbank.paper.sizes import A5
    from vdfbank.paper.statement_parts import story

    form = language.say(N_("Member statement"))
    with PRINTING:
        parts = [
            Part(running(one.place, f"{form}  {one.member}", language), list(story(one, language)))
            for one in statements
        ]
        return print_parts(parts, form, language, A5)
