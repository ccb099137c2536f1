"""The cover of a passbook: whose it is, and who stands for it."""

from collections.abc import Iterator

from reportlab.lib.units import mm

from vdfbank.content.passbook import Passbook
from vdfbank.paper.door import Flowable, Spacer
from vdfbank.paper.marks import SignatureBox
from vdfbank.paper.sizes import A5_ACROSS
from vdfbank.paper.style import HUGE_STYLE, NOTE_STYLE, TEXT_STYLE, TITLE_STYLE, Cell, plain_table, words
from vdfbank.paper.titles import title
from vdfbank.wording import terms
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language

_WIDTH = A5_ACROSS.text_width
_NUMBER_WIDTH = 52 * mm
_SIGNATURES = 3


def cover(book: Passbook, language: Language) -> Iterator[Flowable]:
    yield from title(language.say(N_("Member's passbook")), book.place, language)
    yield Spacer(0, 3 * mm)
    # The number is what is asked for on a savings day: it is read from across the table.
    rows: list[list[Cell]] = [[words(book.member, HUGE_STYLE), [*_about(book, language)]]]
    yield plain_table(rows, (_NUMBER_WIDTH, _WIDTH - _NUMBER_WIDTH))
    yield Spacer(0, 4 * mm)
    yield _signatures(book, language)
    yield Spacer(0, 3 * mm)
    asked = N_("Bring this book on every savings day. Each line is signed by you and by the bank.")
    yield words(language.say(asked), NOTE_STYLE)


def _about(book: Passbook, language: Language) -> Iterator[Flowable]:
    yield words(language.person(book.member, book.names), TITLE_STYLE)
    facts = (
        (N_("Household"), book.household),
        (N_("Village unit"), book.village_unit or ""),
        (N_("Joined"), language.date(book.joined)),
        (N_("Nominee"), book.nominee or ""),
    )
    rows: list[list[Cell]] = [[words(language.say(name), NOTE_STYLE), words(fact, TEXT_STYLE)] for name, fact in facts]
    yield plain_table(rows, (40 * mm, _WIDTH - _NUMBER_WIDTH - 42 * mm))


def _signatures(book: Passbook, language: Language) -> Flowable:
    width = _WIDTH / _SIGNATURES
    thumb = language.say(N_("Thumbprint"))
    signing = [(book.member, language.say(N_("Member")))]
    signing += [(person, terms.word(role, language) or role) for person, role in book.officers]
    boxes: list[Cell] = [
        SignatureBox(f"{person} {language.person(person, book.names)}", role, thumb, width - 2 * mm)
        for person, role in signing[:_SIGNATURES]
    ]
    return plain_table([[*boxes, *[""] * (_SIGNATURES - len(boxes))]], (width,) * _SIGNATURES)
