"""A pretend language in which every letter of the catalogue is ກ: what is still readable came around it."""

import re
from collections.abc import Iterable
from gettext import NullTranslations

from tests.kept import EXAMPLE
from vdfbank.wording.language import Language

#: Where the language looks its sentences up.
CATALOGUE = "vdfbank.wording.language.catalogue"
MASKED = Language("lo")

_LETTER = re.compile(r"(\{\w+\})|[^\W\d_]")
_WORD = re.compile(r"[A-Za-z]{2,}")
#: Groups of a seal (a narrow column breaks it at its hyphens), kinds of vouchers; the places of files, a book's id.
_NO_WORDS = re.compile(r"\b[0-9A-Z]{1,4}\b|(?<![\w.])/\S+|\btmp\w+|\b[0-9a-f]{8,}\b")


class _Mask(NullTranslations):
    def gettext(self, message: str) -> str:
        return _LETTER.sub(lambda found: found[1] or "ກ", message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def mask(code: str) -> NullTranslations:
    assert code in {"lo", "en"}
    return _Mask()


def readable(texts: Iterable[str], *more: str) -> set[str]:
    """Latin words that neither the example's acts nor `more` hold."""
    data = (EXAMPLE / "acts.jsonl").read_text("utf-8") + " ".join(more)
    words = {word for text in texts for word in _WORD.findall(_NO_WORDS.sub("", text))}
    return {word for word in words - {"vdfbank"} if word not in data}
