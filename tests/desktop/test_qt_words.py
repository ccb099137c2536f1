"""Qt's own dialogs and menus speak the language of the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer, QTranslator
from PySide6.QtGui import QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QScrollBar,
    QSpinBox,
    QTextEdit,
    QWidget,
)
from typing_extensions import override

from vdfbank.desktop.qt_words import _WORDS, QtWords
from vdfbank.desktop.tongue import Tongue
from vdfbank.wording.breaks import LAO_RUN

Dialog = QFileDialog

#: Not said to anybody: keys, the direction of writing, a percentage, names of writing systems.
UNSAID = ("QShortcut", "QGuiApplication", "QProgressBar", "QFontDatabase")


class Listening(QTranslator):
    """Hears what Qt asks for."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: set[tuple[str, str]] = set()

    @override
    def isEmpty(self) -> bool:
        return False

    @override
    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        self.heard.add((context, sourceText))
        return None


@pytest.fixture
def listening(qapp: QApplication) -> Iterator[Listening]:
    ear = Listening()
    qapp.installTranslator(ear)
    yield ear
    qapp.removeTranslator(ear)


def close_the_menu() -> None:
    menu = QApplication.activePopupWidget()
    if menu is None:
        QTimer.singleShot(10, close_the_menu)
    else:
        menu.close()


def ask_for_the_menu(widget: QWidget) -> None:
    widget.show()
    QApplication.processEvents()
    QTimer.singleShot(0, close_the_menu)
    place = QPoint(4, 4)
    QApplication.sendEvent(widget, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, widget.mapToGlobal(place)))
    widget.close()


def open_file_dialogs(folder: Path) -> None:
    for accept in Dialog.AcceptMode:
        for mode in Dialog.FileMode:
            dialog = Dialog(None, "", str(folder))
            dialog.setOption(Dialog.Option.DontUseNativeDialog)
            dialog.setAcceptMode(accept)
            dialog.setFileMode(mode)
            dialog.show()
            QApplication.processEvents()
            dialog.setViewMode(Dialog.ViewMode.Detail)
            QApplication.processEvents()
            dialog.close()


def open_boxes() -> None:
    for button in QMessageBox.StandardButton:
        box = QMessageBox()
        box.setStandardButtons(button)
        box.setDetailedText("1")
        box.ensurePolished()
        box.deleteLater()


def test_every_word_qt_can_show_is_said_in_lao(listening: Listening, tmp_path: Path) -> None:
    (tmp_path / "book.vdf").touch()
    (tmp_path / "folder").mkdir()
    open_file_dialogs(tmp_path)
    open_boxes()
    label = QLabel("label")
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    bars = (QScrollBar(Qt.Orientation.Horizontal), QScrollBar(Qt.Orientation.Vertical))
    for widget in (label, *bars, QLineEdit(), QTextEdit(), QPlainTextEdit(), QSpinBox()):
        ask_for_the_menu(widget)
    heard = {
        (context, text)
        for context, text in sorted(listening.heard)
        if context not in UNSAID and QKeySequence(text).toString() != text
    }
    assert {"QFileDialog", "QLineEdit", "QPlatformTheme", "QScrollBar", "QWidgetTextControl"} <= {it for it, _ in heard}
    words = QtWords(Tongue("lo"), listening)
    assert {(context, text) for context, text in heard if not words.translate(context, text)} == set()


def test_qt_s_words_are_lao_letters() -> None:
    tongue = Tongue("lo")
    for text, ours in _WORDS.items():
        assert LAO_RUN.search(tongue.say(ours)), text
        assert ("%1" in text) == ("%1" in tongue.say(ours))


def test_a_file_dialog_opens_in_lao(qapp: QApplication, tmp_path: Path) -> None:
    words = QtWords(Tongue("lo"), qapp)
    qapp.installTranslator(words)
    try:
        dialog = Dialog(None, "", str(tmp_path))
        dialog.setOption(Dialog.Option.DontUseNativeDialog)
        shown = [label.text() for label in dialog.findChildren(QLabel) if label.text()]
        assert shown
        assert all(LAO_RUN.search(text) for text in shown)
    finally:
        qapp.removeTranslator(words)


def test_keys_are_called_what_stands_on_them(qapp: QApplication) -> None:
    words = QtWords(Tongue("lo"), qapp)
    assert words.translate("QShortcut", "Delete") is None
    assert words.translate("QLineEdit", "Delete")
