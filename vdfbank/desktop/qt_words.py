"""Qt's own words (menus of a line, file dialog) in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTranslator
from typing_extensions import override

from vdfbank.desktop.tongue import Tongue
from vdfbank.wording.catalogue import N_

#: What Qt says in English, marks of its shortcuts left out, and our sentence for it.
_WORDS = {
    "Undo": N_("Undo"),
    "Redo": N_("Redo"),
    "Cut": N_("Cut"),
    "Copy": N_("Copy"),
    "Paste": N_("Paste"),
    "Delete": N_("Delete"),
    "Select All": N_("Select all"),
    "Open": N_("Open"),
    "Save": N_("Save"),
    "Choose": N_("Choose"),
    "Cancel": N_("Cancel"),
    "Look in:": N_("Look in:"),
    "File name:": N_("File name:"),
    "Files of type:": N_("Files of type:"),
    "Directory:": N_("Folder:"),
    "Name": N_("Name"),
    "Size": N_("Size"),
    "Type": N_("Type"),
    "Date Modified": N_("Changed on"),
    "Back": N_("Back"),
    "Forward": N_("Forward"),
    "Parent Directory": N_("Folder above"),
    "Create New Folder": N_("New folder"),
    "Computer": N_("Computer"),
}


class QtWords(QTranslator):
    """Qt asks for each of its words; what we have no word for stays as it is."""

    def __init__(self, tongue: Tongue, parent: QObject) -> None:
        super().__init__(parent)
        self._tongue = tongue

    @override
    def isEmpty(self) -> bool:
        return False

    @override
    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        # An empty answer would blank the menus: None leaves Qt's own word.
        ours = _WORDS.get(sourceText.replace("&", ""))
        return None if ours is None or self._tongue.language.code == "en" else self._tongue.say(ours)
