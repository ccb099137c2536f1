"""Open the window."""

from __future__ import annotations

import logging
import os
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import ClassVar

from PySide6.QtWidgets import QApplication

from vdfbank.bank.problem import VdfError
from vdfbank.desktop.qt_words import QtWords
from vdfbank.desktop.window import Window
from vdfbank.office.laptop import data_folder

_LOG_BYTES, _LOG_FILES = 1_000_000, 3


class NoScreenError(VdfError):
    """There is no screen to open a window on."""

    exit_status: ClassVar[int] = 5

    def __init__(self) -> None:
        super().__init__(
            "There is no screen here to open the window on. Use the verbs instead: vdfbank --help lists them."
        )


def run(book: Path | None = None, language: str | None = None) -> int:
    """Open the window, with `book` laid on the desk; until it is closed."""
    if not _has_screen():
        raise NoScreenError
    _keep_log()
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("vdfbank")
    window = Window(language=language)
    words = QtWords(window.tongue, app)
    app.installTranslator(words)
    window.resize(1180, 700)
    window.show()
    if book is not None:
        window.open_book(book)
    return app.exec()


def _has_screen() -> bool:
    """Qt ends the whole process where it finds none, so it is asked for before."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in named)


def _keep_log() -> None:
    """Bugs of ours go to a file that can be sent; it holds no names and no amounts of its own."""
    log = logging.getLogger("vdfbank")
    try:
        data_folder().mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            data_folder() / "vdfbank.log", maxBytes=_LOG_BYTES, backupCount=_LOG_FILES, encoding="utf-8", delay=True
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    log.addHandler(handler)
    sys.excepthook = _log_and_go_on


def _log_and_go_on(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """A bug in drawing a page must not take the window away; the book is on its own thread."""
    logging.getLogger("vdfbank").critical("window", exc_info=(kind, error, trace))
