"""The template is ready for the languages of the region: a catalogue begun from it speaks."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from vdfbank.wording import catalogue as catalogues
from vdfbank.wording.catalogue import LANGUAGES
from vdfbank.wording.in_words import amount_in_words
from vdfbank.wording.language import Language
from vdfbank.wording.manners import MANNERS
from vdfbank.wording.sorting import sort_key

ROOT = Path(__file__).parents[2]
WAITING = sorted(set(MANNERS) - set(LANGUAGES))


def read(path: Path) -> Catalog:
    with path.open("rb") as stream:
        return read_po(stream)


def ids(catalogue: Catalog) -> set[object]:
    return {message.id for message in catalogue if message.id}


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout in which the waiting languages were begun as translations/README.md tells."""
    checkout = tmp_path_factory.mktemp("checkout")
    shutil.copytree(ROOT / "translations", checkout / "translations")
    shutil.copytree(ROOT / "vdfbank", checkout / "vdfbank", ignore=shutil.ignore_patterns("resources", "__pycache__"))
    shutil.copy(ROOT / "babel.cfg", checkout)
    for language in WAITING:
        (checkout / "translations" / language).mkdir()
    program = {**os.environ, "PYBABEL": str(ROOT / ".venv" / "bin" / "pybabel")}
    update = checkout / "translations" / "update"
    subprocess.run([update], check=True, env=program, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return checkout / "translations"


def catalogue_of(language: str, begun: Path) -> Path:
    return begun / language / "LC_MESSAGES" / "vdfbank.po"


@pytest.fixture
def spoken(begun: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The program reads the catalogues of that checkout."""
    monkeypatch.setattr(catalogues, "_folders", lambda: [begun])
    catalogues.catalogue.cache_clear()
    yield begun
    catalogues.catalogue.cache_clear()


def test_the_template_in_the_repository_is_what_the_sources_give(begun: Path) -> None:
    assert (begun / "vdfbank.pot").read_text("utf-8") == (ROOT / "translations" / "vdfbank.pot").read_text("utf-8")


def test_the_template_holds_every_sentence() -> None:
    template = ROOT / "translations" / "vdfbank.pot"
    assert ids(read(template)) == ids(read(ROOT / "translations" / "lo" / "LC_MESSAGES" / "vdfbank.po"))
    assert "POT-Creation-Date" not in template.read_text("utf-8")


def test_every_language_spoken_has_its_manner_and_catalogue() -> None:
    assert set(LANGUAGES) <= set(MANNERS)
    assert {path.parts[-3] for path in (ROOT / "translations").glob("*/LC_MESSAGES/vdfbank.po")} == set(LANGUAGES)


def test_four_languages_wait() -> None:
    assert WAITING == ["km", "my", "th", "vi"]


@pytest.mark.parametrize("language", WAITING)
def test_a_catalogue_begun_from_the_template_has_one_plural_form(begun: Path, language: str) -> None:
    catalogue = read(catalogue_of(language, begun))
    assert (catalogue.num_plurals, catalogue.plural_expr) == (1, "0")
    assert ids(catalogue) == ids(read(ROOT / "translations" / "vdfbank.pot"))
    assert not any(
        message.string if isinstance(message.string, str) else any(message.string or ())
        for message in catalogue
        if message.id
    )


def test_thai_speaks_once_its_sentences_are_written(spoken: Path) -> None:
    path = catalogue_of("th", spoken)
    catalogue = read(path)
    for english, thai in {
        "{amount} kip": "{amount} กีบ",
        "November": "พฤศจิกายน",
        "B.E. {year}": "พ.ศ. {year}",
        "Savings grew by {sum} to {now}.": "เงินฝากเพิ่มขึ้น {sum} เป็น {now}",
    }.items():
        message = catalogue.get(english)
        assert message is not None
        message.string = thai
    days = catalogue.get("{n} day")
    assert days is not None
    days.string = ("{n} วัน",)
    with path.open("wb") as stream:
        write_po(stream, catalogue)
    thai_era = Language("th", buddhist_era=True)
    assert thai_era.kip(1_250_000) == "1,250,000 กีบ"
    assert thai_era.date(date(2026, 11, 23)) == "23 พฤศจิกายน พ.ศ. 2569"
    assert thai_era.plural("{n} day", "{n} days", 1) == "1 วัน"
    assert thai_era.plural("{n} day", "{n} days", 30) == "30 วัน"
    grew = thai_era.say("Savings grew by {sum} to {now}.", sum=thai_era.kip(5_000), now=thai_era.kip(20_000))
    assert grew == "เงินฝากเพิ่มขึ้น 5,000 กีบ เป็น 20,000 กีบ"
    assert thai_era.say("Savings") == "Savings"
    assert amount_in_words(21, thai_era) == "twenty-one kip"


def test_names_of_the_region_are_sorted_by_their_consonants() -> None:
    assert sorted(["แก้ว", "ขวัญ", "กบ"], key=sort_key) == ["กบ", "แก้ว", "ขวัญ"]
