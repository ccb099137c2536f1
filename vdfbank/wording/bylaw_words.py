"""Each by-law in plain words, the limit the programme sets it, and what changed since the version before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields

from vdfbank.bank.bylaws import ByLaws
from vdfbank.content.articles import ARTICLES
from vdfbank.content.what_if import PROGRAMME
from vdfbank.wording import agreed, terms
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language

#: The sections of the sheet.
SECTIONS: Mapping[str, str] = {
    "members": N_("Members and savings"),
    "borrowing": N_("Who may borrow"),
    "loans": N_("Loans"),
    "late": N_("Late payment"),
    "year": N_("End of the year"),
    "books": N_("Losses and cash"),
}

_BASES = {
    "savings": N_("savings"),
    "shares": N_("shares"),
    "savings_and_shares": N_("savings and shares"),
}

_DIVIDEND = {
    "month_ends": N_("The dividend is shared by the savings at the ends of all months of the year."),
    "closing_balance": N_("The dividend is shared by the savings on the last day of the year."),
}


_BASIS = {
    "month_ends": N_("the month ends' savings"),
    "closing_balance": N_("the savings of the last day"),
}


def bylaw_sentence(field: str, laws: ByLaws, language: Language) -> str:
    """What one by-law says."""
    return _SENTENCES[field](laws, language)


def article(field: str, language: Language) -> str:
    """A by-law's number, ``3.1``."""
    return ".".join(language.number(int(part)) for part in ARTICLES[field].split("."))


def programme_limit(field: str, language: Language) -> str:
    """The limit that the programme sets; the village is free where it sets none."""
    at_least = {"saving_months", "term_min"}
    months = {"saving_months", "term_min", "term_max"}
    limit = getattr(PROGRAMME, field)
    if field in months:
        shown = language.plural("{n} month", "{n} months", limit)
        return _least(shown, language) if field in at_least else _most(shown, language)
    if field == "rate_min_bp":
        return _least(language.percent(limit), language)
    if field == "rate_max_bp":
        return _most(language.percent(limit), language)
    if field == "savings_multiple":
        return _most(language.plural("{n} time", "{n} times", limit), language)
    return language.say(N_("both always required")) if field == "training" else ""


def _least(limit: str, language: Language) -> str:
    return language.say(N_("at least {limit}"), limit=limit)


def _most(limit: str, language: Language) -> str:
    return language.say(N_("at most {limit}"), limit=limit)


def split_parts(laws: ByLaws) -> tuple[tuple[str, int], ...]:
    """Whose part of the surplus is how large, in basis points; the reserve takes the rest."""
    split = laws.split_bp
    parts = tuple((field.name, int(getattr(split, field.name))) for field in fields(split))
    return (*parts, ("reserve", 10_000 - sum(part for _, part in parts)))


def band(first: int, last: int | None, language: Language) -> str:
    """Days late, from and to."""
    if last is None:
        return language.plural("{n} day and more", "{n} days and more", first)
    return language.say(N_("{first} to {last} days"), first=language.number(first), last=language.number(last))


def changed(field: str, before: ByLaws, now: ByLaws, language: Language) -> str:
    """A by-law that differs: what it said and what it says."""
    return language.say(
        N_("{bylaw}: before {before}, now {now}."),
        bylaw=terms.bylaw(field, language),
        before=_value(field, before, language),
        now=_value(field, now, language),
    )


def _value(field: str, laws: ByLaws, language: Language) -> str:
    """A by-law's value alone."""
    value = getattr(laws, field)
    if field in _VALUES:
        return _VALUES[field](laws, language)
    if field in _KIP:
        return language.kip(value)
    if field in _BP:
        return language.percent(value)
    if field in _MONTHS:
        return language.plural("{n} month", "{n} months", value)
    return language.number(value)


_KIP = frozenset(
    {"entry_fee", "minimum_saving", "minimum_balance", "qualifying_savings", "emergency_cap", "cash_tolerance"}
)
_BP = frozenset({"rate_min_bp", "rate_max_bp", "liquidity_bp"})
_MONTHS = frozenset({"saving_months", "term_min", "term_max"})


def _methods(laws: ByLaws, language: Language) -> str:
    return ", ".join(terms.word(method, language) or method for method in laws.methods)


def _training(laws: ByLaws, language: Language) -> str:
    return ", ".join(
        language.say(
            N_("{module} {months}"),
            module=terms.module(module, language),
            months=language.plural("{n} month", "{n} months", months),
        )
        for module, months in sorted(laws.training.items())
    )


def _penalty(laws: ByLaws, language: Language) -> str:
    rule = laws.penalty
    return language.kip(rule.amount or 0) if rule.kind == "fixed" else language.percent(rule.bp or 0)


def _allocation(laws: ByLaws, language: Language) -> str:
    return ", ".join(agreed.component(name, language) for name in laws.allocation)


def _split(laws: ByLaws, language: Language) -> str:
    return ", ".join(
        language.say(N_("{part} {percent}"), part=split_part(name, language), percent=language.percent(bp))
        for name, bp in split_parts(laws)
    )


_SPLIT = {
    "members": N_("Members"),
    "committee": N_("Management committee"),
    "advisory": N_("Advisory committee"),
    "welfare": N_("Welfare fund"),
    "reserve": N_("Reserve fund"),
}


def split_part(name: str, language: Language) -> str:
    return language.say(_SPLIT[name])


def _provision(laws: ByLaws, language: Language) -> str:
    return ", ".join(
        language.say(N_("{days}: {percent}"), days=band(first, last, language), percent=language.percent(bp))
        for first, last, bp in laws.provision
    )


_VALUES: Mapping[str, Callable[[ByLaws, Language], str]] = {
    "methods": _methods,
    "training": _training,
    "penalty": _penalty,
    "allocation": _allocation,
    "split_bp": _split,
    "dividend_basis": lambda laws, language: language.say(_BASIS[laws.dividend_basis]),
    "provision": _provision,
    "limit_base": lambda laws, language: language.say(_BASES[laws.limit_base]),
}


def _kip(message: str, field: str) -> Callable[[ByLaws, Language], str]:
    return lambda laws, language: language.say(message, sum=language.kip(getattr(laws, field)))


def _months(message: str, field: str) -> Callable[[ByLaws, Language], str]:
    return lambda laws, language: language.say(
        message, months=language.plural("{n} month", "{n} months", getattr(laws, field))
    )


def _percent(message: str, field: str) -> Callable[[ByLaws, Language], str]:
    return lambda laws, language: language.say(message, percent=language.percent(getattr(laws, field)))


def _count(message: str, field: str) -> Callable[[ByLaws, Language], str]:
    return lambda laws, language: language.say(message, n=language.number(getattr(laws, field)))


def _dormancy(laws: ByLaws, language: Language) -> str:
    if not laws.dormant_after:
        return language.say(N_("No member becomes dormant, however long nothing is saved."))
    return language.plural(
        "Who saves nothing through {n} savings day is dormant: no loan until the next saving.",
        "Who saves nothing through {n} savings days is dormant: no loan until the next saving.",
        laws.dormant_after,
    )


_SENTENCES: Mapping[str, Callable[[ByLaws, Language], str]] = {
    "entry_fee": _kip(N_("Who joins pays {sum} once."), "entry_fee"),
    "minimum_saving": _kip(N_("Each saving is at least {sum}."), "minimum_saving"),
    "minimum_balance": _kip(N_("After a withdrawal at least {sum} of savings stay."), "minimum_balance"),
    "dormant_after": _dormancy,
    "saving_months": _months(N_("Who wants a loan has kept savings for {months} without a break."), "saving_months"),
    "qualifying_savings": _kip(N_("In these months the savings were never below {sum}."), "qualifying_savings"),
    "training": lambda laws, language: language.say(
        N_("The borrower has completed these trainings; they stay valid: {trainings}."),
        trainings=_training(laws, language),
    ),
    "guarantors": lambda laws, language: language.plural(
        "{n} member of another household stands as guarantor.",
        "{n} members of other households stand as guarantors.",
        laws.guarantors,
    ),
    "savings_multiple": lambda laws, language: language.plural(
        "What a member owes is at most {n} time what is saved.",
        "What a member owes is at most {n} times what is saved.",
        laws.savings_multiple,
    ),
    "limit_base": lambda laws, language: language.say(
        N_("Loan limits, the months of saving and the dividend count {base}."),
        base=language.say(_BASES[laws.limit_base]),
    ),
    "emergency_cap": _kip(N_("An emergency loan is at most {sum}."), "emergency_cap"),
    "rate_min_bp": _percent(N_("Interest is at least {percent} a month."), "rate_min_bp"),
    "rate_max_bp": _percent(N_("Interest is at most {percent} a month."), "rate_max_bp"),
    "term_min": _months(N_("A loan runs at least {months}."), "term_min"),
    "term_max": _months(N_("A loan runs at most {months}."), "term_max"),
    "methods": lambda laws, language: language.say(
        N_("Agreed ways of repaying: {methods}."), methods=_methods(laws, language)
    ),
    "liquidity_bp": _percent(
        N_("After a pay-out the cash in box and bank is at least {percent} of all savings."), "liquidity_bp"
    ),
    "quorum": _count(
        N_("A decision needs {n} votes of the management committee, of women and men, and more yes than no."), "quorum"
    ),
    "penalty": lambda laws, language: agreed.penalty(laws.penalty, language),
    "grace_days": lambda laws, language: agreed.grace(laws.grace_days, language),
    "allocation": lambda laws, language: agreed.allocation(laws.allocation, language),
    "split_bp": lambda laws, language: language.say(
        N_("The surplus of a year is split: {parts}."), parts=_split(laws, language)
    ),
    "dividend_basis": lambda laws, language: language.say(_DIVIDEND[laws.dividend_basis]),
    "provision": lambda _, language: language.say(
        N_("For loans that are late this part of the principal still owed is set aside:")
    ),
    "cash_tolerance": _kip(
        N_("A difference of up to {sum} between counted cash and book may be booked, with its reason."),
        "cash_tolerance",
    ),
}
