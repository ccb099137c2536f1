"""What is said of trainings: how long they stay valid, and who came."""

from datetime import date

from vdfbank.bank.person import Sex
from vdfbank.training.package import months_since
from vdfbank.training.validity import Trained
from vdfbank.wording import terms
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language

_SEXES: dict[Sex, str] = {"F": N_("woman"), "M": N_("man")}


def sex(of: Sex, language: Language) -> str:
    return language.say(_SEXES[of])


def ends(training: Trained, on: date, language: Language) -> str:
    """``until 20/02/2026``, ``expired on 20/02/2025``, ``not yet``; the day of completion where it never ends."""
    if training.completed is None:
        return language.say(N_("not yet"))
    if training.until is None:
        return language.short_date(training.completed)
    until = language.short_date(training.until)
    if training.validity(on) == "expired":
        return language.say(N_("expired on {day}"), day=until)
    return language.say(N_("until {day}"), day=until)


def due_in(training: Trained, on: date, language: Language) -> str | None:
    """``due in 3 months``; None for what does not end, or has ended."""
    if training.until is None or training.until < on:
        return None
    return _due_in(months_since(on, training.until) or 0, language)


def _due_in(months: int, language: Language) -> str:
    if months == 0:
        return language.say(N_("due within a month"))
    return language.plural("due in {n} month", "due in {n} months", months)


def due_by(training: Trained, on: date, language: Language) -> str:
    """``Business: until 20/03/2026``."""
    return language.say(
        N_("{training}: {validity}"),
        training=terms.module(training.module, language),
        validity=ends(training, on, language),
    )
