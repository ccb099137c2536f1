"""The language of the window, switched while it is open."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from vdfbank.wording.breaks import wrap_lo
from vdfbank.wording.catalogue import LANGUAGES
from vdfbank.wording.language import Language, language


class Tongue(QObject):
    """What the window says, it says through this; `changed` tells every page to say it again."""

    changed = Signal()

    def __init__(self, code: str) -> None:
        super().__init__()
        self.language: Language = language(code if code in LANGUAGES else LANGUAGES[0])

    @property
    def next(self) -> str:
        """The language that comes after this one; after the last the first."""
        return LANGUAGES[(LANGUAGES.index(self.language.code) + 1) % len(LANGUAGES)]

    def switch(self) -> None:
        """Lao becomes English, English Lao."""
        self.language = language(self.next)
        self.changed.emit()

    def say(self, message: str, /, **values: object) -> str:
        return self.language.say(message, **values)

    def label(self, message: str, /, **values: object) -> str:
        """The sentence for a label that may wrap: Qt breaks Lao lines only where it is shown how."""
        return wrap_lo(self.language.say(message, **values))
