"""The journal for beancount: one transaction an entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from vdfbank.bank.account import NAMES, Account
from vdfbank.export.background import CLOSING, Background, is_closing, name, side
from vdfbank.export.neutral import description
from vdfbank.journal.entry import JournalEntry, Posting

#: Accounts of a book without any entry are open since then.
_EARLIEST = date(1970, 1, 1)


def lines(entries: Iterable[JournalEntry], background: Background) -> Iterator[str]:
    """The file, a piece at a time: `bean-check` passes; closing entries carry the tag ``#closing``."""
    coming = iter(entries)
    first = next(coming, None)
    # No entry is dated before the first: closings look back, but never before the bank opened.
    opening = first.on if first else _EARLIEST
    yield f'option "title" "Village bank"\noption "operating_currency" "{background.currency}"\n\n'
    yield f"{opening} commodity {background.currency}\n\n"
    for account in sorted(NAMES):
        yield f"{opening} open {account_name(account)} {background.currency}\n"
    for entry in chain([first] if first else [], coming):
        yield _transaction(entry, background)


def account_name(account: Account) -> str:
    """``Assets:1010-Cash-box``: beancount allows letters, digits and dashes, a capital or a digit first."""
    return f"{side(account).title()}:{account}-{name(account).capitalize().replace(' ', '-')}"


def _transaction(entry: JournalEntry, background: Background) -> str:
    tag = f" #{CLOSING}" if is_closing(entry) else ""
    heading = f'{entry.on} * "{background.kinds[entry.act]}" "{description(entry.reason)}"{tag}\n'
    facts = f'  act: {entry.act}\n  voucher: "{entry.voucher}"\n'
    if entry.reverses is not None:
        facts += f"  reverses: {entry.reverses}\n"
    return f"\n{heading}{facts}" + "".join(_posting(posting, background) for posting in entry.postings)


def _posting(posting: Posting, background: Background) -> str:
    member, loan = background.meant(posting)
    facts = "".join(f'    {key}: "{value}"\n' for key, value in (("member", member), ("loan", loan)) if value)
    return f"  {account_name(posting.account)}  {int(posting.amount)} {background.currency}\n{facts}"
