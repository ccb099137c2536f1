"""A program that posts savings into a book that others write too."""

from __future__ import annotations

import os
import sys
import time
from datetime import date
from pathlib import Path

from vdfbank.acts.act import Key
from vdfbank.acts.codec import parse
from vdfbank.acts.saving import Save
from vdfbank.bank.money import Money
from vdfbank.bank.person import PersonId
from vdfbank.journal.post import post
from vdfbank.rules.books import Books
from vdfbank.rules.check import check
from vdfbank.rules.effects import Checked
from vdfbank.rules.past import Past
from vdfbank.store.book import BookFile


def post_for_ever(path: Path, name: str, many: int, pause: float = 0) -> None:
    """Post `many` savings, each answered with its key once it is durable; `pause` seconds between them."""
    with BookFile.open(path, writing=True) as book:
        books = book.checkpoint() or Books()
        past = Past(books)
        for number in range(many):
            key = Key(f"{name}-{number}")
            act = Save(on=date(2026, 1, 6), member=PersonId("M01"), amount=Money(10_000 + number), key=key)
            with book.transaction() as writing:
                for stored in writing.acts(after=books.number):
                    books = _follow(check(parse(stored.text), books, past), books, past)
                answer = check(act, books, past)
                assert isinstance(answer, Checked), answer
                after = past.after(books, answer)
                writing.append(post(answer, books, writing.head().seal), after)
            past.add(answer, after)
            books = after
            print(key, flush=True)  # noqa: T201 - the answer
            time.sleep(pause)


def _follow(answer: object, books: Books, past: Past) -> Books:
    assert isinstance(answer, Checked), answer
    after = past.after(books, answer)
    past.add(answer, after)
    return after


def nursery() -> None:
    """
    For each line ``name path`` of standard input a child that posts for ever, until somebody kills it.

    It says its number first, then its answers; ``gone`` follows when it is dead. Importing once and forking is thirty
    times as fast as thirty programs.
    """
    for line in sys.stdin:
        name, path = line.rstrip("\n").split(" ", 1)
        child = os.fork()
        if child == 0:
            print(os.getpid(), flush=True)  # noqa: T201 - whom to kill
            post_for_ever(Path(path), name, 10_000)
        os.waitpid(child, 0)
        print("gone", flush=True)  # noqa: T201 - nothing comes after this


if __name__ == "__main__":
    if len(sys.argv) == 1:
        nursery()
    else:
        print("ready", flush=True)  # noqa: T201 - so that two can begin together
        sys.stdin.readline()
        # SQLite lets whoever waited shortest go first: without a pause the second would come when the first is done.
        post_for_ever(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), pause=0.02)
