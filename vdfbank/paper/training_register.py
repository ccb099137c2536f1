"""Print the training register: sessions of a period, and how long each member's trainings stay valid."""

from vdfbank.content.training import TrainingRegister
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language


def print_training_register(register: TrainingRegister, language: Language) -> bytes:
    """The register as PDF; the same content gives the same bytes."""
    # ReportLab is loaded here: a program that prints nothing starts without it.
    from vdfbank.paper.door import PRINTING
    from vdfbank.paper.page import print_pages, running
    from vdfbank.paper.training_tables import story

    form = language.say(N_("Training register"))
    head = f"{form}  {language.short_date(register.as_of)}"
    with PRINTING:
        return print_pages(story(register, language), running(register.place, head, language), form, language)
