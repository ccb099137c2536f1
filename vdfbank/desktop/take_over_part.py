"""Old books on a spreadsheet: totals to be ticked off against the paper, one by one, before they are taken over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from vdfbank.desktop import tasks
from vdfbank.desktop.buttons import ActButton
from vdfbank.desktop.page import Page
from vdfbank.desktop.parts import Notice, Scroll, card, words_label
from vdfbank.wording import terms
from vdfbank.wording.breaks import wrap_lo
from vdfbank.wording.catalogue import N_
from vdfbank.wording.problems import sentence


class TakeOverPart(QWidget):
    def __init__(self, page: Page, take: Callable[[], None], back: Callable[[], None]) -> None:
        super().__init__()
        self._page = page
        self.tried: tasks.TriedOpening | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        frame, inside = card()
        self._title, self._about = words_label(strong=True), words_label()
        self._ticks = QVBoxLayout()
        self.notice = Notice()
        inside.addWidget(self._title)
        inside.addWidget(self._about)
        inside.addLayout(self._ticks)
        inside.addWidget(self.notice)
        inside.addStretch()
        column.addWidget(Scroll(frame), 1)
        self.back_button = ActButton(self, back, "Esc")
        self.take_button = ActButton(self, take, "Ctrl+Enter", main=True)
        row = QHBoxLayout()
        row.addWidget(self.back_button)
        row.addStretch()
        row.addWidget(self.take_button)
        column.addLayout(row)
        self.boxes: list[QCheckBox] = []

    def lay_out(self, tried: tasks.TriedOpening) -> None:
        self.tried = tried
        self._show()
        self.take_keyboard()

    def take_keyboard(self) -> None:
        (self.boxes[0] if self.boxes and self.boxes[0].isEnabled() else self.back_button).setFocus()

    def speak(self) -> None:
        say = self._page.tongue.say
        self._title.setText(wrap_lo(say(N_("Take over running books"))))
        self._about.setText(
            wrap_lo(say(N_("Tick off each total against the old books. Only then are they taken over.")))
        )
        self.back_button.word(say(N_("Back")))
        self.take_button.word(say(N_("Take over the books")))
        self._show()

    def _show(self) -> None:
        tried = self.tried
        if tried is None:
            return
        ticked = [box.isChecked() for box in self.boxes]
        focused = [number for number, box in enumerate(self.boxes) if box.hasFocus()]
        for box in self.boxes:
            box.hide()
            box.deleteLater()
        self.boxes = [QCheckBox(line) for line in self._totals(tried)]
        for number, box in enumerate(self.boxes):
            box.setAccessibleName(box.text())
            box.setEnabled(not tried.problems)
            box.setChecked(number < len(ticked) and ticked[number])
            box.toggled.connect(lambda _on: self._ready())
            self._ticks.addWidget(box)
        # New boxes come last in the order of Tab: the buttons follow them.
        for before, after in pairwise([*self.boxes, self.back_button, self.take_button]):
            QWidget.setTabOrder(before, after)
        for number in focused[: len(self.boxes)]:
            self.boxes[number].setFocus()
        said = [wrap_lo(sentence(problem, self._page.tongue.language)) for problem in tried.problems]
        self.notice.tell("wrong", said)
        self._ready()

    def _ready(self) -> None:
        self.take_button.setEnabled(bool(self.boxes) and all(box.isChecked() for box in self.boxes))

    def _totals(self, tried: tasks.TriedOpening) -> Iterator[str]:
        spoken, opening = self._page.tongue.language, tried.opening
        yield spoken.plural("{n} member", "{n} members", opening.members)
        yield spoken.say(N_("All savings: {sum}"), sum=spoken.kip(opening.savings))
        if opening.shares:
            yield spoken.say(N_("Shares: {sum}"), sum=spoken.kip(opening.shares))
        loans = spoken.plural("{n} loan", "{n} loans", opening.loans)
        yield spoken.say(N_("{loans}, still to repay {sum}"), loans=loans, sum=spoken.kip(opening.loans_outstanding))
        for account, amount in sorted(opening.accounts.items()):
            yield f"{account} {terms.account(account, spoken)}: {spoken.kip(amount)}"
        yield spoken.say(N_("Left over for the reserve fund: {sum}"), sum=spoken.kip(opening.difference))
