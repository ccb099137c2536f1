"""Qt's own words (menus, file dialog, buttons) in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTranslator
from typing_extensions import override

from vdfbank.desktop.tongue import Tongue
from vdfbank.wording.catalogue import N_

#: What Qt says in English, marks of its shortcuts left out, and our sentence for it.
_MENUS = {
    "Undo": N_("Undo"),
    "Redo": N_("Redo"),
    "Cut": N_("Cut"),
    "Copy": N_("Copy"),
    "Paste": N_("Paste"),
    "Delete": N_("Delete"),
    "Select All": N_("Select all"),
    "Step up": N_("One more"),
    "Step down": N_("One less"),
    "Scroll here": N_("Scroll here"),
    "Top": N_("To the top"),
    "Bottom": N_("To the bottom"),
    "Left edge": N_("To the left edge"),
    "Right edge": N_("To the right edge"),
    "Page up": N_("A page up"),
    "Page down": N_("A page down"),
    "Page left": N_("A page to the left"),
    "Page right": N_("A page to the right"),
    "Scroll up": N_("Scroll up"),
    "Scroll down": N_("Scroll down"),
    "Scroll left": N_("Scroll to the left"),
    "Scroll right": N_("Scroll to the right"),
    "Scroll Left": N_("Scroll to the left"),
    "Scroll Right": N_("Scroll to the right"),
}
_FILES = {
    "Open": N_("Open"),
    "Save": N_("Save"),
    "Save As": N_("Save as"),
    "Choose": N_("Choose"),
    "Rename": N_("Rename"),
    "Remove": N_("Remove"),
    "Look in:": N_("Look in:"),
    "File name:": N_("File name:"),
    "Files of type:": N_("Files of type:"),
    "Directory:": N_("Folder:"),
    "Directories": N_("Folders"),
    "Files": N_("Files"),
    "All Files (*)": N_("All files (*)"),
    "Name": N_("Name"),
    "Size": N_("Size"),
    "Type": N_("Type"),
    "Date Modified": N_("Changed on"),
    "Back": N_("Back"),
    "Forward": N_("Forward"),
    "Go back": N_("Back"),
    "Go forward": N_("Forward"),
    "Parent Directory": N_("Folder above"),
    "Go to the parent directory": N_("Folder above"),
    "New Folder": N_("New folder"),
    "Create New Folder": N_("New folder"),
    "Create a New Folder": N_("New folder"),
    "Find Directory": N_("Choose a folder"),
    "Computer": N_("Computer"),
    "Drive": N_("Disk or stick"),
    "Folder": N_("Folder"),
    "File": N_("File"),
    "Unknown": N_("Not known"),
    "Recent Places": N_("Places used before"),
    "Sidebar": N_("Places"),
    "List of places and bookmarks": N_("Places"),
    "List View": N_("As a list"),
    "Change to list view mode": N_("As a list"),
    "Detail View": N_("With details"),
    "Change to detail view mode": N_("With details"),
    "Show ": N_("Show"),
    "Show hidden files": N_("Show hidden files"),
    "%1 already exists.\nDo you want to replace it?": N_("%1 is there already. Replace it?"),
    "%1\nFile not found.\nPlease verify the correct file name was given.": N_(
        "There is no file %1. See that its name is right."
    ),
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.": N_(
        "There is no folder %1. See that its name is right."
    ),
    "'%1' is write protected.\nDo you want to delete it anyway?": N_("%1 is protected. Delete it all the same?"),
    "Are you sure you want to delete '%1'?": N_("Delete %1?"),
    "Could not delete directory.": N_("The folder could not be deleted."),
}
_BUTTONS = {
    "OK": N_("OK"),
    "Yes": N_("Yes"),
    "No": N_("No"),
    "Yes to All": N_("Yes to all"),
    "No to All": N_("No to all"),
    "Cancel": N_("Cancel"),
    "Close": N_("Close"),
    "Abort": N_("Stop"),
    "Retry": N_("Try again"),
    "Ignore": N_("Go on all the same"),
    "Discard": N_("Throw away"),
    "Save All": N_("Save all"),
    "Help": N_("Help"),
    "Apply": N_("Apply"),
    "Reset": N_("Put back"),
    "Restore Defaults": N_("Back to the first settings"),
    "Show Details...": N_("Show details"),
    "Hide Details...": N_("Hide details"),
}
_WORDS = _MENUS | _FILES | _BUTTONS
#: Keys are called what stands on them, in every language.
_KEYS = "QShortcut"


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
        ours = None if context == _KEYS else _WORDS.get(sourceText.replace("&", ""))
        return None if ours is None or self._tongue.language.code == "en" else self._tongue.say(ours)
