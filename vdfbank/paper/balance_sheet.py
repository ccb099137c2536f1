"""Print the balance sheet: what the bank owns, what it owes, what is its own."""

from collections.abc import Iterator, Mapping

from reportlab.lib.units import mm

from vdfbank.bank.account import Account
from vdfbank.bank.money import Money, total
from vdfbank.content.statements import BalanceForm
from vdfbank.paper.book_parts import agreement, begin, signed
from vdfbank.paper.door import PRINTING, Flowable
from vdfbank.paper.page import print_pages, running
from vdfbank.paper.style import INK, LINE, WIDTH, Cell, head, head_right, label, table
from vdfbank.wording import terms
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language


def print_balance_sheet(form: BalanceForm, language: Language) -> bytes:
    """The statement as PDF; the same content gives the same bytes."""
    name, day = language.say(N_("Balance sheet")), language.date(form.as_of)
    note = language.say(N_("At the end of {day}. All amounts are in kip."), day=day)
    owns, owes = form.sheet.total_assets, form.sheet.total_liabilities_and_equity
    said = language.say(
        N_("What the bank owns: {owns}. What it owes and has of its own: {owes}."),
        owns=language.kip(owns),
        owes=language.kip(owes),
    )
    with PRINTING:
        story = [
            *begin(name, form.place, note, language),
            _sides(form, language),
            signed(form.signers, form.names, language, before=[agreement(said, owns, owes, language)]),
        ]
        return print_pages(story, running(form.place, f"{name}  {day}", language), f"{name} {day}", language)


def _sides(form: BalanceForm, language: Language) -> Flowable:
    """Owned, owed, own, one below the other, each with its sum."""
    sheet = form.sheet
    rows: list[list[Cell]] = [[head(language.say(N_("No."))), *_heading(N_("What the bank owns"), language)]]
    rows[0][-1] = head_right(language.say(N_("Amount")))
    rows += _accounts(sheet.assets, language)
    rows.append(_sum(N_("Owned together"), sheet.total_assets, language))
    sums, headings = [len(rows) - 1], [len(rows)]
    rows.append(["", *_heading(N_("What the bank owes"), language)])
    rows += _accounts(sheet.liabilities, language)
    rows.append(_sum(N_("Owed together"), total(sheet.liabilities.values()), language))
    sums.append(len(rows) - 1)
    headings.append(len(rows))
    rows.append(["", *_heading(N_("The bank's own"), language)])
    rows += _accounts(sheet.equity, language)
    rows.append(["", label(language.say(N_("Result of the year so far"))), language.number(sheet.result)])
    rows.append(_sum(N_("Own together"), total((*sheet.equity.values(), sheet.result)), language))
    sums.append(len(rows) - 1)
    rows.append(_sum(N_("Owed and own together"), sheet.total_liabilities_and_equity, language))
    sums.append(len(rows) - 1)
    ruled = [("LINEABOVE", (0, row), (-1, row), LINE, INK) for row in sums]
    ruled += [("LINEBELOW", (0, row), (-1, row), LINE, INK) for row in (*headings, len(rows) - 1)]
    spaced = [("TOPPADDING", (0, row), (-1, row), 8) for row in headings]
    widths = (16 * mm, WIDTH - 56 * mm, 40 * mm)
    return table(rows, widths, (2,), *ruled, *spaced)


def _heading(name: str, language: Language) -> list[Cell]:
    return [head(language.say(name)), ""]


def _accounts(side: Mapping[Account, Money], language: Language) -> Iterator[list[Cell]]:
    for account, amount in side.items():
        yield [account, label(terms.account(account, language)), language.number(amount)]


def _sum(name: str, amount: Money, language: Language) -> list[Cell]:
    return ["", head(language.say(name)), language.number(amount)]
