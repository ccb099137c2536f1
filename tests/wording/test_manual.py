"""The manual: whole in both languages, its links and pictures there, its figures those of the program."""

import re
import sys
import unicodedata
from datetime import date
from fractions import Fraction
from itertools import product
from pathlib import Path

import pytest
import uharfbuzz
from PIL import Image
from typer.main import get_command

from vdfbank.bank.bylaws import PROVISION, ByLaws
from vdfbank.bank.loan import METHODS
from vdfbank.bank.money import Money
from vdfbank.console.main import app
from vdfbank.office.what_if import what_if
from vdfbank.wording import manual
from vdfbank.wording.breaks import LAO_RUN, pieces, words
from vdfbank.wording.manual import CONTENTS, PAGES, manual_page, name_for

ROOT = Path(__file__).parents[2]
MANUAL = ROOT / "docs" / "manual"
LINK = re.compile(r"(?<!!)\[([^]]*)\]\(([^)]*)\)")
PICTURE = re.compile(r"!\[([^]]*)\]\(([^)]*)\)")
BOTH = ("en", "lo")
EVERY = list(product(BOTH, PAGES))
#: Keys, code and names that stay Latin in Lao.
LATIN = re.compile(
    r"```.*?```|`[^`]*`|\]\([^)]*\)|\b(?:Ctrl|Shift|Tab|Enter|Esc|F\d+|PgUp|PgDown|Page Down|PDF|vdfbank)\b", re.DOTALL
)


def text(code: str, name: str) -> str:
    return (MANUAL / code / f"{name}.md").read_text("utf-8")


@pytest.mark.parametrize("code", BOTH)
def test_every_page_is_there_and_no_other(code: str) -> None:
    assert {path.stem for path in (MANUAL / code).glob("*.md")} == set(PAGES)


@pytest.mark.parametrize(("code", "name"), EVERY)
def test_every_link_and_picture_leads_somewhere(code: str, name: str) -> None:
    written = text(code, name)
    assert written.startswith("# ")
    assert written.count("\n# ") == 0
    assert "<" not in re.sub("```.*?```", "", written, flags=re.DOTALL), "no HTML"
    assert "://" not in written, "there is no network in a village"
    for said, link in LINK.findall(written):
        assert said.strip()
        assert re.fullmatch(r"[a-z-]+\.md", link), link
        assert (MANUAL / code / link).is_file(), link
    for said, link in PICTURE.findall(written):
        assert said.strip(), "a picture has words for those who do not see it"
        assert (MANUAL / code / link).is_file(), link
        assert link.startswith(f"../pictures/{code}/")


@pytest.mark.parametrize("code", BOTH)
def test_the_contents_lead_to_every_page(code: str) -> None:
    linked = [link.removesuffix(".md") for _, link in LINK.findall(text(code, CONTENTS))]
    assert linked == [name for name in PAGES if name != CONTENTS]
    for name in PAGES[1:]:
        assert "(index.md)" in text(code, name)


@pytest.mark.parametrize("code", BOTH)
def test_pictures_are_small_and_used(code: str) -> None:
    shown = {Path(link).name for name in PAGES for _, link in PICTURE.findall(text(code, name))}
    readme = set(re.findall(rf"docs/manual/pictures/{code}/([\w-]+\.png)", (ROOT / "README.md").read_text("utf-8")))
    taken = {path.name for path in (MANUAL / "pictures" / code).glob("*.png")}
    assert taken == shown | readme | {"audit-sheet.png"}
    for name in taken:
        path = MANUAL / "pictures" / code / name
        assert path.stat().st_size < 100_000, name
        with Image.open(path) as picture:
            assert picture.mode == "P", name
            assert picture.width <= 1024, name


@pytest.mark.parametrize(("code", "name"), EVERY)
def test_lines_break_well(code: str, name: str) -> None:
    """A figure keeps its percent sign, a closing quotation mark its word; and Lao has no slanted letters."""
    written = re.sub(r"```.*?```", "", text(code, name), flags=re.DOTALL)
    assert not re.search(r"\d %", written)
    assert '"' not in written
    assert not re.search(r"(?<!\*)\*(?!\*)[^*\n|]+(?<!\*)\*(?!\*)", written)


@pytest.mark.parametrize(("code", "name"), EVERY)
def test_no_letter_is_drawn_as_a_box(code: str, name: str) -> None:
    for weight in ("Regular", "Bold"):
        font = (ROOT / "vdfbank" / "resources" / "fonts" / f"NotoSansLao-{weight}.ttf").read_bytes()
        drawn = uharfbuzz.Face(font).unicodes
        assert {letter for letter in text(code, name) if letter != "\n" and ord(letter) not in drawn} == set()


@pytest.mark.parametrize("name", PAGES)
def test_lao_lines_break_at_words_the_program_knows(name: str) -> None:
    """A word nobody knows would break in its middle, or not at all; it is misspelt, or belongs into the word list."""
    unknown = {
        piece
        for run in LAO_RUN.finditer(text("lo", name))
        for piece in pieces(run.group())
        if piece.removesuffix("ໆ") not in words()
    }
    assert unknown == set()


@pytest.mark.parametrize("name", PAGES)
def test_lao_is_written_as_the_program_stores_it(name: str) -> None:
    written = text("lo", name)
    assert written == unicodedata.normalize("NFC", written)
    for wrong in ("ໍາ", "ເເ", "ຫນ", "ຫມ", "\u200b"):
        assert wrong not in written
    assert not re.search("[A-Za-z]{2,}", LATIN.sub("", written)), re.findall("[A-Za-z]{2,}", LATIN.sub("", written))


@pytest.mark.parametrize("name", PAGES)
def test_both_languages_say_the_same(name: str) -> None:
    """As many headings, points, rows, links and keys, and the same figures."""
    english, lao = text("en", name), text("lo", name)
    for mark in (r"^#+ ", r"^- ", r"^\d+\. ", r"^\|", r"^> ", r"\n\n"):
        assert len(re.findall(mark, english, re.MULTILINE)) == len(re.findall(mark, lao, re.MULTILINE)), mark
    assert [link for _, link in LINK.findall(english)] == [link for _, link in LINK.findall(lao)]
    assert sorted(figures(english, ",")) == sorted(figures(lao, "."))
    keys = r"\b(?:Ctrl\+\S|Ctrl\+\w+|F\d+|Esc|Enter)"
    assert sorted(re.findall(keys, english)) == sorted(re.findall(keys, lao))


def figures(written: str, group: str) -> list[str]:
    bare = re.sub(r"\]\([^)]*\)", "]", written)
    return [found.replace(group, "").replace(",", ".") for found in re.findall(r"\d+(?:[.,]\d+)*", bare)]


# --- the figures -----------------------------------------------------------------------------------------------------


def rows(heading: str) -> list[list[str]]:
    """The table below a heading of the by-laws page, bare of its head."""
    part = text("en", "by-laws").replace("\u00a0", " ").split(heading, 1)[1]
    lines = [line for line in part.split("\n## ", 1)[0].splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_the_loan_that_is_explained_costs_what_the_manual_says() -> None:
    for method, row in zip(METHODS, rows("## What a loan costs"), strict=True):
        loan = what_if(Money(600_000), 6, Fraction(3), method, date(2026, 1, 5))
        first, last = loan.instalments[0], loan.instalments[-1]
        paid = {f"{kip:,}" for kip in (first.principal + first.interest, last.principal + last.interest)}
        assert set(re.findall(r"\d+,\d+", row[1])) == paid, method
        assert row[2:] == [f"{loan.total_interest:,}", f"{loan.effective_rate_percent:.2f} %"], method


def test_the_usual_by_laws_are_those_of_the_program() -> None:
    usual = ByLaws()
    expected = [
        usual.saving_months,
        usual.qualifying_savings,
        usual.savings_multiple,
        None,
        None,
        usual.guarantors,
        usual.minimum_saving,
        usual.minimum_balance,
        usual.emergency_cap,
    ]
    shown = [row[1] for row in rows("# The by-laws, with figures")]
    assert [None if figure is None else f"{figure:,}" for figure in expected] == [
        None if wanted is None else said for said, wanted in zip(shown, expected, strict=True)
    ]
    assert shown[3] == f"{usual.rate_min_bp // 100} % to {usual.rate_max_bp // 100} %"
    assert shown[4] == f"{usual.term_min} to {usual.term_max} months"


def test_the_allowance_and_the_split_are_those_of_the_program() -> None:
    parts = [f"{points // 100} %" for _, _, points in PROVISION]
    assert [row[1] for row in rows("## Loans that may be lost")] == parts
    until = [row[0].split(" to ") for row in rows("## Loans that may be lost")][:-1]
    assert [(int(first), int(last)) for first, last in until] == [(first, last) for first, last, _ in PROVISION[:-1]]
    split = ByLaws().split_bp
    points = (split.members, split.committee, split.advisory, split.welfare)
    shown = rows("## The surplus of the year")
    assert [row[1] for row in shown[:-1]] == [f"{part // 100} %" for part in points]
    assert [row[2] for row in shown] == [f"{part * 100:,}" for part in (*points, 10_000 - sum(points))]


def test_the_worked_sums_are_right() -> None:
    """Every sum of the page that is written out: "118,000 × 2 % = 2,360"."""
    written = text("en", "by-laws").replace(",", "").replace("\u00a0", " ")
    reckonings = re.findall(r"(\d+) × (\d+)( %)? = (\d+)", written)
    assert len(reckonings) == 3
    for first, second, percent, result in reckonings:
        assert int(first) * int(second) == int(result) * (100 if percent else 1)
    bylaws = ByLaws()
    assert bylaws.penalty.bp == 200
    assert bylaws.allocation == ("penalty", "interest", "principal")
    assert 100_000 - 2_360 - 18_000 == 79_640
    assert 100_000 - 79_640 == 20_360
    assert (bylaws.liquidity_bp, bylaws.cash_tolerance, bylaws.dormant_after) == (1_000, 5_000, 6)
    assert 7_500_000 * bylaws.liquidity_bp == 750_000 * 10_000
    assert bylaws.dividend_basis == "month_ends"
    assert dict(bylaws.training) == {"safe_migration": 12, "business": 24}


def test_every_verb_stands_in_the_command_line_s_page() -> None:
    verbs = get_command(app).commands  # type: ignore[attr-defined]  # typer makes a group, its stub says a command
    written = re.findall(r"^\| `([a-z]+)", text("en", "command-line"), re.MULTILINE)
    assert set(verbs) <= set(written)


# --- where it lies ---------------------------------------------------------------------------------------------------


def test_pages_of_the_window_have_pages_of_the_manual() -> None:
    assert name_for("savings_day") == "savings-day"
    assert name_for("founding") == "start"
    assert name_for("paper") == "printing"
    assert name_for("a page of a later version") == CONTENTS


def test_a_checkout_reads_the_manual_where_it_is_written() -> None:
    page = manual_page("month", "lo")
    assert page is not None
    assert page.text == text("lo", "month")
    assert page.folder == MANUAL / "lo"


def test_the_frozen_and_the_installed_program_look_beside_themselves_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert manual._folders() == [tmp_path / "manual", ROOT / "vdfbank" / "manual", MANUAL]
    frozen = tmp_path / "manual" / "en"
    frozen.mkdir(parents=True)
    (frozen / "today.md").write_text("# Frozen\n", "utf-8")
    page = manual_page("today", "en")
    assert page is not None
    assert (page.text, page.folder) == ("# Frozen\n", frozen)


def test_a_page_that_was_lost_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(manual, "_folders", lambda: [tmp_path])
    assert manual_page("today", "en") is None
