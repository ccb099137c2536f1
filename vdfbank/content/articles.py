"""The by-laws by their numbers: a checklist cites them, the sheet of by-laws explains them."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

#: Sections of the sheet and the by-laws in each, by their fields.
SECTIONS: Mapping[str, tuple[str, ...]] = {
    "members": ("entry_fee", "minimum_saving", "minimum_balance", "dormant_after"),
    "borrowing": ("saving_months", "qualifying_savings", "training", "guarantors"),
    "loans": (
        "savings_multiple",
        "limit_base",
        "emergency_cap",
        "rate_min_bp",
        "rate_max_bp",
        "term_min",
        "term_max",
        "methods",
        "liquidity_bp",
        "quorum",
    ),
    "late": ("penalty", "grace_days", "allocation"),
    "year": ("split_bp", "dividend_basis"),
    "books": ("cash_tolerance", "provision"),
}

#: ``"savings_multiple": "3.1"``.
ARTICLES: Mapping[str, str] = dict(
    chain.from_iterable(
        ((field, f"{section}.{article}") for article, field in enumerate(fields, start=1))
        for section, fields in enumerate(SECTIONS.values(), start=1)
    )
)

#: Which by-law a line of the checklist asks for; the other lines are rules of the programme itself.
ASKED_BY: Mapping[str, str] = {
    "dormant": "dormant_after",
    "saving_period": "qualifying_savings",
    "over_savings_multiple": "savings_multiple",
    "term_too_short": "term_min",
    "term_too_long": "term_max",
    "rate_too_low": "rate_min_bp",
    "rate_too_high": "rate_max_bp",
    "method_not_agreed": "methods",
    "guarantors": "guarantors",
    "liquidity": "liquidity_bp",
    "no_safe_migration_training": "training",
    "no_business_training": "training",
    "over_emergency_cap": "emergency_cap",
}
