"""The manual: one page for each page of the window and for what stands beside them, in each language."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from vdfbank.wording.shipped import folders

CONTENTS = "index"
#: Every page, in the order of the contents.
PAGES = (
    CONTENTS,
    "start",
    "today",
    "savings-day",
    "members",
    "loans",
    "books",
    "month",
    "training",
    "usb",
    "settings",
    "printing",
    "roles",
    "by-laws",
    "when-something-goes-wrong",
    "command-line",
)
#: Pages of the window that another page of the manual explains.
_EXPLAINED_IN = {"founding": "start", "paper": "printing"}


@dataclass(frozen=True, slots=True)
class ManualPage:
    """A text in Markdown; its pictures are named from `folder`."""

    name: str
    text: str
    folder: Path


def name_for(page: str) -> str:
    """The page of the manual that explains a page of the window; the contents where none does."""
    name = _EXPLAINED_IN.get(page, page.replace("_", "-"))
    return name if name in PAGES else CONTENTS


def manual_page(name: str, code: str) -> ManualPage | None:
    """A page in one language; None where it was lost on the way to this computer."""
    for manual in _folders():
        folder = manual / code
        try:
            return ManualPage(name, (folder / f"{name}.md").read_text("utf-8"), folder)
        except OSError:
            continue
    return None


def _folders() -> list[Path]:
    return folders("manual", "docs/manual")
