"""Check a whole book: every act replayed from its text, every seal, entry, balance and row compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from vdfbank.acts.codec import dump, parse
from vdfbank.acts.malformed import MalformedError
from vdfbank.bank.problem import VdfError
from vdfbank.journal.post import Posted, post
from vdfbank.journal.seal import FIRST, read_short_form, short_form
from vdfbank.rules.books import Books
from vdfbank.rules.check import check
from vdfbank.rules.effects import Refused
from vdfbank.rules.past import Past
from vdfbank.store.book import BookFile
from vdfbank.store.stored import StoredAct
from vdfbank.store.verify import differences

FINDINGS = 1
WRONG_SEAL = 4


class NoSealError(VdfError):
    """What was typed as a printed seal is none."""

    exit_status: ClassVar[int] = 2

    def __init__(self, text: str) -> None:
        super().__init__(f"{text!r} is no seal. Type the 12 characters of the audit sheet, like K7QF-2M9X-41TD.")


@dataclass(frozen=True, slots=True)
class BookFinding:
    """Something in the file that does not follow from the acts: which act, where, what."""

    act: int | None
    where: str
    what: str


@dataclass(frozen=True, slots=True)
class BookCheck:
    """What a check found: `seal` the last one, `sealed` the act a printed seal closes (None: no act of this book)."""

    acts: int
    entries: int
    seal: str
    findings: tuple[BookFinding, ...]
    printed: str | None = None
    sealed: StoredAct | None = None

    @property
    def exit_status(self) -> int:
        if self.findings:
            return FINDINGS
        return WRONG_SEAL if self.printed is not None and self.sealed is None else 0

    def as_json(self) -> dict[str, Any]:
        answer: dict[str, Any] = {
            "acts": self.acts,
            "entries": self.entries,
            "seal": self.seal,
            "findings": [{"act": one.act, "where": one.where, "what": one.what} for one in self.findings],
        }
        if self.printed is not None:
            answer["printed_seal"] = self.printed
            answer["closes"] = {"act": self.sealed.number, "on": str(self.sealed.on)} if self.sealed else None
        return answer

    def sentences(self) -> Iterator[str]:
        """In plain words, for people who are not accountants."""
        if self.findings:
            yield f"{len(self.findings)} findings. Do not enter anything more; show this to the district."
            for one in self.findings:
                act = f"act {one.act}, " if one.act is not None else ""
                yield f"  {act}{one.where}: {one.what}"
        else:
            yield f"All {self.acts} acts and {self.entries} entries follow each other; nothing was changed since."
            yield f"Last seal: {short_form(self.seal)}"
        if self.printed is not None and self.sealed is not None:
            yield f"The seal {self.printed} closes act {self.sealed.number} of {self.sealed.on} ({self.sealed.kind})."
        elif self.printed is not None:
            yield f"The seal {self.printed} closes no act of this book: it is another's, or this one was rewritten."


def check_book(path: Path, printed: str | None = None) -> BookCheck:
    """Replay and compare everything; with a printed seal, say which act it closes."""
    wanted = None
    if printed is not None:
        wanted = read_short_form(printed)
        if wanted is None:
            raise NoSealError(printed)
    with BookFile.open(path) as file:
        replay = _Replay(file)
        compared = [
            BookFinding(one.act, f"{one.table} {one.key}", one.what) for one in differences(file, replay.steps())
        ]
        sealed = None
        if wanted is not None:
            sealed = next((stored for stored in file.acts() if short_form(stored.seal) == wanted), None)
    findings = (*replay.findings, *compared)
    return BookCheck(replay.acts, replay.books.entries, replay.seal, findings, wanted, sealed)


class _Replay:
    """The acts of a file carried out once more, as far as they follow from each other."""

    def __init__(self, file: BookFile) -> None:
        self._file = file
        self.books = Books()
        self.seal = FIRST
        self.acts = 0
        self.findings: list[BookFinding] = []

    def steps(self) -> Iterator[tuple[Posted, Books]]:
        past = Past()
        for stored in self._file.acts():
            step = self._step(stored, past)
            if isinstance(step, BookFinding):
                self.findings.append(step)
                return
            posted, self.books = step
            past.add(posted.checked, self.books)
            self.seal = posted.seal
            self.acts += 1
            yield posted, self.books

    def _step(self, stored: StoredAct, past: Past) -> tuple[Posted, Books] | BookFinding:
        if stored.number != self.acts + 1:
            return BookFinding(self.acts + 1, f"act {self.acts + 1}", "is missing")
        try:
            act = parse(stored.text)
        except MalformedError as wrong:
            return BookFinding(stored.number, "text", str(wrong))
        if dump(act) != stored.text:
            return BookFinding(stored.number, "text", "is not written the way the program writes acts")
        answer = check(act, self.books, past)
        if isinstance(answer, Refused):
            codes = " ".join(problem.code for problem in answer.problems)
            return BookFinding(stored.number, f"{stored.kind} of {stored.on}", f"the rules do not allow it: {codes}")
        return post(answer, self.books, self.seal), past.after(self.books, answer)
