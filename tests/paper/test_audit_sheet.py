"""The monthly audit sheet: what it says, how it fits its pages."""

import hashlib
import re
from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
import segno

from tests.paper import audit_reports as reports
from tests.paper.lines import read
from vdfbank.audit.report import AuditReport, Finding
from vdfbank.journal.seal import short_form
from vdfbank.paper.audit_sheet import print_audit_sheet
from vdfbank.paper.door import Canvas
from vdfbank.paper.marks import QrCode
from vdfbank.wording.language import ENGLISH, LAO, Language, language

LANGUAGES = (LAO, ENGLISH)


def text_of(report: AuditReport, spoken: Language) -> list[str]:
    return [page.replace("\n", " ") for page in read(print_audit_sheet(report, spoken))]


@pytest.mark.parametrize("spoken", LANGUAGES, ids=lambda spoken: spoken.code)
def test_a_month_is_two_pages(spoken: Language) -> None:
    assert len(text_of(reports.november(), spoken)) == 2
    assert len(text_of(reports.still_open(), spoken)) == 2


def test_it_says_what_changed_in_plain_words_first() -> None:
    front = text_of(reports.november(), ENGLISH)[0]
    sentences = (
        "1. Savings grew by 700,000 kip to 7,500,000 kip. Members who saved this month: 17 of 18.",
        "2. Loans to members fell by 577,777 kip to 2,866,669 kip. 2 loans are running.",
        "3. Cash in the box grew by 1,372,833 kip to 5,532,665 kip.",
        "4. Late loans have 1,200,000 kip still to repay, 41.86 % of all loans; 800,000 kip of it is overdue.",
        "5. Since the year began income is 1,019,334 kip and expense 420,000 kip: a surplus of 599,334 kip.",
    )
    places = [front.index(sentence) for sentence in sentences]
    assert places == sorted(places)
    assert front.index("Cash box") > places[-1]
    assert "The advisers counted 5,532,665 kip; the box should hold 5,532,665 kip; difference 0 kip." in front


def test_both_sides_of_the_cash_box_add_up() -> None:
    front = text_of(reports.november(), ENGLISH)[0]
    assert front.count("Together 5,532,665 4,159,832") == 2


def test_it_says_the_same_in_lao() -> None:
    front, back = text_of(reports.november(), LAO)
    assert "ເງິນຝາກເພີ່ມຂຶ້ນ 700.000 ກີບ ເປັນ 7.500.000 ກີບ." in front
    assert "L4 ສົມສັກ: ເງິນກູ້ຊ້າ 56 ມື້ ເກີນ 30 ມື້." in front
    assert "41,86 %" in back
    assert "V01 ຄຳສິງ" in back


def test_figures_may_stand_in_lao_digits() -> None:
    front, _ = text_of(reports.november(), language("lo", lao_digits=True))
    assert "໗.໕໐໐.໐໐໐ ກີບ" in front


@pytest.mark.parametrize("spoken", LANGUAGES, ids=lambda spoken: spoken.code)
def test_every_page_finds_its_book(spoken: Language) -> None:
    for number, page in enumerate(text_of(reports.november(), spoken), start=1):
        assert "Ban Dokchampa 99-01-007" in page
        assert spoken.month("2025-11") in page
        assert short_form(reports.SEAL) in page
        assert re.search(rf"{number} (of|/) 2", page)


def test_every_ratio_shows_what_it_is_made_of() -> None:
    front, back = text_of(reports.november(), ENGLISH)
    assert "At risk: loans more than 30 days late 1,200,000 / 2,866,669 41.86 %" in back
    assert "Received of what fell due this month 672,833 / 1,104,833 60.9 %" in back
    assert "L4 M04 Somsak 56 1,200,000 800,000 53,280 8,426 300,000" in front


def test_the_package_and_whom_the_bank_reaches_are_told() -> None:
    back = text_of(reports.november(), ENGLISH)[1]
    assert "In time Safe migration 20/09/2025 2" in back
    assert "Overdue Skills never –" in back
    assert "Overdue Rights 08/03/2025 8" in back
    assert "Borrowers trained in safe migration and business before pay-out 2 of 2" in back
    assert "Members 18 11 61 8 44" in back


def test_a_month_without_session_for_three_months_is_due() -> None:
    report = reports.november()
    meter = replace(report.package, months_since=dict.fromkeys(report.package.months_since, 3))
    assert "Due Skills" in text_of(replace(report, package=meter), ENGLISH)[1]


def test_an_open_month_has_no_seal() -> None:
    front, back = text_of(reports.still_open(), ENGLISH)
    assert "The month is not closed yet." in front
    assert "Not closed yet: this sheet has no seal." in back
    assert all("Not closed yet" in page for page in (front, back))
    assert "The box should hold 5,532,665 kip; it has not been counted yet." in front
    assert "Look Cash counted – Cash book 5,532,665" in front
    assert "Wrong All savings cards together 7,490,000 Account 2010, member savings 7,500,000" in front
    assert "Nothing was found." in front
    assert "No loan is late." in front


def test_who_is_to_sign_an_open_month_stands_there() -> None:
    back = text_of(reports.still_open(), ENGLISH)[1]
    assert all(name in back for name in ("V01 Khamsing", "V02 Bouasy", "V03 Phomma", "Thumbprint"))


def test_remarks_of_the_advisers_are_printed() -> None:
    assert "Remarks of the advisers ກວດແລ້ວ: <ok> & ເງິນສົດຄົບຖ້ວນ" in " ".join(text_of(reports.overflowing(), ENGLISH))


def test_more_rows_flow_on_under_the_same_head() -> None:
    pages = text_of(reports.overflowing(), ENGLISH)
    together = " ".join(pages)
    assert len(pages) > 3
    assert all(f"L{number} M04 Somsak, rescheduled" in together for number in range(1, 61))
    assert sum("Borrower" in page and "Days late" in page for page in pages) >= 2
    assert all("Ban <b>Don</b> & Co" in page for page in pages)
    assert together.count("Thumbprint") == 4


def test_twenty_loans_late_and_many_findings_are_all_there() -> None:
    report = reports.november()
    many = tuple(Finding("long_late", who=f"L{number}", found=40 + number, needed=30) for number in range(40))
    together = " ".join(text_of(replace(report, findings=many), ENGLISH))
    assert all(f"The loan is {40 + number} days late" in together for number in range(40))


@pytest.mark.parametrize("spoken", LANGUAGES, ids=lambda spoken: spoken.code)
@pytest.mark.parametrize("report", [reports.november, reports.still_open, reports.overflowing])
def test_the_same_report_gives_the_same_bytes(report: object, spoken: Language) -> None:
    assert callable(report)
    once, again = (hashlib.sha256(print_audit_sheet(report(), spoken)).hexdigest() for _ in range(2))
    assert once == again


@pytest.mark.parametrize("spoken", LANGUAGES, ids=lambda spoken: spoken.code)
@pytest.mark.parametrize("report", [reports.november, reports.still_open, reports.overflowing])
def test_nothing_leaves_its_page_or_is_shown_as_a_box(report: object, spoken: Language) -> None:
    assert callable(report)
    document = pypdfium2.PdfDocument(print_audit_sheet(report(), spoken))
    for page in document:
        text = page.get_textpage()
        for place in range(text.count_chars()):
            assert text.get_text_range(place, 1) not in {"\ufffd", "\ufffe", "\0"}
            left, bottom, right, top = text.get_charbox(place)
            assert left >= 28 - 0.5
            assert right <= page.get_width() - 28 + 0.5
            assert bottom >= 28 - 5
            assert top <= page.get_height() - 28


def test_no_two_words_lie_over_each_other() -> None:
    for report in (reports.november(), reports.overflowing()):
        for spoken in LANGUAGES:
            for page in pypdfium2.PdfDocument(print_audit_sheet(report, spoken)):
                boxes = [shown.get_bounds() for shown in page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_TEXT])]
                for number, one in enumerate(boxes):
                    assert not any(overlap(one, other) for other in boxes[number + 1 :])


def overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    """Whether two pieces of text share more than the touch of a mark."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    up = min(one[3], other[3]) - max(one[1], other[1])
    return across > 1 and up > 1.5


def test_the_qr_code_is_the_code_of_its_text() -> None:
    """Every square of the drawn code has the colour that a reader expects there."""
    text = f"99-01-007 2025-11 131 {reports.SEAL.upper()}"
    squares = [bytes(row) for row in segno.make(text, error="m", micro=False).matrix_iter(border=0)]
    out = BytesIO()
    side = 8 * len(squares)
    canvas = Canvas(out, pagesize=(side, side), invariant=1)
    QrCode(text, side).drawOn(canvas, 0, 0)
    canvas.save()
    shades = bytes(pypdfium2.PdfDocument(out.getvalue())[0].render(scale=1, grayscale=True).buffer)
    for down, row in enumerate(squares):
        for along, dark in enumerate(row):
            assert (shades[(8 * down + 4) * side + 8 * along + 4] < 128) == bool(dark)


def test_a_closed_month_carries_its_whole_seal_as_a_picture() -> None:
    closed, still_open = (
        pypdfium2.PdfDocument(print_audit_sheet(report, ENGLISH))[1]
        for report in (reports.november(), reports.still_open())
    )
    paths = [
        sum(shown.get_bounds()[3] - shown.get_bounds()[1] > 70 for shown in page.get_objects(filter=[2]))
        for page in (closed, still_open)
    ]
    assert paths == [1, 0]
