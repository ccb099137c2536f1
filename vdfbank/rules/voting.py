"""Rules of a committee's votes."""

from __future__ import annotations

from collections.abc import Iterator

from vdfbank.acts.act import Votes
from vdfbank.bank.loan import Request
from vdfbank.bank.person import PersonId
from vdfbank.bank.problem import Problem
from vdfbank.rules.books import Books


def may_vote(person: PersonId, books: Books, request: Request | None) -> bool:
    """A sitting member of the management committee: not the applicant, the household or a guarantor."""
    if person not in books.seated("management"):
        return False
    if request is None:
        return True
    household = books.household(request.member)
    same_house = household is not None and books.household(person) == household
    return person != request.member and not same_house and person not in request.guarantors


def nobody_votes_in_own_matter(votes: Votes, books: Books, request: Request | None) -> Iterator[Problem]:
    for person in votes:
        if person in books.people and not may_vote(person, books, request):
            yield Problem("may_not_vote", found=person, who=person)


def ordinary_majority(votes: Votes, books: Books, quorum: int, request: Request | None = None) -> Iterator[Problem]:
    """Enough votes of women and men, and more yes than no; votes of those who may not vote are not counted."""
    counted = {person: vote for person, vote in votes.items() if may_vote(person, books, request)}
    if len(counted) < quorum:
        yield Problem("quorum", found=len(counted), needed=quorum)
    sexes = sorted({books.people[person].sex for person in counted})
    if sexes != ["F", "M"]:
        yield Problem("one_sex_quorum", found=" ".join(sexes) or None, needed="F M")
    yield from _more_yes(counted)


def emergency_majority(votes: Votes, books: Books, request: Request) -> Iterator[Problem]:
    """The president and one other, both yes."""
    counted = {person: vote for person, vote in votes.items() if may_vote(person, books, request)}
    seated = books.seated("management")
    presidents = [person for person in counted if seated[person] == "president"]
    if not presidents or len(counted) < 2:
        yield Problem("quorum", found=len(counted), needed=2)
        return
    president_yes = any(counted[person] == "yes" for person in presidents)
    another_yes = any(vote == "yes" for person, vote in counted.items() if person not in presidents[:1])
    if not (president_yes and another_yes):
        yes = sum(vote == "yes" for vote in counted.values())
        yield Problem("no_majority", found=yes, needed=2)
        return
    yield from _more_yes(counted)


def _more_yes(counted: Votes) -> Iterator[Problem]:
    yes, no = (sum(vote == side for vote in counted.values()) for side in ("yes", "no"))
    if yes <= no:
        yield Problem("no_majority", found=yes, needed=no + 1)
