"""How the cells of a savings day look and sound: figures, ghosts, the small line below, ink, ground and drawing."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QIcon

from vdfbank.bank.money import Money
from vdfbank.content.savings_day import SheetRow
from vdfbank.desktop.day_columns import CELL_OF, DOT, HEADS, STATES, Column
from vdfbank.desktop.icons import icon
from vdfbank.desktop.palette import Tint, colours
from vdfbank.desktop.tongue import Tongue
from vdfbank.office.day_lines import split_order
from vdfbank.office.recorded_day import Cell, RecordedDay
from vdfbank.wording.catalogue import N_


@dataclass(frozen=True, slots=True)
class Face:
    """The face of a recorded day in the language of now."""

    day: RecordedDay
    tongue: Tongue

    def _row(self, row: int) -> SheetRow:
        return self.day.sheet.rows[row]

    def text(self, row: int, column: Column) -> str:
        sheet_row = self._row(row)
        member = sheet_row.member
        match column:
            case Column.NUMBER:
                return member
            case Column.NAME:
                name = self.tongue.language.person(member, self.day.sheet.names)
                return self.tongue.say(N_("{name} (died)"), name=name) if sheet_row.is_dead else name
            case Column.DUE:
                return self._due(sheet_row)
            case Column.TOTAL:
                total = self.day.row_total(member)
                return self.tongue.language.number(total) if total else DOT
            case Column.HERE | Column.STATE:
                return ""
            case _:
                return self._amount(row, CELL_OF[column])

    def _amount(self, row: int, cell: Cell) -> str:
        typed = getattr(self.day.draft.entered(self._row(row).member), cell)
        if typed is not None:
            return self.tongue.language.number(typed) if typed else "–"
        if self._is_ghost(row, cell):
            return f"‹{self.tongue.language.number(self.day.expected(self._row(row).member, cell))}›"
        return DOT

    def _is_ghost(self, row: int, cell: Cell) -> bool:
        member = self._row(row).member
        return cell in self.day.asked(member) and cell in self.day.missing_cells(member)

    def _due(self, row: SheetRow) -> str:
        return self.tongue.language.number(row.due) if row.due else DOT

    def below(self, row: int, column: Column) -> str:
        """The small line under an amount: how late a loan is, how a payment is split (in the by-laws' order)."""
        sheet_row = self._row(row)
        if column == Column.DUE and sheet_row.due and sheet_row.days_late:
            return self.tongue.say(N_("{days} d late"), days=self.tongue.language.number(sheet_row.days_late))
        if column != Column.REPAY:
            return ""
        if self.day.draft.entered(sheet_row.member).settles:
            return self.tongue.say(N_("settled after"))
        judged = self.day.judgement(sheet_row.member)
        parts = [getattr(judged, part) for part in split_order(sheet_row, self.day.sheet)]
        return " + ".join(self.tongue.language.number(part) for part in parts if part)

    def typed(self, row: int, column: Column) -> Money | None:
        if column not in CELL_OF:
            return None
        typed: Money | None = getattr(self.day.draft.entered(self._row(row).member), CELL_OF[column])
        return typed

    def ink(self, row: int, column: Column) -> Tint:
        if column in CELL_OF and self.typed(row, column) is None:
            return "muted"
        if column == Column.DUE and self._row(row).days_late:
            return "wrong"
        if column in (Column.NUMBER, Column.DUE):
            return "muted"
        return "ink"

    def ground(self, row: int) -> QColor | None:
        grounds = {"wrong": colours().wrong_soft, "look": colours().look_soft}
        ground = grounds.get(self.day.state(self._row(row).member))
        return None if ground is None else QColor(ground)

    def drawing(self, row: int, column: Column) -> QIcon | None:
        if column == Column.STATE:
            _, drawing, tint = STATES[self.day.state(self._row(row).member)]
            return icon(drawing, tint)
        if column == Column.HERE and not self._row(row).is_dead:
            entered = self.day.draft.entered(self._row(row).member)
            if entered.absent:
                return icon("away", "muted")
            if self._row(row).member in self.day.draft.rows:
                return icon("right", "good")
        return None

    def spoken(self, row: int, column: Column) -> str:
        """A cell for those who hear the screen: "M17, savings, expected 10,000, empty"."""
        member = self._row(row).member
        words = [member, self.tongue.language.person(member, self.day.sheet.names)]
        if column in CELL_OF:
            cell = CELL_OF[column]
            typed = self.typed(row, column)
            expected = self.tongue.language.number(self.day.expected(member, cell))
            words += [
                self.tongue.say(HEADS[column]),
                self.tongue.say(N_("expected {amount}"), amount=expected),
                self.tongue.say(N_("empty")) if typed is None else self.tongue.language.number(typed),
            ]
        words.append(self.tongue.say(STATES[self.day.state(member)][0]))
        return ", ".join(words)
