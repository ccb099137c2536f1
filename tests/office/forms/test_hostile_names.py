"""Names that look like markup, formulas or files are printed as they were typed, on every form."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.kept import EXAMPLE
from tests.office.forms.conftest import CASES, LANGUAGES, Printed
from tests.paper.lines import read
from tests.paper.measured import measured
from vdfbank.acts.codec import parse
from vdfbank.bank.calendar import Month
from vdfbank.office.forms.printing import print_form
from vdfbank.office.replaying import replay
from vdfbank.office.reporting import audit_report
from vdfbank.office.session import OpenBook
from vdfbank.paper.audit_sheet import print_audit_sheet

PATTERNS = (
    "<b>&\"'</b>",
    '=HYPERLINK("a","b")',
    "&lt;br/&gt;<br/>&#65;",
    "{name} %s %(x)s {0}",
    "../../etc/passwd",
    '<img src="/etc/passwd"/>',
    "</para><para>",
    "@SUM(A1) +1-1",
)
#: What people write beside a sum or a decision; long, and without a place to break.
NOTES = ("note", "purpose", "reason", "remarks", "detail")
NOTE = '<font size="99">{} &amp; =1+1 ' + "ກຂຄ<i>" * 40


def squeezed(text: str) -> str:
    """A page's text without what line ends do to it."""
    return "".join(text.split())


def people() -> Mapping[str, tuple[str, str]]:
    """Everybody's name in the example, and the one they bear here: its letters are each person's own."""
    named: dict[str, tuple[str, str]] = {}
    for line in (EXAMPLE / "acts.jsonl").read_text("utf-8").splitlines():
        for person in json.loads(line).get("people", ()):
            hostile = f"{PATTERNS[len(named) % len(PATTERNS)]}{person['id']}"
            named[person["id"]] = (person["name"], hostile)
    return named


def hostile(value: Any, names: Mapping[str, tuple[str, str]]) -> Any:  # noqa: ANN401 - whatever JSON holds
    if isinstance(value, list):
        return [hostile(item, names) for item in value]
    if not isinstance(value, dict):
        return value
    changed = {key: hostile(item, names) for key, item in value.items()}
    for note in NOTES:
        if isinstance(changed.get(note), str):
            changed[note] = NOTE
    if "household" in changed:
        changed |= {"name": names[changed["id"]][1], "name_lao": names[changed["id"]][1]}
    return changed | ({"village": "<b>ບ້ານ & Co</b>"} if "village" in changed else {})


@pytest.fixture(scope="session")
def hostile_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example year of people with such names."""
    path = tmp_path_factory.mktemp("hostile") / "hostile.vdf"
    lines = (EXAMPLE / "acts.jsonl").read_text("utf-8").splitlines()
    acts = [parse(json.dumps(hostile(json.loads(line), people()))) for line in lines]
    with OpenBook.create(path) as book:
        for _ in replay(book, list(enumerate(acts, start=1)), acts[-1].on):
            pass
    return path


def is_shown(name: str, page: str) -> bool:
    """Whole, or cut with dots where a signature line has no room for all of it."""
    return name in page or any(f"{name[:length]}…" in page for length in range(4, len(name)))


@pytest.mark.parametrize("case", CASES)
def test_a_form_shows_hostile_names_as_they_were_typed(
    printed: Callable[[str, str], Printed], hostile_file: Path, case: str
) -> None:
    with measured() as wrong:
        shown = squeezed("".join(read(print_form(hostile_file, CASES[case], LANGUAGES["en"]))))
    plain = squeezed("".join(read(printed(case, "en")[0])))
    missing = [bad for good, bad in people().values() if good in plain and not is_shown(squeezed(bad), shown)]
    assert missing == []
    assert list(wrong) == []


def test_the_audit_sheet_shows_hostile_names_as_they_were_typed(hostile_file: Path) -> None:
    with OpenBook.open(hostile_file) as book, measured() as wrong:
        report = audit_report(book, Month(2025, 11))
        pages = [squeezed("".join(read(print_audit_sheet(report, spoken)))) for spoken in LANGUAGES.values()]
    assert list(wrong) == []
    for page in pages:
        assert "<b>ບ້ານ&Co</b>" in page
        # The borrower in arrears and both advisers who signed.
        assert sum(is_shown(squeezed(bad), page) for _, bad in people().values()) >= 3
