"""What every act has: its date, who was at the keyboard, and how text names its kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal, NewType

from vdfbank.bank.person import PersonId

#: Whole numbers of 0 and more: people, minutes, months, pieces.
Count = NewType("Count", int)
#: Basis points, 0 and more.
BasisPoints = NewType("BasisPoints", int)
#: A name, title or note: NFC, no control or bidirectional characters.
Text = NewType("Text", str)
#: A caller's own name for an act, 1-64 of letters, digits, ``-_.:``.
Key = NewType("Key", str)
#: Kip of either sign: only what is left over when books are taken over.
Difference = NewType("Difference", int)
#: Pieces counted by denomination.
Pieces = Mapping[str, Count]

Vote = Literal["yes", "no", "abstain"]
Votes = Mapping[PersonId, Vote]


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Something that happened in the village bank on one day (acts.md)."""

    kind: ClassVar[str]
    #: Optional everywhere, but this kind cannot do without it.
    needs_note: ClassVar[bool] = False

    on: date
    by: PersonId | None = None
    seconded_by: PersonId | None = None
    note: Text | None = None
    key: Key | None = None
