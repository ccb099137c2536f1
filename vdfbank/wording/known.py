"""What the committee should know of a request besides its checklist, and why somebody has no vote on it."""

from collections.abc import Iterator

from vdfbank.content.loan_application import Known, StepOut
from vdfbank.wording.catalogue import N_
from vdfbank.wording.figures import person_or_loan
from vdfbank.wording.language import Language, Names

_STEPS_OUT: dict[StepOut, str] = {
    "applicant": N_("{who} sits on the committee and steps out: the applicant."),
    "household": N_("{who} sits on the committee and steps out: of the applicant's household."),
    "guarantor": N_("{who} sits on the committee and steps out: a guarantor."),
}

_REASONS: dict[StepOut, str] = {
    "applicant": N_("the applicant"),
    "household": N_("of the applicant's household"),
    "guarantor": N_("a guarantor"),
}


def step_out_reason(reason: StepOut, language: Language) -> str:
    return language.say(_REASONS[reason])


def known_sentences(known: Known, names: Names, language: Language) -> Iterator[str]:
    """None of it refuses a loan; a risk note never appears here."""
    for person, reason in sorted(known.step_out.items()):
        yield language.say(_STEPS_OUT[reason], who=person_or_loan(person, language, names))
    if known.poor:
        yield language.say(N_("The family is on the village's list of poor families, whom the bank serves first."))
    for loan, days in known.household_late.items():
        late = language.plural("{n} day", "{n} days", days)
        yield language.say(N_("Loan {loan} in the same household is {late} late."), loan=loan, late=late)
    if known.waiting:
        yield language.plural(
            "{n} request was waiting before this one.", "{n} requests were waiting before this one.", known.waiting
        )
