"""The training sessions of a book."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from vdfbank.store import tables as t
from vdfbank.store.book import BookFile
from vdfbank.store.stored import StoredAct, stored_act

_TRAIN = (
    select(t.act.c.number, t.act.c.on, t.act.c.kind, t.act.c["key"], t.act.c.text, t.act.c.seal)
    .where(t.act.c.kind == "train")
    .order_by(t.act.c.number)
)


def sessions(file: BookFile, first: date, last: date) -> list[StoredAct]:
    """The acts of sessions held from `first` to `last`, in number order; no other act is read for them."""
    with file.reading() as reading:
        found = reading.execute(_TRAIN.where(t.act.c.on.between(str(first), str(last))))
        return [stored_act(row) for row in found]
