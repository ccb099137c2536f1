"""What holds for every form: its bytes, its page, its cells, its letters, the way it looks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.office.forms.conftest import CASES, LANGUAGES, OVERPRINTS, Printed
from tests.office.forms.pictures import differs
from tests.paper.lines import read
from tests.paper.measured import against_the_style
from vdfbank.office.forms.printing import FORMS, print_form
from vdfbank.wording.breaks import _DEPENDENT

Forms = Callable[[str, str], Printed]
EACH = pytest.mark.parametrize("code", LANGUAGES)
ALL = pytest.mark.parametrize("case", CASES)


def test_every_form_is_tried() -> None:
    assert {asked.name for asked in CASES.values()} == set(FORMS)


@ALL
@EACH
def test_the_same_book_gives_the_same_bytes(printed: Forms, example_file: Path, case: str, code: str) -> None:
    assert print_form(example_file, CASES[case], LANGUAGES[code]) == printed(case, code)[0]


@ALL
@EACH
def test_nothing_is_drawn_beyond_its_cell(printed: Forms, case: str, code: str) -> None:
    assert printed(case, code)[1] == ()


@ALL
@EACH
def test_the_house_style_is_kept(printed: Forms, case: str, code: str) -> None:
    assert list(against_the_style(printed(case, code)[0])) == []


@ALL
@EACH
def test_every_page_finds_its_book(printed: Forms, case: str, code: str) -> None:
    """What is printed over a page that has been printed before must leave it alone."""
    overprint = 1 if case in OVERPRINTS else 0
    pages = read(printed(case, code)[0])
    assert ["99-01-007" in page for page in pages] == [False] * overprint + [True] * (len(pages) - overprint)


@ALL
@EACH
def test_no_line_begins_with_a_sign_that_hangs_on_a_letter(printed: Forms, case: str, code: str) -> None:
    lines = [line for page in read(printed(case, code)[0]) for line in page.split("\n")]
    assert [line for line in lines if line[:1] in _DEPENDENT] == []


@ALL
@EACH
def test_the_page_looks_as_it_was_looked_at(printed: Forms, case: str, code: str) -> None:
    assert differs(printed(case, code)[0], f"{case}.{code}") is None
