"""The example year told again in other words: long names and large amounts, or names that look like commands."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from tests.kept import EXAMPLE
from vdfbank.acts.act import Act
from vdfbank.acts.codec import parse
from vdfbank.bank.person import PersonId
from vdfbank.office.practice import practice_acts
from vdfbank.office.session import OpenBook

#: The amounts of the example with fifteen digits.
TIMES = 10**8
AMOUNTS = {
    "amount",
    "save",
    "repay",
    "withdraw",
    "counted",
    "entry_fee",
    "minimum_saving",
    "minimum_balance",
    "qualifying_savings",
    "emergency_cap",
    "cash_tolerance",
}
#: What people write in their own words.
TEXTS = {"title", "trainer", "note", "remarks", "purpose", "reason"}

#: Forty characters, all told apart by the number before them.
LONG_LATIN = "Thao Phommachanthavongsa Souvannaphoumai"
LONG_LAO = "ນາງ ພົມມະຈັນທະວົງສາ ສຸວັນນະພູມມາ ແກ້ວມະນີວົງ"
LONG_PLACES = {
    "village": "Ban Phonsavanh Nakhone Luang Xiengkhouang Tai (resettled from Ban Nam Ngum Nuea)",
    "district": "Muang Xaysetha Nakhone Luang Vientiane Tavanok",
    "province": "Khoueng Luang Namtha Savannakhet Bolikhamxay",
}
LONG_TEXT = "weaving and shop stock, seed and fertiliser for two fields, a second-hand pump, transport to the market"

UNBROKEN = "Phommachanthavongsasouvannaphoumaikeomanivongsayasanexayyavong"
#: None of these may become anything but letters on paper; ``{picture}`` is a file that must not be opened.
HOSTILE = (
    """<b>&"'</b>""",
    "</para>",
    "<img src={picture}>",
    '=HYPERLINK("http://x")',
    '<a href="http://x">link</a>',
    "&lt;i&gt; &#65; %s {0} {name}",
    "\"';--\\",
    UNBROKEN,
    "<para/><font size=40>",
    "-1+cmd|' /C calc'!A0",
    "$(reboot) `id`",
    "<br/><seq/><onDraw name=x/>",
)
HOSTILE_PLACES = {
    "village": """Ban <b>&"'</para>""",
    "district": '<a href="http://x">',
    "province": "<img src={picture}>",
}

#: Fields of a JSON object, changed as a village would have them.
Change = Callable[[dict[str, Any]], dict[str, Any]]

#: A loan with more instalments than its nine: rescheduled when five had fallen due.
RESCHEDULED = {
    "act": "reschedule",
    "on": "2026-01-05",
    "loan": "L6",
    "months": 9,
    "votes": {"M01": "yes", "M02": "yes", "M03": "yes"},
    "reason": "harvest lost",
}


def long_words(fields: dict[str, Any]) -> dict[str, Any]:
    changed = {name: value * TIMES if name in AMOUNTS else value for name, value in fields.items()}
    changed |= dict.fromkeys(TEXTS & set(fields), LONG_TEXT)
    if "name_lao" in fields:
        changed |= {"name": f"{fields['id']} {LONG_LATIN}"[:40], "name_lao": f"{fields['id']} {LONG_LAO}"[:40]}
        changed |= {"village_unit": "Unit 12, beyond the school"}
    return changed | _places(fields, LONG_PLACES)


def hostile_words(picture: Path) -> Change:
    """Everybody called by one of the hostile names, and every text one of them."""

    def change(fields: dict[str, Any]) -> dict[str, Any]:
        changed = fields | {name: HOSTILE[len(name) % len(HOSTILE)] for name in TEXTS & set(fields)}
        if "name_lao" in fields:
            latin, lao = hostile_name(fields["id"], picture)
            changed |= {"name": latin, "name_lao": lao, "household": f"{fields['household']}<b>"}
        changed |= _places(fields, HOSTILE_PLACES)
        return {
            name: value.replace("{picture}", str(picture)) if isinstance(value, str) else value
            for name, value in changed.items()
        }

    return change


def hostile_name(who: str, picture: Path) -> tuple[str, str]:
    """The Latin and the Lao name somebody has there."""
    name = HOSTILE[int(who[1:]) % len(HOSTILE)].replace("{picture}", str(picture))
    return name, f"ນາງ{name}"


def _places(fields: dict[str, Any], places: dict[str, str]) -> dict[str, str]:
    return places if "district" in fields else {}


def example_lines() -> Iterator[dict[str, Any]]:
    for line in (EXAMPLE / "acts.jsonl").read_text("utf-8").splitlines():
        yield json.loads(line)


def retold(change: Change) -> Iterator[Act]:
    """The acts of the example year and a rescheduling, changed throughout."""
    for line in (*example_lines(), RESCHEDULED):
        yield parse(json.dumps(_throughout(line, change), ensure_ascii=False))


def _throughout(value: Any, change: Change) -> Any:  # noqa: ANN401 - any JSON value
    if isinstance(value, dict):
        return change({name: _throughout(item, change) for name, item in value.items()})
    return [_throughout(item, change) for item in value] if isinstance(value, list) else value


def book_of(acts: Iterable[Act], path: Path) -> Path:
    """A book of these acts; what the rules refuse is left out."""
    with OpenBook.create(path) as book:
        for act in acts:
            book.perform(act, act.on)
    return path


def large(path: Path) -> Path:
    """A year of a village that ends with at least 120 members."""
    return book_of(practice_acts(members=124, months=12), path)


def ids(path: Path) -> set[str]:
    """Members and loans a book knows, the numbers of its acts and vouchers."""
    with OpenBook.open(path) as book:
        known: set[str] = {*book.books.people, *book.books.loans, *book.books.finished}
        return (
            known
            | {str(act.number) for act in book.file.acts()}
            | {stored.entry.voucher for stored in book.file.all_entries()}
        )


def people(path: Path) -> dict[PersonId, tuple[str, str]]:
    """Everybody's name in Latin and in Lao letters."""
    with OpenBook.open(path) as book:
        return {who: (person.name, person.name_lao or person.name) for who, person in book.books.people.items()}
