"""Today: what is to be done, each line a button that goes there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from vdfbank.bank.course import Module
from vdfbank.desktop import tasks
from vdfbank.desktop.buttons import LineButton
from vdfbank.desktop.page import Page, Workplace
from vdfbank.desktop.parts import Scroll, Tone, heading, words_label
from vdfbank.office.changed import Changed
from vdfbank.office.today import Today
from vdfbank.training.package import ALERT_AFTER_MONTHS, RED_AFTER_MONTHS
from vdfbank.wording import terms
from vdfbank.wording.breaks import wrap_lo
from vdfbank.wording.catalogue import N_

#: (drawing, tone, sentence, what more, page it leads to)
Line = tuple[str, Tone, str, str, str]
_DUE_NAMED = 3


class TodayPage(Page):
    """The lines of this day; Enter on one goes where it is done."""

    shows: ClassVar[Changed] = ~Changed.NOTHING

    def __init__(self, work: Workplace) -> None:
        super().__init__(work)
        self._today: Today | None = None
        self._title, self._about = heading(), words_label(quiet=True)
        for widget in (self._title, self._about, self.notice):
            self.column.addWidget(widget)
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(8)
        self._scroll = Scroll(self._list)
        self.column.addWidget(self._scroll, 1)
        self.lines: list[LineButton] = []

    @override
    def speak(self) -> None:
        self._show()

    @override
    def refresh(self) -> None:
        self.ask(tasks.look_at_today, self._looked)

    def _looked(self, today: Today) -> None:
        self._today = today
        self._show()
        self.arrived()

    @override
    def take_keyboard(self) -> None:
        if self.lines:
            self.lines[0].setFocus()
        else:
            self.setFocus()

    def _show(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.lines = []
        self._scroll.setAccessibleName(self.tongue.say(N_("Today")))
        if self._today is None:
            return
        day = self.tongue.language.date(self._today.day)
        self._title.setText(self.tongue.label(N_("Today, {day}"), day=day))
        count = self._today.members
        self._about.setText(wrap_lo(self.tongue.language.plural("{n} member", "{n} members", count)))
        for drawing, tone, said, more, page in self._sentences(self._today):
            line = LineButton(drawing, partial(self.go.emit, page), tone)
            line.word(wrap_lo(said), wrap_lo(more))
            if page == "today":
                line.keep_still()
            self._column.addWidget(line)
            self.lines.append(line)
        self._column.addStretch()

    def _sentences(self, today: Today) -> Iterator[Line]:
        if not today.is_open:
            count = len(today.before_opening)
            said = self.tongue.say(N_("The bank has not opened yet"))
            more = self.tongue.language.plural("{n} condition is missing", "{n} conditions are missing", count)
            if count == 0:
                more = self.tongue.say(N_("Everything is ready: the first member can join."))
            yield "look", "look", said, more, "founding"
            return
        yield from self._savings_day(today)
        yield from self._due(today)
        yield from self._month(today)
        yield from self._loans(today)
        yield self._package(today)

    def _savings_day(self, today: Today) -> Iterator[Line]:
        spoken = self.tongue.language
        if today.begun is not None:
            said = spoken.say(N_("Continue the savings day of {day}?"), day=spoken.short_date(today.begun.on))
            recorded, rows = (spoken.number(number) for number in (today.begun.recorded, today.begun.rows))
            more = spoken.say(N_("{recorded} of {rows} recorded"), recorded=recorded, rows=rows)
            yield "savings_day", "look", said, more, "savings_day"
        elif today.next_day is not None and today.next_day <= today.day:
            said = spoken.say(N_("Open the savings day of {day}"), day=spoken.short_date(today.next_day))
            yield "savings_day", "plain", said, self._loans_due(today), "savings_day"
        elif today.next_day is not None:
            said = spoken.say(N_("Next savings day: {day}"), day=spoken.date(today.next_day))
            yield "savings_day", "good", said, self._loans_due(today), "savings_day"

    def _loans_due(self, today: Today) -> str:
        return self.tongue.language.plural("{n} loan due", "{n} loans due", len(today.due))

    def _due(self, today: Today) -> Iterator[Line]:
        late = [loan for loan in today.due if loan.days_late]
        if not late:
            return
        spoken = self.tongue.language
        said = spoken.plural("{n} loan is late", "{n} loans are late", len(late))
        named = [
            spoken.say(
                N_("{name} {amount}, {days} days"),
                name=spoken.person(loan.member, today.names),
                amount=spoken.number(loan.due),
                days=spoken.number(loan.days_late),
            )
            for loan in late[:_DUE_NAMED]
        ]
        more = "; ".join(named) + (" …" if len(late) > _DUE_NAMED else "")
        yield "loan", "wrong", said, more, "savings_day"

    def _month(self, today: Today) -> Iterator[Line]:
        month = today.month
        if month is None:
            return
        spoken = self.tongue.language
        name = spoken.month(str(month.month))
        done, steps = (spoken.number(number) for number in (month.done, len(month.steps)))
        more = spoken.say(N_("{done} of {steps} checks done"), done=done, steps=steps)
        if month.may_close:
            yield "month", "look", spoken.say(N_("Close {month}"), month=name), more, "month"
        else:
            yield "month", "good", spoken.say(N_("{month} is open"), month=name), more, "month"

    def _loans(self, today: Today) -> Iterator[Line]:
        spoken = self.tongue.language
        if today.to_decide:
            said = spoken.plural(
                "{n} application waits for a decision", "{n} applications wait for a decision", len(today.to_decide)
            )
            yield "decide", "look", said, ", ".join(today.to_decide), "today"
        if today.to_pay_out:
            said = spoken.plural(
                "{n} approved loan is not paid out", "{n} approved loans are not paid out", len(today.to_pay_out)
            )
            yield "out_of_box", "look", said, ", ".join(today.to_pay_out), "today"

    def _package(self, today: Today) -> Line:
        spoken, meter = self.tongue.language, today.package
        alone = meter.months_alone
        tone: Tone
        if alone is None:
            said, tone = spoken.say(N_("Credit is running alone: no training was held yet.")), "wrong"
        elif alone >= ALERT_AFTER_MONTHS:
            said = spoken.plural(
                "Credit is running alone for {n} month.", "Credit is running alone for {n} months.", alone
            )
            tone = "wrong" if alone >= RED_AFTER_MONTHS else "look"
        else:
            said, tone = spoken.say(N_("Credit runs together with training.")), "good"
        more = "; ".join(self._session(module, months) for module, months in meter.months_since.items())
        return "package", tone, said, more, "today"

    def _session(self, module: Module, months: int | None) -> str:
        spoken = self.tongue.language
        name = terms.module(module, spoken)
        if months is None:
            return spoken.say(N_("{training}: never yet"), training=name)
        if months == 0:
            return spoken.say(N_("{training}: this month"), training=name)
        ago = spoken.plural("{n} month ago", "{n} months ago", months)
        return spoken.say(N_("{training}: {ago}"), training=name, ago=ago)
