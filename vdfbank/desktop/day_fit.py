"""How wide the columns of the sheet are and how high its rows, in every text size and language."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView, QTableView

from vdfbank.desktop.day_cell import CellDelegate
from vdfbank.desktop.day_columns import Column, small
from vdfbank.desktop.day_model import DayModel
from vdfbank.desktop.look import row_height

#: Left out where there is no room: the totals say it too, or the mark at the end of the row.
_SAID_ELSEWHERE = (Column.TOTAL, Column.HERE)
#: Columns narrower than an amount; names take what is left.
_LEAST = {Column.NUMBER: 40, Column.NAME: 40, Column.HERE: 46, Column.STATE: 36}


class Fitting:
    """Names stand beside the sums whatever the size; figures are never cut."""

    def __init__(self, table: QTableView, model: DayModel, delegate: CellDelegate) -> None:
        self._table, self._model, self._delegate = table, model, delegate
        #: The least width that holds every name.
        self._names = 0

    def fit(self) -> None:
        """Rows and columns for the text size and language of now."""
        metrics = self._table.fontMetrics()
        self._table.verticalHeader().setDefaultSectionSize(row_height(self._table.font()))
        digits = metrics.horizontalAdvance("‹9.999.999›") + 18
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(30)
        rows = range(self._model.rowCount())
        widths = {column: self._needed(column, digits) for column in Column}
        names = max((metrics.horizontalAdvance(self._model.face.text(row, Column.NAME)) for row in rows), default=80)
        numbers = max((metrics.horizontalAdvance(self._model.member(row)) for row in rows), default=40)
        widths[Column.NUMBER] = max(widths[Column.NUMBER], numbers + 20)
        self._names = widths[Column.NAME] = names + 26
        self._leave_out(widths)
        room = self._table.viewport().width() - sum(width for column, width in widths.items() if column != Column.NAME)
        widths[Column.NAME] = max(self._names, room)
        for column, width in widths.items():
            self._table.setColumnWidth(column, width)

    def _needed(self, column: Column, digits: int) -> int:
        """What a column's head and figures ask for."""
        head = str(self._model.headerData(column, Qt.Orientation.Horizontal))
        return max(_LEAST.get(column, digits), self._table.fontMetrics().horizontalAdvance(head) + 20)

    def _leave_out(self, widths: dict[Column, int]) -> None:
        """Where words are large: what another column says too is left out, until the names stand beside the sums."""
        self._delegate.shows_split = True
        for column in _SAID_ELSEWHERE:
            is_hidden = sum(widths.values()) > self._table.viewport().width()
            self._table.setColumnHidden(column, is_hidden)
            if is_hidden:
                self._delegate.shows_split = False
                widths.pop(column)

    def fit_rows(self, rows_shown: Sequence[int]) -> None:
        """A row with a line under an amount is higher; rows the filter leaves out are hidden."""
        usual = row_height(self._table.font())
        high = (
            QFontMetrics(self._table.font()).lineSpacing() + QFontMetrics(small(self._table.font())).lineSpacing() + 4
        )
        shown, widest, face = set(rows_shown), 0, self._model.face
        for row in range(self._model.rowCount()):
            split = face.below(row, Column.REPAY)
            if self._delegate.shows_split and split:
                widest = max(widest, QFontMetrics(small(self._table.font())).horizontalAdvance(split))
            has_more = bool((split and self._delegate.shows_split) or face.below(row, Column.DUE))
            height = max(usual, high) if has_more else usual
            if self._table.rowHeight(row) != height:
                self._table.setRowHeight(row, height)
            if self._table.isRowHidden(row) != (row not in shown):
                self._table.setRowHidden(row, row not in shown)
        self._widen_payments(widest + 18)

    def _widen_payments(self, needed: int) -> None:
        """A split that is longer than its column widens it; names give way as far as they can."""
        more = needed - self._table.columnWidth(Column.REPAY)
        if more > 0:
            self._table.setColumnWidth(Column.REPAY, needed)
            self._table.setColumnWidth(Column.NAME, max(self._names, self._table.columnWidth(Column.NAME) - more))
        if self._table.horizontalHeader().length() > self._table.viewport().width():
            # The mark at the end of the row says too who is there.
            self._table.setColumnHidden(Column.HERE, True)
            spare = self._table.viewport().width() - self._table.horizontalHeader().length()
            self._table.setColumnWidth(Column.NAME, self._table.columnWidth(Column.NAME) + max(0, spare))
