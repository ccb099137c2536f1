"""Print committee minutes: each decision with its votes, who stepped out, what came of it and why."""

from collections.abc import Iterator

from reportlab.lib.units import mm

from vdfbank.content.decisions import Decision, Minutes, Result, SeatVote, Sitting
from vdfbank.paper.door import PRINTING, Flowable, KeepTogether, PageBreak
from vdfbank.paper.loan_parts import guarantors, passed_of, signatures, signer
from vdfbank.paper.page import print_pages, running
from vdfbank.paper.style import (
    HEAD_STYLE,
    HEADING_STYLE,
    NOTE_STYLE,
    TEXT_STYLE,
    WIDTH,
    Cell,
    head,
    label,
    table,
    words,
)
from vdfbank.paper.titles import title
from vdfbank.wording import terms
from vdfbank.wording.catalogue import N_
from vdfbank.wording.checks import check_name, check_sentence
from vdfbank.wording.figures import person_or_loan
from vdfbank.wording.language import Language

_RESULTS: dict[Result, str] = {
    "approved": N_("Approved"),
    "refused": N_("Refused"),
    "put_off": N_("Put off"),
    "rescheduled": N_("Rescheduled"),
    "written_off": N_("Written off"),
    "corrected": N_("Corrected"),
}
_VOTES = {"yes": N_("in favour"), "no": N_("against"), "abstain": N_("abstained")}
_STEPS_OUT = {
    "applicant": N_("stepped out: the applicant"),
    "household": N_("stepped out: of the applicant's household"),
    "guarantor": N_("stepped out: a guarantor"),
}


def print_minutes(minutes: Minutes, language: Language) -> bytes:
    """The minutes as PDF, a day after the other, each day signed on its own."""
    form = language.say(N_("Minutes of the management committee"))
    with PRINTING:
        story: list[Flowable] = []
        for sitting in minutes.sittings:
            story += [*([PageBreak()] if story else []), *_sitting(sitting, minutes, language)]
        days = " - ".join(dict.fromkeys(language.short_date(minutes.sittings[at].on) for at in (0, -1)))
        return print_pages(story, running(minutes.place, f"{form}  {days}", language), form, language)


def _sitting(sitting: Sitting, minutes: Minutes, language: Language) -> Iterator[Flowable]:
    day = language.date(sitting.on)
    yield from title(language.say(N_("Minutes of the management committee")), minutes.place, language)
    count = len(sitting.decisions)
    yield words(
        language.plural("Sitting of {day}: {n} decision.", "Sitting of {day}: {n} decisions.", count, day=day),
        TEXT_STYLE,
    )
    for decision in sitting.decisions:
        yield from _decision(decision, minutes, language)
    signers = [
        signer(person, terms.word(role, language) or role, minutes.names, language)
        for person, role in sitting.seats.items()
    ]
    closing = label(language.say(N_("Read aloud and found right on {day}."), day=day))
    yield signatures(signers, language, (closing,))


def _decision(decision: Decision, minutes: Minutes, language: Language) -> Iterator[Flowable]:
    """The vote stays together; what of the checklist did not pass may flow to the next page."""
    vote: list[Flowable] = [
        words(_heading(decision, language), HEADING_STYLE),
        label(_about(decision, minutes, language)),
    ]
    if decision.votes or decision.quorum is not None:
        vote.append(_votes(decision, minutes, language))
    yield KeepTogether([*vote, label(_counted(decision, language))])
    yield from _checklist(decision, minutes, language)
    if decision.reason is not None:
        yield label(language.say(N_("Reason: {reason}"), reason=decision.reason))
    if decision.undone_by is not None:
        act = language.number(decision.undone_by)
        yield words(language.say(N_("Taken back later by act {act}."), act=act), NOTE_STYLE)


def _heading(decision: Decision, language: Language) -> str:
    """Act, loan and result: what is looked for first."""
    result, act = language.say(_RESULTS[decision.result]), language.number(decision.act)
    if decision.request is None:
        assert decision.corrects is not None
        corrects = language.number(decision.corrects)
        return language.say(
            N_("Act {act}, correction of act {corrects}: {result}"), act=act, corrects=corrects, result=result
        )
    return language.say(N_("Act {act}, loan {loan}: {result}"), act=act, loan=decision.request.loan, result=result)


def _about(decision: Decision, minutes: Minutes, language: Language) -> str:
    request = decision.request
    if request is None:
        return language.say(N_("An act of a closed month is taken back; the closed months keep their figures."))
    who = person_or_loan(request.member, language, minutes.names)
    if decision.standing is not None:
        said = language.say(
            N_("{who}: {owed} of principal owed, {late} late."),
            who=who,
            owed=language.kip(decision.standing.principal_outstanding),
            late=language.plural("{n} day", "{n} days", decision.standing.days_late),
        )
        if decision.standing.months is None:
            return said
        months = language.plural("{n} month", "{n} months", decision.standing.months)
        return " ".join((said, language.say(N_("New time: {months}."), months=months)))
    return language.say(
        N_(
            "{who}: {product}, {amount} over {months}, {method}, {percent} a month, for {purpose}. "
            "Guarantors: {guarantors}."
        ),
        who=who,
        product=terms.word(request.product, language),
        amount=language.kip(request.amount),
        months=language.plural("{n} month", "{n} months", request.months),
        method=terms.word(request.method, language),
        percent=language.percent(request.rate_bp),
        purpose=request.purpose,
        guarantors=guarantors(request, minutes.names, language),
    )


def _votes(decision: Decision, minutes: Minutes, language: Language) -> Flowable:
    heads = (N_("Committee"), N_("Office"), N_("Vote"))
    rows: list[list[Cell]] = [[head(language.say(name)) for name in heads]]
    for seat in decision.seats:
        who = person_or_loan(seat.person, language, minutes.names)
        role = terms.word(seat.role, language) or seat.role
        rows.append([label(who), label(role), label(_vote(seat, language))])
    widths = (78 * mm, 38 * mm)
    return table(rows, (*widths, WIDTH - sum(widths)), ())


def _vote(seat: SeatVote, language: Language) -> str:
    if seat.step_out is not None:
        return language.say(_STEPS_OUT[seat.step_out])
    return language.say(N_("did not vote")) if seat.vote is None else language.say(_VOTES[seat.vote])


def _counted(decision: Decision, language: Language) -> str:
    """The votes added up, and what the result needed."""
    if not decision.cast:
        return language.say(N_("No votes were cast; none are needed to refuse or put off."))
    said = language.say(
        N_("Votes: {yes} in favour, {no} against, {abstained} abstained."),
        yes=language.number(decision.count("yes")),
        no=language.number(decision.count("no")),
        abstained=language.number(decision.count("abstain")),
    )
    return f"{said} {_needed(decision, language)}"


def _needed(decision: Decision, language: Language) -> str:
    if decision.quorum is None:
        return language.say(N_("No quorum is needed to refuse or put off."))
    if decision.is_emergency:
        return language.say(N_("Needed: the president and another vote, both yes."))
    return language.say(
        N_("Needed: {quorum} votes of women and men, and more yes than no; cast: {cast}."),
        quorum=language.number(decision.quorum),
        cast=language.number(decision.cast),
    )


def _checklist(decision: Decision, minutes: Minutes, language: Language) -> Iterator[Flowable]:
    if decision.checklist is None:
        return
    yield label(language.say(N_("Checklist of that day: {counted}"), counted=passed_of(decision.checklist, language)))
    for line in decision.checklist.failing:
        said = language.say(
            N_("Does not pass, {check}: {sentence}"),
            check=check_name(line.code, language),
            sentence=check_sentence(line, language, minutes.names),
        )
        yield words(said, HEAD_STYLE)
