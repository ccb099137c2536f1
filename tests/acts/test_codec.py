"""The text of acts: read strictly, the field named that is wrong; written canonically, nothing lost."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.years.reading import YEARS
from vdfbank.acts.codec import KINDS, LONGEST_LINE, canonical, dump, parse, parse_lines
from vdfbank.acts.fields import LONGEST_TEXT, typed_text
from vdfbank.acts.malformed import MalformedError, shown

SAVE = {"act": "save", "on": "2025-01-05", "member": "M01", "amount": 20_000}
DAY = {"act": "savings_day", "on": "2025-01-05", "lines": [], "counted": 0, "witness": "V01"}
FOUND = {
    "act": "found",
    "on": "2025-01-05",
    "village": "ບ້ານ ນ້ຳ",
    "district": "D",
    "province": "P",
    "village_code": "01-01-001",
    "currency": "LAK",
    "fiscal_year": "10-01",
    "savings_day": 28,
    "interested": 15,
}
PERSON = {"id": "M01", "name": "Bounmy", "sex": "M", "household": "H01"}
REGISTER = {"act": "register", "on": "2025-01-05", "people": [PERSON]}
BYLAWS = {"act": "agree_bylaws", "on": "2025-01-05", "in_force": "2025-01-06", "bylaws": {}}
CLOSE = {"act": "close_month", "on": "2025-01-31", "month": "2025-01", "counted": 0, "signed_by": ["V01", "V02"]}
APPLY = {
    "act": "apply",
    "on": "2025-01-05",
    "loan": "L1",
    "member": "M01",
    "product": "ordinary",
    "amount": 1,
    "months": 3,
    "rate_bp": 300,
    "method": "flat",
    "purpose": "seed",
    "guarantors": [],
}
DECIDE = {"act": "decide", "on": "2025-01-05", "loan": "L1", "votes": {"M01": "yes"}, "outcome": "approved"}
ELECT = {
    "act": "elect",
    "on": "2025-01-05",
    "committee": "management",
    "seats": [{"person": "M01", "role": "president"}],
}
TRAIN = {
    "act": "train",
    "on": "2025-01-05",
    "module": "rights",
    "title": "T",
    "trainer": "X",
    "minutes": 60,
    "attended": ["M01"],
}
CONFIRM = {"act": "confirm", "on": "2025-01-05", "what": "clock", "detail": "d", "by": "M01", "seconded_by": "M02"}
TAKE = {
    "act": "take_over",
    "on": "2025-01-05",
    "members": [{"member": "M01", "joined": "2024-01-05", "savings": 5}],
    "loans": [],
    "trained": [],
    "accounts": {"1010": 5},
    "difference": 0,
}
SPEND = {"act": "spend", "on": "2025-01-05", "account": "5010", "amount": 5, "note": "pens"}
WELL_FORMED: list[dict[str, Any]] = [
    SAVE,
    DAY,
    FOUND,
    REGISTER,
    BYLAWS,
    CLOSE,
    APPLY,
    DECIDE,
    ELECT,
    TRAIN,
    CONFIRM,
    TAKE,
    SPEND,
]


def field_of(line: str) -> str:
    with pytest.raises(MalformedError) as wrong:
        parse(line)
    return wrong.value.field


def wrong(act: dict[str, Any], /, **changes: Any) -> str:  # noqa: ANN401 - fields as the text form has them
    """The field named as malformed when `act` is changed so."""
    return field_of(json.dumps({**act, **changes}))


def without(act: dict[str, Any], name: str) -> str:
    return field_of(json.dumps({field: value for field, value in act.items() if field != name}))


@pytest.mark.parametrize("act", WELL_FORMED, ids=lambda act: str(act["act"]))
def test_well_formed_lines_come_back_as_they_were(act: dict[str, Any]) -> None:
    assert dump(parse(json.dumps(act))) == canonical(act)


def test_every_line_of_the_example_comes_back_as_it_was() -> None:
    text = (YEARS / "example" / "acts.jsonl").read_text(encoding="utf-8").splitlines()
    for (number, act), line in zip(parse_lines(text), text, strict=True):
        assert dump(act) == canonical(json.loads(line)), number


@pytest.mark.parametrize(
    "amount", [20_000.0, 1.5, "20000", -1, True, False, None, [], {}, 10**15 + 1, 10**400, float("nan"), float("inf")]
)
def test_money_is_whole_kip(amount: object) -> None:
    assert wrong(SAVE, amount=amount) == "amount"


def test_the_smallest_and_the_largest_amount() -> None:
    for amount in (0, 1, 10**15):
        assert json.loads(dump(parse(json.dumps({**SAVE, "amount": amount}))))["amount"] == amount


@pytest.mark.parametrize("text", ["1e3", "1E3", "2.0", "-0.0", "NaN", "Infinity", "-Infinity"])
def test_other_ways_to_write_a_number_are_no_kip(text: str) -> None:
    assert field_of('{"act":"save","on":"2025-01-05","member":"M01","amount":%s}' % text) == "amount"  # noqa: UP031


@pytest.mark.parametrize("text", ["0x10", "1_000", "+5", "01", "", "৫"])
def test_what_is_no_json_number(text: str) -> None:
    assert field_of('{"act":"save","on":"2025-01-05","member":"M01","amount":%s}' % text) == "line"  # noqa: UP031


@pytest.mark.parametrize(
    "on",
    [
        "2025-1-5",
        "2025-02-30",
        "20250105",
        "05/01/2025",
        "2025-01-05T00:00",
        "2025-W01-1",
        "1899-12-31",
        "3000-01-01",
        "໒໐໒໕-01-05",
        " 2025-01-05",
        "",
        20250105,
        None,
        True,
        [],
    ],
)
def test_dates_are_iso_dates(on: object) -> None:
    assert wrong(SAVE, on=on) == "on"


@pytest.mark.parametrize("on", ["1900-01-01", "2024-02-29", "2101-01-01", "2999-12-31"])
def test_dates_far_away_are_dates(on: str) -> None:
    assert str(parse(json.dumps({**SAVE, "on": on})).on) == on


@pytest.mark.parametrize("member", ["", "M 1", "M_1", "M" * 17, "ມ1", "M1\n", 1, None, ["M01"], "M\u200b1"])
def test_ids_are_short(member: object) -> None:
    assert wrong(SAVE, member=member) == "member"


def test_ids_have_letters_digits_and_dashes() -> None:
    for member in ("M", "7", "M-07", "-", "a" * 16):
        parse(json.dumps({**SAVE, "member": member}))


@pytest.mark.parametrize("key", ["", "k" * 65, "a b", "ກ", 5, None])
def test_keys_that_are_none(key: object) -> None:
    assert wrong(SAVE, key=key) == "key"


def test_a_key_and_the_other_fields_that_are_optional_everywhere() -> None:
    for act in WELL_FORMED:
        more = {"key": "A-z_0.9:" + "k" * 56, "by": "M01", "seconded_by": "M02", "note": "why"}
        assert json.loads(dump(parse(json.dumps({**act, **more})))) == {**act, **more}


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_field_that_does_not_belong_is_never_ignored(kind: str) -> None:
    assert field_of(json.dumps({"act": kind, "on": "2025-01-05", "amuont": 5})) == "amuont"
    assert field_of(json.dumps({"act": kind, "on": "2025-01-05", "Act": 5})) == "Act"


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_field_that_is_missing_is_named(kind: str) -> None:
    assert field_of(json.dumps({"act": kind})) in {"on", "bylaws"}
    required = field_of(json.dumps({"act": kind, "on": "2025-01-05"}))
    assert required not in {"", "act", "on", "by", "seconded_by", "key"}


def test_no_field_may_be_left_out_that_is_not_optional() -> None:
    optional = {"difference", "counted"}
    for act in WELL_FORMED:
        for name in set(act) - optional:
            assert without(act, name) == name, (act["act"], name)


@pytest.mark.parametrize("name", ["by", "seconded_by", "note", "key"])
def test_null_is_no_way_to_leave_a_field_out(name: str) -> None:
    assert wrong(SAVE, **{name: None}) == name


@pytest.mark.parametrize("kind", ["Save", "borrow", "", 5, None, [], {}])
def test_a_kind_nobody_knows(kind: object) -> None:
    assert wrong(SAVE, act=kind) == "act"


def test_every_kind_is_known_by_its_own_name() -> None:
    assert len(KINDS) == 35
    assert all(kind.kind == name for name, kind in KINDS.items())


def test_a_line_without_a_kind() -> None:
    assert without(SAVE, "act") == "act"


@pytest.mark.parametrize(
    "line", ["", "save", "5", "null", '"save"', "[]", "{", '{"act":}', "{}x", "\ufeff{}", "{'a':1}"]
)
def test_lines_that_are_no_object(line: str) -> None:
    assert field_of(line) in {"line", "act"}


def test_a_field_twice() -> None:
    assert field_of('{"act":"save","on":"2025-01-05","member":"M01","amount":5,"amount":5}') == "amount"
    nested = '{"act":"decide","on":"2025-01-05","loan":"L1","votes":{"M01":"yes","M01":"no"},"outcome":"approved"}'
    assert field_of(nested) == "M01"


def test_brackets_in_brackets() -> None:
    assert field_of(json.dumps({**SAVE, "amount": json.loads("[" * 20 + "]" * 20)})) == "line"
    assert field_of(json.dumps({**SAVE, "amount": json.loads("[" * 14 + "]" * 14)})) == "amount"
    assert field_of("[" * 400_000) == "line"
    assert field_of('{"a":' * 100_000) == "line"


def test_a_line_too_long() -> None:
    assert wrong(SAVE, note="a" * LONGEST_LINE) == "line"


def test_a_number_too_long() -> None:
    assert field_of('{"act":"save","on":"2025-01-05","member":"M01","amount":' + "9" * 5_000 + "}") == "line"


@pytest.mark.parametrize(
    "hidden",
    [
        "\x00",
        "\n",
        "\t",
        "\x1b",
        "\x7f",
        "\x85",
        "\u061c",
        "\u200b",
        "\u200d",
        "\u200f",
        "\u2028",
        "\u202e",
        "\u2066",
        "\ufeff",
        "\ud800",
        "\uffff",
        "\u2060",
        "\u00ad",
        "\u3164",
        "\ue000",
        "\U0001fffe",
        "\U000e0041",
        "\U000f0000",
        "\U0010ffff",
    ],
    ids=lambda hidden: f"U+{ord(hidden):04X}",
)
def test_text_hides_nothing(hidden: str) -> None:
    assert wrong(SAVE, note=f"a{hidden}b") == "note"


def test_no_pile_of_signs_climbs_over_the_lines_around() -> None:
    assert wrong(SAVE, note="ກ" + "\u0ec9" * 5) == "note"
    assert wrong(SAVE, note="Z" + "\u0335\u0321\u0356\u0302\u0330\u0310") == "note"
    parse(json.dumps({**SAVE, "note": "ເຂື້ອນ ຕໍ່ ນໍ້າ ที่ Nguye\u0302\u0303n"}))


def test_text_of_any_script_is_kept_as_nfc() -> None:
    note = "ນ້ຳ e\u0301 𐀀 🐄"
    assert json.loads(dump(parse(json.dumps({**SAVE, "note": note}))))["note"] == "ນ້ຳ \u00e9 𐀀 🐄"
    assert wrong(SAVE, note="a" * (LONGEST_TEXT + 1)) == "note"
    assert wrong(SAVE, note=5) == "note"
    parse(json.dumps({**SAVE, "note": ""}))


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"village": " "}, "village"),
        ({"district": "d" * 121}, "district"),
        ({"village_code": ""}, "village_code"),
        ({"village_code": "../x"}, "village_code"),
        ({"currency": "kip"}, "currency"),
        ({"fiscal_year": "01-02"}, "fiscal_year"),
        ({"fiscal_year": "13-01"}, "fiscal_year"),
        ({"savings_day": 0}, "savings_day"),
        ({"savings_day": 29}, "savings_day"),
        ({"interested": -1}, "interested"),
    ],
)
def test_founding(changes: dict[str, Any], field: str) -> None:
    assert wrong(FOUND, **changes) == field


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"sex": "W"}, "people[0].sex"),
        ({"name": ""}, "people[0].name"),
        ({"household": "  "}, "people[0].household"),
        ({"name": "n" * 121}, "people[0].name"),
        ({"name": "ນ" * 300}, "people[0].name"),
        ({"name": "a\u202eb"}, "people[0].name"),
        ({"name_lao": " "}, "people[0].name_lao"),
        ({"name_lao": "ນ" * 121}, "people[0].name_lao"),
        ({"village_unit": "u" * 121}, "people[0].village_unit"),
        ({"poor": 1}, "people[0].poor"),
        ({"born": "1980"}, "people[0].born"),
        ({"age": 40}, "people[0].age"),
    ],
)
def test_people(changes: dict[str, Any], field: str) -> None:
    assert wrong(REGISTER, people=[{**PERSON, **changes}]) == field


def test_lists_and_objects_are_what_they_should_be() -> None:
    assert wrong(REGISTER, people={}) == "people"
    assert wrong(REGISTER, people=[5]) == "people[0]"
    assert wrong(CLOSE, signed_by="V01") == "signed_by"
    assert wrong(CLOSE, signed_by=["V01", 5]) == "signed_by[1]"
    assert wrong(DECIDE, votes=["M01"]) == "votes"
    assert wrong(DECIDE, votes={"M01": "maybe"}) == "votes.M01"
    assert wrong(DECIDE, votes={"M 1": "yes"}) == "votes.M 1"
    assert wrong(DECIDE, outcome="accepted") == "outcome"
    assert wrong(TAKE, accounts={"10": 5}) == "accounts.10"
    assert wrong(TAKE, accounts={"1010": -5}) == "accounts.1010"
    assert wrong(TAKE, difference=10**15 + 1) == "difference"
    assert wrong(TRAIN, guests={"F": 3}) == "guests.M"
    assert wrong(TRAIN, module="Rights!") == "module"
    assert wrong(SPEND, account=5010) == "account"
    assert wrong(SPEND, account="501") == "account"


@pytest.mark.parametrize(
    "month", ["2025-13", "2025-1", "25-01", "2025-01-01", "2025/01", 202501, None, "2025-0१", "0000-01"]
)
def test_months(month: object) -> None:
    assert wrong(CLOSE, month=month) == "month"


@pytest.mark.parametrize(
    ("committee", "role"), [("management", "lwu"), ("management", "adviser"), ("advisory", "president")]
)
def test_roles_of_the_other_committee(committee: str, role: str) -> None:
    seats = [{"person": "M01", "role": role}]
    assert wrong(ELECT, committee=committee, seats=seats) == "seats[0].role"
    assert wrong(ELECT, committee="audit") == "committee"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"product": "gift"}, "product"),
        ({"method": "balloon"}, "method"),
        ({"months": -1}, "months"),
        ({"months": 3.0}, "months"),
        ({"rate_bp": 3.5}, "rate_bp"),
        ({"rate_bp": True}, "rate_bp"),
        ({"rate_bp": 10**6 + 1}, "rate_bp"),
        ({"guarantors": None}, "guarantors"),
    ],
)
def test_applications(changes: dict[str, Any], field: str) -> None:
    assert wrong(APPLY, **changes) == field


@pytest.mark.parametrize(
    ("bylaws", "field"),
    [
        ({"interest": 300}, "bylaws.interest"),
        ({"entry_fee": -1}, "bylaws.entry_fee"),
        ({"entry_fee": None}, "bylaws.entry_fee"),
        ({"quorum": 2.5}, "bylaws.quorum"),
        ({"methods": ["flat", "flat"]}, "bylaws.methods"),
        ({"methods": ["balloon"]}, "bylaws.methods[0]"),
        ({"allocation": ["penalty", "interest"]}, "bylaws.allocation"),
        ({"allocation": ["penalty", "interest", "interest"]}, "bylaws.allocation"),
        ({"penalty": {"kind": "percent_of_unpaid"}}, "bylaws.penalty"),
        ({"penalty": {"kind": "percent_of_unpaid", "amount": 5}}, "bylaws.penalty"),
        ({"penalty": {"kind": "percent_of_unpaid", "bp": 5, "amount": 5}}, "bylaws.penalty"),
        ({"penalty": {"kind": "fixed", "bp": 5}}, "bylaws.penalty"),
        ({"penalty": {"kind": "fixed", "amount": 5, "bp": 5}}, "bylaws.penalty"),
        ({"penalty": {"kind": "none"}}, "bylaws.penalty.kind"),
        ({"penalty": 200}, "bylaws.penalty"),
        ({"split_bp": {"members": 7000}}, "bylaws.split_bp.committee"),
        ({"dividend_basis": "days"}, "bylaws.dividend_basis"),
        ({"limit_base": "land"}, "bylaws.limit_base"),
        ({"training": []}, "bylaws.training"),
        ({"training": {"Business": 12}}, "bylaws.training.Business"),
        ({"training": {"business": "12"}}, "bylaws.training.business"),
        ({"provision": [[0, 30, 1000]]}, "bylaws.provision[0]"),
        ({"provision": [[1, 30, 1000], [30, 60, 2000]]}, "bylaws.provision[1]"),
        ({"provision": [[31, 30, 1000]]}, "bylaws.provision[0]"),
        ({"provision": [[1, None, 1000], [31, 60, 2000]]}, "bylaws.provision[1]"),
        ({"provision": [[1, 30, 10_001]]}, "bylaws.provision[0]"),
        ({"provision": [[1, 30]]}, "bylaws.provision[0]"),
        ({"provision": [[None, 30, 1000]]}, "bylaws.provision[0][0]"),
        ({"provision": [1, 30, 1000]}, "bylaws.provision[0]"),
    ],
)
def test_bylaws(bylaws: dict[str, Any], field: str) -> None:
    assert wrong(BYLAWS, bylaws=bylaws) == field


def test_bylaws_keep_only_the_keys_that_were_given() -> None:
    given = {"entry_fee": 5, "provision": [[1, 30, 0], [31, None, 10_000]], "penalty": {"kind": "fixed", "amount": 0}}
    assert json.loads(dump(parse(json.dumps({**BYLAWS, "bylaws": given}))))["bylaws"] == given
    assert wrong(BYLAWS, bylaws=[]) == "bylaws"
    assert wrong(BYLAWS, in_force="soon") == "in_force"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"lines": [{"save": 5}]}, "lines[0].member"),
        ({"lines": [{"member": "M01", "save": -5}]}, "lines[0].save"),
        ({"lines": [{"member": "M01", "present": "yes"}]}, "lines[0].present"),
        ({"lines": [{"member": "M01", "deposit": 5}]}, "lines[0].deposit"),
        ({"lines": [{"member": "M01", "repay": "5"}]}, "lines[0].repay"),
        ({"lines": [{"member": "M01", "repay": None}]}, "lines[0].repay"),
        ({"lines": [{"member": "M01", "repay": {"loan": "L1", "amount": 5}}]}, "lines[0].repay"),
        ({"lines": [{"member": "M01", "repay": [{"loan": "L1"}]}]}, "lines[0].repay[0].amount"),
        ({"counted": "0"}, "counted"),
        ({"count": {"0": 1}}, "count.0"),
        ({"count": {"fifty": 1}}, "count.fifty"),
        ({"count": {"050": 1}}, "count.050"),
        ({"count": {"50": -1}}, "count.50"),
        ({"count": [50]}, "count"),
        ({"spend": [{"account": "5010", "amount": 5}]}, "spend[0].note"),
        ({"pay_outs": [5]}, "pay_outs[0]"),
    ],
)
def test_savings_days(changes: dict[str, Any], field: str) -> None:
    assert wrong(DAY, **changes) == field


def test_two_officers_are_named_in_a_confirmation() -> None:
    assert without(CONFIRM, "by") == "by"
    assert without(CONFIRM, "seconded_by") == "seconded_by"
    assert wrong(CONFIRM, what="weather") == "what"


def test_the_line_of_a_file_is_named() -> None:
    lines = [json.dumps(SAVE), "  ", json.dumps({**SAVE, "amount": -1})]
    with pytest.raises(MalformedError, match=r"line 3, field 'amount': found -1, needed whole kip") as found:
        list(parse_lines(lines))
    assert found.value.line == 3
    assert found.value.exit_status == 2


def test_wrong_values_are_shown_short_and_harmless() -> None:
    assert shown("\u202e\n" * 100).isascii()
    assert len(shown("a" * 200)) == 60
    values: list[object] = [None, True, False, {}, [], 5, 1.5]
    assert [shown(value) for value in values] == [
        "null",
        "true",
        "false",
        "an object",
        "a list",
        "5",
        "1.5",
    ]


# --- anything at all ---------------------------------------------------------------------------------------------

SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
JSON = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
)


def reads_or_objects(line: str) -> None:
    """Nothing but `MalformedError` ever comes out of a line, and what is read is written back the same."""
    try:
        act = parse(line)
    except MalformedError:
        return
    assert parse(dump(act)) == act
    assert dump(parse(dump(act))) == dump(act)


@given(st.text(max_size=200))
@settings(max_examples=150)
def test_any_text_is_read_or_objected_to(line: str) -> None:
    reads_or_objects(line)


@given(st.sampled_from(WELL_FORMED), st.data())
@settings(max_examples=400)
def test_any_field_changed_is_read_or_objected_to(act: dict[str, Any], data: st.DataObject) -> None:
    changed = dict(act)
    for name in data.draw(st.lists(st.sampled_from([*act, "by", "note", "key", "x"]), min_size=1, max_size=2)):
        changed[name] = data.draw(JSON)
    reads_or_objects(json.dumps(changed))


@given(st.sampled_from(WELL_FORMED), st.data())
@settings(max_examples=200)
def test_any_line_torn_is_read_or_objected_to(act: dict[str, Any], data: st.DataObject) -> None:
    line = json.dumps(act)
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    reads_or_objects(line[:start] + data.draw(st.text(max_size=3)) + line[end:])


def test_what_is_typed_can_be_read_again() -> None:
    """Zero-width spaces of a Lao keyboard, decomposed letters, blanks at the ends."""
    assert typed_text("  ເງິນ\u200bຂາດ\n ") == "ເງິນຂາດ"
    assert typed_text("e\u0301") == "é"
    assert typed_text(" \u200b ") is None
