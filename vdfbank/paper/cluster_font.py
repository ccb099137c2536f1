"""
A ReportLab font that shapes by itself.

ReportLab asks a font for two things, how wide a text is and which codes show it. Answering both after shaping makes
every caller right (cells, paragraphs, charts) without any flag, and the text of the page is found and copied exactly.
Its own shaping sets Lao marks beside their letters and loses the text.
"""

from typing import IO
from weakref import WeakKeyDictionary

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFStream
from reportlab.pdfbase.ttfonts import SUBSETN, TTEncoding, TTFont
from typing_extensions import override

from vdfbank.paper.cluster_face import ClusterFace
from vdfbank.paper.cluster_shaping import Shaper

#: Codes in one subset of a font: a PDF shows text in bytes.
_SUBSET = 256
#: So many lines a block of a character map may have (Adobe Technical Note 5014).
_MAP_BLOCK = 100
_SPACE, _NO_BREAK_SPACE = 0x20, 0xA0


class _Subsets(TTFont.State):
    """The subsets of one font in one document: which code of which subset shows an atom."""

    def __init__(self, face: ClusterFace, ascii_readable: bool) -> None:  # noqa: FBT001 - ReportLab's setting
        super().__init__(ascii_readable)
        self._face = face
        self._places = [{code: place for place, code in enumerate(self.subsets[0]) if code}]
        self._shown: dict[str, tuple[int, bytes]] = {}

    def show(self, atom: str) -> tuple[int, bytes]:
        """The subset and the bytes in it that show `atom`."""
        if atom not in self._shown:
            self._shown[atom] = self._place([self._known(ord(char)) for char in atom])
        return self._shown[atom]

    def _known(self, code: int) -> int:
        if code == _NO_BREAK_SPACE:
            return _SPACE
        return code if code in self._face.charToGlyph else self._face.box_for(chr(code))

    def _place(self, codes: list[int]) -> tuple[int, bytes]:
        for number, places in enumerate(self._places):
            if all(code in places or code == 0 for code in codes):
                return number, bytes(places.get(code, 0) for code in codes)
        assert not self.frozen, "the font is written already"
        if len(self.subsets[-1]) + len(codes) > _SUBSET:
            # 32 means a space in every subset: viewers stretch and count words by it.
            self.subsets.append([0] + [_SPACE] * 32)
            self._places.append({_SPACE: _SPACE})
        subset, places = self.subsets[-1], self._places[-1]
        for code in codes:
            if code and code not in places:
                places[code] = len(subset)
                subset.append(code)
        return len(self.subsets) - 1, bytes(places.get(code, 0) for code in codes)


class ClusterFont(TTFont):
    """A TrueType font whose clusters of signs are characters of their own."""

    def __init__(self, name: str, font_file: IO[bytes]) -> None:
        self.fontName = name
        self.face: ClusterFace = ClusterFace(font_file)
        self.encoding = TTEncoding()
        self.state: WeakKeyDictionary[PDFDocument, TTFont.State] = WeakKeyDictionary()
        self._asciiReadable = bool(rl_config.ttfAsciiReadable)
        # ReportLab must never shape a second time.
        self.shapable = False
        self._shaper = Shaper(self.face)

    @override
    def stringWidth(self, text: str | bytes, size: float, encoding: str = "utf8") -> float:
        width, otherwise = self.face.charWidths.get, self.face.defaultWidth
        units = sum(width(ord(code), otherwise) for atom in self._atoms(text, encoding) for code in atom)
        return float(0.001 * size * units)

    @override
    def splitString(self, text: str | bytes, doc: PDFDocument, encoding: str = "utf-8") -> list[tuple[int, bytes]]:
        subsets = self._subsets(doc)
        runs: list[tuple[int, bytes]] = []
        for atom in self._atoms(text, encoding):
            number, codes = subsets.show(atom)
            if runs and (number == runs[-1][0] or codes == b" "):
                runs[-1] = (runs[-1][0], runs[-1][1] + codes)
            else:
                runs.append((number, codes))
        return runs

    @override
    def addObjects(self, doc: PDFDocument) -> None:
        """Write the subsets, each with a character map that gives the text back."""
        subsets = self._subsets(doc).subsets
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            name = b"".join((SUBSETN(number), b"+", self.face.name, self.face.subfontNameX)).decode("pdfdoc")
            stream = doc.idToObject["toUnicodeCMap:" + name]
            assert isinstance(stream, PDFStream)
            stream.content = self._character_map(subset)

    def _atoms(self, text: str | bytes, encoding: str) -> list[str]:
        return list(self._shaper.atoms(text.decode(encoding) if isinstance(text, bytes) else text))

    def _subsets(self, doc: PDFDocument) -> _Subsets:
        state = self.state.get(doc)
        if not isinstance(state, _Subsets):
            state = self.state[doc] = _Subsets(self.face, self._asciiReadable)
        return state

    def _character_map(self, subset: list[int]) -> str:
        rows = [
            f"<{place:02X}> <{text.encode('utf-16-be').hex().upper()}>"
            for place, code in enumerate(subset)
            if (text := self.face.text.get(code) or (chr(code) if code else ""))
        ]
        blocks = [rows[begin : begin + _MAP_BLOCK] for begin in range(0, len(rows), _MAP_BLOCK)]
        return "\n".join(
            (
                "/CIDInit /ProcSet findresource begin",
                "12 dict begin",
                "begincmap",
                "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
                "/CMapName /Adobe-Identity-UCS def",
                "/CMapType 2 def",
                "1 begincodespacerange <00> <FF> endcodespacerange",
                *(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks),
                "endcmap",
                "CMapName currentdict /CMap defineresource pop",
                "end",
                "end",
            )
        )
