"""One spelling for what people type in several: names as they are kept, and the key by which they are found."""

import re
import unicodedata

from vdfbank.wording.digits import ascii_digits

_TONES = "\u0ec8-\u0ecb"
#: Vowels and signs above or below their letter; the tone is typed after them, whatever order a keyboard allows.
_HANGING = "\u0eb1\u0eb4-\u0eb9\u0ebb\u0ebc\u0ecd"
#: Breaks and marks nobody sees, which a word processor leaves in copied text.
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_BLANKS = re.compile(r"\s+")

#: Each way to type a sign, and the one way it is kept (lao.md, section 6).
_ONE_WAY = (
    # Two ເ look like one ແ.
    (re.compile("ເເ"), "ແ"),
    (re.compile(f"([{_TONES}]+)([{_HANGING}]+)"), r"\2\1"),
    # ໍ and າ, with a tone between or before them, are the one letter ຳ; a tone stands before it.
    (re.compile(f"\u0ecd([{_TONES}]*)\u0eb2"), "\\1\u0eb3"),
    (re.compile(f"\u0eb3([{_TONES}]+)"), "\\1\u0eb3"),
)

#: Letters that are one to the ear; people write either.
_ONE_SOUND = (
    (re.compile("ຣ"), "ລ"),
    (re.compile("ຫນ"), "ໜ"),
    (re.compile("ຫມ"), "ໝ"),
    (re.compile("ຫລ"), "ຫຼ"),
)
_TONE = re.compile(f"[{_TONES}]")


def canonical(name: str) -> str:
    """The name as it is kept: it looks the same on paper, however it was typed."""
    seen = _UNSEEN.sub("", unicodedata.normalize("NFC", name))
    for typed, kept in _ONE_WAY:
        seen = typed.sub(kept, seen)
    return unicodedata.normalize("NFC", _BLANKS.sub(" ", seen).strip())


def folded(name: str) -> str:
    """
    The key two spellings of a name share; never shown.

    Tones are left out, capitals are small, Lao digits are ours, and letters that sound the same are one.
    """
    small = unicodedata.normalize("NFD", ascii_digits(name)).casefold()
    key = canonical(_TONE.sub("", small))
    for written, sound in _ONE_SOUND:
        key = written.sub(sound, key)
    return key
