"""The tables of a statement: savings or shares, a loan, what else was paid; each with its sums."""

from collections.abc import Iterator, Mapping

from reportlab.lib.units import mm

from vdfbank.content.statement import Card, LoanPart, OtherLine, Undone
from vdfbank.ledger.cards import CardLine, LoanCardLine
from vdfbank.paper.door import Flowable
from vdfbank.paper.sizes import A5
from vdfbank.paper.style import INK, LINE, Cell, head, head_right, label, table
from vdfbank.wording.catalogue import N_
from vdfbank.wording.headings import ITEMS
from vdfbank.wording.language import Language

_WIDTH = A5.text_width
_DATE, _FIGURE, _BALANCE = 18.5 * mm, 20.5 * mm, 22 * mm
_CARD = (_DATE, _WIDTH - _DATE - 2 * _FIGURE - _BALANCE, _FIGURE, _FIGURE, _BALANCE)
_OTHER = 25 * mm
_WHAT = 30 * mm
_LOAN = (_WHAT, 20.5 * mm, 20.5 * mm, 18 * mm, 17 * mm, _WIDTH - _WHAT - 76 * mm)
_OTHERS = (_DATE, _WIDTH - _DATE - 2 * _OTHER, _OTHER, _OTHER)
Marks = Mapping[str, Undone]


def own_money(card: Card, receipt: str, marks: Marks, language: Language) -> Flowable:
    """Savings, or shares; `receipt` is what a payment into them is called."""
    heads: list[Cell] = [head(language.say(N_("Date"))), head(language.say(N_("What")))]
    heads += [head_right(language.say(name)) for name in (N_("Paid in"), N_("Taken out"), N_("Balance"))]
    rows: list[list[Cell]] = [["", label(language.say(N_("Balance before"))), "", "", language.number(card.opening)]]
    rows += [_card_line(line, receipt, marks, language) for line in card.lines]
    sums = (card.paid_in, card.taken_out, card.closing)
    rows.append(["", head(language.say(N_("Together"))), *map(language.number, sums)])
    return table([heads, *rows], _CARD, (2, 3, 4), ("LINEABOVE", (0, -1), (-1, -1), LINE, INK))


def _card_line(line: CardLine, receipt: str, marks: Marks, language: Language) -> list[Cell]:
    what = language.say(receipt) if line.item == "receipt" else language.say(ITEMS[line.item])
    return [
        language.short_date(line.on),
        label(_with_mark(f"{what} {line.voucher}", line.voucher, marks, language)),
        _figure(line.paid_in, language),
        _figure(line.taken_out, language),
        language.number(line.balance),
    ]


def loan(part: LoanPart, marks: Marks, language: Language) -> Flowable:
    names = (N_("Lent"), N_("Principal"), N_("Interest"), N_("Penalty"), N_("Still owed"))
    rows: list[list[Cell]] = [[head(language.say(N_("Date"))), *(head_right(language.say(name)) for name in names)]]
    rows.append([label(language.say(N_("Balance before"))), "", "", "", "", language.number(part.opening)])
    rows += [_loan_line(line, marks, language) for line in part.lines]
    sums = (sum(getattr(line, column) for line in part.lines) for column in _LOAN_COLUMNS)
    rows.append([head(language.say(N_("Together"))), *map(language.number, sums), language.number(part.left)])
    return table(rows, _LOAN, (1, 2, 3, 4, 5), ("LINEABOVE", (0, -1), (-1, -1), LINE, INK))


_LOAN_COLUMNS = ("paid_out", "principal", "interest", "penalty")
#: What the columns of a loan say by themselves.
_PLAIN = frozenset({"pay_out", "receipt"})


def _loan_line(line: LoanCardLine, marks: Marks, language: Language) -> list[Cell]:
    what = "" if line.item in _PLAIN else f" {language.say(ITEMS[line.item])}"
    said = f"{language.short_date(line.on)} {line.voucher}{what}"
    amounts = (_figure(getattr(line, column), language) for column in _LOAN_COLUMNS)
    return [label(_with_mark(said, line.voucher, marks, language)), *amounts, language.number(line.balance)]


def others(lines: tuple[OtherLine, ...], language: Language) -> Flowable:
    heads: list[Cell] = [head(language.say(N_("Date"))), head(language.say(N_("What")))]
    heads += [head_right(language.say(N_("You paid"))), head_right(language.say(N_("You received")))]
    rows: list[list[Cell]] = [
        [
            language.short_date(line.on),
            label(f"{language.say(ITEMS[line.item])} {line.voucher}"),
            _figure(line.paid, language),
            _figure(line.received, language),
        ]
        for line in lines
    ]
    return table([heads, *rows], _OTHERS, (2, 3))


def _with_mark(said: str, voucher: str, marks: Marks, language: Language) -> str:
    return " ".join((said, *_marks(marks.get(voucher, Undone()), language)))


def _marks(undone: Undone, language: Language) -> Iterator[str]:
    if undone.reverses is not None:
        yield language.say(N_("(reverses {voucher})"), voucher=undone.reverses)
    if undone.reversed_by is not None:
        yield language.say(N_("(reversed by {voucher})"), voucher=undone.reversed_by)


def _figure(amount: int, language: Language) -> str:
    return language.number(amount) if amount else ""
