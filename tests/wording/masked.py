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
#: Seals (in two lines where a column is narrow), and the places of files.
_NO_WORDS = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{2,4}\s*[0-9A-Z]{0,4}[-\s]*[0-9A-Z]{1,4}|(?<![\w.])/\S+")
#: Names of the program and of kinds of vouchers and files, which are the same in every language.
_NAMES = {"vdfbank", "RV", "PV", "JV"}


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
    return {word for word in words - _NAMES if word not in data}
