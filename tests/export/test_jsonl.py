"""The journal as JSON Lines."""

from __future__ import annotations

import json

from tests.export.conftest import HOSTILE, Journal
from vdfbank.export.background import Background
from vdfbank.export.jsonl import lines


def test_one_entry_a_line_and_each_adds_up_to_zero(example: Journal) -> None:
    read = [json.loads(line) for line in lines(*example)]
    assert [entry["number"] for entry in read] == [entry.number for entry in example[0]]
    assert all(sum(posting["amount"] for posting in entry["postings"]) == 0 for entry in read)
    assert read[0] == {
        "number": 1,
        "act": 7,
        "kind": "join",
        "voucher": "RV-2025-01-0001",
        "on": "2025-01-05",
        "item": "entry_fee",
        "reason": "",
        "reverses": None,
        "postings": [
            {"account": "1010", "name": "cash box", "amount": 10_000, "member": "M01", "loan": None},
            {"account": "4030", "name": "entry fees", "amount": -10_000, "member": "M01", "loan": None},
        ],
    }


def test_a_loan_is_named_with_its_member(example: Journal) -> None:
    read = (json.loads(line) for line in lines(*example))
    paid_out = next(entry for entry in read if entry["kind"] == "pay_out")
    assert [(posting["member"], posting["loan"]) for posting in paid_out["postings"]] == [("M07", "L1"), ("M07", "L1")]


def test_text_is_carried_untouched_on_its_own_line(hostile: Journal) -> None:
    written = list(lines(*hostile))
    assert all(line.count("\n") == 1 for line in written)
    assert [json.loads(line)["reason"] for line in written] == [HOSTILE, HOSTILE]
    assert [json.loads(line)["reverses"] for line in written] == [None, 1]


def test_an_empty_book_gives_nothing() -> None:
    assert list(lines([], Background())) == []
