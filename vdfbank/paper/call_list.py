"""Print the call list: whose loans fall due on a savings day, with a line to tick."""

from collections.abc import Iterator

from reportlab.lib.units import mm

from vdfbank.content.call_list import Call, CallList
from vdfbank.paper.book_parts import begin, long_table
from vdfbank.paper.door import PRINTING, Flowable, Spacer
from vdfbank.paper.page import print_pages, running
from vdfbank.paper.sizes import A4_ACROSS
from vdfbank.paper.style import GREY, HAIRLINE, INK, LINE, TEXT_STYLE, Cell, head, head_right, label, words
from vdfbank.wording.catalogue import N_
from vdfbank.wording.figures import person_or_loan
from vdfbank.wording.language import Language

_WIDTH = A4_ACROSS.text_width
#: Room to sign in.
_ROW = 9 * mm


def print_call_list(calls: CallList, language: Language) -> bytes:
    """The list as PDF, across; the same content gives the same bytes."""
    form, day = language.say(N_("Call list of due loans")), language.date(calls.on)
    note = language.say(N_("For the savings day of {day}. All amounts are in kip."), day=day)
    with PRINTING:
        story = [*begin(form, calls.place, note, language), *_calls(calls, language)]
        lines = running(calls.place, f"{form}  {day}", language)
        return print_pages(story, lines, f"{form} {day}", language, A4_ACROSS)


def _calls(calls: CallList, language: Language) -> Iterator[Flowable]:
    if not calls.calls:
        yield words(language.say(N_("No loan is due on this day.")), TEXT_STYLE)
        return
    heads: list[Cell] = [head(language.say(name)) for name in (N_("Member"), N_("Household, village unit"), N_("Loan"))]
    heads += [head_right(language.say(name)) for name in (N_("Due"), N_("Of which penalty"), N_("Days late"))]
    heads += [head(language.say(N_("Guarantors"))), head(language.say(N_("Reminded on, by")))]
    rows = [_call(call, calls, language) for call in calls.calls]
    sums = (language.number(amount) for amount in (calls.due, calls.penalty))
    rows.append([head(language.say(N_("Together"))), "", "", *sums, "", "", ""])
    widths = (48 * mm, 36 * mm, 14 * mm, 28 * mm, 24 * mm, 15 * mm, 62 * mm)
    yield from long_table(
        heads,
        rows,
        (*widths, _WIDTH - sum(widths)),
        (3, 4, 5),
        ("LINEABOVE", (0, -1), (-1, -1), LINE, INK),
        ("LINEBEFORE", (7, 0), (7, -1), HAIRLINE, GREY),
        ("LEFTPADDING", (6, 0), (7, -1), 8),
    )


def _call(call: Call, calls: CallList, language: Language) -> list[Cell]:
    who = person_or_loan(call.member, language, calls.names)
    if call.is_dead:
        who = language.say(N_("{member}, died: ask the heirs"), member=who)
    lives = [call.household, *([call.village_unit] if call.village_unit else [])]
    guarantors = ", ".join(person_or_loan(person, language, calls.names) for person in call.guarantors)
    return [
        who,
        ", ".join(lives),
        call.loan,
        language.number(call.due),
        language.number(call.penalty) if call.penalty else "–",
        language.number(call.days_late) if call.days_late else "–",
        label(guarantors),
        Spacer(1, _ROW),
    ]
