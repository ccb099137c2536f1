"""Members' forms with the longest names, the largest sums and names that look like something else."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from tests.kept import kept
from tests.paper.lines import read
from tests.paper.measured import against_the_style, measured
from tests.village import Village, joined, saved
from vdfbank.audit.report import Name
from vdfbank.bank.money import LARGEST_KIP, Money
from vdfbank.bank.person import LoanId, PersonId
from vdfbank.content.passbook import LINES, Balances, Passbook, PassbookLine
from vdfbank.content.place import Place
from vdfbank.content.savings_day import Outlay
from vdfbank.office.forms.asked import Asked
from vdfbank.office.forms.day_sheets import expected_day, posted_day
from vdfbank.office.forms.dividends import dividend_sheet
from vdfbank.office.forms.passbooks import passbook
from vdfbank.office.forms.printing import print_form
from vdfbank.office.forms.registers import member_register
from vdfbank.office.forms.statements import statements
from vdfbank.office.session import OpenBook
from vdfbank.paper.day_expected import print_expected_day
from vdfbank.paper.day_posted import print_posted_day
from vdfbank.paper.dividend_sheet import print_dividend_sheet
from vdfbank.paper.door import NORMAL, pdfmetrics
from vdfbank.paper.member_register import print_member_register
from vdfbank.paper.passbook import print_new_lines, print_passbook
from vdfbank.paper.passbook_page import EDGES, LINE_HEIGHT, code_lines, pages
from vdfbank.paper.statement import print_statements
from vdfbank.paper.style import CELL_PADDING, SMALL, figure_lines
from vdfbank.wording.language import ENGLISH, LAO, Language

LANGUAGES = (LAO, ENGLISH)
LONG = Name("Bounnhang Phommachanhthavongsavanh-Xaysan", "ທ້າວບຸນຍັງພົມມະຈັນທະວົງສະຫວັນໄຊຍະສານສີປະເສີດ")
STRANGE = Name("<b>&\"'</b>=HYPERLINK(x)", "<i>&ສີ</i>")
HUGE = Money(LARGEST_KIP - 1)


@pytest.fixture
def large(tmp_path: Path) -> OpenBook:
    """Savings and a loan of fifteen digits, late; shares; a dividend of a closed year."""
    village = saved(1_000_000_000_000)
    village.tell("""
    2025-01-02  save  M06  180 000 000 000 000
    2025-01-02  buy_shares  M06  100 000 000 000 000
    2025-04-01  lend  L1  M06  150 000 000 000 000  9 months  400 bp  flat
    2025-04-02  lend  L2  M06  400 000  3 months  300 bp  flat  emergency
    2025-05-05  savings_day  M01 save 100 000 000 000 000, M06 save 10 000 repay L1:20 000 000 000 000
    2025-06-05  savings_day  M01 withdraw 100 000 000 000 000, M02 save 20 000
    """)
    assert not village.objections, village.objections
    return kept(village, tmp_path / "large.vdf")


def words(pdf: bytes) -> str:
    """All that is printed, in one line."""
    return " ".join(" ".join(read(pdf)).split())


Printer = Callable[[OpenBook, Mapping[PersonId, Name], Language], bytes]


def _statements(book: OpenBook, names: Mapping[PersonId, Name], language: Language) -> bytes:
    found = statements(book, Asked("statement", as_of=date(2025, 7, 2)))
    return print_statements([replace(one, names=names) for one in found], language)


def _passbook(book: OpenBook, names: Mapping[PersonId, Name], language: Language) -> bytes:
    found = passbook(book, Asked("passbook", member="M06"))
    return print_passbook(replace(found, names=names, household="H" * 16, nominee=LONG.lao), language)


def _expected(book: OpenBook, names: Mapping[PersonId, Name], language: Language) -> bytes:
    found = expected_day(book, date(2025, 7, 5))
    return print_expected_day(replace(found, sheet=replace(found.sheet, names=names)), language)


def _posted(book: OpenBook, names: Mapping[PersonId, Name], language: Language) -> bytes:
    found = posted_day(book, Asked("savings-day-sheet", as_of=date(2025, 5, 5)))
    day = replace(found, names=names, by=PersonId("M01"), seconded_by=PersonId("M02"), pieces={100_000: HUGE})
    return print_posted_day(replace(day, reason=LONG.lao), language)


def _register(book: OpenBook, names: Mapping[PersonId, Name], language: Language) -> bytes:
    found = member_register(book, Asked("member-register"))
    name = next(iter(names.values()))
    lines = (
        replace(line, nominee=name.latin, person=replace(line.person, name=name.latin, name_lao=name.lao, born=1969))
        for line in found.lines
    )
    return print_member_register(replace(found, lines=tuple(lines)), language)


FORMS: Mapping[str, Printer] = {
    "statements": _statements,
    "passbook": _passbook,
    "expected": _expected,
    "posted": _posted,
    "register": _register,
}


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
@pytest.mark.parametrize("form", FORMS)
def test_long_names_and_large_sums_stay_in_their_cells(large: OpenBook, form: str, language: Language) -> None:
    with large:
        names = dict.fromkeys(large.books.people, LONG)
        with measured() as wrong:
            pdf = FORMS[form](large, names, language)
        assert wrong == []
        assert list(against_the_style(pdf)) == []


@pytest.mark.parametrize("form", FORMS)
def test_what_looks_like_markup_is_a_name(large: OpenBook, form: str) -> None:
    with large:
        pdf = FORMS[form](large, dict.fromkeys(large.books.people, STRANGE), ENGLISH)
    assert STRANGE.latin in " ".join("".join(read(pdf)).split())


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_a_large_dividend_and_who_has_no_share(language: Language, example_file: Path) -> None:
    with OpenBook.open(example_file) as book:
        sheet = dividend_sheet(book, Asked("dividend-sheet", year=2025))
    names = dict.fromkeys(sheet.names, LONG)
    lines = tuple(replace(line, weight=HUGE, amount=HUGE, payment=None) for line in sheet.lines[:-1])
    nobody = replace(sheet.lines[-1], amount=Money(0), payment=None)
    with measured() as wrong:
        pdf = print_dividend_sheet(replace(sheet, names=names, lines=(*lines, nobody), officers=()), language)
    assert wrong == []
    unpaid = {"lo": "ຍັງບໍ່ທັນຈ່າຍ", "en": "not paid yet"}[language.code]
    assert sum(page.count(unpaid) for page in read(pdf)) == 17


def test_every_other_base_of_a_dividend_has_its_words(example_file: Path) -> None:
    with OpenBook.open(example_file) as book:
        sheet = dividend_sheet(book, Asked("dividend-sheet", year=2025))
    closing = replace(sheet, base="shares", dividend=replace(sheet.dividend, basis="closing_balance"))
    assert "the shares of the year's last day" in words(print_dividend_sheet(closing, ENGLISH))
    saved_up = replace(sheet.lines[0].payment, how="savings") if sheet.lines[0].payment else None
    added = replace(sheet, lines=(replace(sheet.lines[0], payment=saved_up),))
    assert "added to savings 05/01/2026" in words(print_dividend_sheet(added, ENGLISH))


# --- passbook --------------------------------------------------------------------------------------------------------


def _line(number: int) -> PassbookLine:
    """Larger than any act may name, in every column."""
    largest, day = Money(LARGEST_KIP), date(2025, 1, 5) + timedelta(number)
    return PassbookLine(
        on=day,
        voucher=f"RV-2025-01-{number:04d}",
        code="WWWW-MMMM-WWWW",
        paid_in=largest,
        taken_out=largest,
        savings=HUGE,
        lent=largest,
        principal=largest,
        interest=largest,
        penalty=largest,
        loans=HUGE,
        touches_loan=True,
    )


def _book(lines: int) -> Passbook:
    place = Place("Ban Dokchampa", "Muang Saimai", "Khoueng Tawan", "99-01-007", "K7QF-2M9X-41TD")
    before = Balances(Money(0), Money(0))
    numbers = tuple(_line(number) for number in range(lines))
    return Passbook(place, PersonId("M07"), {}, "H07", None, date(2025, 1, 5), None, (), before, numbers)


def test_figures_and_codes_of_any_size_stay_in_their_line() -> None:
    """Three lines of figures are as high as a line; the largest sum takes no more."""
    for first, last in pairwise(EDGES[1:10]):
        assert len(figure_lines(ENGLISH.number(LARGEST_KIP), last - first)) * 9.6 <= LINE_HEIGHT
    room = EDGES[1] - 2 * CELL_PADDING
    draw = random.Random(1)
    for _ in range(2_000):
        letters = "".join(draw.choices("0123456789ABCDEFGHJKMNPQRSTVWXYZ", k=12))
        code = "-".join(letters[start : start + 4] for start in (0, 4, 8))
        lines = code_lines(code, room)
        assert all(pdfmetrics.stringWidth(line, NORMAL, SMALL) <= room for line in lines)
        assert "".join(lines).replace("-", "") == letters


@pytest.mark.parametrize(
    ("count", "first", "on_pages"),
    [(0, 1, [0]), (7, 1, [7]), (8, 1, [8, 0]), (9, 1, [8, 1]), (1, 8, [1, 0]), (0, 8, [0]), (12, 6, [3, 8, 1])],
)
def test_a_full_page_turns_and_carries_its_balances(count: int, first: int, on_pages: list[int]) -> None:
    before = Balances(Money(5), Money(6))
    made = list(pages(_book(count).lines, first, before))
    assert [len(page.lines) for page in made] == on_pages
    assert [page.is_full for page in made] == [True] * (len(made) - 1) + [False]
    assert made[0].carried_forward == (before if not on_pages[0] else Balances(HUGE, HUGE))
    assert all(page.brought_forward == Balances(HUGE, HUGE) for page in made[1:])
    assert [page.first for page in made] == [first, *[1] * (len(made) - 1)]


def test_onto_a_page_already_begun_goes_nothing_but_lines() -> None:
    (page,) = read(print_new_lines(_book(2), 3, (0, 0), ENGLISH))
    words = set(page.split())
    assert words <= {"05/01/2025", "06/01/2025", "WWWW-M", "WWWW-", "MMM-WWWW", "MMMM-WWWW"} | set(
        re.findall(r"[\d,]+", page)
    )
    begun, new = read(print_new_lines(_book(LINES), 8, (0, 0), ENGLISH))
    assert "Brought forward" not in begun
    assert "Brought forward" in new
    assert "99-01-007" in new


def test_lines_stand_on_the_page_where_they_would_stand_in_the_whole_book() -> None:
    import pypdfium2

    def places(pdf: bytes, number: int) -> dict[str, float]:
        with pypdfium2.PdfDocument(pdf) as document:
            text = document[number].get_textpage()
            found = text.search("07/01/2025").get_next()
            assert found is not None
            left, bottom, _, _ = text.get_charbox(found[0])
            return {"left": left, "bottom": bottom}

    book = _book(3)
    whole = places(print_passbook(book, ENGLISH), 1)
    third = replace(book, lines=book.lines[2:])
    assert places(print_new_lines(third, 3, (0, 0), ENGLISH), 0) == pytest.approx(whole, abs=0.01)
    moved = places(print_new_lines(third, 3, (2.0, -1.0), ENGLISH), 0)
    assert moved["left"] - whole["left"] == pytest.approx(2 * 72 / 25.4, abs=0.01)
    assert moved["bottom"] - whole["bottom"] == pytest.approx(-72 / 25.4, abs=0.01)


# --- words -----------------------------------------------------------------------------------------------------------


def printed(village: Village, path: Path, asked: Asked) -> str:
    kept(village, path / "village.vdf").close()
    return words(print_form(path / "village.vdf", asked, ENGLISH))


def test_a_statement_says_what_was_undone_written_off_and_not_learned(tmp_path: Path) -> None:
    village = joined()
    village.tell("""
    2025-02-05  save  M01  50 000  (a)
    2025-02-06  reverse  (a)
    2025-02-07  buy_shares  M01  20 000
    """)
    said = printed(
        village, tmp_path, Asked("statement", member="M01", first=date(2025, 1, 1), as_of=date(2026, 12, 31))
    )
    assert "Saving RV-2025-02-0001 (reversed by PV-2025-02-0001)" in said
    assert "(reverses RV-2025-02-0001)" in said
    assert "Shares, in kip" in said
    assert "Safe migration: was valid until 10 December 2025; a loan needs it again." in said


def test_a_statement_after_a_death_says_so_and_offers_nothing(tmp_path: Path) -> None:
    village = saved(60_000)
    village.tell("""
    2025-04-01  lend  L1  M06  300 000  3 months  300 bp  flat
    2025-04-10  die  M06  Sister
    2025-04-11  leave  M07
    """)
    said = printed(village, tmp_path, Asked("statement", as_of=date(2025, 4, 30)))
    assert "Has died." in said
    assert "Has left the bank." in said
    assert "Savings set off against a loan" in said
    sheet = tmp_path / "again"
    sheet.mkdir()
    asked = Asked("savings-day-sheet", blank=True, as_of=date(2025, 5, 5))
    assert "Name M06 (died; others may pay)" in printed(village, sheet, asked)
    register = tmp_path / "register"
    register.mkdir()
    listed = printed(village, register, Asked("member-register"))
    assert "died 10/04/2025" in listed
    assert "left 11/04/2025" in listed


def test_a_posted_sheet_shows_notes_outlays_and_what_was_undone(tmp_path: Path) -> None:
    village = saved()
    village.tell("2025-02-05  savings_day  M01 save 20 000 shares 5 000, M02 withdraw 30 000")
    number = village.books.number
    village.tell(f"2025-02-06  reverse  {number}  M02")
    asked = Asked("savings-day-sheet", act=number)
    with kept(village, tmp_path / "day.vdf") as book:
        day = posted_day(book, asked)
    text = words(print_posted_day(replace(day, reason="torn note"), ENGLISH))
    assert f"Undone on 06/02/2025 by act {number + 1}" in text
    assert "+ Shares 5,000" in text
    assert "Reason: torn note" in text
    assert "The notes were not written down one by one." in text
    outlays = (
        Outlay("PV-2025-02-0002", "pens", None, Money(10_000)),
        Outlay("PV-2025-02-0003", "seed", LoanId("L1"), Money(300_000)),
    )
    spent = replace(day, counted=None, pieces={50_000: 3}, undone=day.rows[1].undone, outlays=outlays)
    text = words(print_posted_day(spent, ENGLISH))
    assert "50,000 3 150,000" in text
    assert text.count("Undone on") == 2
    assert "PV-2025-02-0002 pens 10,000" in text
    assert "PV-2025-02-0003 Loan L1 paid out 300,000" in text
    assert "- Paid out of the box 310,000" in text


def test_the_register_says_who_has_not_saved_for_long(tmp_path: Path) -> None:
    village = joined(dormant_after=1)
    village.tell("2025-02-05  savings_day  M01 save 20 000")
    said = printed(village, tmp_path, Asked("member-register"))
    assert said.count("dormant") == 12
