"""Forms before they are printed: the pages shown are the PDF, and so is what the printer and the file get."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter

from tests.desktop.workplace import Keyboard
from tests.paper.lines import read
from vdfbank.bank.calendar import Month
from vdfbank.desktop.printer import print_pages
from vdfbank.office.forms import printing
from vdfbank.office.forms.asked import Asked
from vdfbank.office.reporting import audit_report
from vdfbank.paper.audit_sheet import print_audit_sheet

Key = Qt.Key


@pytest.fixture
def paper(keyboard: Keyboard, book: Path) -> Iterator[Keyboard]:
    """The audit sheet of October stands before the treasurer."""
    form = {"any": lambda book, asked, spoken: print_audit_sheet(audit_report(book, asked.month), spoken)}
    with patch.object(printing, "FORMS", form):
        keyboard.open(book)
        keyboard.control(Key.Key_3)
        keyboard.window.show_paper(Asked("any", month=Month.parse("2025-10")))
        keyboard.settle()
        yield keyboard


def test_the_pages_are_shown_and_esc_leads_back(paper: Keyboard) -> None:
    page = paper.window.paper
    assert page.view.page_count == 2
    assert page._title.text() == "2 pages"
    paper.press(Key.Key_Escape)
    assert paper.window.page is paper.window.members


def test_the_file_saved_is_the_paper(paper: Keyboard, tmp_path: Path) -> None:
    paper.choose(tmp_path / "sheet.pdf")
    paper.control(Key.Key_S)
    assert paper.window.paper.notice.text == "Saved as sheet.pdf."
    assert "Monthly audit sheet" in read((tmp_path / "sheet.pdf").read_bytes())[0]


def test_the_printer_gets_the_same_pages(paper: Keyboard, tmp_path: Path) -> None:
    paper.choose(tmp_path / "printed.pdf")
    paper.control(Key.Key_P)
    assert paper.window.paper.notice.text == "Sent to the printer."
    with pypdfium2.PdfDocument(tmp_path / "printed.pdf") as printed:
        assert len(printed) == 2
        assert [round(side) for side in printed[0].get_size()] == [595, 842]
        picture = printed[0].render(scale=1, grayscale=True).to_pil()
    # The foot line is where it was.
    assert picture.crop((28, 795, 280, 815)).getextrema()[0] < 128


def test_nobody_has_to_print(paper: Keyboard) -> None:
    paper.control(Key.Key_P)
    assert paper.window.paper.notice.text == ""
    paper.control(Key.Key_S)
    assert paper.window.paper.notice.text == ""


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told(paper: Keyboard, tmp_path: Path) -> None:
    paper.choose(tmp_path / "no such folder" / "printed.pdf")
    paper.control(Key.Key_P)
    assert paper.window.paper.notice.text == "The printer did not answer. Look at paper and cable."


def test_the_paper_speaks_the_language_of_the_window(paper: Keyboard) -> None:
    before = paper.window.paper._paper
    paper.control(Key.Key_L)
    now = paper.window.paper._paper
    assert before is not None
    assert now is not None
    assert (before.name, now.name) == ("any-2025-10-en.pdf", "any-2025-10-lo.pdf")


def test_a_page_across_is_printed_across(tmp_path: Path) -> None:
    from vdfbank.paper.door import Canvas
    from vdfbank.paper.sizes import A4_ACROSS

    file = tmp_path / "across.pdf"
    canvas = Canvas(str(file), pagesize=A4_ACROSS.sheet)
    canvas.drawString(100, 100, "across")
    canvas.save()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert print_pages(file.read_bytes(), printer)
    with pypdfium2.PdfDocument(tmp_path / "printed.pdf") as printed:
        assert [round(side) for side in printed[0].get_size()] == [842, 595]
