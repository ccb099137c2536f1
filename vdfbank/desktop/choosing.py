"""Choose files: the only dialogs of the program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from vdfbank.desktop.tongue import Tongue
from vdfbank.wording.catalogue import N_


class Chooser:
    """Asks for a file by the system's own dialog; tests put another one in its place."""

    def __init__(self, tongue: Tongue) -> None:
        self._tongue = tongue

    def book_to_open(self, parent: QWidget) -> Path | None:
        kinds = self._tongue.say(N_("Books (*.vdf)"))
        chosen, _ = QFileDialog.getOpenFileName(parent, self._tongue.say(N_("Open a book")), str(documents()), kinds)
        return Path(chosen) if chosen else None

    def acts_to_perform(self, parent: QWidget) -> Path | None:
        kinds = self._tongue.say(N_("Acts (*.jsonl)"))
        title = self._tongue.say(N_("Choose a file of acts"))
        chosen, _ = QFileDialog.getOpenFileName(parent, title, str(documents()), kinds)
        return Path(chosen) if chosen else None

    def sheet_to_take_over(self, parent: QWidget) -> Path | None:
        kinds = self._tongue.say(N_("Spreadsheets (*.xlsx *.xls *.ods *.csv)"))
        title = self._tongue.say(N_("Choose the spreadsheet of the old books"))
        chosen, _ = QFileDialog.getOpenFileName(parent, title, str(documents()), kinds)
        return Path(chosen) if chosen else None

    def folder(self, parent: QWidget, start: Path) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(parent, self._tongue.say(N_("Choose a folder")), str(start))
        return Path(chosen) if chosen else None

    def pdf_to_save(self, parent: QWidget, name: str) -> Path | None:
        title = self._tongue.say(N_("Save the PDF"))
        chosen, _ = QFileDialog.getSaveFileName(parent, title, str(documents() / name), "PDF (*.pdf)")
        return Path(chosen) if chosen else None

    def printer(self, parent: QWidget) -> QPrinter | None:
        """The printer chosen, with its paper; None when the person leaves the question."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        asking = QPrintDialog(printer, parent)
        return printer if asking.exec() == QPrintDialog.DialogCode.Accepted else None


def documents() -> Path:
    """Where this person keeps documents."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
