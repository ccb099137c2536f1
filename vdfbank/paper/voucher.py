"""Print receipts and payment vouchers, A6."""

from collections.abc import Iterator, Sequence

from reportlab.lib.units import mm

from vdfbank.bank.account import DIVIDENDS_PAYABLE, ENTRY_FEES, INTEREST, LOANS, PENALTIES, SAVINGS, SHARES, Account
from vdfbank.bank.money import LARGEST_KIP
from vdfbank.content.voucher import BalancesAfter, Voucher, VoucherPart
from vdfbank.paper.door import BOLD, PRINTING, TA_CENTER, TA_RIGHT, Flowable, ParagraphStyle
from vdfbank.paper.page import Running, running
from vdfbank.paper.signing import sign_lines, signatures, with_thumb
from vdfbank.paper.sizes import A6
from vdfbank.paper.slips import Slip, print_slips
from vdfbank.paper.style import (
    FIGURE_STYLE,
    HAIRLINE,
    HEADING_STYLE,
    INK,
    LEADING,
    LINE,
    NOTE_STYLE,
    PALE,
    Cell,
    label,
    plain_table,
    words,
)
from vdfbank.rules.effects import Item
from vdfbank.wording import terms
from vdfbank.wording.catalogue import N_
from vdfbank.wording.figures import person_or_loan
from vdfbank.wording.headings import ITEMS
from vdfbank.wording.in_words import amount_in_words
from vdfbank.wording.language import Language

_WIDTH = A6.text_width
_TITLES = {"receipt": N_("Receipt"), "payment": N_("Payment voucher")}
_WHO = {"receipt": N_("Received from"), "payment": N_("Paid to")}
_SIGNS = {"receipt": N_("Payer"), "payment": N_("Receiver")}

_NAME_STYLE = ParagraphStyle("who", parent=HEADING_STYLE, spaceBefore=0, spaceAfter=0)
_TITLE_STYLE = ParagraphStyle("slip", parent=_NAME_STYLE, fontSize=13, leading=13 * LEADING)
_NUMBER_STYLE = ParagraphStyle("number", parent=_NAME_STYLE, alignment=TA_RIGHT)
_AMOUNT_STYLE = ParagraphStyle("amount", parent=_TITLE_STYLE, alignment=TA_RIGHT)
_COPY_STYLE = ParagraphStyle("copy", fontName=BOLD, fontSize=20, leading=20 * LEADING, alignment=TA_CENTER)

#: What a part is for, where the account's own name does not say it to a member.
_FOR: dict[Account, str] = {
    SAVINGS: N_("Savings"),
    SHARES: N_("Shares"),
    ENTRY_FEES: N_("Entry fee"),
    DIVIDENDS_PAYABLE: N_("Dividend"),
}
_FOR_LOAN: dict[Account, str] = {
    PENALTIES: N_("Penalty, loan {loan}"),
    INTEREST: N_("Interest, loan {loan}"),
    LOANS: N_("Principal, loan {loan}"),
}
_RECOVERED = N_("Recovered of loan {loan}, written off")


def print_vouchers(vouchers: Sequence[Voucher], language: Language, *, single: bool) -> bytes:
    """The vouchers as PDF, four on a sheet or one a page; the same content gives the same bytes."""
    title = language.say(_TITLES[vouchers[0].kind])
    with PRINTING:
        return print_slips([_slip(voucher, language) for voucher in vouchers], title, language, single=single)


def _slip(voucher: Voucher, language: Language) -> Slip:
    return Slip(_running(voucher, language), lambda: list(_story(voucher, language)))


def _running(voucher: Voucher, language: Language) -> Running:
    """The number, which names the month, stands on every piece: a signature alone must find what was signed."""
    return running(voucher.place, voucher.number, language)


def _story(voucher: Voucher, language: Language) -> Iterator[Flowable]:
    yield from _title(voucher, language)
    if voucher.is_copy:
        yield _boxed(words(language.say(N_("COPY")), _COPY_STYLE))
    yield from _reversals(voucher, language)
    yield _facts(voucher, language)
    yield _parts(voucher, language)
    yield _amount(voucher, language)
    if voucher.after is not None:
        yield _after(voucher.after, language)
    yield _signed(voucher, language)


def _title(voucher: Voucher, language: Language) -> Iterator[Flowable]:
    """Kind and number, then the day and the characters that tie the paper to the book."""
    left = 47 * mm
    code = language.say(N_("Check code {code}"), code=voucher.code)
    name: list[Cell] = [words(language.say(_TITLES[voucher.kind]), _TITLE_STYLE), words(voucher.number, _NUMBER_STYLE)]
    yield plain_table([name], (left, _WIDTH - left), _BASE, *_NO_SIDES)
    left = 36 * mm
    day: list[Cell] = [label(language.date(voucher.on)), words(code, FIGURE_STYLE)]
    yield plain_table([day], (left, _WIDTH - left), *_NO_SIDES)


_BASE = ("VALIGN", (0, 0), (-1, -1), "BOTTOM")
_NO_SIDES = (("LEFTPADDING", (0, 0), (0, -1), 0), ("RIGHTPADDING", (-1, 0), (-1, -1), 0))


def _boxed(what: Flowable) -> Flowable:
    return plain_table([[what]], (_WIDTH,), ("BOX", (0, 0), (-1, -1), LINE, INK))


def _reversals(voucher: Voucher, language: Language) -> Iterator[Flowable]:
    """A voucher taken back is worth nothing any more, and says so before anything else."""
    if voucher.reversed_by is not None:
        said = language.say(N_("No longer valid: reversed by {voucher}."), voucher=voucher.reversed_by)
        yield _boxed(words(said, _NAME_STYLE))
    if voucher.reverses is not None:
        yield words(language.say(N_("Reverses {voucher}."), voucher=voucher.reverses), _NAME_STYLE)


def _facts(voucher: Voucher, language: Language) -> Flowable:
    rows: list[list[Cell]] = [_fact(_WHO[voucher.kind], _who(voucher, language), language, _NAME_STYLE)]
    if voucher.nominee is not None:
        rows[0] = _fact(_WHO[voucher.kind], voucher.nominee or _BY_HAND, language, _NAME_STYLE)
        rows.append(_fact(N_("Savings of"), _who(voucher, language), language))
    if voucher.text:
        rows.append(_fact(N_("For"), voucher.text, language))
    left = 23 * mm
    return plain_table(rows, (left, _WIDTH - left), *_NO_SIDES)


#: What happens between the box and the bank's own account, or in the box alone.
_WITHIN: tuple[Item, ...] = ("draw", "deposit", "count")
#: Somebody whom no act names: the treasurer writes the name.
_BY_HAND = "." * 40


def _who(voucher: Voucher, language: Language) -> str:
    if voucher.who is not None:
        return person_or_loan(voucher.who, language, voucher.names)
    return language.say(N_("Village bank")) if voucher.item in (*_WITHIN, "take_over") else _BY_HAND


def _fact(name: str, value: str, language: Language, style: ParagraphStyle | None = None) -> list[Cell]:
    return [words(language.say(name), NOTE_STYLE), words(value, style) if style else label(value)]


def _parts(voucher: Voucher, language: Language) -> Flowable:
    rows: list[list[Cell]] = [
        [label(_for(part, voucher, language)), words(language.number(part.amount), FIGURE_STYLE)]
        for part in voucher.parts
    ]
    right = 36 * mm
    return plain_table(
        rows,
        (_WIDTH - right, right),
        ("LINEABOVE", (0, 0), (-1, 0), LINE, INK),
        ("LINEBELOW", (0, 0), (-1, -1), HAIRLINE, PALE),
        *_NO_SIDES,
    )


def _for(part: VoucherPart, voucher: Voucher, language: Language) -> str:
    if voucher.item in _WITHIN:
        return language.say(ITEMS[voucher.item])
    if part.loan is not None:
        paid_out = N_("Loan {loan} paid out") if voucher.item == "pay_out" else None
        return language.say(paid_out or _FOR_LOAN.get(part.account, _RECOVERED), loan=part.loan)
    return language.say(_FOR[part.account]) if part.account in _FOR else terms.account(part.account, language)


def _amount(voucher: Voucher, language: Language) -> Flowable:
    """In figures as large as the name of the form, and in words where there are words for so much."""
    rows: list[list[Cell]] = [[words(language.kip(voucher.amount), _AMOUNT_STYLE)]]
    if voucher.amount <= LARGEST_KIP:
        rows.append([label(amount_in_words(voucher.amount, language))])
    return plain_table(
        rows,
        (_WIDTH,),
        ("LINEABOVE", (0, 0), (-1, 0), LINE, INK),
        ("BOX", (0, 0), (-1, -1), LINE, INK),
    )


def _after(after: BalancesAfter, language: Language) -> Flowable:
    """What the member has now."""
    rows: list[list[Cell]] = [_left(language.say(N_("Savings after this")), after.savings, language)]
    if after.shares:
        rows.append(_left(language.say(N_("Shares after this")), after.shares, language))
    for loan, owed in after.loans.items():
        rows.append(_left(language.say(N_("Principal of {loan} still owed"), loan=loan), owed, language))
    right = 38 * mm
    return plain_table(rows, (_WIDTH - right, right), *_NO_SIDES)


def _left(name: str, amount: int, language: Language) -> list[Cell]:
    return [words(name, NOTE_STYLE), words(language.number(amount), FIGURE_STYLE)]


def _signed(voucher: Voucher, language: Language) -> Flowable:
    """The member with room for a thumb; then those who hold the box and answer for it."""
    hand = "" if voucher.who is None or voucher.nominee else person_or_loan(voucher.who, language, voucher.names)
    member = with_thumb((voucher.nominee or hand, language.say(_SIGNS[voucher.kind])), _WIDTH, language)
    officers = signatures(sign_lines(voucher.signers, voucher.names, language), _WIDTH, room=7.5 * mm)
    rows: list[list[Cell]] = [[member], [officers]]
    return plain_table(rows, (_WIDTH,), ("NOSPLIT", (0, 0), (-1, -1)), *_NO_SIDES)
