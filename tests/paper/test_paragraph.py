"""Lines of Lao on paper end between words."""

from io import BytesIO
from itertools import pairwise
from typing import Literal
from unicodedata import category

import pytest

from tests.paper.lines import SAMPLES, read
from vdfbank.paper.door import BaseDocTemplate, Canvas, Frame, PageTemplate, ParagraphStyle, Table
from vdfbank.paper.paragraph import LaoParagraph
from vdfbank.paper.style import TEXT_STYLE, words
from vdfbank.wording.breaks import pieces

LONG = "".join(SAMPLES[number] for number in (0, 2, 5)) + " " + SAMPLES[6]
DEPENDENT = "ະາຳຽໆຯ"


def lines(paragraph: LaoParagraph, width: float) -> list[str]:
    """The lines of a paragraph as they stand on the page."""
    out = BytesIO()
    _, height = paragraph.wrap(width, 10_000)
    canvas = Canvas(out, pagesize=(width + 20, height + 20), invariant=1)
    paragraph.drawOn(canvas, 10, 10)
    canvas.save()
    return read(out.getvalue())[0].splitlines()


@pytest.mark.parametrize("width", range(90, 400, 17))
def test_a_line_ends_where_a_word_ends(width: float) -> None:
    set_lines = lines(words(LONG), width)
    ends = {"".join(pieces(LONG)[: number + 1]).replace(" ", "") for number in range(len(pieces(LONG)))}
    done = ""
    for line in set_lines:
        assert category(line[0]) != "Mn"
        assert line[0] not in DEPENDENT
        done += line.replace(" ", "")
        assert done in ends
    assert done == LONG.replace(" ", "")


def test_no_line_is_wider_than_its_column() -> None:
    paragraph = words(LONG)
    paragraph.wrap(120, 10_000)
    assert max(paragraph.getActualLineWidths0()) <= 120
    assert 10 < paragraph.minWidth() <= 120


def test_bold_may_begin_inside_a_word() -> None:
    paragraph = LaoParagraph("<b>ຍອດເງິນ</b>ກູ້ຢືມທັງໝົດ <font size=12>ຂອງສະມາຊິກ</font>ທຸກຄົນໃນບ້ານ", TEXT_STYLE)
    assert "".join(lines(paragraph, 70)).replace(" ", "") == "ຍອດເງິນກູ້ຢືມທັງໝົດຂອງສະມາຊິກທຸກຄົນໃນບ້ານ"


@pytest.mark.parametrize("alignment", [0, 1, 2])
def test_lines_may_stand_left_in_the_middle_or_right(alignment: Literal[0, 1, 2]) -> None:
    paragraph = LaoParagraph(LONG, ParagraphStyle("aligned", TEXT_STYLE, alignment=alignment))
    assert "".join(lines(paragraph, 150)).replace(" ", "") == LONG.replace(" ", "")


def test_english_breaks_at_its_spaces() -> None:
    assert lines(words("Savings grew by a little"), 70) == ["Savings grew", "by a little"]


def test_a_figure_keeps_its_unit() -> None:
    for width in range(60, 160, 5):
        assert not any(line.startswith(("ກີບ", "%")) for line in lines(words("ເງິນສົດ 5.532.665 ກີບ ແລະ 41,86 %"), width))


def test_what_looks_like_markup_stays_text() -> None:
    assert lines(words("ນາງ <b>ແກ້ວ</b> & Co"), 300) == ["ນາງ <b>ແກ້ວ</b> & Co"]


def test_a_paragraph_in_a_cell_flows_over_pages() -> None:
    out = BytesIO()
    document = BaseDocTemplate(out, pagesize=(220, 150), invariant=1)
    document.addPageTemplates([PageTemplate("page", [Frame(10, 10, 200, 130)])])
    document.build([Table([[words(LONG)], [words(LONG)]], colWidths=[150]), words(" ".join([LONG] * 3))])
    text = "".join(read(out.getvalue())).replace("\n", "").replace(" ", "")
    assert text == LONG.replace(" ", "") * 5


#: A name no list knows, long enough for several lines; its every letter carries signs.
NAME = "".join(
    f"{before}{letter}{after}"
    for letter, (before, after) in zip(
        "ຂຄງຖຍຍດຕຖທ" * 2, [("", "ຶ້"), ("", "ຳ້"), ("ແ", "ຼ່ຽະ"), ("ເ", "ຼົ້າ")] * 5, strict=True
    )
)
SPACING = "ະາຳຽ"


def is_cut_inside(before: str, after: str) -> bool:
    return category(after[0]) == "Mn" or after[0] in SPACING or before[-1] in "ເແໂໃໄ"


def test_no_list_knows_the_name() -> None:
    assert pieces(NAME) == [NAME]


@pytest.mark.parametrize("width", [30, 38, 40, 61, 120])
@pytest.mark.parametrize("around", [("", ""), ("ທ້າວ ", " ບຸນມີ"), ("Mr. (", ")")])
def test_a_name_wider_than_its_line_is_cut_between_letters_with_their_signs(
    width: float, around: tuple[str, str]
) -> None:
    text = NAME.join(around)
    set_lines = lines(words(text), width)
    assert "".join(set_lines).replace(" ", "") == text.replace(" ", "")
    assert not any(is_cut_inside(before, after) for before, after in pairwise(set_lines))
    paragraph = words(text)
    paragraph.wrap(width, 10_000)
    assert max(paragraph.getActualLineWidths0()) <= width


def test_a_long_name_that_goes_to_another_column_loses_nothing() -> None:
    paragraph = words(f"ທ້າວ {NAME} ບຸນມີ")
    for width in (200, 30, 90):
        paragraph.wrap(width, 10_000)
        set_lines = lines(paragraph, width)
        assert "".join(set_lines).replace(" ", "") == f"ທ້າວ{NAME}ບຸນມີ"
        assert not any(is_cut_inside(before, after) for before, after in pairwise(set_lines))
