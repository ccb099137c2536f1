"""The sentence of a problem: what is wrong, the number found and needed, what to do."""

from vdfbank.bank.problem import Problem
from vdfbank.wording import terms
from vdfbank.wording.catalogue import N_
from vdfbank.wording.figures import NO_NAMES, Unit, figure, person_or_loan
from vdfbank.wording.language import Language, Names
from vdfbank.wording.saying import Saying
from vdfbank.wording.sayings import SAYINGS

#: By-laws whose limits are not plain counts.
_BYLAW_UNITS: dict[str, Unit] = {
    "entry_fee": "kip",
    "minimum_saving": "kip",
    "minimum_balance": "kip",
    "qualifying_savings": "kip",
    "emergency_cap": "kip",
    "cash_tolerance": "kip",
    "saving_months": "months",
    "term_min": "months",
    "term_max": "months",
    "training": "months",
    "training.safe_migration": "months",
    "training.business": "months",
    "grace_days": "days",
    "savings_multiple": "times",
    "rate_min_bp": "rate",
    "rate_max_bp": "rate",
    "liquidity_bp": "percent",
    "split_bp": "percent",
}


def sentence(problem: Problem, language: Language, names: Names = NO_NAMES) -> str:
    """All that is said of a problem, in one line."""
    return f"{what_is_wrong(problem, language, names)} {what_to_do(problem, language)}"


def what_is_wrong(problem: Problem, language: Language, names: Names = NO_NAMES) -> str:
    """Whom it concerns, what the rule objects to, what was found and what is needed."""
    said = _with_figures(problem, SAYINGS[problem.code], language, names)
    if problem.who is None:
        return said
    return language.say(N_("{who}: {sentence}"), who=_who(problem.who, language, names), sentence=said)


def what_to_do(problem: Problem, language: Language) -> str:
    return language.say(SAYINGS[problem.code].todo)


def _with_figures(problem: Problem, saying: Saying, language: Language, names: Names) -> str:
    unit = _BYLAW_UNITS.get(problem.who or "", saying.unit)
    if unit is None:
        return language.say(saying.plain)
    if saying.counted is not None:
        if problem.found is None or problem.needed is None:
            return language.say(saying.plain)
        found, needed = (figure(value, unit, language, names) for value in (problem.found, problem.needed))
        return language.say(saying.counted, found=found, needed=needed)
    parts = [language.say(saying.plain)]
    # An id found is often whom the problem concerns, who is named anyway.
    if problem.found is not None and problem.found != problem.who:
        parts.append(language.say(N_("Found: {found}."), found=figure(problem.found, unit, language, names)))
    if problem.needed is not None:
        parts.append(language.say(N_("Needed: {needed}."), needed=figure(problem.needed, unit, language, names)))
    return " ".join(parts)


def _who(who: str, language: Language, names: Names) -> str:
    if who in names:
        return person_or_loan(who, language, names)
    if who in terms.ACCOUNTS:
        return terms.account(who, language)
    return terms.bylaw(who, language) if who in terms.BYLAWS else terms.word(who, language) or who
