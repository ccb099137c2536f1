"""Print the cash book of a month."""

from collections.abc import Iterator

from reportlab.lib.units import mm

from vdfbank.bank.account import SAVINGS, SHARES, Account
from vdfbank.bank.money import DENOMINATIONS
from vdfbank.bank.person import LoanId
from vdfbank.content.cash_book import CashBook, Counted
from vdfbank.ledger.cash import CashLine
from vdfbank.paper.book_parts import agreement, begin, long_table, signed
from vdfbank.paper.door import PRINTING, CondPageBreak, Flowable, KeepTogether, Spacer
from vdfbank.paper.page import print_pages, running
from vdfbank.paper.style import (
    INK,
    LINE,
    TEXT_STYLE,
    WIDTH,
    Cell,
    head,
    head_right,
    table,
    words,
)
from vdfbank.wording import terms
from vdfbank.wording.catalogue import N_
from vdfbank.wording.figures import person_or_loan
from vdfbank.wording.headings import ITEMS
from vdfbank.wording.language import Language

#: What a receipt is for, by the account that grew.
_RECEIPTS: dict[Account, str] = {SAVINGS: N_("Savings"), SHARES: N_("Shares")}


def print_cash_book(book: CashBook, language: Language) -> bytes:
    """The month as PDF: every line of the box, its sums, what was counted; the same content gives the same bytes."""
    form = language.say(N_("Cash book"))
    month = language.month(str(book.month))
    with PRINTING:
        story = [
            *begin(f"{form}: {month}", book.place, language.say(N_("All amounts are in kip.")), language),
            *_lines(book, language),
            *_counts(book, language),
        ]
        return print_pages(story, running(book.place, f"{form}  {month}", language), f"{form} {month}", language)


def _lines(book: CashBook, language: Language) -> Iterator[Flowable]:
    names = (N_("Date"), N_("Voucher"), N_("What"), N_("Who"))
    heads: list[Cell] = [head(language.say(name)) for name in names]
    heads += [head_right(language.say(name)) for name in (N_("In"), N_("Out"), N_("In the box"))]
    first = language.short_date(book.month.first)
    rows: list[list[Cell]] = [
        [first, "", head(language.say(N_("In the box before"))), "", "", "", _n(book.opening, language)]
    ]
    rows += [_line(line, book, language) for line in book.lines]
    sums = (_n(amount, language) for amount in (book.received, book.paid, book.closing))
    rows.append([language.short_date(book.month.last), "", head(language.say(N_("Sums of the month"))), "", *sums])
    widths = (19 * mm, 28 * mm, 42 * mm, 35 * mm, 21 * mm, 21 * mm)
    yield from long_table(
        heads, rows, (*widths, WIDTH - sum(widths)), (4, 5, 6), ("LINEABOVE", (0, -1), (-1, -1), LINE, INK)
    )


def _line(line: CashLine, book: CashBook, language: Language) -> list[Cell]:
    received, paid = (_n(amount, language) if amount else "" for amount in (line.received, line.paid))
    return [
        language.short_date(line.on),
        line.voucher,
        _what(line, book, language),
        _who(line, book, language),
        received,
        paid,
        _n(line.balance, language),
    ]


def _what(line: CashLine, book: CashBook, language: Language) -> str:
    said = _item(line, language)
    if line.text:
        said = f"{said}: {line.text}"
    if line.voucher in book.undone:
        undone = language.say(N_("reversed by {voucher}"), voucher=book.undone[line.voucher])
        said = f"{said}; {undone}"
    return said


def _item(line: CashLine, language: Language) -> str:
    if line.item == "receipt":
        name = _RECEIPTS.get(line.against)
        return language.say(name) if name else language.say(N_("Loan {loan} repaid"), loan=line.holder)
    if line.item in ("spend", "receive"):
        return terms.account(line.against, language)
    return language.say(ITEMS[line.item])


def _who(line: CashLine, book: CashBook, language: Language) -> str:
    # Running books taken over are everybody's.
    if line.holder is None or line.item == "take_over":
        return ""
    return person_or_loan(book.borrowers.get(LoanId(line.holder), line.holder), language, book.names)


def _counts(book: CashBook, language: Language) -> Iterator[Flowable]:
    """What was counted beside what the box should hold, the notes, and who signs."""
    yield Spacer(0, 3 * mm)
    yield CondPageBreak(60 * mm)
    if book.closed is not None:
        yield agreement(_advisers(book.closed, book, language), book.closed.sum, book.closing, language)
    yield KeepTogether([words(_counted(book.counted, language), TEXT_STYLE), _notes(book.counted, language)])
    yield signed(book.signers, book.names, language)


def _advisers(closed: Counted, book: CashBook, language: Language) -> str:
    return language.say(
        N_("When the month was closed the advisers counted {counted}; the cash book says {book}."),
        counted=language.kip(closed.sum),
        book=language.kip(book.closing),
    )


def _counted(counted: Counted | None, language: Language) -> str:
    if counted is None:
        return language.say(N_("The box was not counted this month. Notes counted now:"))
    said = language.say(
        N_("Last counted on {day} by act {act}: {counted}."),
        day=language.date(counted.on),
        act=language.number(counted.act),
        counted=language.kip(counted.sum),
    )
    more = N_("The notes:") if counted.pieces else N_("The notes were not written down. Notes counted now:")
    return f"{said} {language.say(more)}"


def _notes(counted: Counted | None, language: Language) -> Flowable:
    """Pieces and sum of each note, left free where nobody wrote them down."""
    pieces = counted.pieces if counted else None
    worths = sorted({*DENOMINATIONS, *(pieces or {})}, reverse=True)
    rows: list[list[Cell]] = [
        [head_right(language.say(name)) for name in (N_("Banknote"), N_("Pieces"), N_("Together"))]
    ]
    for worth in worths:
        number = pieces.get(worth, 0) if pieces else None
        figures = ("", "") if number is None else (_n(number, language), _n(worth * number, language))
        rows.append([_n(worth, language), *figures])
    summed = "" if pieces is None else _n(sum(worth * number for worth, number in pieces.items()), language)
    rows.append([head_right(language.say(N_("Together"))), "", summed])
    return table(rows, (26 * mm, 26 * mm, 40 * mm), (0, 1, 2), ("LINEABOVE", (0, -1), (-1, -1), LINE, INK))


def _n(amount: int, language: Language) -> str:
    return language.number(amount)
