"""One loan: what was agreed, what is paid of it, what is owed today, and what can be done in its state."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from vdfbank.bank.person import LoanId
from vdfbank.content.loan_card import LoanCard, LoanEvent
from vdfbank.content.loans import LoanView
from vdfbank.desktop.buttons import ActButton
from vdfbank.desktop.choices import Choice
from vdfbank.desktop.flow import FlowBox
from vdfbank.desktop.loan_lines import PLAN_HEADINGS, plan_lines, standing_words
from vdfbank.desktop.page import Page
from vdfbank.desktop.parts import Figure, Scroll, card, words_label
from vdfbank.desktop.request_words import request_sentences
from vdfbank.desktop.rows_table import RowsTable
from vdfbank.desktop.tried_box import TriedBox
from vdfbank.office.forms.asked import Asked
from vdfbank.rules.books import LoanState
from vdfbank.wording import terms
from vdfbank.wording.breaks import wrap_lo
from vdfbank.wording.catalogue import N_
from vdfbank.wording.figures import person_or_loan

#: The acts of a loan: by name, with key, words, and the states it fits.
_ACTS: tuple[tuple[str, str, str, tuple[LoanState, ...]], ...] = (
    ("decide", "Ctrl+D", N_("Decide"), ("asked", "put_off")),
    ("pay_out", "Ctrl+O", N_("Pay out"), ("approved",)),
    ("repay", "Ctrl+R", N_("Repay"), ("open",)),
    ("settle", "Ctrl+T", N_("Settle"), ("open",)),
    ("reschedule", "", N_("Reschedule"), ("open",)),
    ("write_off", "", N_("Write off"), ("open",)),
    ("recover", "Ctrl+R", N_("Recover"), ("written_off",)),
    ("take_back", "", N_("Take the application back"), ("asked", "put_off", "approved")),
)
_PAPERS = {
    "loan-card": N_("Loan card"),
    "contract": N_("Contract"),
    "loan-application": N_("Application"),
    "decision": N_("Minute of the decision"),
    "what-if": N_("What it would cost"),
}
_EVENTS = {
    "reschedule": N_("{day}: spread over {months}. {reason}"),
    "settle": N_("{day}: closed early with {amount}."),
    "write_off": N_("{day}: written off. {reason}"),
    "recover": N_("{day}: recovered {amount}."),
    "die": N_("{day}: the borrower died; everything fell due."),
    "take_over": N_("{day}: taken over with running books."),
}


class LoanPart(QWidget):
    """Left what was agreed and what is owed, right the plan, or the checklist of what is not paid out."""

    def __init__(self, page: Page, form: Callable[[str], None], back: Callable[[], None]) -> None:
        super().__init__()
        self._page = page
        self.view: LoanView | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._name = QLabel()
        self._name.setProperty("level", "name")
        column.addWidget(self._name)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self._facts(), 7)
        self.plan = RowsTable(page.tongue, N_("Plan of the loan, and what is paid"), PLAN_HEADINGS)
        self.checks = TriedBox(page.tongue, {})
        self._right = QStackedWidget()
        self._right.addWidget(self.plan)
        self._right.addWidget(self.checks)
        middle.addWidget(self._right, 13)
        column.addLayout(middle, 1)
        self.acts = {
            name: ActButton(self, lambda name=name: form(name), key)  # type: ignore[misc]
            for name, key, _, _ in _ACTS
        }
        self._acts_box = FlowBox(*self.acts.values())
        column.addWidget(self._acts_box)
        self.back_button = ActButton(self, back, "Esc")
        self.paper = Choice(page.tongue)
        self.paper.currentIndexChanged.connect(lambda _at: self._may_print())
        self.print_button = ActButton(self, self._print, "F12", drawing="print")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.back_button)
        row.addStretch()
        row.addWidget(self.paper)
        row.addWidget(self.print_button)
        column.addLayout(row)

    def _facts(self) -> Scroll:
        frame, column = card()
        self._settlement, self._owed = Figure("large"), Figure()
        self._said = words_label()
        for widget in (self._settlement, self._owed, self._said):
            column.addWidget(widget)
        column.addStretch()
        self.about = Scroll(frame, takes_keyboard=True)
        return self.about

    @property
    def loan(self) -> LoanId | None:
        return self.view.line.loan if self.view is not None else None

    def take_keyboard(self) -> None:
        shows_plan = self._right.currentWidget() is self.plan
        (self.plan if shows_plan else self.checks.sheet).setFocus()

    # --- words ---------------------------------------------------------------------------------------------------

    def speak(self) -> None:
        say = self._page.tongue.say
        self._settlement.caption(say(N_("Closes it today")))
        self._owed.caption(say(N_("Still owed")))
        for name, _, words, _ in _ACTS:
            self.acts[name].word(say(words))
        self.back_button.word(say(N_("Back")))
        self.print_button.word(say(N_("Print")))
        self.paper.setAccessibleName(say(N_("Which paper")))
        self.about.setAccessibleName(say(N_("About the loan")))
        self.plan.speak()
        self._show()

    def lay_out(self, view: LoanView) -> None:
        """Of another loan, or of one that has come further, the paper most wanted is offered anew."""
        if self.view is None or (self.view.line.loan, self.view.line.state) != (view.line.loan, view.line.state):
            self.paper.choose(None)
        self.view = view
        self._show()
        self._right.setCurrentWidget(self.plan if view.card is not None else self.checks)

    def _show(self) -> None:
        view, spoken = self.view, self._page.tongue.language
        if view is None:
            return
        line, loan_card = view.line, view.card
        whom = person_or_loan(line.member, spoken, view.names)
        self._name.setText(f"{line.loan}   {whom}  –  {standing_words(line, spoken)}")
        is_open = loan_card is not None and line.state == "open"
        self._settlement.setVisible(is_open)
        self._owed.setVisible(is_open)
        if loan_card is not None:
            self._settlement.show_value(spoken.kip(loan_card.settlement))
            self._owed.show_value(spoken.kip(line.owed))
            self.plan.lay_out(plan_lines(loan_card, spoken))
        else:
            self.checks.lay_out(view.tried, view.names)
        self._said.setText(wrap_lo("\n".join(self._sentences(view))))
        for name, _, _, states in _ACTS:
            self.acts[name].setVisible(line.state in states and (name != "recover" or view.to_recover > 0))
        self._offer_papers(view)

    def _offer_papers(self, view: LoanView) -> None:
        papers = list(_papers(view))
        chosen = self.paper.key
        self.paper.offer((name, self._page.tongue.say(_PAPERS[name])) for name in papers)
        self.paper.choose(chosen if chosen in papers else next(iter(papers), None))
        self._may_print()

    def _may_print(self) -> None:
        self.print_button.setEnabled(self.paper.key is not None)

    def _sentences(self, view: LoanView) -> Iterator[str]:
        request, spoken = view.request, self._page.tongue.language
        yield from request_sentences(request, view.names, spoken)
        yield from self._history(view)
        if view.card is not None:
            yield from self._of_card(view.card)

    def _history(self, view: LoanView) -> Iterator[str]:
        spoken, asked = self._page.tongue.language, view.application
        if asked is None:
            return
        yield spoken.say(N_("Asked on {day}."), day=spoken.short_date(asked.on))
        for outcome in asked.outcomes:
            state = spoken.say(N_("Paid out")) if outcome.state == "open" else terms.word(outcome.state, spoken)
            said = spoken.say(N_("{day}: {state}."), day=spoken.short_date(outcome.on), state=state)
            yield f"{said} {outcome.reason}" if outcome.reason else said

    def _of_card(self, loan_card: LoanCard) -> Iterator[str]:
        spoken = self._page.tongue.language
        if loan_card.penalties_unpaid:
            yield spoken.say(N_("Penalties unpaid: {sum}"), sum=spoken.kip(loan_card.penalties_unpaid))
        overdue = loan_card.overdue_principal + loan_card.overdue_interest
        if overdue:
            yield spoken.say(N_("Overdue: {sum}"), sum=spoken.kip(overdue))
        for training in loan_card.trainings:
            name, day = terms.module(training.module, spoken), spoken.short_date(training.on)
            yield spoken.say(N_("Rests on {training}, {day}"), training=name, day=day)
        for event in loan_card.events:
            if event.undone_by is None:
                yield self._event(event)

    def _event(self, event: LoanEvent) -> str:
        spoken = self._page.tongue.language
        return spoken.say(
            _EVENTS[event.kind],
            day=spoken.short_date(event.on),
            months=spoken.plural("{n} month", "{n} months", event.months or 0),
            amount=spoken.kip(event.amount or 0),
            reason=event.reason or "",
        ).strip()

    # --- paper ---------------------------------------------------------------------------------------------------

    def _print(self) -> None:
        view, name = self.view, self.paper.key
        assert view is not None
        assert name is not None
        self._page.wants_paper.emit(asked_paper(view, name))


def _papers(view: LoanView) -> Iterator[str]:
    """The papers there are of a loan as far as it has come, the one most wanted first."""
    decided = view.application is not None and any(
        outcome.state in ("approved", "refused", "put_off") for outcome in view.application.outcomes
    )
    if view.card is not None:
        yield "loan-card"
    if view.card is not None or view.line.state == "approved":
        yield "contract"
    if view.application is not None:
        yield "loan-application"
    if decided:
        yield "decision"
    if view.tried is not None and view.tried.cost is not None:
        yield "what-if"


def asked_paper(view: LoanView, name: str) -> Asked:
    if name == "what-if":
        assert view.tried is not None
        cost = view.tried.cost
        assert cost is not None
        return Asked(
            name,
            as_of=view.on,
            amount=cost.amount,
            months=cost.months,
            rate_percent=cost.rate,
            method=cost.method,
        )
    return Asked(name, as_of=view.on, loan=view.line.loan)
