"""The lines of a loan's checklist in words: what was found, what is needed, how a line that fails is passed."""

from vdfbank.bank.loan import Request
from vdfbank.bank.problem import Problem
from vdfbank.rules.effects import CheckLine
from vdfbank.wording.catalogue import N_
from vdfbank.wording.figures import NO_NAMES, figure
from vdfbank.wording.language import Language, Names
from vdfbank.wording.problems import what_is_wrong, what_to_do

#: What each line asks, in a few words.
CHECKS = {
    "not_a_member": N_("Member"),
    "dormant": N_("Saves regularly"),
    "amount_not_positive": N_("Asks for something"),
    "loan_outstanding": N_("No other loan"),
    "saving_period": N_("Savings kept"),
    "over_savings_multiple": N_("Limit by savings"),
    "term_too_short": N_("Shortest term"),
    "term_too_long": N_("Longest term"),
    "rate_too_low": N_("Lowest rate"),
    "rate_too_high": N_("Highest rate"),
    "method_not_agreed": N_("Way of repaying"),
    "in_arrears": N_("Nothing overdue"),
    "guarantors": N_("Guarantors"),
    "liquidity": N_("Cash that stays"),
    "no_safe_migration_training": N_("Safe-migration training"),
    "no_business_training": N_("Business training"),
    "over_emergency_cap": N_("Emergency limit"),
}

#: What is said of a line that passes, where the sentence of the objection would not do.
_PASSED = {
    "not_a_member": N_("Is a member of the bank."),
    "dormant": N_("Has saved lately."),
    "loan_outstanding": N_("No loan stands in the way."),
    "in_arrears": N_("No loan is overdue."),
    "over_emergency_cap": N_("It is an ordinary loan."),
}


def check_name(code: str, language: Language) -> str:
    return language.say(CHECKS[code])


def check_sentence(line: CheckLine, language: Language, names: Names = NO_NAMES) -> str:
    """The number found and the number needed, whether the line passes or not."""
    if line.passed and (said := _passed(line, language)) is not None:
        return said
    return what_is_wrong(Problem(line.code, line.found, line.needed), language, names)


def _passed(line: CheckLine, language: Language) -> str | None:
    """None where the sentence that names both figures is as true of a line that passes."""
    if line.code == "amount_not_positive":
        return language.say(N_("{found} is asked for."), found=figure(line.found, "kip", language))
    if line.code == "dormant" and line.found is not None:
        return language.say(N_("The last saving was on {found}."), found=figure(line.found, "count", language))
    if line.code == "method_not_agreed":
        found, needed = figure(line.found, "count", language), figure(line.needed, "count", language)
        return language.say(N_("{found} is agreed. Agreed are: {needed}."), found=found, needed=needed)
    if line.code == "over_emergency_cap" and line.needed is not None:
        return None
    return language.say(_PASSED[line.code]) if line.code in _PASSED else None


#: What would make a line pass where there is a sum that could be asked for.
_LESS = {
    "over_savings_multiple": N_("To pass: ask for {most} or less, or save more first."),
    "liquidity": N_("To pass: ask for {most} or less, or wait until more cash has come in."),
    "over_emergency_cap": N_("To pass: ask for {most} or less, or for an ordinary loan."),
}


def to_pass(line: CheckLine, request: Request, language: Language) -> str:
    """What would make a line pass: with the sum that could be asked for where there is one."""
    most = _most(line, request)
    if most is not None and most > 0:
        return language.say(_LESS[line.code], most=language.kip(most))
    return language.say(N_("To pass: {todo}"), todo=what_to_do(Problem(line.code), language))


def _most(line: CheckLine, request: Request) -> int | None:
    """The largest sum for which the line would pass, all else as it is."""
    if line.code not in _LESS or not isinstance(line.found, int) or not isinstance(line.needed, int):
        return None
    if line.code == "liquidity":
        return request.amount - (line.needed - line.found)
    return request.amount - (line.found - line.needed)
