"""What is said of problems with the founding, members and the order of the books."""

from vdfbank.wording.catalogue import N_
from vdfbank.wording.saying import Saying

FOUNDING = {
    "fewer_than_15": Saying(
        N_("Too few people want the bank."),
        N_("Speak with more families before founding it."),
        "count",
        N_("People who want the bank: {found}; needed: at least {needed}."),
    ),
    "no_bank_training": Saying(
        N_("No village-banking training has been held yet."), N_("Hold the training and record it first.")
    ),
    "one_sex_committee": Saying(
        N_("The management committee must have women and men."), N_("Elect at least one woman and one man.")
    ),
    "no_president": Saying(N_("The management committee has no president."), N_("Elect a president.")),
    "no_treasurer": Saying(N_("The management committee has no treasurer."), N_("Elect a treasurer.")),
    "no_village_head": Saying(
        N_("The village head does not sit on the advisory committee."), N_("Put the village head on it.")
    ),
    "no_lwu_representative": Saying(
        N_("The Lao Women's Union has nobody on the advisory committee."), N_("Put its representative on it.")
    ),
    "too_few_advisers": Saying(
        N_("There are too few advisers."),
        N_("Add the advisers that are missing."),
        "count",
        N_("There are too few advisers: {found} of at least {needed}."),
    ),
    "sits_on_both": Saying(
        N_("Nobody may sit on both committees."), N_("Choose somebody else for one of the committees.")
    ),
    "no_bylaws": Saying(
        N_("No by-laws are in force on this day."),
        N_("Agree by-laws, or wait for the day they come into force."),
        "count",
        N_("The by-laws come into force on {found}; this is of {needed}."),
    ),
    "bylaws_outside_programme": Saying(
        N_("This by-law leaves the limits of the programme."),
        N_("Choose a value within the limits."),
        "count",
        N_("The by-law says {found}; the limit of the programme is {needed}."),
    ),
}

MEMBERS = {
    "not_a_member": Saying(
        N_("This person is not a member."), N_("Choose a member, or let the person join the bank first.")
    ),
    "already_member": Saying(N_("This person has joined before."), N_("Check the name; nobody joins twice.")),
    "member_left": Saying(N_("This member has left the bank or died."), N_("Check the name.")),
    "unknown_person": Saying(
        N_("Nobody is registered under this number."), N_("Register the person first, or correct the number.")
    ),
    "guarantees_a_loan": Saying(
        N_("The member is guarantor of an open loan."), N_("Wait until that loan is repaid."), "count"
    ),
}

BOOKS = {
    "month_closed": Saying(
        N_("This month is closed."),
        N_("Use a date in the open month; what was wrong is put right there."),
        "count",
        N_("{found} lies in a closed month; the first open day is {needed}."),
    ),
    "month_not_ready": Saying(
        N_("The month cannot be closed yet."),
        N_("Close the months in order, on or after the last day, with the box of that day counted."),
        "kip",
    ),
    "date_in_future": Saying(
        N_("The date lies in the future."),
        N_("Check the date, and the clock of this computer."),
        "count",
        N_("{found} lies in the future: today is {needed}."),
    ),
    "date_before_last": Saying(
        N_("The date lies before the last entry."),
        N_("Use the date of the last entry or a later one."),
        "count",
        N_("{found} lies before the last entry, which is of {needed}."),
    ),
    "nothing_to_reverse": Saying(
        N_("There is nothing here that can be reversed."), N_("Check the number of the act."), "act"
    ),
    "already_reversed": Saying(N_("This was reversed before."), N_("Nothing more needs to be done."), "act"),
    "later_act_depends": Saying(
        N_("Something later would not stand without it."), N_("Reverse the later act first."), "act"
    ),
    "same_person": Saying(
        N_("Two different people are needed."), N_("Let somebody else be the second person."), "count"
    ),
    "not_an_adviser": Saying(
        N_("Somebody who signed is not an adviser."), N_("Let only the advisory committee sign."), "count"
    ),
    "year_not_ready": Saying(N_("The year cannot be closed yet."), N_("Close all its months first."), "year"),
    "key_reused": Saying(N_("This key belongs to another act."), N_("Give every act a key of its own."), "act"),
    "does_not_balance": Saying(
        N_("The opening books do not balance."),
        N_("Check the balances taken over and state the difference that is left."),
        "kip",
        N_("The opening books do not balance: {found} instead of {needed}."),
    ),
    "clock_behind": Saying(
        N_("The clock of this computer is behind the books."),
        N_("Set the clock, or let two officers confirm the date."),
        "days",
    ),
    "clock_ahead": Saying(
        N_("The clock of this computer is far ahead of the books."),
        N_("Set the clock, or let two officers confirm the date."),
        "days",
    ),
}
