"""Find where a line of Lao may break: between words, which Lao writes without spaces."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

from vdfbank.wording.names import canonical

#: Lao letters and marks; digits and other scripts are left alone.
LAO_RUN = re.compile("[\u0e80-\u0ecf\u0edc-\u0edf]+")

#: What is written and read as one: a vowel before its consonant, the consonant, the signs that hang on it.
CLUSTER = re.compile(
    "[\u0ec0-\u0ec4]?"
    "(?:ຫ(?=[ງຍນມລວຣ][\u0eb1-\u0ebc\u0ec8-\u0ecd\u0eb2\u0eb0]))?"
    "[\u0e81-\u0eae\u0edc-\u0edf]"
    "[\u0eb0-\u0ebd\u0ec6\u0ec8-\u0ece\u0eaf]*"
    # Of other scripts a letter and the marks on it: Vietnamese typed in parts, Thai, Burmese, Khmer.
    "|.[\u0300-\u036f\u0e31\u0e33-\u0e3a\u0e47-\u0e4e\u102b-\u103e\u17b6-\u17d3]*",
    re.DOTALL,
)

#: Nothing ends with these: opening marks, and the space between a figure and its unit.
_OPENING = "([{“‘«\u00a0"
_CLOSING = ")]}”’».,;:!?%/ຯໆ"
#: Signs that hang on the letter before them, and vowels written after their consonant.
_DEPENDENT = frozenset(
    "\u0eaf\u0eb0\u0eb1\u0eb2\u0eb3\u0eb4\u0eb5\u0eb6\u0eb7\u0eb8\u0eb9\u0eba\u0ebb\u0ebc\u0ebd\u0ec6\u0ec8\u0ec9\u0eca\u0ecb\u0ecc\u0ecd\u0ece"
)
_FOLDER = Path(__file__).resolve().parents[1] / "resources" / "lao"
_WORD_LISTS = ("Lao-Dictionary.txt", "vdfbank-words.txt")

#: The letter ຳ with the tone before it; typed in two parts its ring and its stroke come apart.
_AM = re.compile("([\u0ec8-\u0ecb]*)ຳ")

#: A break that is not seen. Qt breaks Lao there; it never goes into stored or editable text.
ZERO_WIDTH_SPACE = "\u200b"


@cache
def words() -> frozenset[str]:
    """The general word list and our own: places, offices, words of the trade."""
    lines = (line.strip() for name in _WORD_LISTS for line in (_FOLDER / name).read_text("utf-8-sig").splitlines())
    return frozenset(word for line in lines if line and not line.startswith("#") for word in _spellings(line))


def _spellings(word: str) -> set[str]:
    """The word as the list has it and as people type it: ນ້ຳ, ນໍ້າ and ນ້ໍາ look the same."""
    kept = canonical(word)
    return {word, kept, _AM.sub("ໍ\\1າ", kept), _AM.sub("\\1ໍາ", kept)}


@cache
def _longest_word() -> int:
    return max(map(len, words()))


def pieces(text: str) -> list[str]:
    """Cut `text` where a line may break; joined again the pieces are the text."""
    cut: list[str] = []
    done = 0
    for run in LAO_RUN.finditer(text):
        if run.start() > done:
            cut.append(text[done : run.start()])
        cut.extend(_words_of(run.group()))
        done = run.end()
    if done < len(text):
        cut.append(text[done:])
    return _kept_together(cut)


def clusters(text: str) -> list[str]:
    """Cut `text` where even a name wider than its line may be cut: never between a letter and its signs."""
    return _kept_together(CLUSTER.findall(text))


def wrap_lo(text: str) -> str:
    """`text` for a label or message on the screen, with unseen breaks between Lao words."""
    return ZERO_WIDTH_SPACE.join(pieces(text)) if LAO_RUN.search(text) else text


def _kept_together(cut: list[str]) -> list[str]:
    """No line begins with a closing mark or a sign that hangs on its letter, none ends with an opening mark."""
    kept: list[str] = []
    for piece in cut:
        if kept and (piece[0] in _CLOSING or piece[0] in _DEPENDENT or kept[-1][-1] in _OPENING):
            kept[-1] += piece
        else:
            kept.append(piece)
    return kept


@lru_cache(maxsize=20_000)
def _words_of(run: str) -> tuple[str, ...]:
    """Split a run of Lao letters into the fewest words that leave the fewest letters unknown."""
    edges = [0]
    edges.extend(cluster.end() for cluster in CLUSTER.finditer(run))
    # best[j]: (letters unknown, words, where the last word begins) for the first j clusters.
    best: list[tuple[int, int, int]] = [(0, 0, 0)]
    for end in range(1, len(edges)):
        best.append(min(_endings(run, edges, best, end)))
    found: list[tuple[str, bool]] = []
    end = len(edges) - 1
    while end > 0:
        begin = best[end][2]
        word = run[edges[begin] : edges[end]]
        found.append((word, word in words()))
        end = begin
    return _names_whole(reversed(found))


def _endings(run: str, edges: list[int], best: list[tuple[int, int, int]], end: int) -> list[tuple[int, int, int]]:
    """Every way the first `end` clusters may end: with a word, or with one unknown cluster."""
    ways: list[tuple[int, int, int]] = []
    for begin in range(end - 1, -1, -1):
        length = edges[end] - edges[begin]
        if length > _longest_word() and begin != end - 1:
            break
        unknown, count, _ = best[begin]
        if run[edges[begin] : edges[end]] in words():
            ways.append((unknown, count + 1, begin))
        elif begin == end - 1:
            ways.append((unknown + length, count + 1, begin))
    return ways


def _names_whole(found: Iterable[tuple[str, bool]]) -> tuple[str, ...]:
    """Unknown neighbours are one name: it breaks before and after, not inside."""
    whole: list[str] = []
    inside_name = False
    for word, known in found:
        if inside_name and not known:
            whole[-1] += word
        else:
            whole.append(word)
        inside_name = not known
    return tuple(whole)
