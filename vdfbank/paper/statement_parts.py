"""The parts of a statement: whose it is, what is held and owed, every movement, what follows from them."""

from collections.abc import Iterator

from vdfbank.content.statement import LoanPart, Statement, Trained
from vdfbank.paper.door import Flowable, KeepTogether
from vdfbank.paper.sizes import A5
from vdfbank.paper.statement_tables import loan, others, own_money
from vdfbank.paper.style import HEADING_STYLE, LARGE_STYLE, NOTE_STYLE, TEXT_STYLE, Cell, plain_table, words
from vdfbank.paper.titles import title
from vdfbank.wording import terms
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language

_WIDTH = A5.text_width


def story(statement: Statement, language: Language) -> Iterator[Flowable]:
    yield from title(language.say(N_("Member statement")), statement.place, language)
    yield from _whose(statement, language)
    yield _held(statement, language)
    savings = own_money(statement.savings, N_("Saving"), statement.undone, language)
    yield _section(language.say(N_("Savings, in kip")), savings)
    if statement.shares is not None:
        shares = own_money(statement.shares, N_("Shares bought"), statement.undone, language)
        yield _section(language.say(N_("Shares, in kip")), shares)
    for part in statement.loans:
        yield _loan(part, statement, language)
    if statement.others:
        yield _section(language.say(N_("Other payments, in kip")), others(statement.others, language))
    yield from _what_follows(statement, language)


def _section(heading: str, table: Flowable, *sentences: Flowable) -> Flowable:
    return KeepTogether([words(heading, HEADING_STYLE), table, *sentences])


def _whose(statement: Statement, language: Language) -> Iterator[Flowable]:
    yield words(f"{statement.member}  {language.person(statement.member, statement.names)}", LARGE_STYLE)
    period = language.say(
        N_("From {first} to {last}"), first=language.date(statement.first), last=language.date(statement.last)
    )
    standing = {"left": N_("Has left the bank."), "dead": N_("Has died.")}.get(statement.standing)
    yield words(f"{period}. {language.say(standing)}" if standing else period, TEXT_STYLE)


def _held(statement: Statement, language: Language) -> Flowable:
    """What the member holds and owes at the end, to be read from afar."""
    figures = [(N_("Savings"), statement.savings.closing)]
    if statement.shares is not None:
        figures.append((N_("Shares"), statement.shares.closing))
    figures.append((N_("Loans still owed"), statement.owes))
    rows: list[list[Cell]] = [
        [words(language.say(name), NOTE_STYLE) for name, _ in figures],
        [words(language.kip(amount), LARGE_STYLE) for _, amount in figures],
    ]
    return plain_table(rows, (_WIDTH / len(figures),) * len(figures))


def _loan(part: LoanPart, statement: Statement, language: Language) -> Flowable:
    heading = language.say(N_("Loan {loan}, in kip"), loan=part.loan)
    sentences = (words(sentence, TEXT_STYLE) for sentence in _stands(part, language))
    return _section(heading, loan(part, statement.undone, language), *sentences)


def _stands(part: LoanPart, language: Language) -> Iterator[str]:
    """What the borrower has to do next."""
    if part.state != "open":
        yield terms.word(part.state, language) or part.state
        return
    if part.overdue:
        days = language.plural("{n} day", "{n} days", part.days_late)
        late = N_("Overdue: {amount} with penalties, {days} late. Please pay on the next savings day.")
        yield language.say(late, amount=language.kip(part.overdue), days=days)
    if part.due_next is not None:
        yield language.say(
            N_("Next due: {amount} on {day}."),
            amount=language.kip(part.due_next.amount),
            day=language.date(part.due_next.on),
        )
    yield language.say(N_("To be paid in all, with interest to come: {amount}."), amount=language.kip(part.owed))


def _what_follows(statement: Statement, language: Language) -> Iterator[Flowable]:
    """What the savings and the trainings allow."""
    if statement.may_borrow is None:
        return
    limit = language.say(
        N_("By the rule of {times} times the savings you may owe up to {amount} more, if the other rules are met."),
        times=language.number(statement.savings_multiple),
        amount=language.kip(statement.may_borrow),
    )
    sentences = [limit, *(_trained(trained, statement, language) for trained in statement.trained)]
    heading = words(language.say(N_("If you want to borrow")), HEADING_STYLE)
    yield KeepTogether([heading, *(words(sentence, TEXT_STYLE) for sentence in sentences)])


def _trained(trained: Trained, statement: Statement, language: Language) -> str:
    module = terms.module(trained.module, language)
    if trained.valid_until is None:
        return language.say(N_("{module}: not yet completed; a loan needs it."), module=module)
    day = language.date(trained.valid_until)
    if trained.valid_until < statement.last:
        return language.say(N_("{module}: was valid until {day}; a loan needs it again."), module=module, day=day)
    return language.say(N_("{module}: valid until {day}."), module=module, day=day)
