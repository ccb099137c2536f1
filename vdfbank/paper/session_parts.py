"""What the papers of a training session share: people by sex, who signs."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.units import mm

from vdfbank.content.attendance import BySex
from vdfbank.paper.door import Flowable
from vdfbank.paper.marks import SignatureBox
from vdfbank.paper.style import WIDTH, Cell, head, head_right, label, plain_table, table
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language


def by_sex_table(lines: Sequence[tuple[str, BySex | None]], language: Language, *more: tuple[Any, ...]) -> Flowable:
    """Women, men and both together, a line each; None leaves the line to be filled in by hand."""
    heads: list[Cell] = [head(""), *(head_right(language.say(name)) for name in (N_("Women"), N_("Men"), N_("All")))]
    rows: list[list[Cell]] = [[label(name), *by_sex(count, language)] for name, count in lines]
    widths = (60 * mm, 24 * mm, 24 * mm, 24 * mm)
    return table([heads, *rows], widths, (1, 2, 3), *more)


def by_sex(count: BySex | None, language: Language) -> list[Cell]:
    if count is None:
        return ["", "", ""]
    return [language.number(figure) for figure in (count.women, count.men, count.together)]


def signing(language: Language) -> Flowable:
    """The trainer and somebody of the committee sign that it was so."""
    boxes: list[Cell] = [
        SignatureBox(language.say(name), "", language.say(N_("Thumbprint")), WIDTH / 2 - 6 * mm)
        for name in (N_("Trainer"), N_("Management committee"))
    ]
    return plain_table([boxes], (WIDTH / 2, WIDTH / 2))
