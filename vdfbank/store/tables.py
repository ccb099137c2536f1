"""The tables of a book file: acts, entries, postings, and the registers that show what the acts did."""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    LargeBinary,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
)

from vdfbank.store.columns import (
    BOOK,
    WHOLE,
    by_act,
    day,
    flag,
    kip,
    number,
    register,
    text,
    whole,
    word,
)

#: "VDFB": how a program knows the file for a book.
APPLICATION_ID: Final = 0x56444642
#: The form of the tables; a higher one was written by a newer program.
FORMAT: Final = 1

# --- the chain -------------------------------------------------------------------------------------------------------

act = Table(
    "act",
    BOOK,
    number(),
    day("on"),
    text("kind"),
    text("by", null=True),
    text("seconded_by", null=True),
    text("key", null=True, unique=True),
    text("text"),
    Column("seal", Text(), CheckConstraint("length(seal) = 64"), nullable=False),
    CheckConstraint('seconded_by IS NULL OR "by" IS NULL OR seconded_by <> "by"'),
    sqlite_strict=True,
)
Index("act_on", act.c.on)
Index("act_kind", act.c.kind, act.c.number)

entry = Table(
    "entry",
    BOOK,
    number(),
    by_act(),
    text("voucher", unique=True),
    day("on"),
    text("item"),
    text("reason"),
    Column("reverses", WHOLE, ForeignKey("entry.number"), nullable=True),
    CheckConstraint("reverses < number"),
    sqlite_strict=True,
)
Index("entry_act", entry.c.act)
Index("entry_on", entry.c.on)
# A year is closed after its last month: only these entries are dated within months already closed.
Index("entry_closing", entry.c.on, sqlite_where=entry.c.item == "closing")

posting = Table(
    "posting",
    BOOK,
    Column("entry", WHOLE, ForeignKey("entry.number"), nullable=False),
    whole("line", 1),
    whole("account", 1000, 9999),
    text("holder", null=True),
    kip("amount"),
    PrimaryKeyConstraint("entry", "line"),
    CheckConstraint("amount <> 0"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# --- people ----------------------------------------------------------------------------------------------------------

village = register(
    "village",
    (),
    text("village"),
    text("district"),
    text("province"),
    text("village_code"),
    text("currency"),
    whole("fiscal_first_month", 1, 12),
    whole("savings_day", 1, 28),
    whole("interested"),
)
opening = register("opening", (), day("on"))
person = register(
    "person",
    ("id",),
    text("id", unique=True),
    text("name"),
    text("sex"),
    text("household"),
    text("name_lao", null=True),
    flag("poor", null=True),
    whole("born", null=True),
    text("village_unit", null=True),
)
membership = register(
    "membership",
    ("line",),
    whole("line", 1),
    text("member"),
    word("event", "joined", "qualified_since", "left", "dead", "nominee"),
    day("on"),
    text("nominee", null=True),
)
seat = register("seat", ("line",), whole("line", 1), text("committee"), text("person"), text("role"))
bylaws = register("bylaws", (), day("in_force"), text("text"))
session = register(
    "session",
    ("line",),
    whole("line", 1),
    day("on"),
    text("module"),
    text("title", null=True),
    text("trainer", null=True),
    whole("minutes", null=True),
    whole("guests_female"),
    whole("guests_male"),
    flag("elsewhere"),
)
attendance = register(
    "attendance", ("session", "person"), whole("session", 1), text("person"), flag("attended"), flag("completed")
)

# --- loans -----------------------------------------------------------------------------------------------------------


def _request(name: str, *more: Column[object]) -> Table:
    """A loan as asked for, and what else the act says of it."""
    terms = (
        text("member"),
        text("product"),
        kip("amount"),
        whole("months"),
        whole("rate_bp"),
        text("method"),
        text("purpose"),
    )
    return register(name, ("loan",), text("loan"), day("on"), *terms, *more)


application = _request("application")
guarantor = register("guarantor", ("loan", "line"), text("loan"), whole("line", 1), text("person"))
checklist_line = register(
    "checklist_line",
    ("line",),
    whole("line", 1),
    text("loan"),
    text("code"),
    flag("passed"),
    text("found"),
    text("needed"),
)
decision = register(
    "decision", (), text("loan"), word("outcome", "approved", "refused", "put_off"), text("reason", null=True)
)
vote = register("vote", ("person",), text("person"), text("subject"), word("vote", "yes", "no", "abstain"))
loan = _request("loan", by_act("terms"), flag("taken_over"), whole("instalments_paid"), kip("penalties_unpaid"))
loan_training = register("loan_training", ("loan", "line"), text("loan"), whole("line", 1), by_act("training"))
instalment = register(
    "instalment",
    ("loan", "line"),
    text("loan"),
    whole("line", 1),
    day("due"),
    kip("principal"),
    kip("interest"),
    kip("carried"),
    kip("charged"),
)
penalty = register("penalty", ("loan", "row"), text("loan"), whole("row", 1), kip("unpaid"), kip("amount"))
payment = register(
    "payment",
    ("line",),
    whole("line", 1),
    text("loan"),
    whole("row", 1),
    kip("penalty"),
    kip("interest"),
    kip("principal"),
    text("savings_day_line", null=True),
)
loan_event = register(
    "loan_event",
    ("line",),
    whole("line", 1),
    text("loan"),
    word("event", "taken_back", "called_in", "penalties_stopped", "rescheduled", "written_off", "recovered"),
    day("on"),
    whole("months", null=True),
    kip("amount", null=True),
)

# --- undoing, days, closings -----------------------------------------------------------------------------------------

annulment = register("annulment", (), by_act("annulled"), text("member", null=True))
savings_day = register("savings_day", (), day("on"), text("witness"), kip("counted", null=True))
month_close = register(
    "month_close",
    (),
    text("month", unique=True),
    kip("counted"),
    text("remarks", null=True),
    Column("books", LargeBinary, nullable=False),
)
signature = register("signature", ("line",), whole("line", 1), text("person"))
close_balance = register(
    "close_balance",
    ("account", "holder"),
    whole("account", 1000, 9999),
    text("holder"),
    whole("balance", -(4 * 10**18), 4 * 10**18),
)
year_close = register(
    "year_close",
    (),
    whole("year", 1900, 2999, unique=True),
    kip("surplus"),
    kip("members"),
    kip("committee"),
    kip("advisory"),
    kip("welfare"),
    kip("reserve"),
)
dividend = register("dividend", ("member",), text("member"), kip("amount"))
dividend_payment = register("dividend_payment", ("member",), text("member"), whole("year", 1900, 2999))
confirmation = register("confirmation", (), text("what"), text("detail"))

# --- outside the chain -----------------------------------------------------------------------------------------------

#: Which book this is: one row, fixed when it was made. Not in the seal, so that a replay gives the same seals.
book = Table(
    "book",
    BOOK,
    Column("one", WHOLE, CheckConstraint("one = 1"), primary_key=True, autoincrement=False),
    Column("id", Text(), CheckConstraint("length(id) = 32"), nullable=False),
    text("created", null=True),
    sqlite_strict=True,
)
#: Unfinished work, free to change.
draft = Table(
    "draft",
    BOOK,
    Column("name", Text(), primary_key=True),
    text("text"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
#: Alembic's own, in Alembic's own words.
alembic_version = Table(
    "alembic_version",
    BOOK,
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)

#: What acts wrote besides their entries.
REGISTERS: Final = tuple(
    table
    for table in BOOK.sorted_tables
    if table.name not in ("act", "entry", "posting", "book", "draft", "alembic_version")
)
#: Everything that is never changed and never removed.
FACTS: Final = (act, entry, posting, *REGISTERS, book)
EVERY: Final = (*FACTS, draft, alembic_version)
