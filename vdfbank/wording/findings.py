"""The sentence of an audit finding: what the committee should look at, with its figures."""

from vdfbank.audit.report import Finding
from vdfbank.wording import terms
from vdfbank.wording.catalogue import N_
from vdfbank.wording.figures import NO_NAMES, figure, person_or_loan
from vdfbank.wording.language import Language, Names
from vdfbank.wording.saying import Saying

_LOOK = N_("Look for the mistake before the month is closed.")

FINDINGS = {
    "cash_counted_book": Saying(
        N_("The cash counted is not what the cash book says."),
        _LOOK,
        "kip",
        N_("{found} was counted, but the cash book says {needed}."),
    ),
    "cash_flow": Saying(
        N_("What came in and went out does not lead to the closing cash."),
        _LOOK,
        "kip",
        N_("What came in and went out leads to {found}, but the closing cash is {needed}."),
    ),
    "savings_cards_control": Saying(
        N_("The savings cards do not add up to the account of savings."),
        _LOOK,
        "kip",
        N_("The savings cards add up to {found}, the account says {needed}."),
    ),
    "loans_control": Saying(
        N_("The loan cards do not add up to the account of loans."),
        _LOOK,
        "kip",
        N_("The loan cards add up to {found}, the account says {needed}."),
    ),
    "allowance_table": Saying(
        N_("The allowance is not what the by-laws ask."),
        _LOOK,
        "kip",
        N_("By the by-laws the allowance is {found}, the account says {needed}."),
    ),
    "debits_credits": Saying(
        N_("Debits and credits differ."), _LOOK, "kip", N_("Debits are {found}, credits {needed}.")
    ),
    "cash_not_counted": Saying(
        N_("The advisers have not counted the cash of this month."), N_("Count the box on closing day.")
    ),
    "voucher_gap": Saying(
        N_("A voucher number is missing."),
        N_("Find the missing paper and ask for the reason."),
        "count",
        N_("Only {found} of {needed} vouchers are there."),
    ),
    "no_savings_day": Saying(N_("No savings day was held this month."), N_("Ask for the reason.")),
    "long_late": Saying(
        N_("The loan is late for long."),
        N_("Visit the borrower and agree what to do."),
        "days",
        N_("The loan is {found} late, more than {needed}."),
    ),
    "loan_without_training": Saying(
        N_("The loan was paid out without both trainings."), N_("Let the borrower take part in the next sessions.")
    ),
    "committee_loan": Saying(
        N_("A loan to a household of committee members was paid out."),
        N_("Check that nobody voted on their own loan."),
        "kip",
    ),
    "reversal": Saying(N_("Something was reversed."), N_("Read the reason in the books."), "kip"),
    "package_alert": Saying(
        N_("No session has been held yet."),
        N_("Plan one with the trainers."),
        "months",
        N_("The last session was {found} ago; one is due every {needed}."),
    ),
}


def finding(found: Finding, language: Language, names: Names = NO_NAMES) -> str:
    """Whom or what it concerns, what was found and what to do, in one line."""
    saying = FINDINGS[found.code]
    said = f"{_said(found, saying, language, names)} {language.say(saying.todo)}"
    about = [part for part in (_whom(found, language, names), _act(found, language)) if part]
    if not about:
        return said
    return language.say(N_("{who}: {sentence}"), who=", ".join(about), sentence=said)


def _said(found: Finding, saying: Saying, language: Language, names: Names) -> str:
    if saying.unit is None or found.found is None:
        return language.say(saying.plain)
    figures = {
        name: figure(value, saying.unit, language, names)
        for name, value in (("found", found.found), ("needed", found.needed))
    }
    if saying.counted is None:
        return " ".join((language.say(saying.plain), language.say(N_("Found: {found}."), **figures)))
    return language.say(saying.counted, **figures)


def _whom(found: Finding, language: Language, names: Names) -> str | None:
    if found.who is None:
        return None
    if found.who in terms.MODULES:
        return terms.module(found.who, language)
    return person_or_loan(found.who, language, names)


def _act(found: Finding, language: Language) -> str | None:
    return None if found.act is None else figure(found.act, "act", language)
