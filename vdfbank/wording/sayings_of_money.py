"""What is said of problems with money and loans."""

from vdfbank.wording.catalogue import N_
from vdfbank.wording.saying import Saying

MONEY = {
    "amount_not_positive": Saying(
        N_("The amount must be more than nothing."), N_("Enter the amount in whole kip."), "kip"
    ),
    "below_minimum_saving": Saying(
        N_("The saving is smaller than agreed."),
        N_("Save at least the amount agreed."),
        "kip",
        N_("The saving is {found}; at least {needed} was agreed."),
    ),
    "more_than_balance": Saying(
        N_("More is to be taken than there is."),
        N_("Take less."),
        "kip",
        N_("{found} is to be taken, but there is only {needed}."),
    ),
    "below_minimum_balance": Saying(
        N_("Too little would be left."),
        N_("Withdraw less, so that the agreed balance stays."),
        "kip",
        N_("Only {found} would be left; {needed} must stay."),
    ),
    "not_enough_cash": Saying(
        N_("There is not enough cash."),
        N_("Take a smaller amount, or bring cash in first."),
        "kip",
        N_("There is {found} in cash; {needed} is needed."),
    ),
    "loan_outstanding": Saying(
        N_("A loan of this member is not yet repaid."),
        N_("Repay that loan first."),
        "kip",
        N_("A loan of this member is not yet repaid: {found} is owed."),
    ),
    "count_missing": Saying(
        N_("The cash has not been counted."),
        N_("Count the box and enter the sum; an empty box is 0."),
        "kip",
        # The sum needed is not said alone: nobody would count any more.
        N_("The notes counted make {found}, but the sum entered is {needed}."),
    ),
    "count_above_tolerance": Saying(
        N_("Counted cash and book differ by more than may be booked."),
        N_("Count again and look for the mistake; keep the sheet as a draft until it is found."),
        "kip",
        N_("Counted cash and book differ by {found}; at most {needed} may be booked."),
    ),
    "reason_missing": Saying(N_("The reason is missing."), N_("Write down the reason."), "kip"),
    "overpaid": Saying(
        N_("More is paid than is owed."),
        N_("Pay what is owed; put the rest into savings."),
        "kip",
        N_("{found} is paid, but only {needed} is owed."),
    ),
    "underpaid": Saying(
        N_("Less is paid than settles the loan."),
        N_("Pay exactly what is owed, or record it as an ordinary repayment."),
        "kip",
        N_("{found} is paid; {needed} settles the loan."),
    ),
    "wrong_account": Saying(N_("This account cannot be used here."), N_("Choose another account."), "year"),
    "unknown_loan": Saying(N_("There is no such loan."), N_("Check the number of the loan and the member."), "count"),
    "wrong_state": Saying(N_("This cannot be done as things stand."), N_("Look at what was recorded before."), "year"),
    "duplicate_id": Saying(N_("The same number is used twice."), N_("Use every number only once."), "count"),
}

LOANS = {
    "saving_period": Saying(
        N_("The member has not saved long enough."),
        N_("Keep saving without going below the agreed amount, then ask again."),
        "kip",
        N_("The lowest savings in the months before were {found}; {needed} must be kept all the time."),
    ),
    "over_savings_multiple": Saying(
        N_("The loan is too large for the savings."),
        N_("Ask for less, or save more first."),
        "kip",
        N_("Together with what is still owed the loan comes to {found}; the savings allow {needed}."),
    ),
    "term_too_short": Saying(
        N_("The term is too short."),
        N_("Choose more months."),
        "months",
        N_("The term is {found}; at least {needed} was agreed."),
    ),
    "term_too_long": Saying(
        N_("The term is too long."),
        N_("Choose fewer months."),
        "months",
        N_("The term is {found}; at most {needed} was agreed."),
    ),
    "rate_too_low": Saying(
        N_("The rate is too low."),
        N_("Choose a rate the by-laws allow."),
        "rate",
        N_("The rate is {found}; at least {needed} was agreed."),
    ),
    "rate_too_high": Saying(
        N_("The rate is too high."),
        N_("Choose a rate the by-laws allow."),
        "rate",
        N_("The rate is {found}; at most {needed} was agreed."),
    ),
    "method_not_agreed": Saying(
        N_("This way of repaying is not agreed in the by-laws."),
        N_("Choose one that is agreed."),
        "count",
        N_("{found}: this way of repaying is not agreed. Agreed: {needed}."),
    ),
    "in_arrears": Saying(
        N_("A loan is in arrears."), N_("Pay what is overdue first."), "days", N_("A loan is {found} late.")
    ),
    "guarantors": Saying(
        N_("The guarantors do not meet the by-laws."),
        N_(
            "Name active members of other households who are not in arrears and for whom the borrower is not guarantor."
        ),
        "count",
        N_("Guarantors who may stand for this loan: {found}; needed: {needed}."),
    ),
    "liquidity": Saying(
        N_("Too little cash would be left in the bank."),
        N_("Lend less, or wait until more cash has come in."),
        "kip",
        N_("{found} would be left in cash; {needed} must stay."),
    ),
    "no_safe_migration_training": Saying(
        N_("The borrower has not completed a safe-migration training."),
        N_("Take part in the next safe-migration session and complete it."),
        "months",
        N_("The last safe-migration training was completed on {found}; it must be of {needed} or later."),
    ),
    "no_business_training": Saying(
        N_("The borrower has not completed a business training."),
        N_("Take part in the next business session and complete it."),
        "months",
        N_("The last business training was completed on {found}; it must be of {needed} or later."),
    ),
    "over_emergency_cap": Saying(
        N_("This is too much for an emergency loan."),
        N_("Ask for less, or for an ordinary loan."),
        "kip",
        N_("{found} is asked; an emergency loan is at most {needed}."),
    ),
    "quorum": Saying(
        N_("Too few committee members voted."),
        N_("Let more of the management committee vote; an emergency loan needs the president and one other."),
        "count",
        N_("Votes cast: {found}; needed: at least {needed}."),
    ),
    "one_sex_quorum": Saying(
        N_("Women and men of the management committee must both vote."),
        N_("Let the missing side vote too."),
    ),
    "no_majority": Saying(
        N_("There is no majority for it."),
        N_("Record the decision as refused or put off."),
        "count",
        N_("Votes for it: {found}; needed: at least {needed}."),
    ),
    "may_not_vote": Saying(
        N_("Applicant, household and guarantors may not vote, nor anybody outside the management committee."),
        N_("Leave this vote out."),
    ),
    "not_approved": Saying(N_("The loan was not approved."), N_("Decide the application first.")),
    "dormant": Saying(
        N_("The member has not saved for a long time and is dormant."),
        N_("Save on a savings day first."),
        "count",
        N_("The member is dormant: the last saving was on {found}; one since {needed} is needed."),
    ),
}
