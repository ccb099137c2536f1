"""Books of older formats come along whole; a new book is what the steps would have made of it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Connection

from tests.store.tampering import other_program
from vdfbank.store import upgrade as upgrade_module
from vdfbank.store.backup import verify
from vdfbank.store.book import BookFile
from vdfbank.store.engine import engine
from vdfbank.store.schema import fresh_shape, make_triggers, migrations, shape, tables_as_sql
from vdfbank.store.tables import FORMAT
from vdfbank.store.upgrade import Target, UpgradeFailedError, run_steps, upgrade

#: The next program: people get a telephone, a table that is there is made anew, and there is one table more.
TELEPHONE = '''
"""People have telephones."""
from alembic import op

revision = "0002"
down_revision = "0001"

PERSON = """{person}"""


def upgrade():
    connection = op.get_bind()
    connection.exec_driver_sql("PRAGMA legacy_alter_table=ON")
    connection.exec_driver_sql("ALTER TABLE person RENAME TO person_before")
    connection.exec_driver_sql(PERSON)
    connection.exec_driver_sql("INSERT INTO person SELECT *, NULL FROM person_before")
    connection.exec_driver_sql("DROP TABLE person_before")
    connection.exec_driver_sql("CREATE TABLE telephone_book (number TEXT NOT NULL) STRICT")
    {more}
'''


def _newer(folder: Path, more: str = "") -> Target:
    """A format 2 whose new books have what its step makes."""
    scripts = folder / "book"
    shutil.copytree(migrations(), scripts)
    before = next(sql for _, name, _, sql in fresh_shape() if name == "person")
    assert before is not None
    person = before.replace("village_unit TEXT,", "village_unit TEXT,\n  telephone TEXT,")
    (scripts / "versions" / "0002_telephone.py").write_text(TELEPHONE.format(person=person, more=more), "utf-8")
    telephone_book = (
        "table",
        "telephone_book",
        "telephone_book",
        "CREATE TABLE telephone_book (number TEXT NOT NULL) STRICT",
    )
    others = {line for line in fresh_shape() if line[1] != "person"}
    return Target(2, scripts, lambda: frozenset({*others, ("table", "person", "person", person), telephone_book}))


def test_the_steps_make_what_a_new_book_is_made_of(tmp_path: Path) -> None:
    made = engine(tmp_path / "a.vdf", "rwc", foreign_keys=False)
    with made.connect() as connection, connection.begin():
        # Alembic makes its own table only where there is none; its words are its version's.
        connection.exec_driver_sql(next(text for text in tables_as_sql() if "alembic_version" in text))
        run_steps(connection, migrations(), FORMAT)
        make_triggers(connection)
        assert shape(connection) == fresh_shape()
    made.dispose()


def test_a_new_book_has_that_shape(empty: BookFile) -> None:
    with empty.reading() as connection:
        assert shape(connection) == fresh_shape()


def test_an_older_book_is_copied_then_brought_up_to_date(copied: Path, tmp_path: Path) -> None:
    with BookFile.open(copied) as book:
        acts, entries, head = list(book.acts()), list(book.all_entries()), book.head()
    kept = upgrade(copied, _newer(tmp_path))
    assert kept is not None
    assert kept.name == "Ban Dokchampa.format-1.vdf"
    assert verify(kept) == head
    with BookFile.open(kept) as book:
        assert list(book.acts()) == acts
    with other_program(copied) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (2,)
        assert connection.execute("SELECT count(telephone), count(*) FROM person").fetchone() == (0, 21)
        connection.execute("PRAGMA user_version=1")
    with BookFile.open(copied) as book:
        assert (list(book.acts()), list(book.all_entries()), book.head()) == (acts, entries, head)


def test_a_second_run_finds_nothing_to_do(copied: Path, tmp_path: Path) -> None:
    target = _newer(tmp_path)
    upgrade(copied, target)
    before = copied.read_bytes()
    assert upgrade(copied, target) is None
    assert copied.read_bytes() == before


WRONG = {
    "an act would change": "connection.exec_driver_sql(\"UPDATE act SET text = '{}' WHERE number = 1\")",
    "a posting would be lost": "connection.exec_driver_sql('DELETE FROM posting WHERE entry = 7')",
    "a table too many": "connection.exec_driver_sql('CREATE TABLE forgotten (a)')",
    "a row would point to nothing": "connection.exec_driver_sql(\"INSERT INTO opening VALUES (999, '2025-01-01')\")",
    "the step fails": "raise ZeroDivisionError",
}


@pytest.mark.parametrize("more", WRONG.values(), ids=WRONG)
def test_a_step_that_goes_wrong_leaves_the_book_as_it_was(copied: Path, tmp_path: Path, more: str) -> None:
    before = copied.read_bytes()
    with pytest.raises((UpgradeFailedError, ZeroDivisionError)):
        upgrade(copied, _newer(tmp_path, more))
    assert copied.read_bytes() == before


def test_opening_an_older_book_upgrades_it(copied: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = _newer(tmp_path)
    monkeypatch.setattr("vdfbank.store.tables.FORMAT", 2)
    monkeypatch.setattr(upgrade_module, "FORMAT", 2)
    monkeypatch.setattr(upgrade_module, "migrations", lambda: target.scripts)
    monkeypatch.setattr(upgrade_module, "fresh_shape", target.shape)
    monkeypatch.setattr("vdfbank.store.opening.FORMAT", 2)
    with BookFile.open(copied, writing=True) as book:
        assert book.head().number == 142
    with other_program(copied) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (2,)
    assert copied.with_name("Ban Dokchampa.format-1.vdf").exists()


def test_an_upgrade_killed_half_way_is_done_by_the_next(copied: Path, tmp_path: Path) -> None:
    killing = _newer(tmp_path / "killing", "import os; os._exit(9)")
    program = """
import sys
from pathlib import Path
from vdfbank.store.upgrade import Target, upgrade
upgrade(Path(sys.argv[1]), Target(2, Path(sys.argv[2]), frozenset))
"""
    died = subprocess.run([sys.executable, "-c", program, str(copied), str(killing.scripts)], check=False)
    assert died.returncode == 9
    with BookFile.open(copied) as book:
        assert book.head().number == 142
    kept = upgrade(copied, _newer(tmp_path))
    assert kept is not None
    assert kept.name == "Ban Dokchampa.format-1-2.vdf"
    with other_program(copied) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (2,)


def test_facts_stay_locked_after_an_upgrade(copied: Path, tmp_path: Path) -> None:
    upgrade(copied, _newer(tmp_path))

    def triggers(connection: Connection) -> set[str]:
        return {
            str(name) for (name,) in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        }

    made = engine(copied, "ro")
    with made.connect() as connection:
        assert triggers(connection) == {name for kind, name, *_ in fresh_shape() if kind == "trigger"}
    made.dispose()
