"""The words of the trade: acts, accounts, offices, courses, methods and by-laws."""

from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language

ACTS = {
    "found": N_("Bank founded"),
    "register": N_("People registered"),
    "train": N_("Training session"),
    "elect": N_("Committee elected"),
    "agree_bylaws": N_("By-laws agreed"),
    "take_over": N_("Running books taken over"),
    "join": N_("Member joined"),
    "savings_day": N_("Savings day"),
    "save": N_("Saving"),
    "withdraw": N_("Withdrawal"),
    "buy_shares": N_("Shares bought"),
    "redeem_shares": N_("Shares redeemed"),
    "repay": N_("Repayment"),
    "settle": N_("Early settlement"),
    "spend": N_("Money spent"),
    "receive": N_("Money received"),
    "deposit_cash": N_("Cash taken to the bank account"),
    "draw_cash": N_("Cash drawn from the bank account"),
    "apply": N_("Loan application"),
    "withdraw_application": N_("Loan application withdrawn"),
    "decide": N_("Loan decision"),
    "pay_out": N_("Loan paid out"),
    "reschedule": N_("Loan rescheduled"),
    "write_off": N_("Loan written off"),
    "recover": N_("Recovery of a written-off loan"),
    "leave": N_("Member left"),
    "die": N_("Member died"),
    "name_nominee": N_("Nominee named"),
    "count_cash": N_("Cash counted"),
    "reverse": N_("Reversal"),
    "correct": N_("Correction of a closed month"),
    "close_month": N_("Month closed"),
    "close_year": N_("Year closed"),
    "pay_dividend": N_("Dividend paid"),
    "confirm": N_("Confirmation by two officers"),
}

ACCOUNTS = {
    "1010": N_("Cash box"),
    "1020": N_("Bank account"),
    "1210": N_("Loans to members"),
    "1290": N_("Allowance for loan losses"),
    "1310": N_("Other receivables"),
    "2010": N_("Member savings"),
    "2110": N_("Outside funds"),
    "2210": N_("Dividends payable"),
    "2220": N_("Committee payable"),
    "2230": N_("Advisory payable"),
    "2310": N_("Welfare fund"),
    "3005": N_("Shares"),
    "3010": N_("Reserve fund"),
    "3090": N_("Surplus of the year"),
    "4010": N_("Interest"),
    "4020": N_("Penalties"),
    "4030": N_("Entry fees"),
    "4040": N_("Recoveries"),
    "4090": N_("Other income"),
    "5010": N_("Stationery and books"),
    "5020": N_("Transport and meetings"),
    "5030": N_("Allowances"),
    "5040": N_("Loans written off"),
    "5090": N_("Loan-loss provision"),
    "5095": N_("Cash shortage"),
}

COMMITTEES = {"management": N_("Management committee"), "advisory": N_("Advisory committee")}

ROLES = {
    "president": N_("President"),
    "treasurer": N_("Treasurer"),
    "secretary": N_("Secretary"),
    "member": N_("Committee member"),
    "village_head": N_("Village head"),
    "lwu": N_("Lao Women's Union representative"),
    "adviser": N_("Adviser"),
}

MODULES = {
    "village_banking": N_("Village banking"),
    "safe_migration": N_("Safe migration"),
    "business": N_("Business"),
    "skills": N_("Skills"),
    "rights": N_("Rights"),
}

PRODUCTS = {"ordinary": N_("Ordinary loan"), "emergency": N_("Emergency loan")}

METHODS = {
    "flat": N_("Flat interest"),
    "declining": N_("Declining balance"),
    "annuity": N_("Equal instalments"),
    "bullet_monthly": N_("Interest monthly, principal at the end"),
    "bullet_end": N_("All at the end"),
}

#: What has become of a loan.
STATES = {
    "asked": N_("Asked"),
    "put_off": N_("Put off"),
    "approved": N_("Approved"),
    "refused": N_("Refused"),
    "withdrawn": N_("Withdrawn"),
    "open": N_("Paid out, not yet repaid"),
    "repaid": N_("Repaid"),
    "written_off": N_("Written off"),
}

BYLAWS = {
    "in_force": N_("In force from"),
    "entry_fee": N_("Entry fee"),
    "minimum_saving": N_("Smallest saving"),
    "minimum_balance": N_("Balance that stays"),
    "saving_months": N_("Months of saving before a loan"),
    "qualifying_savings": N_("Savings to be kept in these months"),
    "savings_multiple": N_("Loan in times of savings"),
    "rate_min_bp": N_("Lowest rate a month"),
    "rate_max_bp": N_("Highest rate a month"),
    "term_min": N_("Shortest term in months"),
    "term_max": N_("Longest term in months"),
    "methods": N_("Ways of repaying"),
    "emergency_cap": N_("Largest emergency loan"),
    "guarantors": N_("Guarantors a loan"),
    "quorum": N_("Votes needed to decide"),
    "liquidity_bp": N_("Cash that stays, of all savings"),
    "training": N_("How long a training stays valid"),
    "training.safe_migration": N_("How long safe-migration training stays valid"),
    "training.business": N_("How long business training stays valid"),
    "penalty": N_("Penalty for late payment"),
    "grace_days": N_("Days without penalty"),
    "allocation": N_("Order in which a payment is used"),
    "split_bp": N_("Split of the surplus"),
    "dividend_basis": N_("What the dividend goes by"),
    "provision": N_("Allowance by days late"),
    "cash_tolerance": N_("Cash difference that may be booked"),
    "dormant_after": N_("Savings days missed before a member is dormant"),
    "limit_base": N_("What loan limits go by"),
}

RECONCILIATIONS = {
    "cash_counted_book": (N_("Cash counted"), N_("Cash book")),
    "savings_cards_control": (N_("All savings cards together"), N_("Account 2010, member savings")),
    "loans_control": (N_("All loan cards together"), N_("Account 1210, loans to members")),
    "allowance_table": (N_("Allowance by the table of the by-laws"), N_("Account 1290, allowance")),
    "debits_credits": (N_("All debits"), N_("All credits")),
    "cash_flow": (N_("Opening cash + in - out"), N_("Closing cash")),
}

#: Words an act or a figure may carry instead of a number.
_WORDS = ACTS | COMMITTEES | ROLES | MODULES | PRODUCTS | METHODS | STATES


def word(term: str, language: Language) -> str | None:
    """A term of the acts (``bullet_end``, ``lwu``) in the language, `None` for what is no such term."""
    message = _WORDS.get(term)
    return None if message is None else language.say(message)


def account(number: str, language: Language) -> str:
    """The account's name; a number nobody knows stays a number."""
    return language.say(ACCOUNTS[number]) if number in ACCOUNTS else number


def module(name: str, language: Language) -> str:
    """The course's name; a module the village added keeps the name it was given there."""
    return language.say(MODULES[name]) if name in MODULES else name


def bylaw(field: str, language: Language) -> str:
    return language.say(BYLAWS[field]) if field in BYLAWS else field
