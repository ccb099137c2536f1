"""What the savings-day page asks of the book's thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from operator import or_

from vdfbank.acts.act import Act, Key, Text
from vdfbank.acts.founding import Confirm
from vdfbank.bank.person import PersonId
from vdfbank.bank.problem import Problem
from vdfbank.content.savings_day import SavingsDaySheet
from vdfbank.desktop.desk import Desk
from vdfbank.desktop.paper_pictures import Picture, pictures
from vdfbank.office.changed import Changed, Outcome, changed_by
from vdfbank.office.clock import ClockQuestion, clock_question
from vdfbank.office.correcting import Correction, Foreseen, Moved, Signed, foresee_correction, foresee_late
from vdfbank.office.counting import CashCount, LastCount, last_count
from vdfbank.office.drafts import DayDraft, drop_draft, keep_draft, kept_draft
from vdfbank.office.forms.asked import Asked
from vdfbank.office.forms.printing import FORMS
from vdfbank.office.held_day import HeldDay, held_day
from vdfbank.office.savings_day import day_to_open, may_begin, savings_day_sheet
from vdfbank.office.session import Accepted
from vdfbank.rules.effects import Refused
from vdfbank.wording.language import language

#: The sheet on paper: what is expected before the day, what was posted after it.
_SHEET_FORM = "savings-day-sheet"


@dataclass(frozen=True, slots=True)
class Day:
    """The savings day begun, or the one that could be, or the one that was held."""

    sheet: SavingsDaySheet | None
    draft: DayDraft | None
    today: date
    last_count: LastCount | None = None
    held: HeldDay | None = None
    clock: ClockQuestion | None = None


def look_at_day(on: date | None = None) -> Callable[[Desk], Outcome[Day]]:
    """The sheet of the draft; without one that of `on`, or of the day to open."""

    def task(desk: Desk) -> Outcome[Day]:
        books, draft, today = desk.book.books, kept_draft(desk.book.file), desk.today
        if books.opened is None:
            return Outcome(Day(None, draft, today))
        day = draft.on if draft else on or day_to_open(books, today)
        sheet = savings_day_sheet(books, day)
        held = held_day(desk.book, sheet, today) if sheet is not None and sheet.is_held else None
        return Outcome(Day(sheet, draft, today, last_count(desk.book), held, clock_question(books, today)))

    return task


def keep(draft: DayDraft) -> Callable[[Desk], Outcome[None]]:
    """Keep what was typed; it outlives a power cut when this has been answered."""

    def task(desk: Desk) -> Outcome[None]:
        keep_draft(desk.book.file, draft)
        return Outcome(None, Changed.DRAFTS)

    return task


Answered = tuple[Problem, ...]


def open_box(draft: DayDraft, count: CashCount, key: Key) -> Callable[[Desk], Outcome[Answered]]:
    """Book what the box differs from the books, then keep the new sheet; answers with what speaks against it."""

    def task(desk: Desk) -> Outcome[Answered]:
        objection = may_begin(desk.book.books, draft.on)
        if objection is not None:
            return Outcome((objection,))
        changed = Changed.DRAFTS
        if count.difference(desk.book.books.cash_box):
            answer = desk.perform(count.act(draft.on, key))
            if isinstance(answer, Refused):
                return Outcome(answer.problems)
            changed |= changed_by(answer.act)
        keep_draft(desk.book.file, replace(draft, opened=count.counted))
        return Outcome((), changed)

    return task


def put_away_draft(desk: Desk) -> Outcome[None]:
    drop_draft(desk.book.file)
    return Outcome(None, Changed.DRAFTS)


def post_day(acts: Sequence[Act]) -> Callable[[Desk], Outcome[tuple[Accepted, ...] | Refused]]:
    """Post the day with its settlements and, where they stand, drop the draft: asked twice it is written once."""

    def task(desk: Desk) -> Outcome[tuple[Accepted, ...] | Refused]:
        answer = desk.perform_all(acts)
        if isinstance(answer, Refused):
            return Outcome(answer)
        drop_draft(desk.book.file)
        return Outcome(answer, _changed(acts) | Changed.DRAFTS)

    return task


def perform(acts: Sequence[Act]) -> Callable[[Desk], Outcome[tuple[Accepted, ...] | Refused]]:
    """A correction, a late comer, a count: acts that belong together, all or none."""

    def task(desk: Desk) -> Outcome[tuple[Accepted, ...] | Refused]:
        answer = desk.perform_all(acts)
        return Outcome(answer, Changed.NOTHING if isinstance(answer, Refused) else _changed(acts))

    return task


def _changed(acts: Sequence[Act]) -> Changed:
    return reduce(or_, map(changed_by, acts), Changed.NOTHING)


def foresee(correction: Correction) -> Callable[[Desk], Outcome[Foreseen]]:
    def task(desk: Desk) -> Outcome[Foreseen]:
        return Outcome(foresee_correction(desk.book, correction, desk.today))

    return task


def foresee_late_comer(moved: Moved, signed: Signed) -> Callable[[Desk], Outcome[Foreseen]]:
    def task(desk: Desk) -> Outcome[Foreseen]:
        return Outcome(foresee_late(desk.book, moved, signed, desk.today))

    return task


def confirm_clock(on: date, by: PersonId, seconded_by: PersonId) -> Callable[[Desk], Outcome[Answered]]:
    """Two officers say that the computer's date is right."""

    def task(desk: Desk) -> Outcome[Answered]:
        act = Confirm(on=on, by=by, seconded_by=seconded_by, what="clock", detail=Text(str(desk.today)))
        answer = desk.perform(act)
        if isinstance(answer, Refused):
            return Outcome(answer.problems)
        return Outcome((), changed_by(act))

    return task


def print_sheet(on: date, code: str, *, before: bool) -> Callable[[Desk], Outcome[tuple[Picture, ...]]]:
    """The sheet as it would be printed: before the day with boxes to write in, after it as posted."""

    def task(desk: Desk) -> Outcome[tuple[Picture, ...]]:
        asked = Asked(_SHEET_FORM, as_of=on, blank=before)
        return Outcome(pictures(FORMS[_SHEET_FORM](desk.book, asked, language(code))))

    return task
