"""The savings-day sheet as a table: what is typed, and in grey what is expected."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, Qt, Signal
from PySide6.QtGui import QColor, QIcon
from typing_extensions import override

from vdfbank.bank.money import Money
from vdfbank.bank.person import PersonId
from vdfbank.content.savings_day import SheetRow
from vdfbank.desktop.day_columns import CELL_OF, COLUMN_OF, DOT, HEADS, NOWHERE, STATES, Column, Index, alignment, bold
from vdfbank.desktop.icons import icon
from vdfbank.desktop.palette import Tint, colours
from vdfbank.desktop.tongue import Tongue
from vdfbank.office.recorded_day import Cell, RecordedDay
from vdfbank.wording.catalogue import N_


class DayModel(QAbstractTableModel):
    """The rows of a recorded day; `edited` follows every change, with the day as it is then."""

    edited = Signal(object)

    def __init__(self, tongue: Tongue) -> None:
        super().__init__()
        self._tongue = tongue
        self._day: RecordedDay | None = None
        self._before: list[RecordedDay] = []

    @property
    def day(self) -> RecordedDay:
        assert self._day is not None
        return self._day

    @property
    def has_day(self) -> bool:
        return self._day is not None

    def lay_out(self, day: RecordedDay | None) -> None:
        """Show another sheet, or the same one over changed books."""
        self.beginResetModel()
        self._day = day
        self._before = []
        self.endResetModel()

    def row(self, row: int) -> SheetRow:
        return self.day.sheet.rows[row]

    def member(self, row: int) -> PersonId:
        return self.row(row).member

    # --- changes -------------------------------------------------------------------------------------------------

    def enter(self, row: int, cell: Cell, amount: Money | None) -> None:
        if getattr(self.day.draft.entered(self.member(row)), cell) != amount:
            self._change(self.day.with_cell(self.member(row), cell, amount))

    def take_ghost(self, row: int, cell: Cell) -> None:
        """Write down what was expected."""
        self.enter(row, cell, self.day.expected(self.member(row), cell))

    def toggle_absence(self, row: int) -> None:
        if not self.row(row).is_dead:
            self._change(self.day.with_absence(self.member(row)))

    def all_as_expected(self) -> None:
        day = self.day.all_as_expected()
        if day is not self.day:
            self._change(day)

    def undo(self) -> None:
        """The draft as it was before the last change."""
        if self._before:
            self._day = self._before.pop()
            self._tell()

    def count(self, day: RecordedDay) -> None:
        """The count changed; rows stay, so there is nothing to undo in them."""
        self._day = day
        self.edited.emit(day)

    def _change(self, day: RecordedDay) -> None:
        self._before.append(self.day)
        self._day = day
        self._tell()

    def _tell(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(Column) - 1))
        self.edited.emit(self.day)

    # --- where the keyboard goes ---------------------------------------------------------------------------------

    def askable(self, row: int) -> tuple[Column, ...]:
        """The cells Enter stops at: none in an absent member's row."""
        if self.day.draft.entered(self.member(row)).absent:
            return ()
        return tuple(COLUMN_OF[cell] for cell in self.day.askable(self.row(row)))

    def next_askable(self, row: int, column: int, step: int = 1) -> tuple[int, int] | None:
        """The next (or previous) cell that is asked for; None at the end of the sheet."""
        cells = [(number, int(asked)) for number in range(self.rowCount()) for asked in self.askable(number)]
        beyond = [cell for cell in cells if (cell > (row, column) if step > 0 else cell < (row, column))]
        return (beyond[0] if step > 0 else beyond[-1]) if beyond else None

    def next_missing(self, row: int) -> tuple[int, int] | None:
        """The next row below that is not recorded yet, then from the top again."""
        missing = set(self.day.missing())
        rows = [number for number in range(self.rowCount()) if self.member(number) in missing]
        later = [number for number in rows if number > row] + [number for number in rows if number <= row]
        if not later:
            return None
        cells = self.day.missing_cells(self.member(later[0])) or self.day.askable(self.row(later[0])) or ("save",)
        return later[0], int(COLUMN_OF[cells[0]])

    # --- what the view reads -------------------------------------------------------------------------------------

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return len(self._day.sheet.rows) if self._day is not None and not parent.isValid() else 0

    @override
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        seen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return seen | Qt.ItemFlag.ItemIsEditable if Column(index.column()) in CELL_OF else seen

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """An amount typed into a cell."""
        self.enter(index.row(), CELL_OF[Column(index.column())], value)
        return True

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._tongue.say(HEADS[Column(section)]) if HEADS[Column(section)] else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(Column(section))
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: PLR0911 - one line a role
        if not index.isValid() or self._day is None:
            return None
        row, column = index.row(), Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(row, column)
            case Qt.ItemDataRole.EditRole:
                return self._typed(row, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return alignment(column)
            case Qt.ItemDataRole.ForegroundRole:
                return QColor(colours().tinted(self._ink(row, column)))
            case Qt.ItemDataRole.BackgroundRole:
                return QColor(colours().wrong_soft) if self._is_wrong(row) else None
            case Qt.ItemDataRole.DecorationRole:
                return self._drawing(row, column)
            case Qt.ItemDataRole.FontRole:
                return bold() if column == Column.TOTAL else None
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.spoken(row, column)
            case _:
                return None

    def _text(self, row: int, column: Column) -> str:
        member, sheet_row = self.member(row), self.row(row)
        match column:
            case Column.NUMBER:
                return member
            case Column.NAME:
                return self._tongue.language.person(member, self.day.sheet.names)
            case Column.DUE:
                return self._due(sheet_row)
            case Column.TOTAL:
                total = self.day.row_total(member)
                return self._tongue.language.number(total) if total else DOT
            case Column.HERE | Column.STATE:
                return ""
            case _:
                return self._amount(row, CELL_OF[column])

    def _amount(self, row: int, cell: Cell) -> str:
        typed = getattr(self.day.draft.entered(self.member(row)), cell)
        if typed is not None:
            return self._tongue.language.number(typed) if typed else "–"
        if self._is_ghost(row, cell):
            return f"‹{self._tongue.language.number(self.day.expected(self.member(row), cell))}›"
        return DOT

    def _is_ghost(self, row: int, cell: Cell) -> bool:
        return COLUMN_OF[cell] in self.askable(row) and cell in self.day.missing_cells(self.member(row))

    def _due(self, row: SheetRow) -> str:
        if not row.due:
            return DOT
        due = self._tongue.language.number(row.due)
        if not row.days_late:
            return due
        return self._tongue.say(
            N_("{days} d late  {amount}"), amount=due, days=self._tongue.language.number(row.days_late)
        )

    def _typed(self, row: int, column: Column) -> Money | None:
        if column not in CELL_OF:
            return None
        typed: Money | None = getattr(self.day.draft.entered(self.member(row)), CELL_OF[column])
        return typed

    def _ink(self, row: int, column: Column) -> Tint:
        if column in CELL_OF and self._typed(row, column) is None:
            return "muted"
        if column == Column.DUE and self.row(row).days_late:
            return "wrong"
        if column in (Column.NUMBER, Column.DUE):
            return "muted"
        return "ink"

    def _is_wrong(self, row: int) -> bool:
        return self.day.state(self.member(row)) == "wrong"

    def _drawing(self, row: int, column: Column) -> QIcon | None:
        if column == Column.STATE:
            _, drawing, tint = STATES[self.day.state(self.member(row))]
            return icon(drawing, tint)
        if column == Column.HERE and not self.row(row).is_dead:
            entered = self.day.draft.entered(self.member(row))
            if entered.absent:
                return icon("away", "muted")
            if self.member(row) in self.day.draft.rows:
                return icon("right", "good")
        return None

    def spoken(self, row: int, column: Column) -> str:
        """A cell for those who hear the screen: "M17, savings, expected 10,000, empty"."""
        member = self.member(row)
        words = [member, self._tongue.language.person(member, self.day.sheet.names)]
        if column in CELL_OF:
            cell = CELL_OF[column]
            typed = self._typed(row, column)
            expected = self._tongue.language.number(self.day.expected(member, cell))
            words += [
                self._tongue.say(HEADS[column]),
                self._tongue.say(N_("expected {amount}"), amount=expected),
                self._tongue.say(N_("empty")) if typed is None else self._tongue.language.number(typed),
            ]
        words.append(self._tongue.say(STATES[self.day.state(member)][0]))
        return ", ".join(words)
