"""Find the catalogue of a language and read its sentences."""

from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from vdfbank.wording.shipped import folders

DOMAIN = "vdfbank"
#: The languages of the program; English is the one the sources are written in.
LANGUAGES = ("lo", "en")


def N_(message: str) -> str:  # noqa: N802 - the name every gettext tool knows
    """Mark a sentence of a table for the catalogue; it is translated where it is said."""
    return message


@cache
def catalogue(code: str) -> NullTranslations:
    """
    The sentences of one language, read once and only when something is first said.

    A reading for other programs (``--json``) says nothing, and so never waits for this.
    """
    for folder in _folders():
        compiled = folder / code / "LC_MESSAGES" / f"{DOMAIN}.mo"
        source = compiled.with_suffix(".po")
        # A compiled catalogue older than its source is a leftover of a developer's last build.
        if compiled.is_file() and not (source.is_file() and source.stat().st_mtime > compiled.stat().st_mtime):
            with compiled.open("rb") as stream:
                return GNUTranslations(stream)
        if source.is_file():
            return _compiled_in_memory(source)
    return NullTranslations()


def _folders() -> list[Path]:
    return folders("translations", "translations")


def _compiled_in_memory(source: Path) -> NullTranslations:
    # Babel is slow to load and needed in a checkout alone; an installed program carries compiled catalogues.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as stream:
        sentences = read_po(stream)
    if not any(any(message.string or ()) for message in sentences if message.id):
        return NullTranslations()
    compiled = BytesIO()
    write_mo(compiled, sentences)
    compiled.seek(0)
    return GNUTranslations(compiled)
