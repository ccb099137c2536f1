"""One member's card: savings, loans, guarantees, trainings, the movements of a year, and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from vdfbank.bank.course import REQUIRED_FOR_LOANS
from vdfbank.bank.person import PersonId
from vdfbank.content.member_card import LoanSummary, MemberCard
from vdfbank.desktop.buttons import ActButton
from vdfbank.desktop.flow import FlowBox
from vdfbank.desktop.page import Page
from vdfbank.desktop.parts import Figure, Scroll, card, words_label
from vdfbank.desktop.register_table import name_of, standing_words
from vdfbank.desktop.rows_table import Heading, Line, RowsTable
from vdfbank.wording import terms
from vdfbank.wording.breaks import wrap_lo
from vdfbank.wording.catalogue import N_
from vdfbank.wording.headings import shown
from vdfbank.wording.language import Language

_MOVEMENTS = (
    Heading(N_("Date"), share=3),
    Heading(N_("What"), share=4),
    Heading(N_("Paid in"), is_figure=True, share=3),
    Heading(N_("Taken out"), is_figure=True, share=3),
    Heading(N_("Balance"), is_figure=True, share=3),
)
#: The acts a card offers, by kind, with key and words.
_ACTS = (
    ("join", "Ctrl+J", N_("Let join")),
    ("save", "Ctrl+S", N_("Receive the savings")),
    ("withdraw", "Ctrl+W", N_("Take savings out")),
    ("nominee", "Ctrl+M", N_("Name a nominee")),
    ("leave", "", N_("Leaves the bank")),
    ("die", "", N_("Has died")),
)
_STATES = {
    "asked": N_("asked for"),
    "put_off": N_("put off"),
    "approved": N_("approved, not paid out"),
    "refused": N_("refused"),
    "withdrawn": N_("taken back"),
    "open": N_("running"),
    "repaid": N_("repaid"),
    "written_off": N_("written off"),
}


class MemberPart(QWidget):
    """Left what the member has and owes, right the movements; below, the acts."""

    def __init__(
        self,
        page: Page,
        form: Callable[[str, PersonId | None], None],
        paper: Callable[[str, PersonId | None], None],
        back: Callable[[], None],
    ) -> None:
        super().__init__()
        self._page = page
        self._card: MemberCard | None = None
        self.person: PersonId | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._name = QLabel()
        self._name.setProperty("level", "name")
        column.addWidget(self._name)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self._figures(), 4)
        self.movements = RowsTable(page.tongue, N_("Movements of the savings"), _MOVEMENTS)
        middle.addWidget(self.movements, 7)
        column.addLayout(middle, 1)
        self.acts = {
            kind: ActButton(self, lambda kind=kind: form(kind, self.person), key)  # type: ignore[misc]
            for kind, key, _ in _ACTS
        }
        self.back_button = ActButton(self, back, "Esc")
        self.statement_button = ActButton(self, lambda: paper("statement", self.person), "F12", drawing="print")
        self.passbook_button = ActButton(self, lambda: paper("passbook", self.person), "Ctrl+P")
        column.addWidget(FlowBox(*self.acts.values()))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.back_button)
        row.addStretch()
        row.addWidget(self.passbook_button)
        row.addWidget(self.statement_button)
        column.addLayout(row)

    def _figures(self) -> Scroll:
        frame, column = card()
        self._savings, self._limit = Figure("large"), Figure()
        self._lines = [words_label() for _ in range(6)]
        column.addWidget(self._savings)
        column.addWidget(self._limit)
        for line in self._lines:
            column.addWidget(line)
        column.addStretch()
        self.about = Scroll(frame, takes_keyboard=True)
        return self.about

    def take_keyboard(self) -> None:
        self.movements.setFocus()

    # --- words ---------------------------------------------------------------------------------------------------

    def speak(self) -> None:
        say = self._page.tongue.say
        self._savings.caption(say(N_("Savings")))
        self._limit.caption(say(N_("May borrow in all, by the savings")))
        for kind, _, words in _ACTS:
            self.acts[kind].word(say(words))
        self.back_button.word(say(N_("Back")))
        self.statement_button.word(say(N_("Print the statement")))
        self.passbook_button.word(say(N_("Print the passbook")))
        self.movements.speak()
        self.about.setAccessibleName(say(N_("About the member")))
        self._show()

    def lay_out(self, member: MemberCard) -> None:
        self._card, self.person = member, member.line.id
        self._show()

    def _show(self) -> None:
        member = self._card
        if member is None:
            return
        spoken, line = self._page.tongue.language, member.line
        self._name.setText(f"{line.id}  {name_of(line, spoken)}  –  {standing_words(line, spoken)}")
        self._savings.show_value(spoken.kip(line.savings))
        self._limit.show_value(spoken.kip(member.limit))
        said = list(self._sentences(member))
        for label, text in zip(self._lines, [*said, *[""] * len(self._lines)], strict=False):
            label.setText(wrap_lo(text))
            label.setVisible(bool(text))
        self.movements.lay_out([_movement(member, row, spoken) for row in range(len(member.movements) - 1, -1, -1)])
        is_member = line.standing == "member"
        for kind, button in self.acts.items():
            button.setVisible((line.standing is None) if kind == "join" else is_member)

    def _sentences(self, member: MemberCard) -> Iterator[str]:
        """Person, loans, trainings, guarantees, nominee: what there is of them."""
        spoken, line = self._page.tongue.language, member.line
        household = spoken.say(N_("Household {household}"), household=line.person.household)
        seats = [terms.word(seat, spoken) or seat for seat in member.seats]
        yield "   ".join([household, *seats])
        if line.shares:
            yield spoken.say(N_("Shares: {sum}"), sum=spoken.kip(line.shares))
        yield "\n".join(self._loan(loan) for loan in member.loans)
        yield "\n".join(
            spoken.say(
                N_("{training}: counts until {day}"),
                training=terms.module(module, spoken),
                day=spoken.short_date(until) if until else "–",
            )
            for module in REQUIRED_FOR_LOANS
            for until in (line.trained_until.get(module),)
        )
        if member.guarantees:
            yield spoken.say(N_("Stands for: {loans}"), loans=", ".join(member.guarantees))
        if member.nominee:
            yield spoken.say(N_("Nominee: {name}"), name=member.nominee)

    def _loan(self, loan: LoanSummary) -> str:
        spoken = self._page.tongue.language
        said = f"{loan.loan}  {spoken.kip(loan.amount)}  {spoken.say(_STATES[loan.state])}"
        if loan.next_due is None:
            return said
        due = spoken.say(
            N_("{sum} due {day}"), sum=spoken.number(loan.next_amount), day=spoken.short_date(loan.next_due)
        )
        return f"{said}, {due}"


def _movement(member: MemberCard, row: int, spoken: Language) -> Line:
    line = member.movements[row]
    return Line(
        str(row),
        (
            spoken.short_date(line.on),
            shown(line.item, "text", spoken),
            spoken.number(line.paid_in) if line.paid_in else "·",
            spoken.number(line.taken_out) if line.taken_out else "·",
            spoken.number(line.balance),
        ),
    )
