"""The journal as JSON Lines, one entry a line, every text untouched."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from vdfbank.export.background import Background, name
from vdfbank.journal.entry import JournalEntry


def lines(entries: Iterable[JournalEntry], background: Background) -> Iterator[str]:
    """The file, a line at a time; amounts are whole kip, debit positive."""
    for entry in entries:
        yield json.dumps(entry_fields(entry, background), ensure_ascii=False, separators=(",", ":")) + "\n"


def entry_fields(entry: JournalEntry, background: Background) -> dict[str, object]:
    """An entry as JSON carries it."""
    postings = []
    for posting in entry.postings:
        member, loan = background.meant(posting)
        postings.append(
            {
                "account": posting.account,
                "name": name(posting.account),
                "amount": int(posting.amount),
                "member": member or None,
                "loan": loan or None,
            }
        )
    return {
        "number": entry.number,
        "act": entry.act,
        "kind": background.kinds[entry.act],
        "voucher": entry.voucher,
        "on": str(entry.on),
        "item": entry.item,
        "reason": entry.reason,
        "reverses": entry.reverses,
        "postings": postings,
    }
