"""The savings-day sheet as a table: what is typed, and in grey what is expected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, Qt, Signal
from PySide6.QtGui import QColor
from typing_extensions import override

from vdfbank.bank.money import Money
from vdfbank.bank.person import PersonId
from vdfbank.bank.problem import Problem
from vdfbank.content.savings_day import SheetRow
from vdfbank.desktop.day_bar import Filter
from vdfbank.desktop.day_columns import (
    BELOW_ROLE,
    CELL_OF,
    COLUMN_OF,
    HEADS,
    NOWHERE,
    Column,
    Index,
    alignment,
    bold,
)
from vdfbank.desktop.day_face import Face
from vdfbank.desktop.palette import colours
from vdfbank.desktop.tongue import Tongue
from vdfbank.office.recorded_day import Cell, RecordedDay


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

    @property
    def face(self) -> Face:
        return Face(self.day, self._tongue)

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

    def objection(self, row: int, cell: Cell, amount: Money) -> Problem | None:
        """What keeps an amount from landing: more than the member owes altogether, or nothing owed at all."""
        sheet_row = self.row(row)
        if cell != "repay" or amount <= sheet_row.owed:
            return None
        if not sheet_row.loans:
            return Problem("unknown_loan", found=sheet_row.member, who=sheet_row.member)
        return Problem("overpaid", found=amount, needed=sheet_row.owed, who=sheet_row.loans[0].loan)

    def put(self, day: RecordedDay) -> None:
        """The day after a question about it was answered."""
        if day is not self.day:
            self._change(day)

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
        return tuple(COLUMN_OF[cell] for cell in self.day.asked(self.member(row)))

    def next_askable(
        self, row: int, column: int, step: int, rows: Sequence[int] | None = None
    ) -> tuple[int, int] | None:
        """The next (or previous) cell that is asked for in the rows that are shown; None at the end of the sheet."""
        shown = range(self.rowCount()) if rows is None else rows
        cells = [(number, int(asked)) for number in shown for asked in self.askable(number)]
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

    def row_of_number(self, typed: str) -> int | None:
        """The row of a member by number (17, or M17 as it is written)."""
        wanted = typed.strip().upper()
        for row in range(self.rowCount()):
            member = str(self.member(row)).upper()
            digits = "".join(filter(str.isdecimal, member))
            if member == wanted or (wanted.isdecimal() and digits and int(digits) == int(wanted)):
                return row
        return None

    def row_of(self, member: PersonId) -> int:
        return [row.member for row in self.day.sheet.rows].index(member)

    def rows_shown(self, chosen: Filter) -> list[int]:
        """The rows a filter lets through."""
        return [row for row in range(self.rowCount()) if self._is_shown(row, chosen)]

    def _is_shown(self, row: int, chosen: Filter) -> bool:
        sheet_row = self.row(row)
        match chosen:
            case Filter.OPEN:
                return self.day.state(sheet_row.member) in ("open", "look", "wrong")
            case Filter.ABSENT:
                return self.day.draft.entered(sheet_row.member).absent
            case Filter.DUE:
                return sheet_row.due > 0
            case Filter.LATE:
                return sheet_row.days_late > 0
            case _:
                return True

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
        cell = CELL_OF[Column(index.column())]
        if self.objection(index.row(), cell, value) is not None:
            return False
        self.enter(index.row(), cell, value)
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
                return self.face.text(row, column)
            case Qt.ItemDataRole.EditRole:
                return self.face.typed(row, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return alignment(column)
            case Qt.ItemDataRole.ForegroundRole:
                return QColor(colours().tinted(self.face.ink(row, column)))
            case Qt.ItemDataRole.BackgroundRole:
                return self.face.ground(row)
            case Qt.ItemDataRole.DecorationRole:
                return self.face.drawing(row, column)
            case Qt.ItemDataRole.FontRole:
                return bold() if column == Column.TOTAL else None
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.face.spoken(row, column)
            case _ if role == BELOW_ROLE:
                return self.face.below(row, column)
            case _:
                return None
