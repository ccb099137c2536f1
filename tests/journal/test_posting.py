"""Entries: balanced, vouchered without gaps, sealed act to act."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.village import Village, joined, saved
from vdfbank.acts.codec import canonical, dump
from vdfbank.bank.account import CASH_BOX, SAVINGS
from vdfbank.bank.money import LARGEST_POSTING, Money
from vdfbank.journal.entry import JournalEntry, Posting, canonical_entries
from vdfbank.journal.seal import FIRST, entry_code, read_short_form, seal, short_form
from vdfbank.rules.effects import Leg, Slip


@pytest.fixture
def village() -> Village:
    village = saved()
    village.tell("""
    2025-01-05  savings_day  M06 save 20 000, M07 withdraw 50 000, M08 save 10 000
    2025-01-06  deposit_cash  500 000  note=too_much
    2025-01-06  save  M09  10 000  (save)
    2025-01-07  reverse  (save)
    2025-04-01  lend  L1  M06  300 000
    2025-04-02  write_off  L1
    2025-04-30  close_month  2025-01
    2025-04-30  spend  5010  5 000
    """)
    return village


def test_numbers_and_vouchers_run_without_gaps(village: Village) -> None:
    entries = list(village.entries())
    assert [entry.number for entry in entries] == list(range(1, len(entries) + 1))
    series: dict[str, list[int]] = {}
    for entry in entries:
        match = re.fullmatch(r"((?:RV|PV|JV)-\d{4}-\d\d)-(\d{4,})", entry.voucher)
        assert match
        assert match.group(1).endswith(f"{entry.on:%Y-%m}")
        series.setdefault(match.group(1), []).append(int(match.group(2)))
    assert all(numbers == list(range(1, len(numbers) + 1)) for numbers in series.values())
    assert village.books.entries == len(entries)


def test_money_into_the_box_out_of_it_or_neither(village: Village) -> None:
    kinds = {posted.checked.act.kind: [entry.voucher[:2] for entry in posted.entries] for posted in village.posted}
    assert kinds["savings_day"] == ["RV", "RV", "PV"]
    assert (kinds["deposit_cash"], kinds["write_off"], kinds["reverse"]) == (["PV"], ["JV"], ["PV"])


def test_an_entry_says_why_and_what_it_undoes(village: Village) -> None:
    bank = next(entry for entry in village.entries() if entry.item == "deposit")
    assert bank.reason == "too much"
    mirror = next(entry for entry in village.entries() if entry.reverses is not None)
    undone = next(entry for entry in village.entries() if entry.number == mirror.reverses)
    assert [(p.account, p.holder, -p.amount) for p in mirror.postings] == [
        (p.account, p.holder, p.amount) for p in undone.postings
    ]


def test_an_entry_that_does_not_balance_cannot_be() -> None:
    postings = (Posting(CASH_BOX, None, Money(5)), Posting(SAVINGS, "M01", Money(-5)))
    entry = JournalEntry(1, 1, "RV-2025-01-0001", date(2025, 1, 5), "receipt", "", None, postings)
    for wrong in (
        (postings[0],),
        (),
        (postings[0], replace(postings[1], amount=Money(-4))),
        (replace(postings[0], amount=Money(0)), replace(postings[1], amount=Money(0))),
        tuple(replace(p, amount=Money(p.amount * LARGEST_POSTING)) for p in postings),
    ):
        with pytest.raises(AssertionError):
            replace(entry, postings=wrong)
    with pytest.raises(AssertionError):
        Slip(date(2025, 1, 5), "receipt", (Leg(CASH_BOX, Money(5)),))
    with pytest.raises(AssertionError):
        Slip(date(2025, 1, 5), "receipt", (Leg(CASH_BOX, Money(0)),))


def test_a_seal_closes_the_act_its_entries_and_all_before(village: Village) -> None:
    seals = [posted.seal for posted in village.posted]
    assert len(set(seals)) == len(seals)
    last = village.posted[-1]
    assert seal(seals[-2], last.text, last.entries) == seals[-1] == village.seal
    others = [
        seal(FIRST, last.text, last.entries),
        seal(seals[-2], last.text + " ", last.entries),
        seal(seals[-2], last.text, ()),
        seal(seals[-2], last.text, [replace(entry, reason="x") for entry in last.entries]),
    ]
    assert seals[-1] not in others
    assert last.number == len(seals)


def test_each_seal_is_made_over_the_one_before_text_and_entries() -> None:
    previous = FIRST
    for posted in saved().posted:
        digest = sha256()
        for part in (previous, dump(posted.checked.act), canonical(canonical_entries(posted.entries))):
            digest.update(len(part.encode()).to_bytes(8, "big") + part.encode())
        assert posted.seal == digest.hexdigest()
        assert posted.number == posted.checked.number
        previous = posted.seal


def test_the_same_acts_give_the_same_seals() -> None:
    first, second = joined(), joined()
    assert first.seal == second.seal
    second.tell("2025-01-05  save  M01  10 000")
    assert first.seal != second.seal


def test_entries_as_the_seal_reads_them() -> None:
    village = joined()
    (text,) = canonical_entries(village.posted[-1].entries)
    assert text["postings"] == [["1010", "M13", 10_000], ["4030", "M13", -10_000]]
    assert (text["on"], text["reverses"]) == ("2025-01-01", None)


@given(st.binary(min_size=32, max_size=32))
def test_people_write_a_seal_as_twelve_letters(digest: bytes) -> None:
    short = short_form(digest.hex())
    assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}", short)
    for typed in (short, short.lower(), short.replace("-", ""), f" {short.replace('-', ' ')} "):
        assert read_short_form(typed) == short
    assert read_short_form(short.replace("0", "o").replace("1", "l")) == short


def test_the_ends_of_the_short_form() -> None:
    assert short_form("0" * 64) == "0000-0000-0000"
    assert short_form("f" * 64) == "ZZZZ-ZZZZ-ZZZZ"


@pytest.mark.parametrize("text", ["", "K7QF-2M9X", "K7QF-2M9X-41TU", "K7QF-2M9X-41T", "K7QF-2M9X-41TDA", "ກ" * 12])
def test_what_is_no_short_form(text: str) -> None:
    assert read_short_form(text) is None


def test_a_line_of_a_passbook_carries_its_own_code() -> None:
    village = joined()
    codes = {entry_code(posted.seal, entry.voucher) for posted in village.posted for entry in posted.entries}
    assert len(codes) == village.books.entries
    assert all(read_short_form(code) == code for code in codes)
