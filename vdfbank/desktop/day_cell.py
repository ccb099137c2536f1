"""One cell of the savings-day sheet while it is typed in, and the ring around the one that has the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from vdfbank.desktop.day_columns import BELOW_ROLE, Column, Index, small
from vdfbank.desktop.kip_edit import KipEdit
from vdfbank.desktop.palette import colours
from vdfbank.desktop.tongue import Tongue

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
NO_HINT = QAbstractItemDelegate.EndEditHint.NoHint
#: Keys that end the typing and belong to the table.
_LEAVING = (*ENTER, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class CellEdit(KipEdit):
    """The editor of one cell; Enter and arrows belong to the table."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (*_LEAVING, Qt.Key.Key_Escape):
            event.ignore()
            return
        super().keyPressEvent(event)


class CellDelegate(QStyledItemDelegate):
    """Edits amounts, and draws the ring around the cell that has the keyboard."""

    #: A cell was opened, for a key or a double click.
    opened = Signal(object)
    #: A key that ends the typing.
    left_by = Signal(object)

    def __init__(self, table: QAbstractItemView, tongue: Tongue) -> None:
        super().__init__(table)
        self._table, self._tongue = table, tongue
        #: Whether the split of a payment has room in its cell; else it stands in the sentence under the sheet.
        self.shows_split = True

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> CellEdit:
        editor = CellEdit(self._tongue, parent)
        editor.setProperty("cell", True)
        editor.setAccessibleName(index.data(Qt.ItemDataRole.AccessibleTextRole))
        self.opened.emit(editor)
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Filled once, when the editor opens: typing is never overwritten by the table."""

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Only what is an amount lands; nothing typed leaves the cell as it was."""
        assert isinstance(editor, CellEdit)
        amount = editor.amount
        if amount is not None:
            model.setData(index, amount)

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, CellEdit):
            key = event.key()
            if key == Qt.Key.Key_Escape:
                self.closeEditor.emit(watched, NO_HINT)
                return True
            if key in _LEAVING:
                self.left_by.emit(event)
                return True
        return super().eventFilter(watched, event)

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.data(BELOW_ROLE) and self._has_room_below(index):
            option.displayAlignment = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop

    def _has_room_below(self, index: Index) -> bool:
        return index.column() != Column.REPAY or self.shows_split

    def _paint_below(self, painter: QPainter, option: QStyleOptionViewItem, below: str, index: Index) -> None:
        painter.save()
        painter.setFont(small(option.font))
        is_late = index.column() == Column.DUE
        painter.setPen(QColor(colours().wrong if is_late else colours().muted))
        rect: QRect = option.rect
        inside = rect.adjusted(4, 0, -9, -2)
        painter.drawText(inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, below)
        painter.restore()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        # The style's own focus mark is thin and dotted; ours can be seen in the sun.
        option.state &= ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, option, index)
        if (below := index.data(BELOW_ROLE)) and self._has_room_below(index):
            self._paint_below(painter, option, below, index)
        table = self._table
        if index == table.currentIndex() and table.hasFocus():
            painter.save()
            painter.setPen(QPen(QColor(colours().focus), 3))
            rect: QRect = option.rect
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
            painter.restore()
