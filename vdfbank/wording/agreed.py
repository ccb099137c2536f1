"""What lender and borrower agree on, in whole sentences: way of repaying, penalty, order of payment, early closing."""

from datetime import date
from fractions import Fraction

from vdfbank.bank.bylaws import PenaltyRule
from vdfbank.bank.loan import Component, Method
from vdfbank.content.loan_parts import LateExample
from vdfbank.content.what_if import WhatIf
from vdfbank.wording import terms
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language

_METHODS: dict[Method, str] = {
    "flat": N_("Interest is reckoned every month on the whole sum lent, also when part of it is repaid."),
    "declining": N_(
        "Interest is reckoned every month on the principal still to be repaid; it falls from month to month."
    ),
    "annuity": N_("Every instalment is the same sum: at first more of it is interest, later more of it is principal."),
    "bullet_monthly": N_("Every month the interest is paid, and the whole principal with the last instalment."),
    "bullet_end": N_("Principal and all interest are paid together at the end."),
}

_COMPONENTS: dict[Component, str] = {
    "penalty": N_("penalties"),
    "interest": N_("interest"),
    "principal": N_("principal"),
}

#: The programme limits a loan may leave, by problem code.
_LIMITS = {
    "term_too_short": N_("Outside the programme: its shortest term is 3 months."),
    "term_too_long": N_("Outside the programme: its longest term is 9 months."),
    "rate_too_low": N_("Outside the programme: its lowest rate is 3 % a month."),
    "rate_too_high": N_("Outside the programme: its highest rate is 4 % a month."),
}


def component(name: Component, language: Language) -> str:
    return language.say(_COMPONENTS[name])


def limit_left(code: str, language: Language) -> str:
    return language.say(_LIMITS[code])


def way_of_repaying(method: Method, language: Language) -> str:
    return language.say(_METHODS[method])


def rate(percent: Fraction, language: Language) -> str:
    """Percent a month exactly as asked for: ``3 %``, ``2.5 %``, ``5/6 %``."""
    if (percent * 100).denominator == 1:
        return language.percent(int(percent * 100))
    return f"{language.number(percent.numerator)}/{language.number(percent.denominator)} %"


def total_cost(loan: WhatIf, language: Language) -> str:
    return language.say(
        N_("{amount} cost {interest} interest, {total} in all."),
        amount=language.kip(loan.amount),
        interest=language.kip(loan.total_interest),
        total=language.kip(loan.total),
    )


def effective_rate(loan: WhatIf, language: Language) -> str:
    """What the rate means: ``Flat interest of 3 % a month costs 4.94 % a month on the money really held``."""
    return language.say(
        N_("{method} of {rate} a month costs {effective} a month on the money really held."),
        method=terms.word(loan.method, language),
        rate=rate(loan.rate, language),
        effective=language.percent(loan.effective_rate_bp),
    )


def each_savings_day(loan: WhatIf, language: Language) -> str:
    """What has to be brought, and how often."""
    most, least = loan.each_month
    if len(loan.instalments) == 1:
        return language.say(
            N_("All at once on {day}: {sum}."), day=language.date(loan.instalments[0].due), sum=language.kip(most)
        )
    if most == least:
        return language.say(N_("Per savings day {sum}."), sum=language.kip(most))
    return language.say(N_("Per savings day {least} to {most}."), least=language.kip(least), most=language.kip(most))


def penalty(rule: PenaltyRule, language: Language) -> str:
    if rule.kind == "fixed":
        return language.say(
            N_("Each savings day an instalment is late costs a penalty of {sum}."), sum=language.kip(rule.amount or 0)
        )
    return language.say(
        N_("Each savings day an instalment is late costs a penalty of {percent} of what is unpaid of it."),
        percent=language.percent(rule.bp or 0),
    )


def grace(days: int, language: Language) -> str:
    if not days:
        return language.say(N_("No penalty is charged on the due date itself; from the next day on it is."))
    return language.plural(
        "{n} day after the due date no penalty is charged yet.",
        "{n} days after the due date no penalty is charged yet.",
        days,
    )


def allocation(order: tuple[Component, ...], language: Language) -> str:
    """In which order a payment is used."""
    first, second, third = (component(name, language) for name in order)
    if order[0] == "penalty":
        return language.say(
            N_(
                "A payment pays the penalties of all instalments first, "
                "then of the oldest instalment {second}, then {third}."
            ),
            second=second,
            third=third,
        )
    return language.say(
        N_("A payment pays the oldest instalment first: of it {first}, then {second}, then {third}."),
        first=first,
        second=second,
        third=third,
    )


def late_example(example: LateExample, language: Language) -> str:
    """The penalty and the order of payment, once with figures."""
    used = ", ".join(
        language.say(N_("{sum} for {what}"), sum=language.kip(amount), what=component(name, language))
        for name, amount in example.used
        if amount
    )
    return language.say(
        N_(
            "Example: {instalment} was due on {due}. On the savings day of {paid_on} the penalty is {penalty}. "
            "Who then brings {instalment} pays {used}; {left} is still owed."
        ),
        instalment=language.kip(example.instalment),
        due=language.date(example.due),
        paid_on=language.date(example.paid_on),
        penalty=language.kip(example.penalty),
        used=used,
        left=language.kip(example.left),
    )


def early_closing(method: Method, language: Language) -> str:
    """What closing the loan early costs (acts.md, settle)."""
    if method == "bullet_end":
        return language.say(
            N_("Who closes the loan early pays what is due, all principal, and the interest of the months begun.")
        )
    return language.say(
        N_("Who closes the loan early pays what is due and all principal, but no interest of later months.")
    )


def early_example(on: date, amount: int, saved: int, language: Language) -> str:
    return language.say(
        N_("Example: on {day}, everything due until then paid, {sum} closes the loan and saves {saved} interest."),
        day=language.date(on),
        sum=language.kip(amount),
        saved=language.kip(saved),
    )
