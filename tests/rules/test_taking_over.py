"""Taking over the books of a bank that already runs."""

from __future__ import annotations

from typing import Any

import pytest

from tests.village import Village

#: 900 000 declining at 3 % over six months from 5 January: three instalments paid leave 450 000.
LOAN: dict[str, Any] = {
    "loan": "L1",
    "member": "M06",
    "product": "ordinary",
    "amount": 900_000,
    "paid_out": "2025-01-05",
    "months": 6,
    "rate_bp": 300,
    "method": "declining",
    "purpose": "a pump",
    "guarantors": ["M07", "M08"],
    "principal_outstanding": 450_000,
    "instalments_paid": 3,
}
MEMBERS: list[dict[str, Any]] = [
    {"member": "M06", "joined": "2023-02-01", "savings": 300_000, "qualifying_since": "2024-02-01"},
    {"member": "M07", "joined": "2023-02-01", "savings": 100_000, "shares": 20_000, "qualifying_since": "2025-01-20"},
    {"member": "M08", "joined": "2023-02-01", "savings": 100_000},
    {"member": "M09", "joined": "2023-02-01", "savings": 0},
]
#: 200 000 + 50 000 + 10 000 + 450 000 - 30 000 - 500 000 - 20 000.
FIELDS: dict[str, Any] = {
    "members": MEMBERS,
    "loans": [LOAN],
    "trained": [{"member": "M06", "module": "business", "on": "2024-01-15"}],
    "accounts": {"1010": 200_000, "1020": 50_000, "1310": 10_000, "2110": 30_000},
    "difference": 160_000,
}


def take_over(village: Village, **changes: Any) -> list[str]:  # noqa: ANN401 - fields as the text form has them
    village.perform("take_over", "2025-04-20", **{**FIELDS, **changes})
    return village.codes


def loan(**changes: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - fields as the text form has them
    return [{**LOAN, **changes}]


def test_a_running_bank_is_taken_over_as_it_stands(ready: Village) -> None:
    assert take_over(ready) == []
    assert (ready.box, ready.books.bank, ready.held("1310"), ready.held("2110")) == (200_000, 50_000, 10_000, 30_000)
    assert (ready.savings("M06"), ready.shares("M07"), ready.held("3010")) == (300_000, 20_000, 160_000)
    assert str(ready.member("M06").joined) == "2023-02-01"
    assert str(ready.books.opened) == "2025-04-20"
    assert ready.position("L1").principal_outstanding == 450_000
    assert next(str(row.due) for row in ready.position("L1").rows if row.unpaid) == "2025-05-05"
    assert not ready.held("4030")
    ready.tell("2025-05-05  repay  M06  L1  163 500\n2025-05-05  join  M10")


def test_it_takes_the_place_of_the_first_joins(village: Village) -> None:
    assert take_over(village) == ["wrong_state"]


def test_once(ready: Village) -> None:
    take_over(ready)
    assert take_over(ready) == ["wrong_state"]


def test_it_knocks_at_the_door_like_every_money_act(empty: Village) -> None:
    assert {"no_bylaws", "no_bank_training", "unknown_person"} <= set(take_over(empty))


@pytest.mark.parametrize("difference", [None, 0, 159_999, -160_000])
def test_the_difference_is_stated_so_that_it_is_seen(ready: Village, difference: int | None) -> None:
    fields = {name: value for name, value in FIELDS.items() if name != "difference"}
    if difference is not None:
        fields["difference"] = difference
    ready.perform("take_over", "2025-04-20", **fields)
    assert ready.codes == ["does_not_balance"]
    assert ready.objections[0].needed == 160_000


def test_a_bank_may_owe_more_than_it_has(ready: Village) -> None:
    assert take_over(ready, accounts={"1010": 0}, difference=-70_000) == []
    assert ready.held("3010") == -70_000


@pytest.mark.parametrize(
    "changes",
    [
        {"principal_outstanding": 449_999},
        {"instalments_paid": 2},
        {"instalments_paid": 6, "principal_outstanding": 0},
        {"instalments_paid": 7, "principal_outstanding": 0},
        {"months": 0, "instalments_paid": 0},
        {"amount": 0, "instalments_paid": 0, "principal_outstanding": 0},
        {"method": "bullet_end", "instalments_paid": 1},
        {"months": 121},
        {"months": 10**9},
        {"rate_bp": 10**6, "amount": 10**15, "principal_outstanding": 10**15, "instalments_paid": 0},
    ],
)
def test_an_outstanding_that_the_schedule_does_not_give(ready: Village, changes: dict[str, Any]) -> None:
    loans = loan(**changes)
    left_over = 160_000 - 450_000 + loans[0]["principal_outstanding"]
    assert take_over(ready, loans=loans, difference=left_over) == ["does_not_balance"]


def test_only_accounts_that_a_running_bank_carries_over(ready: Village) -> None:
    for account in ("2010", "1210", "3010", "4010", "2210", "1290"):
        assert "wrong_account" in take_over(ready, accounts={**FIELDS["accounts"], account: 0}), account
    others = {"2220": 1_000, "2230": 2_000, "2310": 3_000}
    assert take_over(ready, accounts={**FIELDS["accounts"], **others}, difference=154_000) == []


def test_nothing_taken_over_lies_ahead(ready: Village) -> None:
    late = "2025-04-21"
    assert take_over(ready, members=[{**MEMBERS[0], "joined": late}, *MEMBERS[1:]]) == ["date_in_future"]
    assert take_over(ready, members=[{**MEMBERS[0], "qualifying_since": late}, *MEMBERS[1:]]) == ["date_in_future"]
    assert take_over(ready, loans=loan(paid_out=late)) == ["date_in_future"]
    assert take_over(ready, trained=[{"member": "M06", "module": "business", "on": late}]) == ["date_in_future"]


def test_people_and_ids(ready: Village) -> None:
    double = {"member": "M09", "joined": "2023-02-01", "savings": 0}
    assert take_over(ready, members=[*MEMBERS, double]) == ["duplicate_id"]
    assert take_over(ready, members=[*MEMBERS, {**double, "member": "X01"}]) == ["unknown_person"]
    assert take_over(ready, loans=[LOAN, LOAN], difference=610_000) == ["duplicate_id"]
    assert take_over(ready, loans=loan(loan="M12")) == ["duplicate_id"]
    assert take_over(ready, loans=loan(guarantors=["M07", "M10"])) == ["not_a_member"]
    assert take_over(ready, loans=loan(guarantors=["M07", "X10"])) == ["unknown_person"]
    assert take_over(ready, loans=loan(member="M10")) == ["not_a_member"]
    assert take_over(ready, trained=[{"member": "X06", "module": "business", "on": "2024-01-15"}]) == ["unknown_person"]


def test_penalties_unpaid_stand_on_the_oldest_unpaid_instalment(ready: Village) -> None:
    from datetime import date

    changes = {"paid_out": "2024-12-05", "penalties_unpaid": 7_000}
    assert take_over(ready, loans=loan(**changes)) == []
    assert ready.position("L1").rows[3].unpaid_penalty == 7_000
    assert ready.position("L1").days_late(date(2025, 4, 20)) == 15
    ready.tell("2025-04-21  savings_day  M06 repay 7 000")
    # Three months after 5 December is 5 March, the fourth instalment was due on 5 April: 2 % of 163 500 more.
    assert ready.position("L1").penalties_unpaid == 3_270


def test_the_three_months_go_on_from_before_the_books(ready: Village) -> None:
    take_over(ready, loans=[], difference=-290_000)
    ready.tell("2025-04-20  receive  2110  900 000\n2025-04-20  apply  L2  M07  1 000  guarantors=M08,M09")
    assert "saving_period" not in ready.failing
    ready.tell("2025-04-20  apply  L3  M08  1 000  guarantors=M07,M09")
    assert ready.failing == ["saving_period"]
    ready.tell("2025-07-20  apply  L4  M08  1 000  guarantors=M07,M09")
    assert ready.failing == []


def test_trainings_taken_over_count_from_their_day_and_never_replace_newer_ones(ready: Village) -> None:
    trained = [{"member": who, "module": "safe_migration", "on": on} for who, on in (("M06", "2025-03-01"),)]
    trained += [{"member": "M07", "module": "safe_migration", "on": "2023-03-01"}]
    trained += [{"member": "M06", "module": "safe_migration", "on": "2024-03-01"}]
    take_over(ready, trained=trained)
    completed = {who: str(ready.books.completions[who]["safe_migration"].on) for who in ("M06", "M07")}  # type: ignore[index]
    assert completed == {"M06": "2025-03-01", "M07": "2024-12-10"}
    assert "rights" not in ready.books.last_sessions


def test_a_taking_over_may_be_undone_and_done_again(ready: Village) -> None:
    take_over(ready)
    ready.tell(f"2025-04-21  reverse  {ready.books.number}")
    assert not ready.books.members
    assert not ready.books.loans
    assert take_over(ready) == ["date_before_last"]
    ready.perform("take_over", "2025-04-21", **FIELDS)
    assert not ready.objections


def test_an_interest_bearing_month_of_a_loan_taken_over_earns_as_any_other(ready: Village) -> None:
    take_over(ready)
    ready.tell("2025-05-06  settle  L1  463 500")
    assert ready.held("4010") == 13_500
