"""Shape words with HarfBuzz and turn every cluster into character codes that a PDF can show and give back."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import category

import uharfbuzz

from vdfbank.paper.cluster_face import FIRST_CODE, ClusterFace, Placed

#: Scripts whose signs move: Thai and Lao, Burmese, Khmer, combining marks, joiners.
MOVING = re.compile(
    "[\u0300-\u036f\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff\u200c\u200d\ua9e0-\ua9ff\uaa60-\uaa7f]"
)
_SPACES = re.compile("([ \u00a0]+)")
_ZERO_WIDTH_SPACE = "\u200b"
#: Codes of composed glyphs are no text: typed by somebody they are signs the font lacks.
_OUR_CODES = re.compile(f"[{chr(FIRST_CODE)}-\U0010ffff]")
_MARKS = {"Mn", "Me", "Cf"}


@dataclass(frozen=True, slots=True)
class _Cluster:
    """Signs that HarfBuzz drew together: their glyphs from the pen's place on, how far the pen went, their text."""

    glyphs: tuple[Placed, ...]
    pens: tuple[int, ...]
    advance: int
    text: str


class Shaper:
    """Cuts text into atoms: strings of codes that must be shown from one and the same subset of the font."""

    def __init__(self, face: ClusterFace) -> None:
        self._face = face
        self._font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(face.data)))
        # A word is shaped whole (signs reach across clusters) and once: a year of forms has few different words.
        self._atoms_of = lru_cache(maxsize=100_000)(self._shape)

    def atoms(self, text: str) -> Iterator[str]:
        text = _OUR_CODES.sub("\ufffd", text.replace(_ZERO_WIDTH_SPACE, ""))
        if not MOVING.search(text):
            yield from text
            return
        for word in _SPACES.split(text):
            yield from self._atoms_of(word)

    def _shape(self, word: str) -> tuple[str, ...]:
        if not MOVING.search(word):
            return tuple(word)
        return tuple(atom for cluster in self._clusters(word) for atom in self._atoms(cluster))

    def _clusters(self, word: str) -> Iterator[_Cluster]:
        buffer = uharfbuzz.Buffer()
        buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_GRAPHEMES
        buffer.add_str(word)
        buffer.guess_segment_properties()
        uharfbuzz.shape(self._font, buffer, {})
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        starts = [n for n, info in enumerate(infos) if n == 0 or infos[n - 1].cluster != info.cluster]
        for begin, end in zip(starts, [*starts[1:], len(infos)], strict=True):
            glyphs: list[Placed] = []
            pens: list[int] = []
            pen = 0
            for info, position in zip(infos[begin:end], positions[begin:end], strict=True):
                pens.append(pen)
                glyphs.append((info.codepoint, pen + position.x_offset, position.y_offset))
                pen += position.x_advance
            text_end = infos[end].cluster if end < len(infos) else len(word)
            yield _Cluster(tuple(glyphs), tuple(pens), pen, word[infos[begin].cluster : text_end])

    def _atoms(self, cluster: _Cluster) -> Iterator[str]:
        if any(glyph == 0 for glyph, _, _ in cluster.glyphs):
            # The font lacks a sign. ReportLab shows its own box for it, and the text stays readable.
            yield from cluster.text
            return
        parts = self._spacing_parts(cluster)
        for n, (first_glyph, first_char) in enumerate(parts):
            last_glyph, last_char = parts[n + 1] if n + 1 < len(parts) else (len(cluster.glyphs), len(cluster.text))
            begin = cluster.pens[first_glyph]
            end = cluster.pens[last_glyph] if last_glyph < len(cluster.glyphs) else cluster.advance
            glyphs = tuple((glyph, x - begin, y) for glyph, x, y in cluster.glyphs[first_glyph:last_glyph])
            yield self._atom(glyphs, end - begin, cluster.text[first_char:last_char])

    def _spacing_parts(self, cluster: _Cluster) -> list[tuple[int, int]]:
        """Where a cluster divides into parts of one spacing glyph and one spacing letter each (``ນ້ຳ``: ນ້, ຳ)."""
        spacing = [n for n, (glyph, _, _) in enumerate(cluster.glyphs) if self._face.advance(glyph)]
        letters = [n for n, char in enumerate(cluster.text) if category(char) not in _MARKS]
        if len(spacing) != len(letters) or not letters or letters[0] != 0:
            return [(0, 0)]
        return [(0, 0), *zip(spacing[1:], letters[1:], strict=True)]

    def _atom(self, glyphs: tuple[Placed, ...], advance: int, text: str) -> str:
        """
        One composed glyph that reads as its first letter, then an empty code for every sign that follows.

        Viewers disagree about codes that read as several letters: pdf.js takes them for zero wide, Ghostscript garbles
        them, PDFium drops a repeated empty one (so signs that repeat share a single code).
        """
        first, signs = text[0], text[1:]
        plain = (
            len(glyphs) == 1
            and glyphs[0][1:] == (0, 0)
            and self._face.is_plain(glyphs[0][0], first)
            and advance == self._face.advance(glyphs[0][0])
        )
        head = first if plain else chr(self._face.code_for(glyphs, advance, first))
        each_once = len(set(signs)) == len(signs) and all(category(sign) == "Mn" for sign in signs)
        return head + "".join(chr(self._face.code_for((), 0, sign)) for sign in (signs if each_once else [signs]))
