"""Lao on paper has the right shape, and the text of the page is the text."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import uharfbuzz

from tests.paper.lines import HARD_WORDS, MIXED, SAMPLES, page, read, read_with_poppler
from vdfbank.paper.door import BOLD, NORMAL, Canvas, pdfmetrics
from vdfbank.wording.breaks import words

FONTS = Path(__file__).parents[2] / "vdfbank" / "resources" / "fonts"
FILES = {NORMAL: "NotoSansLao-Regular.ttf", BOLD: "NotoSansLao-Bold.ttf"}


@pytest.mark.parametrize("font", FILES)
def test_sixteen_lines_are_read_back_exactly(font: str) -> None:
    (text,) = read(page(SAMPLES, font))
    assert text.splitlines() == list(SAMPLES)


@pytest.mark.parametrize("font", FILES)
@pytest.mark.parametrize("lines", [SAMPLES, MIXED, HARD_WORDS], ids=["lao", "mixed", "words"])
def test_two_programs_read_lines_back_exactly(font: str, lines: tuple[str, ...]) -> None:
    pdf = page(lines, font)
    assert read(pdf)[0].splitlines() == list(lines)
    assert read_with_poppler(pdf) == list(lines)


def test_poppler_reads_words_of_the_dictionary_back_exactly() -> None:
    chosen = tuple(sorted(words())[::25])
    assert read_with_poppler(page(chosen)) == list(chosen)


@pytest.mark.parametrize("word", HARD_WORDS)
def test_a_hard_word_is_found_on_the_page(word: str) -> None:
    document = pypdfium2.PdfDocument(page((f"ກ່ອນ {word} ຫຼັງ",)))
    assert document[0].get_textpage().search(word).get_next() is not None


def test_words_of_the_dictionary_are_read_back_exactly() -> None:
    chosen = tuple(sorted(words())[::25])
    assert len(chosen) > 400
    (text,) = read(page(chosen))
    assert text.splitlines() == list(chosen)


def test_a_document_may_show_more_signs_than_one_subset_holds() -> None:
    chosen = tuple(word for word in sorted(words()) if len(word) > 6)[::6]
    pdf = page(chosen)
    assert len(set(re.findall(rb"/BaseFont /([A-Z]{6}\+NotoSansLao-Regular)", pdf))) > 1
    (text,) = read(pdf)
    assert text.splitlines() == list(chosen)


def test_two_fonts_may_meet_in_one_word() -> None:
    out = BytesIO()
    canvas = Canvas(out, invariant=1)
    pen = canvas.beginText(50, 700)
    for font, part in ((BOLD, "ຍອດເງິນ"), (NORMAL, "ກູ້ຢືມ"), (BOLD, "(2026)")):
        pen.setFont(font, 12)
        pen.textOut(part)
    canvas.drawText(pen)
    canvas.save()
    assert read(out.getvalue()) == ["ຍອດເງິນກູ້ຢືມ(2026)"]


def test_every_font_lies_inside_the_document() -> None:
    pdf = page(SAMPLES)
    assert fonts(pdf) == {"NotoSansLao-Regular"}
    assert b"Helvetica" not in pdf


def test_the_same_page_has_the_same_bytes_whatever_was_printed_before() -> None:
    plain = page(("Savings 5,000",))
    lao = page(SAMPLES)
    assert page(SAMPLES) == lao
    assert page(("Savings 5,000",)) == plain


def test_two_documents_may_be_written_at_a_time() -> None:
    outs = (BytesIO(), BytesIO())
    pens = [Canvas(out, invariant=1) for out in outs]
    for line in SAMPLES[:4]:
        for pen in pens:
            pen.setFont(NORMAL, 12)
            pen.drawString(50, 700, line)
            pen.showPage()
    for pen in pens:
        pen.save()
    assert read(outs[0].getvalue()) == list(SAMPLES[:4])
    assert outs[0].getvalue() == outs[1].getvalue()


@pytest.mark.parametrize("line", ["ນາງ Nguyễn Thị (M21)", "ທ້າວ 村上 ສີ", "ກ\u0301ຂ ก้อน", "🐄 ງົວ"])
def test_a_letter_the_font_lacks_is_a_box_that_is_read_as_the_letter(line: str) -> None:
    assert read(page((line,))) == [line]
    assert read_with_poppler(page((line,))) == [line]


def test_a_box_is_as_wide_as_it_is_reckoned() -> None:
    font: Any = pdfmetrics.getFont(NORMAL)
    face = font.face
    assert pdfmetrics.stringWidth("村", NORMAL, 1_000) == face.charWidths[face.box_for("村")]


def test_codes_of_our_own_glyphs_cannot_be_typed() -> None:
    pdf = page(("ເງິນກູ້ຢືມ", "a\U000f0000\U000f0001b"))
    assert "a\U000f0000" not in read(pdf)[0]
    assert read(pdf)[0].splitlines()[0] == "ເງິນກູ້ຢືມ"
    unknown = pdfmetrics.stringWidth("\ufffd", NORMAL, 10)
    assert pdfmetrics.stringWidth("\U000f0001", NORMAL, 10) == unknown


def test_spaces_that_are_not_seen_are_not_written() -> None:
    assert read(page(("ເງິນ\u200bຝາກ",))) == ["ເງິນຝາກ"]
    width = pdfmetrics.stringWidth("ເງິນ\u200bຝາກ", NORMAL, 10)
    assert width == pdfmetrics.stringWidth("ເງິນຝາກ".encode(), NORMAL, 10)


def test_a_space_without_break_is_a_space() -> None:
    assert read(page(("5.000\u00a0ກີບ",))) == ["5.000 ກີບ"]


def test_signs_that_repeat_are_one_code() -> None:
    """PDFium forgets the second of two empty codes."""
    assert read(page(("ກ່່ຂ",))) == ["ກ່່ຂ"]


@pytest.mark.parametrize("font", FILES)
def test_shapes_are_those_of_harfbuzz(font: str) -> None:
    """At most one pixel of a hundred differs from the outlines drawn where HarfBuzz puts them."""
    drawn, truth = pixels(page(SAMPLES, font, 24)), pixels(outlines(SAMPLES, font, 24))
    ink = sum(truth)
    differing = sum(one != other for one, other in zip(drawn, truth, strict=True))
    assert ink > 10_000
    assert differing / ink <= 0.01


def fonts(pdf: bytes) -> set[str]:
    """The fonts a document shows text in; every one must be embedded."""
    document = pypdfium2.PdfDocument(pdf)
    names: set[str] = set()
    for one in document:
        for shown in one.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
            font = pypdfium2.raw.FPDFTextObj_GetFont(shown.raw)
            assert pypdfium2.raw.FPDFFont_GetIsEmbedded(font) == 1
            names.add(base_name(font))
    return names


def base_name(font: object) -> str:
    length = pypdfium2.raw.FPDFFont_GetBaseFontName(font, None, 0)
    name = bytearray(length)
    view = (pypdfium2.raw.c_char * length).from_buffer(name)
    pypdfium2.raw.FPDFFont_GetBaseFontName(font, view, length)
    return name.rstrip(b"\0").decode()


def pixels(pdf: bytes) -> list[bool]:
    picture = pypdfium2.PdfDocument(pdf)[0].render(scale=4, grayscale=True)
    return [value < 128 for value in bytes(picture.buffer)]


class Pen:
    """Draws the outline of a glyph as a path, TrueType's curves as cubic ones."""

    def __init__(self, path: object, x: float, y: float, scale: float) -> None:
        self.path, self.x, self.y, self.scale = path, x, y, scale
        self.at = (0.0, 0.0)

    def place(self, point: tuple[float, float]) -> tuple[float, float]:
        return self.x + point[0] * self.scale, self.y + point[1] * self.scale

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802 - the names of a font pen
        self.at = point
        self.path.moveTo(*self.place(point))  # type: ignore[attr-defined]

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self.at = point
        self.path.lineTo(*self.place(point))  # type: ignore[attr-defined]

    def qCurveTo(self, control: tuple[float, float], end: tuple[float, float]) -> None:  # noqa: N802
        near, far = (
            (start[0] + 2 / 3 * (control[0] - start[0]), start[1] + 2 / 3 * (control[1] - start[1]))
            for start in (self.at, end)
        )
        self.path.curveTo(*self.place(near), *self.place(far), *self.place(end))  # type: ignore[attr-defined]
        self.at = end

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        raise AssertionError(f"TrueType has no cubic curves: {points}")

    def closePath(self) -> None:  # noqa: N802
        self.path.close()  # type: ignore[attr-defined]


def outlines(lines: tuple[str, ...], font: str, size: float) -> bytes:
    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(FONTS / FILES[font])))
    shaping, scale = uharfbuzz.Font(face), size / face.upem
    out = BytesIO()
    canvas = Canvas(out, pagesize=(600, 40 + 2 * size * len(lines)), invariant=1)
    for number, line in enumerate(lines, start=1):
        buffer = uharfbuzz.Buffer()
        buffer.add_str(line)
        buffer.guess_segment_properties()
        uharfbuzz.shape(shaping, buffer, {})
        x, y = 20.0, 20 + 2 * size * (len(lines) - number)
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            path = canvas.beginPath()
            pen = Pen(path, x + position.x_offset * scale, y + position.y_offset * scale, scale)
            shaping.draw_glyph_with_pen(info.codepoint, pen)
            canvas.drawPath(path, stroke=0, fill=1, fillMode=1)
            x += position.x_advance * scale
    canvas.save()
    return out.getvalue()
