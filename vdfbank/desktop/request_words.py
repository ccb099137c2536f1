"""What a request asks for, in a few lines: sum, time, rate, purpose, who stands for it."""

from __future__ import annotations

from collections.abc import Iterator

from vdfbank.bank.loan import Request
from vdfbank.wording import terms
from vdfbank.wording.catalogue import N_
from vdfbank.wording.figures import person_or_loan
from vdfbank.wording.language import Language, Names


def request_sentences(request: Request, names: Names, spoken: Language) -> Iterator[str]:
    product = terms.word(request.product, spoken) or request.product
    yield f"{product}:  {spoken.kip(request.amount)}"
    months = spoken.plural("{n} month", "{n} months", request.months)
    rate = spoken.say(N_("{percent} a month"), percent=spoken.percent(request.rate_bp))
    yield f"{months},  {rate},  {terms.word(request.method, spoken) or request.method}"
    yield spoken.say(N_("Purpose: {purpose}"), purpose=request.purpose)
    stand = ", ".join(person_or_loan(person, spoken, names) for person in request.guarantors)
    yield spoken.say(N_("Guarantors: {people}"), people=stand or "–")
