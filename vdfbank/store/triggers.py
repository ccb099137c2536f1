"""Triggers of the book: whatever program opens the file, facts are added in order and never changed."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Table, UniqueConstraint

from vdfbank.store.tables import FACTS, act, book, posting

#: An act closes its own rows: after it nothing is added, changed or removed (reliability.md, section 3).
_ACT_SEALS = """\
CREATE TRIGGER act_seals BEFORE INSERT ON act
WHEN new.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM act)
  OR new."on" < (SELECT "on" FROM act WHERE number = new.number - 1)
  OR EXISTS (
    SELECT 1 FROM entry e WHERE e.act = new.number AND (
      (SELECT coalesce(sum(amount), 1) FROM posting WHERE entry = e.number) <> 0
      OR (SELECT count(*) FROM posting WHERE entry = e.number) < 2))
BEGIN SELECT RAISE(ABORT, 'act does not balance or is out of order'); END"""


#: Facts are added and nothing else. A foreign tool has recursive_triggers off: its REPLACE would delete without asking
#: the trigger on deletion, so the row it would replace is looked for first.
_NEVER_CHANGED = {
    "{table}_no_update": """\
CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table}
BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END""",
    "{table}_no_delete": """\
CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}
BEGIN SELECT RAISE(ABORT, 'facts are never removed'); END""",
    "{table}_no_replace": """\
CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM {table} WHERE {same_key})
BEGIN SELECT RAISE(ABORT, 'facts are never replaced'); END""",
}

_LATE = """\
CREATE TRIGGER {table}_late BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM {sealing})
BEGIN SELECT RAISE(ABORT, 'act is sealed'); END"""


def triggers() -> Iterator[tuple[str, str]]:
    """The name and the text of every trigger."""
    yield "act_seals", _ACT_SEALS
    for table in FACTS:
        for name, text in _NEVER_CHANGED.items():
            yield name.format(table=table.name), text.format(table=table.name, same_key=_same_key(table))
        if sealing := _sealing_act(table):
            yield f"{table.name}_late", _LATE.format(table=table.name, sealing=sealing)


def _same_key(table: Table) -> str:
    """A row with the primary key or another unique key of the new one."""
    unique = (tuple(one.columns.keys()) for one in table.constraints if isinstance(one, UniqueConstraint))
    keys = [tuple(column.name for column in table.primary_key), *sorted(unique)]
    return " OR ".join("(" + " AND ".join(f'"{name}" = new."{name}"' for name in key) + ")" for key in keys)


def _sealing_act(table: Table) -> str | None:
    """Where the act that seals a new row would stand."""
    if table is posting:
        return "entry JOIN act ON act.number = entry.act WHERE entry.number = new.entry"
    return None if table in (act, book) else "act WHERE number = new.act"
