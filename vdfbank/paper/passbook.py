"""Print a member's passbook: whole, or only the lines that are new onto a page that was printed before."""

from vdfbank.content.passbook import Passbook
from vdfbank.content.place import Place
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language


def print_passbook(book: Passbook, language: Language) -> bytes:
    """Cover and pages, the last with free lines on it; the same content gives the same bytes."""
    # ReportLab is loaded here: a program that prints nothing starts without it.
    from vdfbank.paper.door import PRINTING, PageBreak
    from vdfbank.paper.page import print_pages, running
    from vdfbank.paper.passbook_cover import cover
    from vdfbank.paper.passbook_page import PassbookPage, pages
    from vdfbank.paper.sizes import A5_ACROSS

    form = _form(book, language)
    with PRINTING:
        story = list(cover(book, language))
        for page in pages(book.lines, 1, book.before):
            story += [PageBreak(), PassbookPage(page, language)]
        return print_pages(story, running(book.place, form, language), form, language, A5_ACROSS)


def print_new_lines(book: Passbook, line: int, offset_mm: tuple[float, float], language: Language) -> bytes:
    """
    The new lines alone, from line `line` of a page already begun, moved right and up by `offset_mm`.

    Where they do not fit, whole new pages follow, the balances brought forward.
    """
    from vdfbank.paper.door import PRINTING
    from vdfbank.paper.page import Part, print_parts, running
    from vdfbank.paper.passbook_page import PassbookPage, pages
    from vdfbank.paper.sizes import A5_ACROSS

    form = _form(book, language)
    lines = running(book.place, form, language)
    with PRINTING:
        begun, *new = pages(book.lines, line, book.before)
        parts = [Part(lines, [PassbookPage(begun, language, grid=False, offset_mm=offset_mm)], is_overprint=True)]
        if new:
            parts.append(Part(lines, [PassbookPage(page, language) for page in new]))
        return print_parts(parts, form, language, A5_ACROSS)


def print_alignment(place: Place, offset_mm: tuple[float, float], language: Language) -> bytes:
    """Crosses where a page's lines begin and end, with rulers: what the offset of a printer is read off."""
    from vdfbank.paper.door import PRINTING
    from vdfbank.paper.page import print_pages, running
    from vdfbank.paper.passbook_alignment import Alignment
    from vdfbank.paper.sizes import A5_ACROSS

    form = language.say(N_("Passbook: test page"))
    with PRINTING:
        story = [Alignment(language, offset_mm)]
        return print_pages(story, running(place, form, language), form, language, A5_ACROSS)


def _form(book: Passbook, language: Language) -> str:
    return language.say(N_("Passbook {member}"), member=book.member)
