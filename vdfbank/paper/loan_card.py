"""Print loan cards: the plan with what is paid of it, every movement, penalties, what changed the loan."""

from collections.abc import Iterator, Sequence

from reportlab.lib.units import mm

from vdfbank.content.loan_card import LoanCard, LoanEvent, Movement, PlanRow
from vdfbank.paper.door import PRINTING, Flowable, KeepTogether, PageBreak
from vdfbank.paper.loan_parts import facts, guarantors, trainings_table
from vdfbank.paper.page import print_pages, running
from vdfbank.paper.style import HEADING_STYLE, INK, LINE, NOTE_STYLE, WIDTH, Cell, head, head_right, label, table, words
from vdfbank.paper.titles import title
from vdfbank.wording import terms
from vdfbank.wording.catalogue import N_
from vdfbank.wording.figures import person_or_loan
from vdfbank.wording.headings import ITEMS
from vdfbank.wording.language import Language

_EVENTS = {
    "reschedule": N_("Rescheduled over {months}. Reason: {reason}"),
    "settle": N_("Closed early with {amount}: everything fell due that day."),
    "write_off": N_("Written off. Reason: {reason}"),
    "recover": N_("Recovered after the write-off: {amount}."),
    "die": N_("The borrower died: everything fell due that day, and no further penalty is charged."),
    "take_over": N_("Taken over with running books."),
}


def print_cards(cards: Sequence[LoanCard], language: Language) -> bytes:
    """The cards as PDF, each on pages of its own."""
    form = language.say(N_("Loan card"))
    if len(cards) == 1:
        form = language.say(N_("Loan card {loan}"), loan=cards[0].request.loan)
    with PRINTING:
        story: list[Flowable] = []
        for card in cards:
            story += [*([PageBreak()] if story else []), *_card(card, language)]
        lines = running(cards[0].place, f"{form}  {language.short_date(cards[0].as_of)}", language)
        return print_pages(story, lines, form, language)


def _card(card: LoanCard, language: Language) -> Iterator[Flowable]:
    form = language.say(N_("Loan card {loan}"), loan=card.request.loan)
    yield from title(form, card.place, language)
    yield words(_state(card, language), HEADING_STYLE)
    yield facts(_terms(card, language), WIDTH)
    yield words(language.say(N_("The plan and what is paid of it, in kip")), HEADING_STYLE)
    yield _plan(card, language)
    yield words(language.say(N_("Every movement, in kip")), HEADING_STYLE)
    yield _movements(card.movements, language)
    if card.penalties:
        yield from _penalties(card, language)
    if card.events:
        heading = words(language.say(N_("What changed the loan")), HEADING_STYLE)
        yield KeepTogether([heading, *(label(_event(event, language)) for event in card.events)])
    if card.trainings:
        heading = words(language.say(N_("Trainings the loan rests on")), HEADING_STYLE)
        yield KeepTogether([heading, trainings_table(card.trainings, language, WIDTH)])


def _state(card: LoanCard, language: Language) -> str:
    """How the loan stands, in one line a meeting can hear."""
    day = language.date(card.as_of)
    if card.state != "open":
        return language.say(N_("On {day}: {state}."), day=day, state=terms.word(card.state, language))
    owed = language.kip(card.principal_outstanding)
    if not card.days_late:
        return language.say(N_("On {day} {owed} of principal are owed; nothing is late."), day=day, owed=owed)
    return language.say(
        N_("On {day} {owed} of principal are owed; the loan is {late} late."),
        day=day,
        owed=owed,
        late=language.plural("{n} day", "{n} days", card.days_late),
    )


def _terms(card: LoanCard, language: Language) -> list[tuple[str, str]]:
    request, say = card.request, language.say
    lines = [
        (say(N_("Borrower")), person_or_loan(request.member, language, card.names)),
        (say(N_("Guarantors")), guarantors(request, card.names, language)),
        (say(N_("Purpose")), request.purpose),
        (
            say(N_("Loan")),
            say(
                N_("{product}: {amount} over {months}, {method}, {percent} a month, paid out on {day}"),
                product=terms.word(request.product, language),
                amount=language.kip(request.amount),
                months=language.plural("{n} month", "{n} months", request.months),
                method=terms.word(request.method, language),
                percent=language.percent(request.rate_bp),
                day=language.short_date(card.paid_out),
            ),
        ),
        (
            say(N_("By-laws")),
            say(
                N_("in force since {day}, act {act}"),
                day=language.date(card.agreed.in_force),
                act=language.number(card.agreed.act),
            ),
        ),
    ]
    if card.state == "open":
        lines += [
            (say(N_("Overdue")), _overdue(card, language)),
            (say(N_("Closes it that day")), language.kip(card.settlement)),
        ]
    return lines


def _overdue(card: LoanCard, language: Language) -> str:
    return language.say(
        N_("principal {principal}, interest {interest}; penalties unpaid {penalties}"),
        principal=language.kip(card.overdue_principal),
        interest=language.kip(card.overdue_interest),
        penalties=language.kip(card.penalties_unpaid),
    )


def _plan(card: LoanCard, language: Language) -> Flowable:
    """The instalments by their numbers; of what a rescheduling or an early end let fall away nothing is shown."""
    figures = (N_("Principal"), N_("Interest"), N_("Penalty"), N_("Paid"), N_("Unpaid"))
    heads: list[Cell] = [head(language.say(N_("No."))), head(language.say(N_("Due date")))]
    heads += [head_right(language.say(name)) for name in figures]
    rows: list[list[Cell]] = [[*heads, head(language.say(N_("Last paid on")))]]
    rows += [_plan_row(row, language) for row in card.plan if any(_plan_figures(row))]
    sums = [sum(column) for column in zip(*(_plan_figures(row) for row in card.plan), strict=True)]
    rows.append([head(language.say(N_("Together"))), "", *map(language.number, sums), ""])
    number, day, last = 12 * mm, 21 * mm, 34 * mm
    figure = (WIDTH - number - day - last) / 5
    return table(
        rows,
        (number, day, *(figure,) * 5, last),
        (2, 3, 4, 5, 6),
        ("LINEABOVE", (0, -1), (-1, -1), LINE, INK),
        ("SPAN", (0, -1), (1, -1)),
        # A day right beside a figure would read as one.
        ("LEFTPADDING", (7, 0), (7, -1), 10),
    )


def _plan_figures(row: PlanRow) -> tuple[int, int, int, int, int]:
    """Principal, interest, penalties charged; paid of all three, and left."""
    paid = row.paid + row.row.paid_penalty
    return row.row.principal, row.row.interest, row.row.charged, paid, row.row.unpaid + row.row.unpaid_penalty


def _plan_row(row: PlanRow, language: Language) -> list[Cell]:
    if row.paid_on is not None:
        paid_on = language.short_date(row.paid_on)
    else:
        paid_on = language.say(N_("before these books")) if row.paid_before else ""
    figures = map(language.number, _plan_figures(row))
    return [language.number(row.number), language.short_date(row.row.due), *figures, label(paid_on)]


def _movements(movements: Sequence[Movement], language: Language) -> Flowable:
    heads: list[Cell] = [head(language.say(name)) for name in (N_("Date"), N_("Voucher"), N_("What"))]
    figures = (N_("Paid out"), N_("Penalty"), N_("Interest"), N_("Principal"), N_("Left"))
    rows: list[list[Cell]] = [[*heads, *(head_right(language.say(name)) for name in figures)]]
    for movement in movements:
        line = movement.line
        amounts = (line.paid_out, line.penalty, line.interest, line.principal)
        shown = [language.number(amount) if amount else "" for amount in amounts]
        what = label(_what(movement, language))
        rows.append([language.short_date(line.on), line.voucher, what, *shown, language.number(line.balance)])
    day, voucher, what_width = 21 * mm, 30 * mm, 36 * mm
    figure = (WIDTH - day - voucher - what_width) / 5
    return table(rows, (day, voucher, what_width, *(figure,) * 5), (3, 4, 5, 6, 7))


def _what(movement: Movement, language: Language) -> str:
    what = language.say(N_("Repayment") if movement.line.item == "receipt" else ITEMS[movement.line.item])
    if movement.reversed_by is not None:
        return language.say(N_("{what}, reversed by {voucher}"), what=what, voucher=movement.reversed_by)
    if movement.reverses is not None:
        return language.say(N_("Reversal of {voucher}"), voucher=movement.reverses)
    return what


def _penalties(card: LoanCard, language: Language) -> Iterator[Flowable]:
    yield words(language.say(N_("Penalties charged, in kip")), HEADING_STYLE)
    heads = [head(language.say(name)) for name in (N_("Date"), N_("Act"), N_("Instalment"))]
    right = [head_right(language.say(name)) for name in (N_("On what was unpaid"), N_("Penalty"))]
    rows: list[list[Cell]] = [[*heads, *right]]
    for charged in card.penalties:
        numbers = (charged.act, charged.instalment, charged.unpaid, charged.amount)
        rows.append([language.short_date(charged.on), *map(language.number, numbers)])
    yield table(rows, (25 * mm, 20 * mm, 30 * mm, 45 * mm, 40 * mm), (3, 4))
    yield words(language.say(N_("A penalty is income of the bank only when it is paid.")), NOTE_STYLE)


def _event(event: LoanEvent, language: Language) -> str:
    said = language.say(
        N_("{day}, act {act}: {what}"),
        day=language.date(event.on),
        act=language.number(event.act),
        what=language.say(
            _EVENTS[event.kind],
            months=language.plural("{n} month", "{n} months", event.months or 0),
            amount=language.kip(event.amount or 0),
            reason=event.reason or "",
        ),
    )
    if event.undone_by is None:
        return said
    return language.say(N_("{said} Taken back by act {act}."), said=said, act=language.number(event.undone_by))
