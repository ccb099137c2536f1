"""Print the trial balance: every account on its side, and the two sums that must agree."""

from reportlab.lib.units import mm

from vdfbank.content.statements import TrialBalanceForm
from vdfbank.paper.book_parts import agreement, begin, signed
from vdfbank.paper.door import PRINTING, Flowable
from vdfbank.paper.page import print_pages, running
from vdfbank.paper.style import INK, LINE, WIDTH, Cell, head, head_right, label, table
from vdfbank.wording import terms
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language


def print_trial_balance(form: TrialBalanceForm, language: Language) -> bytes:
    """The statement as PDF; the same content gives the same bytes."""
    name, day = language.say(N_("Trial balance")), language.date(form.as_of)
    note = language.say(N_("At the end of {day}. All amounts are in kip."), day=day)
    said = language.say(
        N_("Debits {debit}, credits {credit}."), debit=language.kip(form.debit), credit=language.kip(form.credit)
    )
    with PRINTING:
        agrees = agreement(said, form.debit, form.credit, language)
        story = [
            *begin(name, form.place, note, language),
            _accounts(form, language),
            signed(form.signers, form.names, language, before=[agrees]),
        ]
        return print_pages(story, running(form.place, f"{name}  {day}", language), f"{name} {day}", language)


def _accounts(form: TrialBalanceForm, language: Language) -> Flowable:
    rows: list[list[Cell]] = [
        [
            head(language.say(N_("No."))),
            head(language.say(N_("Account"))),
            head_right(language.say(N_("Debit"))),
            head_right(language.say(N_("Credit"))),
        ]
    ]
    for line in form.lines:
        sides = (language.number(amount) if amount else "" for amount in (line.debit, line.credit))
        rows.append([line.account, label(terms.account(line.account, language)), *sides])
    sums = (language.number(form.debit), language.number(form.credit))
    rows.append(["", head(language.say(N_("Together"))), *sums])
    figure = 40 * mm
    widths = (16 * mm, WIDTH - 16 * mm - 2 * figure, figure, figure)
    return table(rows, widths, (2, 3), ("LINEABOVE", (0, -1), (-1, -1), LINE, INK))
