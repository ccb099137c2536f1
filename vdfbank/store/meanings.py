"""What every table and column of a book means, in words."""

from __future__ import annotations

from collections.abc import Mapping

#: What a column means wherever nothing else is said. Amounts are whole kip, debit positive.
COMMON: Mapping[str, str] = {
    "act": "number of the act that wrote this row",
    "line": "place within the act, from 1",
    "on": "date, ISO 8601",
    "loan": "the loan's id",
    "member": "the member's id",
    "person": "the person's id",
    "amount": "kip",
    "text": "the text",
    "product": "ordinary or emergency",
    "months": "number of instalments",
    "rate_bp": "interest in basis points a month",
    "method": "how interest and principal are spread",
    "purpose": "what the loan is for",
    "row": "the instalment meant, from 1",
    "year": "fiscal year, named by the year in which it begins",
    "reason": "reason as written",
    "event": "what happened",
    "account": "account number (acts.md, chart of accounts)",
}

#: Every table: what it holds, and what is particular about its columns.
MEANINGS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "act": (
        "everything that happened, in order; all other tables follow from it",
        {
            "number": "from 1, without gaps",
            "kind": "kind of act (acts.md)",
            "by": "who was at the keyboard",
            "seconded_by": "second person, never the same",
            "key": "the caller's own name for the act, unique",
            "text": "the act as one line of canonical JSON",
            "seal": "SHA-256 of the seal before, the text and the entries, in hex",
        },
    ),
    "entry": (
        "journal entries; the postings of each add up to zero",
        {
            "number": "from 1, without gaps",
            "voucher": "RV receipt, PV payment, JV journal, month, number within both",
            "item": "line of the audit sheet it belongs to",
            "reason": "what it was for",
            "reverses": "the entry it posts again the other way round",
        },
    ),
    "posting": (
        "the lines of an entry",
        {
            "entry": "number of the entry",
            "line": "place within the entry, from 1",
            "holder": "member or loan meant",
            "amount": "kip, debit positive, credit negative",
        },
    ),
    "village": (
        "the village, as founded",
        {
            "village": "name of the village",
            "district": "name of the district",
            "province": "name of the province",
            "village_code": "code of the village",
            "currency": "three letters",
            "fiscal_first_month": "month in which the fiscal year begins",
            "savings_day": "day of the month",
            "interested": "how many people wanted the bank",
        },
    ),
    "opening": ("the day the bank opened", {}),
    "person": (
        "the register of people",
        {
            "id": "short id, unique",
            "name": "name in Latin letters",
            "sex": "F or M",
            "household": "household id",
            "name_lao": "name in Lao letters",
            "poor": "1 where the household is listed as poor",
            "born": "year of birth",
            "village_unit": "part of the village",
        },
    ),
    "membership": (
        "members joining, leaving, dying, naming a nominee",
        {
            "event": "joined, qualified_since (savings held before the books began), left, dead, nominee",
            "nominee": "who receives the savings after a death",
        },
    ),
    "seat": (
        "committees as elected, each time whole",
        {"committee": "management or advisory", "role": "role on the committee"},
    ),
    "bylaws": ("by-laws agreed", {"in_force": "from this date", "text": "all by-laws as canonical JSON"}),
    "session": (
        "training sessions",
        {
            "module": "module taught",
            "title": "title of the session",
            "trainer": "who taught",
            "minutes": "how long",
            "guests_female": "women there who are not in the register",
            "guests_male": "men there who are not in the register",
            "elsewhere": "1 where it was held before the books began",
        },
    ),
    "attendance": (
        "who came to a session",
        {
            "session": "line of the session in its act",
            "attended": "1 when there",
            "completed": "1 when the module was completed",
        },
    ),
    "application": ("loans asked for", {"on": "date of the application", "amount": "kip asked for"}),
    "guarantor": ("guarantors of an application, or of a loan taken over", {"line": "place in the list, from 1"}),
    "checklist_line": (
        "the checklist an application was answered with",
        {
            "code": "the rule asked (acts.md, problem codes)",
            "passed": "1 when it holds",
            "found": "number found, as JSON",
            "needed": "number needed, as JSON",
        },
    ),
    "decision": ("what the committee decided", {"outcome": "approved, refused, put_off"}),
    "vote": ("votes cast", {"subject": "the loan or act voted on", "vote": "yes, no, abstain"}),
    "loan": (
        "loans paid out or taken over",
        {
            "on": "date of the pay-out",
            "terms": "act of the by-laws in force that day: penalty, grace and allocation stay those",
            "taken_over": "1 where it ran before the books began",
            "instalments_paid": "instalments paid when it was taken over",
            "penalties_unpaid": "penalties unpaid when it was taken over",
        },
    ),
    "loan_training": (
        "trainings a pay-out rests on",
        {"line": "place in the list, from 1", "training": "act of the training"},
    ),
    "instalment": (
        "the whole plan of a loan after each act that made or changed it",
        {
            "line": "the instalment, from 1",
            "due": "due date",
            "principal": "kip of principal",
            "interest": "kip of interest",
            "carried": "of its interest what stood unpaid before a rescheduling",
            "charged": "kip of penalties on it so far",
        },
    ),
    "penalty": ("penalties charged", {"unpaid": "principal and interest unpaid that day", "amount": "kip charged"}),
    "payment": (
        "what of each payment went where",
        {
            "penalty": "kip of penalties",
            "interest": "kip of interest",
            "principal": "kip of principal",
            "savings_day_line": "member whose line of a savings day it was",
        },
    ),
    "loan_event": (
        "loans called in, rescheduled, written off, recovered",
        {"months": "new number of instalments", "amount": "kip written off or recovered"},
    ),
    "annulment": ("acts undone", {"annulled": "number of the act undone", "member": "only this member's line of it"}),
    "savings_day": ("savings days held", {"witness": "who counted with the treasurer", "counted": "kip in the box"}),
    "month_close": (
        "closed months",
        {
            "month": "like 2025-11",
            "counted": "kip in the box on its last day",
            "remarks": "remarks of the advisers",
            "books": "the books after closing, compressed JSON, so that opening the book costs a month",
        },
    ),
    "signature": ("who signed a closed month", {}),
    "close_balance": (
        "balances of a closed month's last day",
        {"holder": "member or loan; empty where the account has no holders", "balance": "kip, debit positive"},
    ),
    "year_close": (
        "closed years and how the surplus was split",
        {
            "surplus": "kip; negative for a loss",
            "members": "kip for dividends",
            "committee": "kip for the management committee",
            "advisory": "kip for the advisory committee",
            "welfare": "kip for the welfare fund",
            "reserve": "kip for the reserve, or the loss it bears",
        },
    ),
    "dividend": ("each member's dividend of a closed year", {}),
    "dividend_payment": ("dividends paid", {}),
    "confirmation": (
        "what two officers decided about the book itself",
        {"what": "older_copy, clock, pin_reset, key_change", "detail": "in their words"},
    ),
    "book": (
        "which book this is; outside the chain, so that a replay gives the same seals",
        {"one": "always 1", "id": "128 random bits, hex", "created": "when the file was made"},
    ),
    "draft": (
        "unfinished work, free to change; outside the chain",
        {"name": "what it is a draft of", "text": "the draft"},
    ),
    "alembic_version": ("the format of the tables; outside the chain", {"version_num": "number of the format"}),
}
