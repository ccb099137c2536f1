"""Founding: who wants a bank, both committees, the session about village banking, by-laws."""

from __future__ import annotations

from datetime import date

import pytest

from tests.village import MEMBERS, USUAL, Village, founded, person
from vdfbank.bank.person import PersonId
from vdfbank.bank.problem import Problem
from vdfbank.rules.books import LoanStanding

PEOPLE = [person(number) for number in (*MEMBERS, "V01", "V02", "V03")]
MANAGEMENT = [{"person": "M01", "role": "president"}, {"person": "M02", "role": "treasurer"}]
ADVISORY = [
    {"person": "V01", "role": "village_head"},
    {"person": "V02", "role": "lwu"},
    {"person": "V03", "role": "adviser"},
]


@pytest.fixture
def registered() -> Village:
    village = Village()
    village.perform("found", "2024-12-01", **USUAL["found"])
    village.perform("register", "2024-12-01", people=PEOPLE)
    return village


def seats(**roles: str) -> list[dict[str, str]]:
    return [{"person": who, "role": role} for who, role in roles.items()]


def elect(village: Village, committee: str, **roles: str) -> list[str]:
    village.perform("elect", "2024-12-10", committee=committee, seats=seats(**roles))
    return village.codes


def test_fourteen_are_too_few_fifteen_are_enough(empty: Village) -> None:
    empty.perform("found", "2024-12-01", **{**USUAL["found"], "interested": 14})
    assert empty.objections == [Problem("fewer_than_15", found=14, needed=15)]
    empty.perform("found", "2024-12-01", **{**USUAL["found"], "interested": 15})
    assert not empty.objections


def test_a_village_is_founded_once(ready: Village) -> None:
    """
    2025-01-01  found  -> wrong_state
    """
    assert ready.books.village is not None


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("register", {"people": [person("M01")]}),
        ("apply", {"loan": "L1", "member": "M01", "amount": 1000, **USUAL["apply"]}),
        ("close_month", {"month": "2024-12", "counted": 0, "signed_by": []}),
        ("reverse", {"number": 1, "reason": "typed wrong"}),
        ("pay_dividend", {"year": 2024, "how": "cash"}),
        ("close_year", {"year": 2024}),
    ],
)
def test_nothing_happens_before_the_founding(empty: Village, kind: str, fields: dict[str, object]) -> None:
    empty.perform(kind, "2024-12-01", **fields)
    assert "wrong_state" in empty.codes


def test_ids_are_unique_across_people_and_loans(lenders: Village) -> None:
    """
    2025-04-01  apply  L1  M06  1 000
    2025-04-01  apply  L1  M07  1 000                       -> duplicate_id
    2025-04-01  apply  M07  M07  1 000                      -> duplicate_id
    """
    for ids in (["N07", "N07"], ["M01"], ["L1"]):
        lenders.perform("register", "2025-04-02", people=[person("N02"), *(person("N03") | {"id": i} for i in ids)])
        assert lenders.codes == ["duplicate_id"], ids
    assert "N02" not in lenders.books.people


def test_an_id_of_a_finished_application_stays_taken(lenders: Village) -> None:
    """
    2025-01-05  apply  L1  M06  1 000
    2025-01-05  withdraw_application  L1
    2025-01-31  close_month  2025-01
    2025-02-01  apply  L1  M06  1 000                       -> duplicate_id
    2025-02-01  withdraw_application  L1                    -> wrong_state
    2025-02-01  pay_out  L1                                 -> wrong_state
    2025-02-01  repay  M06  L1  1 000                       -> wrong_state
    2025-02-01  repay  M07  L1  1 000                       -> unknown_loan
    """
    assert lenders.books.finished == {"L1": LoanStanding(PersonId("M06"), "withdrawn")}
    lenders.perform("register", "2025-02-01", people=[person("N02") | {"id": "L1"}])
    assert lenders.codes == ["duplicate_id"]


def test_a_management_committee_has_women_and_men_president_and_treasurer(registered: Village) -> None:
    assert elect(registered, "management", M01="president", M03="treasurer") == ["one_sex_committee"]
    assert elect(registered, "management", M02="president", M04="treasurer") == ["one_sex_committee"]
    assert elect(registered, "management", M01="member", M02="treasurer") == ["no_president"]
    assert elect(registered, "management", M01="president", M02="secretary") == ["no_treasurer"]
    assert elect(registered, "management") == ["no_president", "no_treasurer", "one_sex_committee"]
    assert elect(registered, "management", M01="president", M02="treasurer") == []


def test_an_advisory_committee_has_village_head_womens_union_and_another(registered: Village) -> None:
    assert elect(registered, "advisory", V02="lwu", V03="adviser", V01="adviser") == ["no_village_head"]
    assert elect(registered, "advisory", V01="village_head", V02="adviser", V03="adviser") == ["no_lwu_representative"]
    assert elect(registered, "advisory", V01="village_head", V02="lwu") == ["too_few_advisers"]
    assert elect(registered, "advisory", V01="village_head", V02="lwu", V03="adviser") == []


def test_nobody_sits_on_both_committees_or_twice_on_one(registered: Village) -> None:
    elect(registered, "management", M01="president", M02="treasurer", M03="member")
    assert elect(registered, "advisory", V01="village_head", V02="lwu", M03="adviser") == ["sits_on_both"]
    elect(registered, "advisory", V01="village_head", V02="lwu", V03="adviser")
    assert elect(registered, "management", M01="president", M02="treasurer", V03="member") == ["sits_on_both"]
    twice = [*MANAGEMENT, {"person": "M01", "role": "member"}]
    registered.perform("elect", "2024-12-10", committee="management", seats=twice)
    assert registered.codes == ["same_person"]
    twice = [*ADVISORY[:2], {"person": "V02", "role": "adviser"}]
    registered.perform("elect", "2024-12-10", committee="advisory", seats=twice)
    assert registered.codes == ["same_person", "too_few_advisers"]


def test_an_election_fills_the_whole_committee_anew(ready: Village) -> None:
    ready.perform("elect", "2025-01-01", committee="management", seats=seats(M06="president", M07="treasurer"))
    assert set(ready.books.seated("management")) == {"M06", "M07"}
    assert set(ready.books.seated("advisory")) == {"V01", "V02", "V03"}


def test_who_is_not_registered_sits_nowhere_and_attends_nothing(registered: Village) -> None:
    codes = elect(registered, "management", M01="president", M02="treasurer", X01="member")
    assert codes == ["unknown_person"]
    registered.tell("2024-12-11  train  rights  attended=M01,X02  -> unknown_person")


def test_who_died_or_left_is_not_elected(lenders: Village) -> None:
    """
    2025-02-01  leave  M05
    2025-02-02  die  M04  her_son
    """
    assert set(lenders.books.seated("management")) == {"M01", "M02", "M03"}
    for gone in ("M04", "M05"):
        roles = {"M01": "president", "M02": "treasurer", gone: "member"}
        lenders.perform("elect", "2025-02-03", committee="management", seats=seats(**roles))
        assert lenders.objections == [Problem("member_left", found=gone, who=gone)]


def test_only_who_attended_completes_and_nobody_attends_twice(registered: Village) -> None:
    registered.tell("""
    2024-12-11  train  rights  attended=M01,M02  completed=M03    -> wrong_state
    2024-12-11  train  rights  attended=M01,M01                   -> duplicate_id
    2024-12-11  train  rights  attended=M01,M02  completed=M02    guests={"F":3,"M":1}
    """)
    assert "rights" not in registered.books.completions.get("M01", {})  # type: ignore[call-overload]
    assert "rights" in registered.books.completions["M02"]  # type: ignore[index]


@pytest.mark.parametrize(
    ("bylaws", "field"),
    [
        ({"saving_months": 2}, "saving_months"),
        ({"saving_months": 37}, "saving_months"),
        ({"savings_multiple": 6}, "savings_multiple"),
        ({"rate_min_bp": 299}, "rate_min_bp"),
        ({"rate_max_bp": 401}, "rate_max_bp"),
        ({"rate_min_bp": 400, "rate_max_bp": 399}, "rate_max_bp"),
        ({"term_min": 2}, "term_min"),
        ({"term_max": 10}, "term_max"),
        ({"term_min": 6, "term_max": 5}, "term_max"),
        ({"training": {"business": 24}}, "training.safe_migration"),
        ({"training": {"safe_migration": 12}}, "training.business"),
        ({"training": {"safe_migration": 12, "business": 0}}, "training.business"),
        ({"split_bp": {"members": 9000, "committee": 500, "advisory": 500, "welfare": 1}}, "split_bp"),
    ],
)
def test_bylaws_stay_within_the_programme(registered: Village, bylaws: dict[str, object], field: str) -> None:
    registered.perform("agree_bylaws", "2024-12-20", in_force="2025-01-01", bylaws=bylaws)
    assert registered.codes == ["bylaws_outside_programme"]
    assert registered.objections[0].who == field


@pytest.mark.parametrize(
    "bylaws",
    [
        {
            "saving_months": 3,
            "savings_multiple": 5,
            "rate_min_bp": 300,
            "rate_max_bp": 400,
            "term_min": 3,
            "term_max": 9,
        },
        {"saving_months": 36, "savings_multiple": 1, "rate_min_bp": 400, "rate_max_bp": 400, "term_min": 9},
        {"split_bp": {"members": 9000, "committee": 500, "advisory": 500, "welfare": 0}},
        {"training": {"safe_migration": 1, "business": 1, "rights": 6}},
    ],
)
def test_the_limits_themselves_are_inside(registered: Village, bylaws: dict[str, object]) -> None:
    registered.perform("agree_bylaws", "2024-12-20", in_force="2025-01-01", bylaws=bylaws)
    assert not registered.objections


def test_bylaws_begin_on_the_day_of_the_meeting_at_the_earliest(registered: Village) -> None:
    registered.tell("""
    2024-12-20  agree_bylaws  in_force=2024-12-19  -> date_before_last
    2024-12-20  agree_bylaws  in_force=2024-12-20
    """)


def test_a_later_agreement_replaces_the_earlier_from_its_date(ready: Village) -> None:
    """
    2025-01-02  agree_bylaws  in_force=2025-07-01  entry_fee=1
    2025-02-02  agree_bylaws  in_force=2025-03-01  entry_fee=2  minimum_saving=5 000
    2025-02-02  agree_bylaws  in_force=2025-03-01  entry_fee=3
    """
    fees = {}
    for day in ("2025-02-28", "2025-03-01", "2025-07-01"):
        bylaws = ready.books.bylaws_on(date.fromisoformat(day))
        assert bylaws is not None
        assert bylaws.minimum_saving == 10_000  # what is left out takes the default, not what was so before
        fees[day] = int(bylaws.entry_fee)
    assert fees == {"2025-02-28": 10_000, "2025-03-01": 3, "2025-07-01": 3}


def test_the_first_join_names_everything_that_is_missing(empty: Village) -> None:
    empty.perform("join", "2024-12-01", member="M01")
    missing = [
        "fewer_than_15",
        "no_bank_training",
        "one_sex_committee",
        "no_president",
        "no_treasurer",
        "no_village_head",
    ]
    missing += ["no_lwu_representative", "too_few_advisers", "no_bylaws", "unknown_person"]
    assert empty.codes == sorted(missing)


def test_bylaws_that_are_not_yet_in_force_do_not_open_the_bank() -> None:
    village = founded()
    village.perform("join", "2024-12-31", member="M01")
    assert village.objections == [Problem("no_bylaws", found="2025-01-01", needed="2024-12-31")]
    assert village.books.opened is None
    village.perform("join", "2025-01-01", member="M01")
    assert str(village.books.opened) == "2025-01-01"


@pytest.mark.parametrize(
    "act",
    ["save M01 10 000", "count_cash 0", "receive 4090 1 000", "spend 5010 1 000", "deposit_cash 1 000", "leave M01"],
)
def test_every_money_act_knocks_at_the_same_door(registered: Village, act: str) -> None:
    registered.tell(f"2024-12-11  {act}")
    assert {"no_bank_training", "no_bylaws", "no_president"} <= set(registered.codes)


def test_a_count_opens_the_bank_once(ready: Village) -> None:
    """
    2025-02-03  count_cash  0
    2025-03-01  join  M01
    2025-03-31  close_month  2025-03   -> month_not_ready
    2025-03-31  close_month  2025-02
    """
    assert str(ready.books.opened) == "2025-02-03"


def test_training_only_counts_where_it_was_about_village_banking(registered: Village) -> None:
    elect(registered, "management", M01="president", M02="treasurer")
    elect(registered, "advisory", V01="village_head", V02="lwu", V03="adviser")
    registered.tell("""
    2024-12-11  agree_bylaws
    2024-12-11  train  business
    2024-12-11  join  M01  -> no_bank_training
    2024-12-11  train  village_banking  attended=M01
    2024-12-11  join  M02
    """)


def test_two_officers_confirm(ready: Village) -> None:
    """
    2025-01-01  confirm  older_copy
    2025-01-01  confirm  clock       by=M01  seconded_by=V01
    2025-01-01  confirm  pin_reset   by=M01  seconded_by=M01  -> same_person
    2025-01-01  confirm  key_change  by=M06  seconded_by=M01  -> not_an_adviser
    2025-01-01  confirm  key_change  by=M01  seconded_by=X01  -> unknown_person
    """


def test_the_second_person_is_somebody_else(village: Village) -> None:
    """
    2025-01-05  save  M01  20 000  by=M02  seconded_by=M02                    -> same_person
    2025-01-05  savings_day  M01 save 20 000  by=V01                          -> same_person
    2025-01-05  count_cash  by=V01  witness=V01                               -> same_person
    2025-01-05  name_nominee  M06  her sister  by=V01                         -> same_person
    2025-01-05  apply  L1  M06  1 000  by=M06  seconded_by=M06                -> same_person
    2025-01-05  count_cash  by=V02
    2025-01-05  save  M01  20 000  by=X01                                     -> unknown_person
    2025-01-05  count_cash  witness=X01                                       -> unknown_person
    2025-01-05  save  M01  20 000  seconded_by=X01                            -> unknown_person
    """
