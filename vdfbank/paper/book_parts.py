"""What the forms of the books share: how they begin, tables of any length, two sums that agree, who signs."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reportlab.lib.units import mm

from vdfbank.bank.person import PersonId
from vdfbank.content.place import Place
from vdfbank.content.signer import Signer
from vdfbank.paper.door import Flowable, KeepTogether, Spacer, Table
from vdfbank.paper.marks import Mark
from vdfbank.paper.signing import sign_lines, signatures
from vdfbank.paper.style import NOTE_STYLE, TEXT_STYLE, TITLE_STYLE, WIDTH, Cell, plain_table, table, words
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language, Name

#: ReportLab splits one long table slowly; parts of this many rows flow as fast as they are set.
ROWS_A_PART = 200


def begin(title: str, place: Place, note: str, language: Language) -> Iterator[Flowable]:
    """The name of the form, whose bank it is, and of when it speaks."""
    yield words(title, TITLE_STYLE)
    said = language.say(
        N_("Village bank of {village}, district {district}, province {province}"),
        village=place.village,
        district=place.district,
        province=place.province,
    )
    yield words(said, TEXT_STYLE)
    yield words(note, NOTE_STYLE)
    yield Spacer(0, 1.5 * mm)


def long_table(
    heads: Sequence[Cell],
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[float],
    figures: Sequence[int],
    *last: tuple[Any, ...],
) -> Iterator[Table]:
    """A table of any length; `last` are commands for the part with the last row (sums)."""
    for start in range(0, max(1, len(rows)), ROWS_A_PART):
        part = rows[start : start + ROWS_A_PART]
        more = last if start + ROWS_A_PART >= len(rows) else ()
        yield table([heads, *part], widths, figures, *more)


def agreement(said: str, left: int, right: int, language: Language, width: float = WIDTH) -> Flowable:
    """A line that says whether two sums agree, with mark and word; `said` names both and shows them."""
    agrees = left == right
    result = (
        language.say(N_("They agree."))
        if agrees
        else language.say(N_("They differ by {difference}."), difference=language.kip(abs(left - right)))
    )
    mark = Mark("right" if agrees else "wrong")
    line: list[Cell] = [mark, words(f"{said} {result}", TEXT_STYLE)]
    # The mark stands at the height of the first line.
    return plain_table(
        [line], (6 * mm, width - 6 * mm), ("TOPPADDING", (0, 0), (-1, 0), 6), ("TOPPADDING", (0, 0), (0, 0), 11)
    )


def signed(
    signers: Sequence[Signer],
    names: Mapping[PersonId, Name],
    language: Language,
    width: float = WIDTH,
    before: Sequence[Flowable] = (),
) -> Flowable:
    """Signature lines at the end of a form, on one page with what is signed for (`before`)."""
    lines = sign_lines(signers, names, language)
    rows = [lines[start : start + 4] for start in range(0, len(lines), 4)]
    return KeepTogether([*before, Spacer(0, 3 * mm), *(signatures(row, width) for row in rows)])
