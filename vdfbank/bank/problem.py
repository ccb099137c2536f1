"""What a rule objects to, and how the program says that something is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

#: Every problem code of the programme, in the order in which objections are shown.
CODES: tuple[str, ...] = (
    # Founding
    "fewer_than_15",
    "no_bank_training",
    "one_sex_committee",
    "no_president",
    "no_treasurer",
    "no_village_head",
    "no_lwu_representative",
    "too_few_advisers",
    "sits_on_both",
    "no_bylaws",
    "bylaws_outside_programme",
    # Members
    "not_a_member",
    "already_member",
    "member_left",
    "unknown_person",
    "guarantees_a_loan",
    # Money
    "amount_not_positive",
    "below_minimum_saving",
    "more_than_balance",
    "below_minimum_balance",
    "not_enough_cash",
    "loan_outstanding",
    "count_missing",
    "count_above_tolerance",
    "reason_missing",
    "overpaid",
    "underpaid",
    "wrong_account",
    "unknown_loan",
    "wrong_state",
    "duplicate_id",
    # Loans
    "saving_period",
    "over_savings_multiple",
    "term_too_short",
    "term_too_long",
    "rate_too_low",
    "rate_too_high",
    "method_not_agreed",
    "in_arrears",
    "guarantors",
    "liquidity",
    "no_safe_migration_training",
    "no_business_training",
    "over_emergency_cap",
    "quorum",
    "one_sex_quorum",
    "no_majority",
    "may_not_vote",
    "not_approved",
    "dormant",
    # Books
    "month_closed",
    "month_not_ready",
    "date_in_future",
    "date_before_last",
    "nothing_to_reverse",
    "already_reversed",
    "later_act_depends",
    "same_person",
    "not_an_adviser",
    "year_not_ready",
    # More acts
    "key_reused",
    "does_not_balance",
    "clock_behind",
    "clock_ahead",
)

#: What was found or needed: kip, basis points, months, a count, an ISO date, an id, a word, or several of them.
Figure = int | str | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Problem:
    """An objection of a rule: `found` and `needed` in the unit of the code, `who` the person, loan or field meant."""

    code: str
    found: Figure = None
    needed: Figure = None
    who: str | None = None

    def __post_init__(self) -> None:
        assert self.code in _CODES, self.code


_CODES = frozenset(CODES)


class VdfError(Exception):
    """The world failed, or what came in cannot be read; the message says what to do."""

    #: What a command ends with (design.md, section 4).
    exit_status: ClassVar[int] = 5
