"""Every form of the villages that strain it: nothing leaves its cell, nothing typed becomes more than letters."""

from __future__ import annotations

import builtins
import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from PIL import Image

from tests.office.forms import villages
from tests.office.forms.conftest import CASES, LANGUAGES, Printed
from tests.paper.lines import read
from tests.paper.measured import against_the_style, measured
from vdfbank.acts.codec import parse
from vdfbank.acts.malformed import MalformedError
from vdfbank.office.forms.asked import Asked
from vdfbank.office.forms.printing import print_form
from vdfbank.office.session import OpenBook

EACH = pytest.mark.parametrize("code", LANGUAGES)
ALL = pytest.mark.parametrize("case", CASES)
#: Forms of the whole village: no member, loan, act or voucher is named that only the example has.
WHOLE = [case for case, asked in CASES.items() if not (asked.member or asked.loan or asked.act or asked.voucher)]
#: What a PDF does besides being read: links, programs, files and pictures.
ACTIVE = (b"/URI", b"/Launch", b"/EmbeddedFile", b"/JavaScript", b"/OpenAction", b"/Annots", b"/Subtype /Image")

#: A form of a village as PDF, and what was drawn beyond its cell.
Printing = Callable[[str, str], Printed]


@pytest.fixture(scope="session")
def picture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A picture a name asks for."""
    path = tmp_path_factory.mktemp("p") / "p.png"
    Image.new("L", (8, 8)).save(path)
    return path


@pytest.fixture(scope="session")
def long_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("long") / "long.vdf"
    return villages.book_of(villages.retold(villages.long_words), path)


@pytest.fixture(scope="session")
def hostile_file(tmp_path_factory: pytest.TempPathFactory, picture: Path) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "hostile.vdf"
    return villages.book_of(villages.retold(villages.hostile_words(picture)), path)


@pytest.fixture(scope="session")
def large_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return villages.large(tmp_path_factory.mktemp("large") / "large.vdf")


def print_measured(book: Path, asked: Asked, code: str) -> Printed:
    with measured() as wrong:
        pdf = print_form(book, asked, LANGUAGES[code])
    return pdf, tuple(wrong)


@pytest.mark.parametrize("village", ["long_file", "hostile_file"])
def test_the_village_told_again_holds_whatever_is_asked_for(
    village: str, example_file: Path, request: pytest.FixtureRequest
) -> None:
    """All acts but two pay-outs of the surplus, which large amounts round otherwise."""
    missing = villages.ids(example_file) - villages.ids(request.getfixturevalue(village))
    assert {one for one in missing if not one.startswith("PV-2026-01")} <= {"142"}


def test_the_strain_is_what_it_should_be(long_file: Path, hostile_file: Path, large_file: Path) -> None:
    with OpenBook.open(long_file) as book:
        assert len(str(book.books.savings_total)) == 15
        assert len(book.books.loans[next(loan for loan in book.books.loans if loan == "L6")].position.rows) >= 12
        assert {
            len(name) for person in book.books.people.values() for name in (person.name, person.name_lao or "")
        } == {40}
    with OpenBook.open(hostile_file) as book:
        assert len({person.name for person in book.books.people.values()}) >= len(villages.HOSTILE)
    with OpenBook.open(large_file) as book:
        assert len(list(book.books.current_members())) >= 120


@ALL
@EACH
def test_long_names_and_amounts_stay_in_their_cells(long_file: Path, case: str, code: str) -> None:
    pdf, wrong = print_measured(long_file, CASES[case], code)
    assert wrong == ()
    assert list(against_the_style(pdf)) == []


@ALL
@EACH
def test_hostile_names_are_letters_and_nothing_else(
    printed: Printing, example_file: Path, hostile_file: Path, picture: Path, case: str, code: str
) -> None:
    with opened() as files:
        pdf, wrong = print_measured(hostile_file, CASES[case], code)
    assert wrong == ()
    assert list(against_the_style(pdf)) == []
    assert [file for file in files if file in (str(picture), "/etc/passwd")] == []
    assert [what for what in ACTIVE if what in without_streams(pdf)] == []
    shown = squeezed(pdf)
    for who in named(printed(case, code)[0], villages.people(example_file), code):
        name = villages.hostile_name(who, picture)[code == "lo"]
        assert re.sub(r"\s", "", unicodedata.normalize("NFC", name)) in shown, (who, name)


def test_names_are_looked_for_where_they_stand(printed: Printing, example_file: Path) -> None:
    people = villages.people(example_file)
    for code in LANGUAGES:
        assert len(named(printed("attendance-list", code)[0], people, code)) == 21


@pytest.mark.parametrize("case", WHOLE)
def test_a_hundred_and_twenty_members_have_room(large_file: Path, case: str) -> None:
    pdf, wrong = print_measured(large_file, CASES[case], "lo")
    assert wrong == ()
    assert list(against_the_style(pdf)) == []


@pytest.mark.parametrize("sign", ["\n", "\x07", "\x7f", "\u202e", "\u2066", "\u200e", "\u200b", "\ufeff", "\ud800"])
def test_what_hides_or_turns_text_is_refused_at_the_door(sign: str) -> None:
    line = next(line for line in villages.example_lines() if line["act"] == "register")
    line["people"][0]["name"] = f"Bounmy{sign}"
    with pytest.raises(MalformedError, match="people"):
        parse(json.dumps(line))


@contextmanager
def opened() -> Iterator[list[str]]:
    """Every file opened meanwhile."""
    files: list[str] = []
    really = builtins.open

    def recording(file: Any, *more: Any, **settings: Any) -> Any:  # noqa: ANN401 - whatever open takes and gives
        files.append(str(file))
        return really(file, *more, **settings)

    with patch.object(builtins, "open", recording):
        yield files


def without_streams(pdf: bytes) -> bytes:
    """A PDF's own words: what is drawn, packed, may hold any letters by chance."""
    return re.sub(rb"stream\r?\n.*?endstream", b"", pdf, flags=re.DOTALL)


def named(pdf: bytes, people: dict[Any, tuple[str, str]], code: str) -> set[str]:
    """Whose name stands beside their number."""
    text = "\n".join(read(pdf))
    return {
        who
        for who, names in people.items()
        if re.search(rf"\b{who}\W{{1,4}}{re.escape(names[code == 'lo'])}(?!\w)", text)
    }


def squeezed(pdf: bytes) -> str:
    """All text without spaces and line ends; PDFium says a hyphen at a line's end in a way of its own."""
    text = unicodedata.normalize("NFC", "".join(read(pdf)))
    return re.sub(r"\s", "", re.sub(r"[\u00ad\ufffe\x02]", "-", text))
