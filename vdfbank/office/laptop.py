"""What this computer remembers for the person at it: language, text size, theme, the books opened last."""

from __future__ import annotations

import json
import os
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import platformdirs

BOOKS_REMEMBERED = 6
#: Another folder for everything this computer remembers, so that tests and a second user stay apart.
FOLDER_VARIABLE = "VDFBANK_DATA"


@dataclass(frozen=True, slots=True)
class Laptop:
    """Settings of one computer; they stand in a plain file, never in a book."""

    language: str = "lo"
    text_size: str = "normal"
    books: tuple[Path, ...] = ()
    theme: str = "light"

    def with_book(self, path: Path) -> Laptop:
        """The book opened now comes first."""
        others = (book for book in self.books if book != path)
        return replace(self, books=(path, *others)[:BOOKS_REMEMBERED])


def data_folder() -> Path:
    named = os.environ.get(FOLDER_VARIABLE)
    return Path(named) if named else Path(platformdirs.user_data_dir("vdfbank", appauthor=False))


def _file() -> Path:
    return data_folder() / "laptop.toml"


def remembered() -> Laptop:
    """What was remembered; the first settings where nothing can be read, for a window must always open."""
    try:
        known = tomllib.loads(_file().read_text("utf-8"))
    except (OSError, ValueError):
        return Laptop()
    books = known.get("books", [])
    paths = tuple(Path(book) for book in books if isinstance(book, str)) if isinstance(books, list) else ()
    return Laptop(
        language=_word(known, "language", "lo"),
        text_size=_word(known, "text_size", "normal"),
        books=paths[:BOOKS_REMEMBERED],
        theme=_word(known, "theme", "light"),
    )


def _word(known: dict[str, Any], name: str, otherwise: str) -> str:
    value = known.get(name)
    return value if isinstance(value, str) else otherwise


def remember(laptop: Laptop) -> None:
    """Keep the settings; a computer that cannot is worked with all the same."""
    books = ", ".join(_toml(str(book)) for book in laptop.books)
    lines = (
        f"language = {_toml(laptop.language)}",
        f"text_size = {_toml(laptop.text_size)}",
        f"theme = {_toml(laptop.theme)}",
        f"books = [{books}]",
    )
    part = _file().with_suffix(".part")
    try:
        part.parent.mkdir(parents=True, exist_ok=True)
        part.write_text("\n".join(lines) + "\n", "utf-8")
        part.replace(_file())
    except OSError:
        return


def _toml(text: str) -> str:
    """A TOML string: the escapes of JSON are among its own."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
