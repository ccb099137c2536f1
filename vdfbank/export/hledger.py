"""The journal for hledger: one transaction an entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vdfbank.bank.account import NAMES, Account
from vdfbank.export.background import CLOSING, Background, is_closing, name, side
from vdfbank.export.neutral import description
from vdfbank.journal.entry import JournalEntry, Posting


def lines(entries: Iterable[JournalEntry], background: Background) -> Iterator[str]:
    """
    The file, a piece at a time: `hledger check --strict` passes, `hledger bal` gives the trial balance.

    The code of a transaction is the number of its act; `not:tag:closing` leaves the closing of a year out.
    """
    yield "; one transaction an entry; closing entries carry the tag closing:\n"
    yield f"commodity {background.currency} 1000.\n\n"
    for account in sorted(NAMES):
        yield f"account {account_name(account)}\n"
    for entry in entries:
        yield _transaction(entry, background)


def account_name(account: Account) -> str:
    return f"{side(account)}:{account} {name(account)}"


def _transaction(entry: JournalEntry, background: Background) -> str:
    reason = description(entry.reason)
    heading = f"{entry.on} ({entry.act}) {background.kinds[entry.act]}{f' - {reason}' if reason else ''}"
    tags = [f"voucher:{entry.voucher}"]
    if entry.reverses is not None:
        tags.append(f"reverses:{entry.reverses}")
    if is_closing(entry):
        tags.append(f"{CLOSING}:")
    postings = "".join(_posting(posting, background) for posting in entry.postings)
    return f"\n{heading}  ; {', '.join(tags)}\n{postings}"


def _posting(posting: Posting, background: Background) -> str:
    member, loan = background.meant(posting)
    tags = [f"{key}:{value}" for key, value in (("member", member), ("loan", loan)) if value]
    said = f"  ; {', '.join(tags)}" if tags else ""
    return f"    {account_name(posting.account)}  {background.currency} {int(posting.amount)}{said}\n"
