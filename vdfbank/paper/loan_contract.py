"""Print a loan contract: parties, sum, schedule, cost, what happens late and early, who promises what."""

from collections.abc import Iterator

from vdfbank.content.loan_contract import Contract
from vdfbank.paper.door import PRINTING, Flowable, KeepTogether
from vdfbank.paper.loan_parts import (
    Signer,
    facts,
    guarantors,
    schedule,
    signatures,
    signer,
    trainings_table,
)
from vdfbank.paper.page import print_pages, running
from vdfbank.paper.style import HEADING_STYLE, NOTE_STYLE, WIDTH, label, words
from vdfbank.paper.titles import title
from vdfbank.wording import agreed, terms
from vdfbank.wording.catalogue import N_
from vdfbank.wording.figures import person_or_loan
from vdfbank.wording.in_words import amount_in_words
from vdfbank.wording.language import Language


def print_contract(contract: Contract, language: Language) -> bytes:
    """The contract as PDF; an offer says on every page that nothing is paid out."""
    name = N_("Offer of loan {loan}: not a contract yet") if contract.is_offer else N_("Loan contract {loan}")
    form = language.say(name, loan=contract.request.loan)
    with PRINTING:
        story = [
            *title(form, contract.place, language),
            words(_state(contract, language), NOTE_STYLE),
            label(_parties(contract, language)),
            *_sum(contract, language),
            *_schedule(contract, language),
            *_late_and_early(contract, language),
            *_promises(contract, language),
            *_trainings(contract, language),
            _signatures(contract, language),
        ]
        running_form = f"{form}  {language.short_date(contract.loan.start)}"
        return print_pages(story, running(contract.place, running_form, language), form, language)


def _state(contract: Contract, language: Language) -> str:
    """What has happened so far: decided, paid out, taken over, rescheduled."""
    said, day = [], language.date(contract.loan.start)
    if contract.approval is not None:
        said.append(_approval(contract, language))
    if contract.is_offer:
        if contract.approval is None:
            said.append(language.say(N_("The committee has not approved it yet.")))
        reckoned = N_("Reckoned as if it were paid out on {day}; the pay-out fixes the schedule.")
        said.append(language.say(reckoned, day=day))
    elif contract.is_taken_over:
        said.append(
            language.say(
                N_("Paid out on {day} and taken over with running books; what was signed then stands."), day=day
            )
        )
    else:
        said.append(_paid_out(contract, language))
    if contract.rescheduled is not None:
        said.append(
            language.say(
                N_("The schedule was changed on {day}: the loan card has the one in force."),
                day=language.date(contract.rescheduled),
            )
        )
    return " ".join(said)


def _approval(contract: Contract, language: Language) -> str:
    assert contract.approval is not None
    return language.say(
        N_("Approved on {day} by act {act}: {yes} in favour, {no} against."),
        day=language.date(contract.approval.on),
        act=language.number(contract.approval.act),
        yes=language.number(contract.approval.yes),
        no=language.number(contract.approval.no),
    )


def _paid_out(contract: Contract, language: Language) -> str:
    assert contract.paid_out is not None
    return language.say(
        N_("Paid out on {day} by act {act}, voucher {voucher}."),
        day=language.date(contract.loan.start),
        act=language.number(contract.paid_out),
        voucher=contract.voucher,
    )


def _parties(contract: Contract, language: Language) -> str:
    names = contract.names
    officers = [
        language.say(
            N_("{role} {person}"), role=terms.word(role, language), person=person_or_loan(who, language, names)
        )
        for role, who in (("president", contract.president), ("treasurer", contract.treasurer))
        if who is not None
    ]
    borrower = person_or_loan(contract.request.member, language, names)
    if contract.household is not None:
        borrower = language.say(
            N_("{borrower}, household {household}"), borrower=borrower, household=contract.household
        )
    return language.say(
        N_("Lender: the village bank of {village}, for it {officers}. Borrower: {borrower}."),
        village=contract.place.village,
        officers=", ".join(officers),
        borrower=borrower,
    )


def _sum(contract: Contract, language: Language) -> Iterator[Flowable]:
    request, say = contract.request, language.say
    yield words(say(N_("1. The loan")), HEADING_STYLE)
    yield facts(
        [
            (say(N_("Sum")), language.kip(request.amount)),
            (say(N_("In words")), amount_in_words(request.amount, language)),
            (say(N_("Product")), terms.word(request.product, language) or request.product),
            (say(N_("Purpose")), request.purpose),
            (say(N_("Time")), language.plural("{n} month", "{n} months", request.months)),
            (say(N_("Interest")), say(N_("{percent} a month"), percent=language.percent(request.rate_bp))),
            (say(N_("Way of repaying")), terms.word(request.method, language) or request.method),
        ],
        WIDTH,
    )
    yield label(agreed.way_of_repaying(request.method, language))


def _schedule(contract: Contract, language: Language) -> Iterator[Flowable]:
    yield words(language.say(N_("2. What is paid when, in kip")), HEADING_STYLE)
    yield schedule(contract.loan, language, WIDTH)
    yield KeepTogether(
        [
            words(language.say(N_("3. What it costs")), HEADING_STYLE),
            label(agreed.total_cost(contract.loan, language)),
            label(agreed.effective_rate(contract.loan, language)),
            label(agreed.each_savings_day(contract.loan, language)),
        ]
    )


def _late_and_early(contract: Contract, language: Language) -> Iterator[Flowable]:
    laws, early = contract.agreed.bylaws, contract.early
    since = language.say(
        N_(
            "This goes by the by-laws in force since {since}, agreed on {day} by act {act}; "
            "later by-laws do not change it."
        ),
        since=language.date(contract.agreed.in_force),
        day=language.date(contract.agreed.on),
        act=language.number(contract.agreed.act),
    )
    yield KeepTogether(
        [
            words(language.say(N_("4. Paying late")), HEADING_STYLE),
            label(agreed.penalty(laws.penalty, language)),
            label(agreed.grace(laws.grace_days, language)),
            label(agreed.allocation(laws.allocation, language)),
            label(agreed.late_example(contract.late, language)),
            words(since, NOTE_STYLE),
        ]
    )
    closing = [label(agreed.early_closing(contract.request.method, language))]
    if early is not None:
        closing.append(label(agreed.early_example(early.on, early.sum, early.saved, language)))
    yield KeepTogether([words(language.say(N_("5. Paying early")), HEADING_STYLE), *closing])


_BORROWER = N_(
    "The borrower repays the sum with its interest as in section 2 and uses it for the purpose named. "
    "While the loan is open no savings are withdrawn. "
    "If the borrower dies, savings pay what is owed first, and no further penalty is charged."
)
_GUARANTORS = N_(
    "Guarantors: {guarantors}. They know this contract, remind the borrower, and answer for what the borrower "
    "does not pay. Until the loan is repaid they cannot leave the bank."
)
_VILLAGE = N_(
    "Whoever cannot pay in time speaks with the committee before the due date. "
    "A dispute is settled in the village first."
)


def _promises(contract: Contract, language: Language) -> Iterator[Flowable]:
    """What borrower and guarantors answer for: rules of the books, and what the village settles among itself."""
    named = guarantors(contract.request, contract.names, language)
    yield KeepTogether(
        [
            words(language.say(N_("6. Who answers for it")), HEADING_STYLE),
            label(language.say(_BORROWER)),
            label(language.say(_GUARANTORS, guarantors=named)),
            label(language.say(_VILLAGE)),
        ]
    )


def _trainings(contract: Contract, language: Language) -> Iterator[Flowable]:
    heading = words(language.say(N_("7. Trainings it rests on")), HEADING_STYLE)
    if contract.trainings:
        yield KeepTogether([heading, trainings_table(contract.trainings, language, WIDTH)])
    else:
        none = language.say(N_("None is recorded. Nothing can be paid out before both trainings are completed."))
        taken_over = language.say(N_("None is recorded: the loan was paid out before these books began."))
        yield KeepTogether([heading, label(taken_over if contract.is_taken_over else none)])


def _signatures(contract: Contract, language: Language) -> Flowable:
    say, names = language.say, contract.names
    signers: list[Signer] = [signer(contract.request.member, say(N_("Borrower")), names, language)]
    signers += [signer(person, say(N_("Guarantor")), names, language) for person in contract.request.guarantors]
    signers.append(signer(contract.treasurer, say(N_("Treasurer")), names, language))
    signers.append(signer(contract.president, say(N_("President")), names, language))
    agreement = say(N_("All who sign have read this or had it read aloud, and agree. Each side keeps a copy."))
    day = say(N_("Day of signing: {line}"), line="_" * 18)
    return signatures(
        signers, language, (label(agreement), label(day)), in_a_row=4 if len(signers) % 4 in (0, 3) else 3
    )
