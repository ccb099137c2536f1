"""What must never be is refused by the file itself, whatever program opens it (reliability.md, section 3)."""

# ruff: noqa: S608 - the names are those of our own tables
from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.store.tampering import other_program
from vdfbank.store.engine import apply_settings
from vdfbank.store.tables import FACTS

SEAL = "a" * 64
#: The example year ends with act 142; a next one in sound order would go on like this.
ENTRY = "INSERT INTO entry VALUES (283, 143, 'RV-2026-01-9001', '2026-01-06', 'receipt', '', NULL)"
POSTING = "INSERT INTO posting VALUES (283, 1, 1010, NULL, 100)"
OTHER_SIDE = "INSERT INTO posting VALUES (283, 2, 4090, NULL, -100)"
ACT = f"INSERT INTO act VALUES (143, '2026-01-06', 'receive', NULL, NULL, NULL, '{{}}', '{SEAL}')"


def _act(**changed: str) -> str:
    usual = {"number": "143", "on": "'2026-01-06'", "kind": "'receive'", "by": "NULL", "seconded_by": "NULL"}
    values = {**usual, "key": "NULL", "text": "'{}'", "seal": f"'{SEAL}'", **changed}
    return f"INSERT INTO act VALUES ({', '.join(values.values())})"


FORBIDDEN = {
    "unbalanced": (ENTRY, POSTING, "INSERT INTO posting VALUES (283, 2, 4090, NULL, -99)", ACT),
    "one leg": (ENTRY, POSTING, ACT),
    "no leg": (ENTRY, ACT),
    "added to a sealed act": (
        "INSERT INTO entry VALUES (283, 142, 'RV-2026-01-9001', '2026-01-06', 'receipt', '', NULL)",
    ),
    "posting added to a sealed entry": ("INSERT INTO posting VALUES (1, 3, 1010, NULL, 100)",),
    "member added to a sealed act": ("INSERT INTO membership VALUES (142, 1, 'M99', 'joined', '2026-01-05', NULL)",),
    "act number left out": (_act(number="144"),),
    "act number used": (_act(number="142"),),
    "act dated before the last": (_act(on="'2026-01-04'"),),
    "act changed": ("UPDATE act SET text = '{}' WHERE number = 3",),
    "act removed": ("DELETE FROM act WHERE number = 142",),
    "act replaced": (_act(number="142").replace("INSERT", "INSERT OR REPLACE"),),
    "posting changed": ("UPDATE posting SET amount = amount + 1",),
    "posting removed": ("DELETE FROM posting",),
    "posting replaced": ("REPLACE INTO posting VALUES (1, 1, 1010, NULL, 200)",),
    "entry replaced by its voucher": (
        'REPLACE INTO entry SELECT 283, 143, voucher, "on", item, reason, NULL FROM entry WHERE number = 1',
    ),
    "person replaced by the id": (
        "REPLACE INTO person VALUES (143, 'M01', 'Other', 'F', 'H', NULL, NULL, NULL, NULL)",
    ),
    "book replaced": (f"REPLACE INTO book VALUES (1, '{'0' * 32}', NULL)",),
    "a float": (ENTRY, "INSERT INTO posting VALUES (283, 1, 1010, NULL, 100.5)"),
    "a text": (ENTRY, "INSERT INTO posting VALUES (283, 1, 1010, NULL, 'a hundred')"),
    "nothing": (ENTRY, "INSERT INTO posting VALUES (283, 1, 1010, NULL, 0)"),
    "out of range": (ENTRY, "INSERT INTO posting VALUES (283, 1, 1010, NULL, 1000000000000000001)"),
    "beyond integers": (ENTRY, "INSERT INTO posting VALUES (283, 1, 1010, NULL, 9223372036854775808)"),
    "an account of three digits": (ENTRY, "INSERT INTO posting VALUES (283, 1, 101, NULL, 100)"),
    "seconded by oneself": (_act(by="'M01'", seconded_by="'M01'"),),
    "a short seal": (_act(seal="'abc'"),),
    "no date": (_act(on="'tomorrow'"),),
}


@pytest.mark.parametrize("statements", FORBIDDEN.values(), ids=FORBIDDEN)
def test_any_program_is_refused(copied: Path, statements: tuple[str, ...]) -> None:
    *sound, forbidden = statements
    with other_program(copied) as connection:
        connection.execute("BEGIN")
        for statement in sound:
            connection.execute(statement)
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(forbidden)
        connection.execute("ROLLBACK")


def test_the_same_in_order_is_taken(copied: Path) -> None:
    """Else the test above would prove nothing."""
    with other_program(copied) as connection:
        apply_settings(connection, copied)
        for statement in ("BEGIN", ENTRY, POSTING, OTHER_SIDE, ACT, "COMMIT"):
            connection.execute(statement)


def test_an_entry_that_no_act_seals_is_refused_at_the_commit(copied: Path) -> None:
    with other_program(copied) as connection:
        apply_settings(connection, copied)
        for statement in ("BEGIN", ENTRY, POSTING, OTHER_SIDE):
            connection.execute(statement)
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute("COMMIT")


@pytest.mark.parametrize("table", FACTS, ids=lambda table: table.name)
def test_no_fact_is_changed_removed_or_replaced(copied: Path, table: object) -> None:
    name = str(table)
    with other_program(copied) as connection:
        if connection.execute(f"SELECT 1 FROM {name}").fetchone() is None:
            return
        column = connection.execute(f"SELECT * FROM {name} LIMIT 1").description[-1][0]
        for statement in (
            f'UPDATE {name} SET "{column}" = "{column}"',
            f"DELETE FROM {name}",
            f"INSERT OR REPLACE INTO {name} SELECT * FROM {name} LIMIT 1",
            f"INSERT OR IGNORE INTO {name} SELECT * FROM {name} LIMIT 1",
        ):
            with pytest.raises(sqlite3.IntegrityError):
                connection.execute(statement)


def test_no_table_of_facts_has_a_hidden_key(copied: Path) -> None:
    """Through a rowid that is not its key, a row could be replaced unseen."""
    with other_program(copied) as connection:
        for table in FACTS:
            strict, without_rowid = connection.execute(
                "SELECT strict, wr FROM pragma_table_list WHERE name = ?", (table.name,)
            ).fetchone()
            key = [row for row in connection.execute(f"PRAGMA table_info({table.name})") if row[5]]
            assert strict, table.name
            assert without_rowid or [row[2] for row in key] == ["INTEGER"], table.name
