"""Print a loan application: the request, what it would cost, every checklist as it was decided on."""

from collections.abc import Iterator

from vdfbank.content.loan_application import LoanApplication, Outcome, StepOut, WorkedOut
from vdfbank.paper.door import PRINTING, Flowable, KeepTogether, Spacer
from vdfbank.paper.loan_parts import (
    checklist,
    facts,
    guarantors,
    passed_of,
    signatures,
    signer,
)
from vdfbank.paper.page import print_pages, running
from vdfbank.paper.style import HEADING_STYLE, NOTE_STYLE, TEXT_STYLE, WIDTH, words
from vdfbank.paper.titles import title
from vdfbank.wording import agreed, terms
from vdfbank.wording.catalogue import N_
from vdfbank.wording.figures import person_or_loan
from vdfbank.wording.in_words import amount_in_words
from vdfbank.wording.language import Language

_STAGES = {
    "apply": N_("Checklist of the application, {day}, act {act}"),
    "decide": N_("Checklist worked out anew for the decision, {day}, act {act}"),
    "pay_out": N_("Checklist worked out anew for the pay-out, {day}, act {act}"),
}

_STEPS_OUT: dict[StepOut, str] = {
    "applicant": N_("{who} sits on the committee and steps out: the applicant."),
    "household": N_("{who} sits on the committee and steps out: of the applicant's household."),
    "guarantor": N_("{who} sits on the committee and steps out: a guarantor."),
}


def print_application(asked: LoanApplication, language: Language) -> bytes:
    """The application as PDF."""
    form = language.say(N_("Loan application {loan}"), loan=asked.request.loan)
    with PRINTING:
        story = [
            *title(form, asked.place, language),
            words(_state(asked, language), NOTE_STYLE),
            *_request(asked, language),
            *_cost(asked, language),
            *_known(asked, language),
            *_checklists(asked, language),
            *_outcomes(asked, language),
            _signatures(asked, language),
        ]
        running_form = f"{form}  {language.short_date(asked.on)}"
        return print_pages(story, running(asked.place, running_form, language), form, language)


def _state(asked: LoanApplication, language: Language) -> str:
    return language.say(
        N_("Asked on {day} by act {act}. On {as_of}: {state}."),
        day=language.date(asked.on),
        act=language.number(asked.act),
        as_of=language.date(asked.as_of),
        state=terms.word(asked.state, language),
    )


def _request(asked: LoanApplication, language: Language) -> Iterator[Flowable]:
    request, say = asked.request, language.say
    yield words(say(N_("The request")), HEADING_STYLE)
    yield facts(
        [
            (say(N_("Applicant")), person_or_loan(request.member, language, asked.names)),
            (say(N_("Product")), terms.word(request.product, language) or request.product),
            (say(N_("Sum")), language.kip(request.amount)),
            (say(N_("In words")), amount_in_words(request.amount, language)),
            (say(N_("Time")), language.plural("{n} month", "{n} months", request.months)),
            (say(N_("Interest")), say(N_("{percent} a month"), percent=language.percent(request.rate_bp))),
            (say(N_("Way of repaying")), terms.word(request.method, language) or request.method),
            (say(N_("Purpose")), request.purpose),
            (say(N_("Guarantors")), guarantors(request, asked.names, language)),
            (say(N_("Household")), _household(asked, language)),
            (say(N_("Savings that day")), language.kip(asked.savings)),
            (say(N_("Principal owed that day")), language.kip(asked.owed)),
        ],
        WIDTH,
    )


def _household(asked: LoanApplication, language: Language) -> str:
    """The household's number, and who else of it is in the register."""
    if asked.household is None:
        return language.say(N_("not registered"))
    others = ", ".join(person_or_loan(person, language, asked.names) for person in asked.others)
    return (
        language.say(N_("{household}: {others}"), household=asked.household, others=others)
        if others
        else (asked.household)
    )


def _cost(asked: LoanApplication, language: Language) -> Iterator[Flowable]:
    if asked.cost is None:
        return
    yield KeepTogether(
        [
            words(language.say(N_("What it would cost, paid out on that day")), HEADING_STYLE),
            words(agreed.each_savings_day(asked.cost, language), TEXT_STYLE),
            words(agreed.total_cost(asked.cost, language), TEXT_STYLE),
            words(agreed.effective_rate(asked.cost, language), TEXT_STYLE),
        ]
    )


def _known(asked: LoanApplication, language: Language) -> Iterator[Flowable]:
    """What refuses nothing; a risk note never appears here."""
    known = asked.known
    said = [
        language.say(_STEPS_OUT[reason], who=person_or_loan(person, language, asked.names))
        for person, reason in sorted(known.step_out.items())
    ]
    if known.poor:
        said.append(
            language.say(N_("The family is on the village's list of poor families, whom the bank serves first."))
        )
    for loan, days in known.household_late.items():
        late = language.plural("{n} day", "{n} days", days)
        said.append(language.say(N_("Loan {loan} in the same household is {late} late."), loan=loan, late=late))
    if known.waiting:
        said.append(
            language.plural(
                "{n} request was waiting before this one.", "{n} requests were waiting before this one.", known.waiting
            )
        )
    if said:
        heading = words(language.say(N_("For the committee to know; none of it refuses a loan")), HEADING_STYLE)
        yield KeepTogether([heading, *(words(sentence, TEXT_STYLE) for sentence in said)])


def _checklists(asked: LoanApplication, language: Language) -> Iterator[Flowable]:
    """The checklist of the application whole; of later ones whatever differs, for most of their lines are the same."""
    for number, worked_out in enumerate(asked.checklists):
        said = language.say(
            _STAGES[worked_out.stage], day=language.date(worked_out.on), act=language.number(worked_out.act)
        )
        yield words(said, HEADING_STYLE)
        yield words(_passed(worked_out, language), TEXT_STYLE)
        before = asked.checklists[number - 1] if number else None
        shown = worked_out if before is None else _differing(worked_out, before)
        if shown.lines:
            yield from checklist(shown, asked.request, asked.names, language)
        if before is not None:
            yield words(_same_as_before(shown, language), NOTE_STYLE)


def _differing(now: WorkedOut, before: WorkedOut) -> WorkedOut:
    lines = tuple(line for line in now.lines if line not in before.lines)
    return WorkedOut(now.stage, now.on, now.act, now.bylaws_since, lines)


def _same_as_before(shown: WorkedOut, language: Language) -> str:
    if not shown.lines:
        return language.say(N_("Every line is as in the checklist before it."))
    return language.say(N_("Lines not shown are as in the checklist before it."))


def _passed(worked_out: WorkedOut, language: Language) -> str:
    said = passed_of(worked_out, language)
    if worked_out.bylaws_since is None:
        return language.say(N_("{said} No by-laws were in force."), said=said)
    return language.say(
        N_("{said} By the by-laws in force since {day}."), said=said, day=language.date(worked_out.bylaws_since)
    )


def _outcomes(asked: LoanApplication, language: Language) -> Iterator[Flowable]:
    if asked.outcomes:
        heading = words(language.say(N_("What became of it")), HEADING_STYLE)
        yield KeepTogether([heading, *(words(_outcome(one, language), TEXT_STYLE) for one in asked.outcomes)])


def _outcome(outcome: Outcome, language: Language) -> str:
    state = N_("Paid out") if outcome.state == "open" else None
    said = language.say(
        N_("{day}, act {act}: {state}."),
        day=language.date(outcome.on),
        act=language.number(outcome.act),
        state=language.say(state) if state else terms.word(outcome.state, language),
    )
    if outcome.reason is None:
        return said
    return " ".join((said, language.say(N_("Reason: {reason}"), reason=outcome.reason)))


def _signatures(asked: LoanApplication, language: Language) -> Flowable:
    """The applicant and the household ask together; the committee took the request in."""
    agreement = words(
        language.say(
            N_("The applicant asks for this loan and has read it or had it read aloud. The household agrees to it.")
        ),
        TEXT_STYLE,
    )
    names = asked.names
    return signatures(
        [
            signer(asked.request.member, language.say(N_("Applicant")), names, language),
            ("", language.say(N_("Spouse, or another adult of the household"))),
            signer(asked.secretary, language.say(N_("Secretary, who took it in")), names, language),
            signer(asked.president, language.say(N_("President")), names, language),
        ],
        language,
        (Spacer(0, 4), agreement),
    )
