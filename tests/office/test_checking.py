"""Whatever is changed in a book with its triggers taken away is found and named; a printed seal tells its act."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.kept import kept
from tests.office.life import written
from tests.store.tampering import tamper
from tests.store.written import every_kind
from tests.village import saved
from vdfbank.acts.codec import parse
from vdfbank.journal.seal import short_form
from vdfbank.office.checking import NoSealError, check_book
from vdfbank.office.session import OpenBook

#: What is changed, and the act, the place and the words of the first finding.
CHANGES = [
    ("UPDATE posting SET amount = 99 WHERE entry = 30 AND line = 1", 20, "posting 30/1", "amount is 99, its act says"),
    ("UPDATE posting SET account = 1020 WHERE entry = 30 AND line = 1", 20, "posting 30/1", "account is 1020"),
    ("UPDATE posting SET holder = 'M09' WHERE entry = 30 AND line = 2", 20, "posting 30/2", "holder is M09"),
    ("DELETE FROM posting WHERE entry = 30 AND line = 1", 20, "posting 30/1", "is missing"),
    ("INSERT INTO posting VALUES (30, 9, 1010, NULL, 5)", 20, "posting 30/9", "was not written by its act"),
    ("UPDATE entry SET \"on\" = '2025-01-06' WHERE number = 30", 20, "entry 30", "on is 2025-01-06"),
    ("UPDATE entry SET voucher = 'RV-2025-01-9999' WHERE number = 30", 20, "entry 30", "voucher is RV-2025-01-9999"),
    ("UPDATE entry SET reason = 'gift' WHERE number = 30", 20, "entry 30", "reason is gift"),
    ("UPDATE act SET seal = lower(hex(zeroblob(32))) WHERE number = 20", 20, "act 20", "seal is 000"),
    ("UPDATE act SET \"on\" = '2025-02-03' WHERE number = 20", 20, "act 20", "on is 2025-02-03"),
    ("UPDATE act SET kind = 'withdraw' WHERE number = 20", 20, "act 20", "kind is withdraw"),
    ("UPDATE act SET key = 'mine' WHERE number = 20", 20, "act 20", "key is mine"),
    ("UPDATE act SET text = ' ' || text WHERE number = 20", 20, "text", "not written the way the program writes"),
    ("UPDATE act SET text = '{' WHERE number = 20", 20, "text", "no JSON"),
    ("DELETE FROM act WHERE number = 20", 20, "act 20", "is missing"),
    ("UPDATE close_balance SET balance = balance - 1 WHERE account = 2010", None, "close_balance", "balance is"),
    ("DELETE FROM close_balance WHERE account = 1010", None, "close_balance", "is missing"),
    ("UPDATE month_close SET books = x'00'", None, "month_close", "books was changed"),
    ("UPDATE month_close SET counted = counted + 1", None, "month_close", "counted is"),
    ("UPDATE signature SET person = 'V03'", None, "signature", "person is V03"),
    ("UPDATE person SET name = 'Somebody' WHERE id = 'M01'", 2, "person", "name is Somebody"),
    ("UPDATE instalment SET principal = principal + 1 WHERE line = 1", None, "instalment", "principal is"),
    ("UPDATE guarantor SET person = 'M01'", None, "guarantor", "person is M01"),
    ("DELETE FROM attendance", 3, "attendance", "is missing"),
    ("UPDATE dividend SET amount = amount + 1", None, "dividend", "amount is"),
    ("CREATE TABLE note (text)", None, "schema note", "did not make"),
]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two months closed, a loan, a year split: a row in every table that is changed here."""
    village = saved(fiscal_year="05-01")
    village.tell(
        """
        2025-01-31  close_month  2025-01
        2025-02-28  close_month  2025-02
        2025-03-31  close_month  2025-03
        2025-04-05  lend  L1  M06  300 000
        2025-04-30  close_month  2025-04
        2025-05-01  close_year  2024
        """
    )
    assert not village.objections, village.objections
    return written(tmp_path_factory.mktemp("whole") / "village.vdf", village)


@pytest.fixture
def small(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(whole, tmp_path / whole.name))


@pytest.mark.parametrize(("change", "act", "where", "what"), CHANGES, ids=[change for change, *_ in CHANGES])
def test_what_was_changed_is_found_and_named(small: Path, change: str, act: int | None, where: str, what: str) -> None:
    settings = ("PRAGMA foreign_keys=OFF", "PRAGMA ignore_check_constraints=ON")
    with closing(sqlite3.connect(small)) as book:
        entry = book.execute("SELECT number FROM entry WHERE act = 20").fetchone()
    tamper(small, *settings, change.replace(" 30", f" {entry[0]}").replace("(30", f"({entry[0]}"))
    answer = check_book(small)
    findings = [(one.act, one.where, one.what) for one in answer.findings]
    wanted = where.replace("30", str(entry[0]))
    assert any(
        (act is None or number == act) and place.startswith(wanted) and what in said for number, place, said in findings
    ), findings
    assert answer.exit_status == 1
    assert answer.as_json()["findings"]
    assert "show this to the district" in "\n".join(answer.sentences())


def test_the_act_that_the_rules_do_not_allow_is_named(tmp_path: Path) -> None:
    path = written(tmp_path / "village.vdf", saved())
    tamper(path, "UPDATE act SET text = replace(text, '200000', '9000') WHERE number = 30")
    answer = check_book(path)
    first = answer.findings[0]
    assert (first.act, first.where) == (30, "save of 2025-01-01")
    assert first.what == "the rules do not allow it: below_minimum_saving"
    assert answer.acts == 29
    assert "act 30, save of 2025-01-01" in "\n".join(answer.sentences())


def test_a_chain_sealed_anew_is_met_by_the_printed_seal(copied: Path, tmp_path: Path) -> None:
    """Who drops the last act and knows how seals are made leaves a book that follows; the paper still knows."""
    with OpenBook.open(copied) as book:
        last = book.file.head()
    printed = short_form(last.seal)
    assert check_book(copied, printed).exit_status == 0
    shorter = tmp_path / "shorter.vdf"
    with OpenBook.open(copied) as book, OpenBook.create(shorter) as copy:
        for stored in book.file.acts(upto=last.number - 1):
            copy.perform(parse(stored.text), stored.on)
    answer = check_book(shorter, printed)
    assert (answer.findings, answer.sealed, answer.exit_status) == ((), None, 4)
    assert answer.as_json()["closes"] is None
    assert f"The seal {printed} closes no act of this book" in "\n".join(answer.sentences())


def test_a_printed_seal_tells_the_act_it_closes(copied: Path) -> None:
    with OpenBook.open(copied) as book:
        stored = book.file.act(50)
    assert stored is not None
    typed = short_form(stored.seal).lower().replace("-", " ").replace("0", "o").replace("1", "l")
    answer = check_book(copied, typed)
    assert answer.exit_status == 0
    assert answer.as_json()["printed_seal"] == short_form(stored.seal)
    assert answer.as_json()["closes"] == {"act": 50, "on": str(stored.on)}
    said = "\n".join(answer.sentences())
    assert "142 acts" in said
    assert f"closes act 50 of {stored.on}" in said


@pytest.mark.parametrize("typed", ["", "K7QF", "K7QF-2M9X-41TU", "K7QF-2M9X-41TD-", "ຄ7QF-2M9X-41TD"])
def test_what_is_no_seal_is_said(copied: Path, typed: str) -> None:
    if typed == "K7QF-2M9X-41TD-":
        assert check_book(copied, typed).exit_status == 4
        return
    with pytest.raises(NoSealError, match="12 characters") as wrong:
        check_book(copied, typed)
    assert wrong.value.exit_status == 2


def test_an_empty_book_has_nothing_to_find(tmp_path: Path) -> None:
    OpenBook.create(tmp_path / "new.vdf").close()
    answer = check_book(tmp_path / "new.vdf")
    assert (answer.acts, answer.entries, answer.findings) == (0, 0, ())


def test_every_kind_of_act_follows(tmp_path: Path) -> None:
    for number, village in enumerate(every_kind()):
        path = tmp_path / f"{number}.vdf"
        kept(village, path).close()
        assert check_book(path).findings == ()
