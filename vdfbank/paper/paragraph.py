"""A paragraph that may break a line between Lao words; nothing is added to its text."""

# ruff: noqa: SLF001 - ReportLab has no other way to tell it where words end
from collections.abc import Callable
from typing import Any

from typing_extensions import override

from vdfbank.paper.door import paragraph, pdfmetrics
from vdfbank.wording.breaks import LAO_RUN, clusters, pieces

#: ReportLab's functions for words lie inside its module.
inner: Any = paragraph
#: A word as ReportLab keeps it: its width, then its fragments (style, text). The class says whether a space follows.
Word = list[Any]


class LaoParagraph(paragraph.Paragraph):
    """ReportLab breaks lines at spaces only; this one hands it the words of a Lao sentence as words."""

    @override
    def breakLines(self, width: Any) -> Any:
        widths = width if isinstance(width, list | tuple) else (width,)
        self._find_lao_words(widths[0])
        self._cut_what_is_too_wide(min(widths))
        return super().breakLines(width)

    @override
    def minWidth(self) -> float:
        self._find_lao_words(None)
        return super().minWidth()

    def _find_lao_words(self, width: float | None) -> None:
        frags: Any = self.frags
        if inner._processed_frags(frags) or not any(LAO_RUN.search(getattr(frag, "text", "") or "") for frag in frags):
            return
        words: Any = [part for word in inner._getFragWords(frags, width) for part in _divided(word)]
        self.frags = words

    def _cut_what_is_too_wide(self, width: float) -> None:
        """A name wider than its line is cut between clusters; ReportLab would cut off vowels and tones."""
        frags: Any = self.frags
        if inner._processed_frags(frags) and any(word[0] > width for word in frags):
            whole = inner._getFragWords(frags, width)
            cut: Any = [part for word in whole for part in (_divided(word, clusters) if word[0] > width else [word])]
            self.frags = cut


def _divided(word: Word, cut: Callable[[str], list[str]] = pieces) -> list[Word]:
    """A word between spaces as the Lao words (or clusters) in it; only the last is followed by the space."""
    if type(word) not in {list, inner._HSFrag}:
        return [word]
    text = "".join(part for _, part in word[1:])
    ends = _ends(cut(text))
    if not LAO_RUN.search(text) or len(ends) < 2:
        return [word]
    parts = [_measured(fragments) for fragments in _cut(word[1:], set(ends[:-1]))]
    parts[-1] = type(word)(parts[-1])
    return parts


def _ends(parts: list[str]) -> list[int]:
    ends = [0]
    for part in parts:
        ends.append(ends[-1] + len(part))
    return ends[1:]


def _cut(fragments: list[tuple[Any, str]], cuts: set[int]) -> list[list[tuple[Any, str]]]:
    """Divide styled fragments at the letters counted in `cuts`; a word may change its style on the way."""
    parts: list[list[tuple[Any, str]]] = [[]]
    done = 0
    for frag, text in fragments:
        begin = 0
        for n in range(1, len(text) + 1):
            if done + n in cuts:
                parts[-1].append((frag, text[begin:n]))
                parts.append([])
                begin = n
        if begin < len(text) or not text:
            parts[-1].append((frag, text[begin:]))
        done += len(text)
    return [part for part in parts if part]


def _measured(fragments: list[tuple[Any, str]]) -> Word:
    width = sum(pdfmetrics.stringWidth(text, frag.fontName, frag.fontSize) for frag, text in fragments if text)
    return [width, *fragments]
