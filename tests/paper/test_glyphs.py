"""Nothing the program prints is a box: the font has every character of its sentences and forms."""

import ast
from collections.abc import Iterator
from pathlib import Path
from string import printable

import pytest
from babel.messages.pofile import read_po

from vdfbank.paper.cluster_font import ClusterFont
from vdfbank.paper.door import BOLD, NORMAL, pdfmetrics

ROOT = Path(__file__).parents[2]
#: What is drawn on paper without being a sentence: marks, rules, what stands between figures.
DRAWN = [
    *(path for path in (ROOT / "vdfbank" / "paper").glob("*.py") if not path.name.startswith("cluster_")),
    *(ROOT / "vdfbank" / "content").glob("*.py"),
    *(ROOT / "vdfbank" / "office" / "forms").glob("*.py"),
]


def known(font: str) -> set[int]:
    face = pdfmetrics.getFont(font)
    assert isinstance(face, ClusterFont)
    return set(face.face.charToGlyph)


def sentences(language: str) -> Iterator[str]:
    with (ROOT / "translations" / language / "LC_MESSAGES" / "vdfbank.po").open("rb") as stream:
        for message in read_po(stream):
            for part in (message.id, message.string):
                yield from (part,) if isinstance(part, str) else part or ()


def literals(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text("utf-8"))
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value


def boxes(texts: Iterator[str], font: str) -> dict[str, str]:
    """Characters without a glyph, each with a text it stands in."""
    glyphs = known(font) | {ord("\n"), 0x200B}
    return {char: text for text in texts for char in text if ord(char) not in glyphs}


@pytest.mark.parametrize("font", [NORMAL, BOLD])
@pytest.mark.parametrize("language", ["lo", "en"])
def test_every_character_of_the_catalogues_has_its_glyph(language: str, font: str) -> None:
    assert boxes(sentences(language), font) == {}


@pytest.mark.parametrize("font", [NORMAL, BOLD])
def test_every_character_the_forms_draw_has_its_glyph(font: str) -> None:
    assert len(DRAWN) > 10
    assert boxes((text for path in DRAWN for text in literals(path)), font) == {}


@pytest.mark.parametrize("font", [NORMAL, BOLD])
def test_figures_of_both_kinds_and_the_keyboard_have_their_glyphs(font: str) -> None:
    assert boxes(iter([printable.strip(), "໐໑໒໓໔໕໖໗໘໙₭…×–\u00a0"]), font) == {}


def test_a_character_the_font_lacks_is_found() -> None:
    assert boxes(iter(["right ✓", "1"]), NORMAL) == {"✓": "right ✓"}
