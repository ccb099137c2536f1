"""What changed since last month, in plain sentences that can be read aloud."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language

Values = Mapping[str, int | None]


def change(code: str, values: Values, language: Language) -> str:
    """The sentence of one change; `KeyError` for a change nobody gave a sentence."""
    return _SENTENCES[code](values, language)


@dataclass(frozen=True, slots=True)
class _Movement:
    """How a sum moved since the month before; `stands` where there was no month before."""

    grew: str
    fell: str
    stayed: str
    stands: str

    def say(self, values: Values, language: Language) -> str:
        now, before = _whole(values, "now"), values["before"]
        if before is None:
            return language.say(self.stands, now=language.kip(now))
        if now == before:
            return language.say(self.stayed, now=language.kip(now))
        moved = self.grew if now > before else self.fell
        return language.say(moved, sum=language.kip(abs(now - before)), now=language.kip(now))


_SAVINGS = _Movement(
    grew=N_("Savings grew by {sum} to {now}."),
    fell=N_("Savings fell by {sum} to {now}."),
    stayed=N_("Savings stayed at {now}."),
    stands=N_("Savings stand at {now}."),
)
_LOANS = _Movement(
    grew=N_("Loans to members grew by {sum} to {now}."),
    fell=N_("Loans to members fell by {sum} to {now}."),
    stayed=N_("Loans to members stayed at {now}."),
    stands=N_("Loans to members stand at {now}."),
)
_CASH = _Movement(
    grew=N_("Cash in the box grew by {sum} to {now}."),
    fell=N_("Cash in the box fell by {sum} to {now}."),
    stayed=N_("Cash in the box stayed at {now}."),
    stands=N_("Cash in the box stands at {now}."),
)


def _savings(values: Values, language: Language) -> str:
    savers, members = (language.number(_whole(values, name)) for name in ("savers", "members"))
    saved = language.say(N_("Members who saved this month: {savers} of {members}."), savers=savers, members=members)
    return f"{_SAVINGS.say(values, language)} {saved}"


def _loans(values: Values, language: Language) -> str:
    active = _whole(values, "active")
    if active == 0 and not values["before"]:
        return language.say(N_("No loan is running."))
    running = language.plural("{n} loan is running.", "{n} loans are running.", active)
    return f"{_LOANS.say(values, language)} {running}"


def _cash(values: Values, language: Language) -> str:
    bank = _whole(values, "bank")
    if bank == 0:
        return _CASH.say(values, language)
    there = language.say(N_("The bank account holds {sum}."), sum=language.kip(bank))
    return f"{_CASH.say(values, language)} {there}"


def _late(values: Values, language: Language) -> str:
    """Late loans by their whole principal, and what came in of what fell due."""
    if _whole(values, "principal") == 0:
        late = language.say(N_("No loan is late."))
    else:
        late = language.say(
            N_("Late loans have {principal} still to repay, {percent} of all loans; {overdue} of it is overdue."),
            principal=language.kip(_whole(values, "principal")),
            percent=language.percent(_whole(values, "bp")),
            overdue=language.kip(_whole(values, "overdue")),
        )
    recovered = values["recovered_bp"]
    if recovered is None:
        nothing = language.say(N_("Nothing fell due this month."))
        return f"{late} {nothing}"
    paid = language.say(
        N_("Payments came to {percent} of what fell due this month."), percent=language.percent(recovered)
    )
    return f"{late} {paid}"


def _result(values: Values, language: Language) -> str:
    income, expense, surplus = (_whole(values, name) for name in ("income", "expense", "surplus"))
    message = (
        N_("Since the year began income is {income} and expense {expense}: a surplus of {result}.")
        if surplus >= 0
        else N_("Since the year began income is {income} and expense {expense}: a loss of {result}.")
    )
    return language.say(
        message, income=language.kip(income), expense=language.kip(expense), result=language.kip(abs(surplus))
    )


def _whole(values: Values, name: str) -> int:
    value = values[name]
    assert value is not None, name
    return value


_SENTENCES: dict[str, Callable[[Values, Language], str]] = {
    "savings": _savings,
    "loans": _loans,
    "cash": _cash,
    "late": _late,
    "result": _result,
}
