"""What is said of each problem: what is wrong, with its figures where they are known, and what to do."""

from vdfbank.wording.saying import Saying
from vdfbank.wording.sayings_of_books import BOOKS, FOUNDING, MEMBERS
from vdfbank.wording.sayings_of_money import LOANS, MONEY

SAYINGS: dict[str, Saying] = FOUNDING | MEMBERS | MONEY | LOANS | BOOKS
