"""Lines to sign on: room for a hand above, name and office below."""

from collections.abc import Mapping, Sequence

from reportlab.lib.units import mm
from typing_extensions import override

from vdfbank.bank.person import PersonId
from vdfbank.content.signer import Signer
from vdfbank.paper.door import NORMAL, Flowable, Spacer, Table
from vdfbank.paper.style import GREY, HAIRLINE, INK, LEADING, LINE, NOTE_STYLE, SMALL, Cell, label, plain_table, words
from vdfbank.wording import terms
from vdfbank.wording.catalogue import N_
from vdfbank.wording.figures import person_or_loan
from vdfbank.wording.language import Language, Name

#: Between two lines.
_GAP = 6 * mm
_ROOM = 11 * mm

#: A name (empty where anybody may sign), and as what.
SignLine = tuple[str, str]


def sign_lines(signers: Sequence[Signer], names: Mapping[PersonId, Name], language: Language) -> list[SignLine]:
    """The lines of offices, each with whoever held it."""
    return [
        (
            person_or_loan(signer.person, language, names) if signer.person else "",
            language.say(terms.ROLES[signer.role]),
        )
        for signer in signers
    ]


def signatures(lines: Sequence[SignLine], width: float, room: float = _ROOM) -> Table:
    """Lines side by side over `width`; they stay on one page."""
    each = (width - _GAP * (len(lines) - 1)) / len(lines)
    hands: list[Cell] = [Spacer(1, room)]
    whose: list[Cell] = [_named(*lines[0])]
    widths, ruled = [each], [0]
    for line in lines[1:]:
        hands += ["", Spacer(1, room)]
        whose += ["", _named(*line)]
        widths += [_GAP, each]
        ruled.append(ruled[-1] + 2)
    rules = [("LINEABOVE", (column, 1), (column, 1), LINE, INK) for column in ruled]
    return plain_table([hands, whose], widths, ("NOSPLIT", (0, 0), (-1, -1)), *rules)


def _named(name: str, role: str) -> Flowable:
    """Name over office; a name that is not known is written by hand."""
    office = words(role, NOTE_STYLE)
    return [label(name), office] if name else [office]  # type: ignore[return-value]


class Thumb(Flowable):
    """A square for the thumb of who does not write."""

    SIDE = 15 * mm
    #: The word below is a little longer than the square.
    WIDTH = 21 * mm

    def __init__(self, said: str) -> None:
        super().__init__()
        self.said, self.width, self.height = said, self.WIDTH, self.SIDE + SMALL * LEADING

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        pen, below = self.canv, SMALL * LEADING
        pen.setStrokeColor(GREY)
        pen.setLineWidth(HAIRLINE)
        pen.rect(self.width - self.SIDE, below, self.SIDE, self.SIDE)
        pen.setFont(NORMAL, SMALL)
        pen.setFillColor(GREY)
        pen.drawRightString(self.width, 0.45 * SMALL, self.said)


def with_thumb(line: SignLine, width: float, language: Language) -> Table:
    """One line with a square beside it."""
    beside = Thumb.WIDTH + 2 * mm
    hand = signatures([line], width - beside, room=Thumb.SIDE - 4 * mm)
    square = Thumb(language.say(N_("Thumbprint")))
    return plain_table(
        [[hand, square]],
        (width - beside, beside),
        ("NOSPLIT", (0, 0), (-1, -1)),
        ("ALIGN", (1, 0), (1, 0), "RIGHT"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    )
