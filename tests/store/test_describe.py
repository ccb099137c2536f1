"""Every table and column has its words."""

from __future__ import annotations

from vdfbank.store.describe import describe
from vdfbank.store.meanings import COMMON, MEANINGS
from vdfbank.store.tables import EVERY


def test_every_table_and_column_is_explained() -> None:
    explained = {table.name: [column.name for column in table.columns] for table in describe()}
    assert explained == {table.name: table.c.keys() for table in EVERY}
    assert all(column.meaning for table in describe() for column in table.columns)


def test_nothing_is_explained_that_is_not_there() -> None:
    columns = {table.name: set(table.c.keys()) for table in EVERY}
    for name, (_, meanings) in MEANINGS.items():
        assert set(meanings) <= columns[name], name
    assert set(COMMON) <= set().union(*columns.values())


def test_the_words_are_the_same_as_json() -> None:
    act = describe()[0].as_json()
    assert act["name"] == "act"
    assert act["columns"][0] == {"name": "number", "type": "INTEGER", "meaning": "from 1, without gaps"}
