"""Print the monthly audit sheet of the advisory committee."""

from vdfbank.audit.report import AuditReport
from vdfbank.journal.seal import short_form
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language


def print_audit_sheet(report: AuditReport, language: Language) -> bytes:
    """
    The sheet as PDF: plain words first, tables second, seal and signatures last.

    Two pages for a village of ordinary size; more rows flow to further pages. The same report gives the same bytes.
    """
    # ReportLab is loaded here: a program that prints nothing starts without it.
    from vdfbank.paper.audit_front import front
    from vdfbank.paper.audit_seal import signatures
    from vdfbank.paper.audit_tables import tables
    from vdfbank.paper.door import PRINTING
    from vdfbank.paper.page import Running, print_pages

    form = language.say(N_("Monthly audit sheet"))
    month = language.month(str(report.month))
    lines = Running(report.village, report.village_code, f"{form}  {month}", seal_words(report, language))
    with PRINTING:
        story = [*front(report, language), *tables(report, language), *signatures(report, language)]
        return print_pages(story, lines, f"{form} {month}", language)


def seal_words(report: AuditReport, language: Language) -> str:
    """``Seal K7QF-2M9X-41TD``, or that the month has none yet."""
    if report.closed is None:
        return language.say(N_("Not closed yet"))
    return language.say(N_("Seal {seal}"), seal=short_form(report.closed.seal))
