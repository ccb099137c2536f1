"""What stands between the window and the rest: opening it, dialogs, Qt's own words, lines for amounts and days."""

import importlib
import logging
import pkgutil
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

import vdfbank
from tests.desktop.workplace import Keyboard
from vdfbank.acts.malformed import MalformedError
from vdfbank.bank.money import Money
from vdfbank.bank.problem import VdfError
from vdfbank.desktop import main
from vdfbank.desktop.choosing import Chooser, documents
from vdfbank.desktop.date_edit import read_date
from vdfbank.desktop.failures import failure_sentence
from vdfbank.desktop.kip_edit import KipEdit
from vdfbank.desktop.look import TextSize, dress
from vdfbank.desktop.qt_words import QtWords
from vdfbank.desktop.tongue import Tongue
from vdfbank.desktop.window import Window
from vdfbank.wording.breaks import LAO_RUN
from vdfbank.wording.language import ENGLISH, LAO

Key = Qt.Key


@pytest.fixture
def quiet_log() -> Iterator[None]:
    """The program's log and its last door are put back afterwards."""
    log, hook = logging.getLogger("vdfbank"), sys.excepthook
    before = list(log.handlers)
    yield
    for handler in [handler for handler in log.handlers if handler not in before]:
        log.removeHandler(handler)
        handler.close()
    sys.excepthook = hook


@pytest.mark.usefixtures("quiet_log")
def test_the_window_opens_on_a_book_and_ends(qapp: QApplication, book: Path, data: Path) -> None:
    seen: list[str] = []

    def look() -> None:
        window = next(widget for widget in qapp.topLevelWidgets() if isinstance(widget, Window) and widget.isVisible())
        if not window.worker.is_idle or window.standing is None:
            QTimer.singleShot(20, look)
            return
        seen.append(window.windowTitle())
        window.close()
        qapp.quit()

    QTimer.singleShot(20, look)
    assert main.run(book, "en") == 0
    assert seen == ["dokchampa.vdf – vdfbank"]
    sys.excepthook(ZeroDivisionError, ZeroDivisionError(), None)
    assert "ZeroDivisionError" in (data / "vdfbank.log").read_text("utf-8")


def test_without_a_screen_there_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(main.NoScreenError, match="no screen") as refused:
        main.run()
    assert refused.value.exit_status == 5


@pytest.mark.usefixtures("quiet_log")
def test_a_log_that_cannot_be_kept_keeps_nothing_from_opening(data: Path) -> None:
    data.write_text("a file where the folder should be")
    main._keep_log()


def test_dialogs_answer_with_a_file_or_nothing(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    chooser, parent = Chooser(Tongue("lo")), QWidget()
    assert qapp is QApplication.instance()
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_: ("/stick/book.vdf", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "/stick")
    assert chooser.book_to_open(parent) == Path("/stick/book.vdf")
    assert chooser.acts_to_perform(parent) == Path("/stick/book.vdf")
    assert chooser.pdf_to_save(parent, "sheet.pdf") == Path("/stick/book.vdf")
    assert chooser.folder(parent, documents()) == Path("/stick")
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    assert chooser.book_to_open(parent) is chooser.acts_to_perform(parent) is None
    assert chooser.pdf_to_save(parent, "sheet.pdf") is chooser.folder(parent, documents()) is None


def test_qt_speaks_lao_too(qapp: QApplication) -> None:
    tongue = Tongue("lo")
    words = QtWords(tongue, qapp)
    assert not words.isEmpty()
    assert words.translate("QLineEdit", "&Copy") == "ສຳເນົາ"
    assert words.translate("QLineEdit", "Never heard") is None
    tongue.switch()
    assert words.translate("QLineEdit", "&Copy") is None


def test_a_tongue_nobody_speaks_is_lao() -> None:
    assert Tongue("xx").language.code == "lo"


def every_error(kind: type[VdfError] = VdfError) -> Iterator[type[VdfError]]:
    """Every error of the program, wherever it is written."""
    for found in pkgutil.walk_packages(vdfbank.__path__, "vdfbank."):
        if not found.name.endswith("__main__"):
            importlib.import_module(found.name)
    for below in kind.__subclasses__():
        if below.__module__.startswith("vdfbank."):
            yield below
            yield from every_error(below)


def test_every_error_has_its_sentence_in_lao() -> None:
    """Missing: write it into `failures`, with what to do."""
    errors = list(every_error())
    assert len(errors) > 15
    wrong: dict[type[VdfError], VdfError] = {MalformedError: MalformedError("act", "nothing", "this field")}
    said = {kind: failure_sentence(wrong.get(kind) or kind.__new__(kind, "x"), LAO) for kind in errors}
    assert {kind.__name__ for kind, sentence in said.items() if not LAO_RUN.search(sentence)} == set()


def test_a_line_that_is_no_act_is_named_in_either_language() -> None:
    wrong = MalformedError("lines[2].save", "'5'", "whole kip", 12)
    assert "12" in failure_sentence(wrong, LAO)
    assert "lines[2].save" in failure_sentence(wrong, LAO)
    assert LAO_RUN.search(failure_sentence(wrong, LAO))
    assert failure_sentence(wrong, ENGLISH) == str(wrong)


class OddError(VdfError):
    """An error nobody wrote a Lao sentence for."""


@pytest.mark.parametrize("error", [OSError("pulled"), ZeroDivisionError(), OddError("odd")])
def test_every_failure_is_a_sentence(error: Exception) -> None:
    for language in (LAO, ENGLISH):
        assert failure_sentence(error, language)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("5/11/2025", date(2025, 11, 5)),
        ("05.11.2025", date(2025, 11, 5)),
        ("໐໕/໑໑/໒໐໒໕", date(2025, 11, 5)),
        ("5/11/25", None),
        ("31/11/2025", None),
        ("tomorrow", None),
    ],
)
def test_days_are_typed_one_way(text: str, day: date | None) -> None:
    assert read_date(text) == day


@pytest.fixture
def line(qapp: QApplication) -> KipEdit:
    dress(qapp, TextSize.NORMAL)
    edit = KipEdit(Tongue("en"))
    edit.show()
    QTest.qWaitForWindowExposed(edit)
    edit.setFocus()
    return edit


def test_an_amount_is_grouped_when_it_is_left(line: KipEdit) -> None:
    QTest.keyClicks(line, "25*")
    assert line.amount == 25_000
    line.focusOutEvent(QFocusEvent(QEvent.Type.FocusOut))
    assert line.text() == "25,000"
    QTest.keyClicks(line, "x")
    line.focusOutEvent(QFocusEvent(QEvent.Type.FocusOut))
    assert "x" in line.text()
    line.close()


def test_escape_puts_back_what_stood_there(line: KipEdit) -> None:
    line.show_amount(Money(7_000))
    line.focusInEvent(QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    QTest.keyClicks(line, "9")
    typed = line.amount
    QTest.keyClick(line, Key.Key_Escape)
    assert (typed, line.amount) == (9, 7_000)
    line.close()


def test_up_and_down_walk_the_notes(keyboard: Keyboard, book: Path) -> None:
    keyboard.open(book)
    keyboard.open_sheet()
    keyboard.control(Key.Key_E)
    keyboard.press(Key.Key_F7)
    pieces = keyboard.window.day.count.box.notes.pieces
    keyboard.press(Key.Key_Down)
    assert keyboard.focused is pieces[50_000]
    keyboard.press(Key.Key_Up)
    assert keyboard.focused is pieces[100_000]
    keyboard.type("x")
    assert "no amount" in keyboard.window.bottom._hint.text()


def test_a_double_click_opens_a_cell_too(keyboard: Keyboard, book: Path) -> None:
    keyboard.open(book)
    keyboard.open_sheet()
    table = keyboard.window.day.sheet.table
    table.go_to(2, 3)
    place = table.visualRect(table.currentIndex()).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert table.is_editing
    keyboard.enter("11000")
    assert table.day_model.index(2, 3).data() == "11,000"
    table.go_to(2, 1)
    keyboard.type("5")
    assert not table.is_editing


def test_a_press_of_the_mouse_does_what_the_key_does(keyboard: Keyboard, book: Path) -> None:
    keyboard.open(book)
    line = keyboard.window.today.lines[0]
    place = QPointF(line.width() / 2, line.height() / 2)
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        left = Qt.MouseButton.LeftButton
        event = QMouseEvent(kind, place, line.mapToGlobal(place), left, left, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(line, event)
    keyboard.settle()
    assert keyboard.window.page is keyboard.window.day
