"""A TrueType face that grows a glyph for every cluster of signs, put together from the font's own glyphs."""

from collections.abc import Callable, Sequence
from itertools import accumulate
from struct import pack, unpack
from typing import IO, Any, TypeAlias

from reportlab.pdfbase.ttfonts import (
    GF_ARG_1_AND_2_ARE_WORDS,
    GF_ARGS_ARE_XY_VALUES,
    GF_MORE_COMPONENTS,
    GF_UNSCALED_COMPONENT_OFFSET,
    TTFontFace,
)
from typing_extensions import override

#: A glyph of the font and where HarfBuzz puts it: glyph number, x, y in font units.
Placed: TypeAlias = tuple[int, int, int]
Box: TypeAlias = tuple[int, int, int, int]

#: Codes of composed glyphs inside this process (a private plane of Unicode); no PDF ever holds one.
FIRST_CODE = 0xF0000

_COMPONENT = GF_ARG_1_AND_2_ARE_WORDS | GF_ARGS_ARE_XY_VALUES | GF_UNSCALED_COMPONENT_OFFSET

#: Where the table ``maxp`` says how large composites get, and what ours need at least.
_MOST_POINTS, _MOST_CONTOURS, _MOST_COMPONENTS, _DEEPEST = 10, 12, 28, 30
_ENOUGH = {_MOST_POINTS: 1000, _MOST_CONTOURS: 60, _MOST_COMPONENTS: 8}


class ClusterFace(TTFontFace):
    """The face of a `ClusterFont`: real glyphs first, composed ones behind them."""

    #: The font file, its table directory and where each glyph lies in the table ``glyf`` (ReportLab's names).
    _ttf_data: bytes
    table: dict[str, dict[str, Any]]
    glyphPos: list[int]  # noqa: N815
    _pdfScale: Callable[[int], float]  # noqa: N815

    def __init__(self, font_file: IO[bytes]) -> None:
        super().__init__(font_file)
        self.real_glyphs = len(self.hmetrics)
        #: The text a composed glyph stands for, by code.
        self.text: dict[int, str] = {}
        self._codes: dict[tuple[tuple[Placed, ...], int, str], int] = {}
        self._composed: list[bytes] = []
        self._deepest = unpack(">H", self._table("maxp")[_DEEPEST : _DEEPEST + 2])[0] + 1

    @property
    def data(self) -> bytes:
        """The font file."""
        return self._ttf_data

    def advance(self, glyph: int) -> int:
        width: int = self.hmetrics[glyph][0]
        return width

    def is_plain(self, glyph: int, char: str) -> bool:
        """Whether the font shows `char` as this very glyph anyway."""
        return bool(self.charToGlyph.get(ord(char)) == glyph)

    def code_for(self, glyphs: tuple[Placed, ...], advance: int, text: str) -> int:
        """The code of the glyph composed of `glyphs`, `advance` wide, that reads as `text`."""
        key = (glyphs, advance, text)
        if key not in self._codes:
            self._codes[key] = self._compose(glyphs, advance, text)
        return self._codes[key]

    def box_for(self, char: str) -> int:
        """The code of the box shown for a letter the font lacks; whoever copies it gets the letter."""
        return self.code_for(((0, 0, 0),), self.advance(0), char)

    @override
    def makeSubset(self, subset: Sequence[int]) -> bytes:
        """ReportLab's subset of the font, drawn from a copy whose glyph table ends with the composed glyphs."""
        data, positions, table = self._ttf_data, self.glyphPos, self.table
        real = self._table("glyf")[: positions[self.real_glyphs]]
        widened = bytearray(data) + b"\0" * (-len(data) % 4)
        self._allow_composites(widened)
        begin = len(widened)
        widened += real + b"".join(self._composed)
        try:
            self._ttf_data = bytes(widened)
            self.table = {**table, "glyf": {**table["glyf"], "offset": begin, "length": len(widened) - begin}}
            self.glyphPos = [*positions, *(len(real) + end for end in accumulate(map(len, self._composed)))]
            return super().makeSubset(subset)
        finally:
            self._ttf_data, self.glyphPos, self.table = data, positions, table

    def _compose(self, glyphs: tuple[Placed, ...], advance: int, text: str) -> int:
        code = FIRST_CODE + len(self._codes)
        drawn = [(placed, box) for placed in glyphs if (box := self._box(placed[0])) is not None]
        around = _around([_moved(box, placed) for placed, box in drawn])
        self.charToGlyph[code] = self.real_glyphs + len(self._composed)
        self.charWidths[code] = self._pdfScale(advance)
        self.hmetrics.append((advance, around[0] & 0xFFFF))
        self._composed.append(_glyph_data([placed for placed, _ in drawn], around))
        self.text[code] = text
        return code

    def _box(self, glyph: int) -> Box | None:
        """The box around a real glyph, `None` for one without ink."""
        begin, end = self.glyphPos[glyph], self.glyphPos[glyph + 1]
        if begin == end:
            return None
        place = self.get_table_pos("glyf")[0] + begin
        left, low, right, high = unpack(">4h", self.data[place + 2 : place + 10])
        return left, low, right, high

    def _table(self, tag: str) -> bytes:
        data: bytes = self.get_table(tag)  # type: ignore[no-untyped-call]
        return data

    def _allow_composites(self, data: bytearray) -> None:
        """Raise the font's limits, whether composed glyphs are used or not: the same page gives the same bytes."""
        maxp = self.get_table_pos("maxp")[0]
        for offset, enough in (*_ENOUGH.items(), (_DEEPEST, self._deepest)):
            place = slice(maxp + offset, maxp + offset + 2)
            data[place] = pack(">H", max(enough, unpack(">H", data[place])[0]))


def _moved(box: Box, placed: Placed) -> Box:
    _, x, y = placed
    return box[0] + x, box[1] + y, box[2] + x, box[3] + y


def _around(boxes: list[Box]) -> Box:
    if not boxes:
        return 0, 0, 0, 0
    left, low, right, high = zip(*boxes, strict=True)
    return min(left), min(low), max(right), max(high)


def _glyph_data(placed: list[Placed], box: Box) -> bytes:
    """A composite glyph as the table ``glyf`` holds it, empty for one without ink."""
    if not placed:
        return b""
    data = pack(">h4h", -1, *box)
    for index, (glyph, x, y) in enumerate(placed):
        more = GF_MORE_COMPONENTS if index < len(placed) - 1 else 0
        data += pack(">HHhh", _COMPONENT | more, glyph, x, y)
    return data + b"\0" * (-len(data) % 4)
