"""The catalogues hold every sentence of the program, whole and in Lao."""

import ast
import os
import re
import sys
from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from vdfbank.wording import catalogue as catalogues
from vdfbank.wording.breaks import LAO_RUN

ROOT = Path(__file__).parents[2]
KEYWORDS = {"say": (1,), "plural": (1, 2), "N_": None}

#: What a Lao sentence may hold in Latin letters.
PLACEHOLDER = re.compile(r"\{\w+\}")


def read(language: str) -> Catalog:
    with (ROOT / "translations" / language / "LC_MESSAGES" / "vdfbank.po").open("rb") as stream:
        return read_po(stream)


def sentences(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def ids(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def strings(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def extracted() -> set[str | tuple[str, ...]]:
    found = extract_from_dir(ROOT / "vdfbank", [("**.py", "python")], keywords=KEYWORDS)
    return {message for _, _, message, _, _ in found}


@pytest.mark.parametrize("language", ["lo", "en"])
def test_every_sentence_of_the_program_is_in_the_catalogue(language: str) -> None:
    held = {message.id for message in sentences(read(language))}
    assert extracted() - held == set(), "run `make catalogue`, then write the Lao"
    assert held - extracted() == set(), "run `make catalogue`: these are no longer said"


def test_no_sentence_hides_where_the_extraction_does_not_look() -> None:
    """Babel does not look inside f-strings, and a sentence put together before it is said is in no catalogue."""
    found = {text for message in extracted() for text in ([message] if isinstance(message, str) else message)}
    hidden: list[str] = []
    for path in sorted((ROOT / "vdfbank").rglob("*.py")):
        for call in (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)):
            name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            for argument in call.args[: {"say": 1, "N_": 1, "plural": 2}.get(name, 0)]:
                text = argument.value if isinstance(argument, ast.Constant) else None
                if isinstance(argument, ast.JoinedStr | ast.BinOp) or (isinstance(text, str) and text not in found):
                    hidden.append(f"{path.name}:{call.lineno}")
    assert hidden == []


def test_every_sentence_is_said_in_lao() -> None:
    for message in sentences(read("lo")):
        assert all(strings(message)), f"no Lao for {ids(message)}"
        assert not message.fuzzy, f"the Lao is only guessed for {ids(message)}"
        lao = PLACEHOLDER.sub("", " ".join(strings(message)))
        letters = PLACEHOLDER.sub("", "".join(ids(message)))
        assert LAO_RUN.search(lao) or not re.search("[a-z]", letters), f"not Lao: {ids(message)}"


def test_english_is_said_as_the_sources_say_it() -> None:
    for message in sentences(read("en")):
        assert not any(strings(message)), f"write the English in the sources: {ids(message)}"


def test_both_languages_fill_in_the_same_figures() -> None:
    for message in sentences(read("lo")):
        for text in strings(message):
            needed = set(PLACEHOLDER.findall(ids(message)[-1]))
            assert set(PLACEHOLDER.findall(text)) == needed, f"other figures than in {ids(message)}"


def test_a_lao_sentence_ends_as_the_english_does() -> None:
    for message in sentences(read("lo")):
        if " " not in ids(message)[0]:
            continue  # "No." is a number's heading.
        for text in strings(message):
            assert text.endswith(".") == ids(message)[-1].endswith("."), ids(message)


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An installed program: a folder in which catalogues may lie."""
    monkeypatch.setattr(catalogues, "_folders", lambda: [tmp_path])
    folder = tmp_path / "lo" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    catalogues.catalogue.cache_clear()
    yield folder
    catalogues.catalogue.cache_clear()


def compile_sentence(place: Path, lao: str) -> None:
    catalogue = Catalog(locale="lo")
    catalogue.add("Savings", lao)
    with place.open("wb") as stream:
        write_mo(stream, catalogue)


def test_an_installed_program_reads_its_compiled_catalogue(program: Path) -> None:
    compile_sentence(program / "vdfbank.mo", "ເງິນຝາກ")
    assert catalogues.catalogue("lo").gettext("Savings") == "ເງິນຝາກ"


def test_a_catalogue_edited_after_it_was_compiled_is_read_itself(program: Path) -> None:
    compile_sentence(program / "vdfbank.mo", "ເກົ່າ")
    source = program / "vdfbank.po"
    catalogue = Catalog(locale="lo")
    catalogue.add("Savings", "ໃໝ່")
    with source.open("wb") as stream:
        write_po(stream, catalogue)
    os.utime(program / "vdfbank.mo", (1, 1))
    assert catalogues.catalogue("lo").gettext("Savings") == "ໃໝ່"


@pytest.mark.usefixtures("program")
def test_a_language_without_catalogue_speaks_as_the_sources_do() -> None:
    assert type(catalogues.catalogue("lo")) is NullTranslations


def test_the_frozen_program_looks_beside_itself_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert catalogues._folders() == [
        tmp_path / "translations",
        ROOT / "vdfbank" / "translations",
        ROOT / "translations",
    ]
