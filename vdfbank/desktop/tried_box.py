"""A checklist as it stands: how many lines pass, each line with mark, figures and way out, and what the loan costs."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from vdfbank.content.articles import ASKED_BY
from vdfbank.content.loans import TriedRequest
from vdfbank.content.what_if import WhatIf
from vdfbank.desktop.icons import Drawing
from vdfbank.desktop.look import repolish
from vdfbank.desktop.parts import Scroll, card, words_label
from vdfbank.desktop.request_words import request_sentences
from vdfbank.desktop.tongue import Tongue
from vdfbank.rules.effects import CheckLine
from vdfbank.wording import agreed
from vdfbank.wording.breaks import wrap_lo
from vdfbank.wording.bylaw_words import article
from vdfbank.wording.catalogue import N_
from vdfbank.wording.checks import check_name, check_sentence, passed_of, to_pass
from vdfbank.wording.figures import person_or_loan
from vdfbank.wording.known import known_sentences
from vdfbank.wording.language import Language, Names


class CheckRow(QWidget):
    """One line: shape, word and what is asked; below it what was found and needed, and how it would pass."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = Drawing(side=20)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._head, self._said = words_label(strong=True), words_label()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 4)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._picture, 0, 0)
        grid.addWidget(self._head, 0, 1)
        grid.addWidget(self._said, 1, 1)

    def lay_out(self, line: CheckLine, tried: TriedRequest, names: Names, spoken: Language) -> None:
        if line.passed:
            self._picture.show_drawing("right", "good")
        else:
            self._picture.show_drawing("wrong", "wrong")
        word = spoken.say(N_("passes") if line.passed else N_("does not"))
        self._head.setText(wrap_lo(f"{word}:  {check_name(line.code, spoken)}   ({_by_law(line, tried, spoken)})"))
        said = [check_sentence(line, spoken, names)]
        if not line.passed:
            said.append(to_pass(line, tried.request, spoken))
        self._said.setText(wrap_lo("\n".join(said)))

    @property
    def text(self) -> str:
        return f"{self._head.text()} {self._said.text()}".replace("\u200b", "")


def _by_law(line: CheckLine, tried: TriedRequest, spoken: Language) -> str:
    """Its number and since when it is in force; the programme asks the rest."""
    asked_by = ASKED_BY.get(line.code)
    if asked_by is None or tried.bylaws_since is None:
        return spoken.say(N_("programme"))
    return spoken.say(
        N_("by-law {number}, {day}"), number=article(asked_by, spoken), day=spoken.short_date(tried.bylaws_since)
    )


class TriedBox(QWidget):
    """Lines that refuse stand first; every line is shown, those that pass too."""

    def __init__(self, tongue: Tongue, names: Names, *, with_request: bool = False) -> None:
        super().__init__()
        self._tongue, self._names, self._with_request = tongue, names, with_request
        self.tried: TriedRequest | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._head = words_label(strong=True)
        column.addWidget(self._head)
        frame, inside = card()
        self._cost, self._known, self._plan = words_label(), words_label(), words_label(quiet=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        inside.addWidget(self._cost)
        inside.addLayout(self._lines)
        inside.addWidget(self._known)
        inside.addWidget(self._plan)
        inside.addStretch()
        self.rows: list[CheckRow] = []
        self.sheet = Scroll(frame, takes_keyboard=True)
        column.addWidget(self.sheet, 1)
        self.speak()

    def lay_out(self, tried: TriedRequest | None, names: Names | None = None) -> None:
        self.tried = tried
        self._names = self._names if names is None else names
        self.speak()

    @property
    def text(self) -> str:
        return self._head.text().replace("\u200b", "")

    def speak(self) -> None:
        tried, spoken = self.tried, self._tongue.language
        self.sheet.setAccessibleName(spoken.say(N_("Checklist")))
        if tried is None:
            self._head.setText(self._tongue.label(N_("Say who asks: the checklist follows while you type.")))
        else:
            said = passed_of(tried.lines, spoken)
            if not tried.passes:
                said = spoken.say(N_("{said} It cannot be approved."), said=said)
            self._head.setText(wrap_lo(said))
        tone = "plain" if tried is None else "good" if tried.passes else "wrong"
        self._head.setProperty("tone", tone)
        repolish(self._head)
        self._show_lines(tried, spoken)
        self._tell(self._cost, self._asked(tried, spoken) if tried is not None else ())
        self._tell(self._plan, _plan(tried.cost, spoken) if tried is not None else ())
        self._tell(self._known, self._knowledge(tried, spoken) if tried is not None else ())

    def _show_lines(self, tried: TriedRequest | None, spoken: Language) -> None:
        lines = sorted(tried.lines, key=lambda line: line.passed) if tried is not None else []
        while len(self.rows) < len(lines):
            self.rows.append(CheckRow())
            self._lines.addWidget(self.rows[-1])
        for place, row in enumerate(self.rows):
            if tried is not None and place < len(lines):
                row.lay_out(lines[place], tried, self._names, spoken)
            row.setVisible(place < len(lines))

    def _asked(self, tried: TriedRequest, spoken: Language) -> Iterator[str]:
        """What it costs; where nothing else on the page says who asks for what, that before it."""
        if self._with_request:
            yield person_or_loan(tried.request.member, spoken, self._names)
            yield from request_sentences(tried.request, self._names, spoken)
        if tried.cost is not None:
            yield from cost_sentences(tried.cost, spoken)

    def _knowledge(self, tried: TriedRequest, spoken: Language) -> Iterator[str]:
        said = list(known_sentences(tried.known, self._names, spoken))
        if said:
            yield spoken.say(N_("For the committee to know; none of it refuses a loan"))
            yield from said

    def _tell(self, label: QLabel, sentences: tuple[str, ...] | Iterator[str]) -> None:
        said = "\n".join(sentences)
        label.setText(wrap_lo(said))
        label.setVisible(bool(said))


def cost_sentences(cost: WhatIf, spoken: Language) -> tuple[str, ...]:
    return (
        agreed.each_savings_day(cost, spoken),
        agreed.total_cost(cost, spoken),
        agreed.effective_rate(cost, spoken),
    )


def _plan(cost: WhatIf | None, spoken: Language) -> Iterator[str]:
    """The schedule, one instalment a line."""
    if cost is not None:
        yield spoken.say(N_("If it is paid out today:"))
        for row in cost.instalments:
            day, bring = spoken.short_date(row.due), spoken.kip(row.total)
            yield f"{spoken.number(row.number)}   {day}   {bring}"
