"""Print the what-if page: one A5 for whoever thinks of a loan."""

from vdfbank.content.what_if import WhatIf, WhatIfPage
from vdfbank.wording import agreed, terms
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language


def print_what_if(page: WhatIfPage, language: Language) -> bytes:
    """The page as PDF: what it costs first, the schedule below; a long schedule flows to further pages."""
    # ReportLab is loaded here: a program that prints nothing starts without it.
    from reportlab.lib.units import mm

    from vdfbank.paper.door import PRINTING, Spacer
    from vdfbank.paper.loan_parts import facts, schedule
    from vdfbank.paper.page import print_pages, running
    from vdfbank.paper.sizes import A5
    from vdfbank.paper.style import HEADING_STYLE, NOTE_STYLE, TEXT_STYLE, words
    from vdfbank.paper.titles import title

    loan, width = page.loan, A5.text_width
    form = language.say(N_("What would a loan cost?"))
    with PRINTING:
        story = [
            *title(form, page.place, language),
            facts(_terms(loan, language), width, 36 * mm),
            words(agreed.each_savings_day(loan, language), HEADING_STYLE),
            words(agreed.total_cost(loan, language), TEXT_STYLE),
            words(agreed.effective_rate(loan, language), TEXT_STYLE),
            words(agreed.way_of_repaying(loan.method, language), NOTE_STYLE),
            *(words(agreed.limit_left(code, language), HEADING_STYLE) for code in loan.limits_left),
            Spacer(0, 2 * mm),
            schedule(loan, language, width),
            Spacer(0, 2 * mm),
            words(language.say(N_("Reckoned in kip. This page promises nothing: the committee decides.")), NOTE_STYLE),
        ]
        return print_pages(story, running(page.place, form, language), form, language, A5)


def _terms(loan: WhatIf, language: Language) -> list[tuple[str, str]]:
    return [
        (language.say(N_("Sum")), language.kip(loan.amount)),
        (language.say(N_("Time")), language.plural("{n} month", "{n} months", loan.months)),
        (
            language.say(N_("Interest")),
            language.say(N_("{percent} a month"), percent=agreed.rate(loan.rate, language)),
        ),
        (language.say(N_("Way of repaying")), terms.word(loan.method, language) or loan.method),
        (language.say(N_("Paid out on")), language.date(loan.start)),
    ]
