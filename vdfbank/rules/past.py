"""The acts behind the books: what was so on an earlier day, and what would be had an act never been."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from vdfbank.acts.act import Act
from vdfbank.acts.saving import SavingsDay
from vdfbank.bank.person import PersonId
from vdfbank.rules.books import Books
from vdfbank.rules.draft import Draft
from vdfbank.rules.effects import Checked, MonthClosed, Slip


class Past:
    """
    The checked acts since the first of `marks`, and the books as they stood at some of them (each closing).

    Only what is asked for is carried out again, from the nearest mark before it. `longer` gives a past that reaches
    back before the act it is asked for; None when this is the whole.
    """

    def __init__(self, start: Books | None = None, longer: Callable[[int], Past] | None = None) -> None:
        self.marks = [start or Books()]
        self.records: list[Checked] = []
        self._longer = longer

    def add(self, checked: Checked, books: Books) -> None:
        """Remember an act and, where it closed a month, the books after it."""
        self.records.append(checked)
        if any(isinstance(effect, MonthClosed) for effect in checked.effects):
            self.marks.append(books)

    def branch(self) -> Past:
        """The same past, to be gone on from without changing this one."""
        other = Past(None, self._longer)
        other.marks, other.records = list(self.marks), list(self.records)
        return other

    def record(self, number: int) -> Checked | None:
        """Act `number`, None when it was never accepted."""
        self._reach(number)
        index = number - self.marks[0].number - 1
        return self.records[index] if 0 <= index < len(self.records) else None

    def annulments(self, number: int) -> set[PersonId | None]:
        """What of act `number` was undone already: None for the whole, or the members whose lines were."""
        found = (checked.annulled for checked in self.records)
        return {annulled.member for annulled in found if annulled is not None and annulled.number == number}

    def at(self, day: date) -> Books:
        """The books as they stood at the end of `day`: a later reversal or rescheduling is not seen."""
        while self.marks[0].last_on is not None and self.marks[0].last_on > day and self._longer is not None:
            self._reach(self.marks[0].number)
        start = next(
            mark
            for mark in reversed(self.marks)
            if mark.last_on is None or mark.last_on <= day or mark is self.marks[0]
        )
        books = start
        for checked in self._records_after(start):
            if checked.act.on > day:
                break
            books = self.after(books, checked)
        return books

    def dated_back(self, books: Books, day: date) -> Iterator[Slip]:
        """Slips dated up to `day` of acts after `books`: an allowance belongs to its month, closed late or not."""
        return (slip for checked in self._records_after(books) for slip in checked.slips if slip.on <= day)

    def stretch(self, number: int, end: int) -> tuple[Books, list[Checked]]:
        """
        The books at the mark nearest before act `number`, and the acts from there to before act `end`.

        It reaches back before everything that those acts annul, so that leaving acts out of it is always possible.
        """
        earliest = number
        while True:
            self._reach(earliest)
            start = next(mark for mark in reversed(self.marks) if mark.number < earliest or mark is self.marks[0])
            records = [checked for checked in self._records_after(start) if checked.number < end]
            annulled = (checked.annulled.number for checked in records if checked.annulled is not None)
            before = min(annulled, default=earliest)
            if before >= earliest or before > start.number:
                return start, records
            earliest = before

    def after(self, books: Books, checked: Checked) -> Books:
        """
        The books after `checked`.

        An annulling act leaves the books as if the act it annuls had never been, later acts keeping what they did;
        money moves back by its own mirrored slips, dated today.
        """
        moved = Draft(books).after(checked)
        annulled = checked.annulled
        if annulled is None:
            return moved
        start, records = self.stretch(annulled.number, checked.number)
        kept = Draft(start)
        for earlier in still_standing([*records, checked]):
            kept.carry_out_as(earlier)
        return replace(
            kept.books(),
            number=moved.number,
            last_on=moved.last_on,
            opened=moved.opened,
            balances=moved.balances,
            results=moved.results,
            entries=moved.entries,
            vouchers=moved.vouchers,
        )

    def _records_after(self, mark: Books) -> list[Checked]:
        return self.records[mark.number - self.marks[0].number :]

    def _reach(self, number: int) -> None:
        """Make sure act `number` lies in this past, if anything knows it."""
        if self.marks[0].number >= number > 0 and self._longer is not None:
            longer = self._longer(number)
            known = self.marks[0].number - longer.marks[0].number
            self.marks = [*(mark for mark in longer.marks if mark.number < self.marks[0].number), *self.marks]
            self.records = [*longer.records[:known], *self.records]
            self._longer = longer._longer  # noqa: SLF001 - of the same kind


def still_standing(records: Sequence[Checked]) -> Iterator[Checked]:
    """The acts nothing annulled, and what is left of those annulled in part, without the annulling acts themselves."""
    undone: dict[int, set[PersonId | None]] = {}
    for checked in records:
        if checked.annulled is not None:
            undone.setdefault(checked.annulled.number, set()).add(checked.annulled.member)
    for checked in records:
        gone = undone.get(checked.number, set())
        if checked.annulled is None and None not in gone:
            yield without_lines(checked, gone) if gone else checked


def without_lines(checked: Checked, members: Iterable[PersonId | None]) -> Checked:
    """A savings day without the lines of some members."""
    gone = set(members)
    kept = tuple(
        effect for effect in checked.effects if getattr(effect, "line", None) not in gone or _has_no_line(effect)
    )
    return replace(checked, act=act_without_lines(checked.act, gone), effects=kept)


def act_without_lines(act: Act, members: set[PersonId | None]) -> Act:
    assert isinstance(act, SavingsDay)
    return replace(act, lines=tuple(line for line in act.lines if line.member not in members))


def _has_no_line(effect: object) -> bool:
    return getattr(effect, "line", None) is None


def slips_to_undo(
    checked: Checked, member: PersonId | None, undone: set[PersonId | None]
) -> Iterator[tuple[int, Slip]]:
    """The slips of an act (or of one member's line) that still stand, with their entry numbers."""
    for entry, slip in checked.numbered_slips():
        if (member is None or slip.line == member) and (slip.line is None or slip.line not in undone):
            yield entry, slip
