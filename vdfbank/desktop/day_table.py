"""The table of a savings day under the fingers: typing replaces, Enter runs on, F-keys do the rest."""

from __future__ import annotations

from PySide6.QtCore import (
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
)
from typing_extensions import override

from vdfbank.bank.money import Money
from vdfbank.desktop.amount import Misread, typed_character
from vdfbank.desktop.day_cell import ENTER, NO_HINT, CellDelegate, CellEdit
from vdfbank.desktop.day_columns import CELL_OF, Column, Index
from vdfbank.desktop.day_model import DayModel
from vdfbank.desktop.kip_edit import fault_sentence
from vdfbank.desktop.look import row_height
from vdfbank.desktop.tongue import Tongue


class DayTable(QTableView):
    """
    The keys of the sheet.

    Digits begin an amount, F2 edits, Del is nothing today, Backspace not yet recorded, Esc puts back; Enter takes the
    expected amount and runs on, Shift+Enter back, Ctrl+Z undoes.
    """

    #: Enter at the end of the sheet.
    run_through = Signal()
    #: What was understood, or what is wrong, while typing.
    echoed = Signal(str)
    #: Another row has the keyboard.
    row_changed = Signal(int)

    def __init__(self, model: DayModel, tongue: Tongue) -> None:
        super().__init__()
        self.day_model = model
        self._tongue = tongue
        self._editor: CellEdit | None = None
        self.setModel(model)
        self._delegate = CellDelegate(self, tongue)
        self.setItemDelegate(self._delegate)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.setIconSize(QSize(20, 20))
        self._delegate.opened.connect(self._editor_opened)
        self._delegate.left_by.connect(self._left_cell)
        self._delegate.closeEditor.connect(self._forget_editor)

    def fit(self) -> None:
        """Rows and columns for the text size and language of now."""
        metrics = self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(row_height(self.font()))
        digits = metrics.horizontalAdvance("‹9.999.999›") + 18
        widths = {
            Column.NUMBER: metrics.horizontalAdvance("M000") + 20,
            Column.HERE: 46,
            Column.SAVE: digits,
            Column.DUE: digits,
            Column.REPAY: digits,
            Column.WITHDRAW: digits,
            Column.TOTAL: digits,
            Column.STATE: 36,
        }
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for column, width in widths.items():
            words = metrics.horizontalAdvance(str(self.day_model.headerData(column, Qt.Orientation.Horizontal))) + 20
            content = self.sizeHintForColumn(column) + 4 if column == Column.DUE else 0
            self.setColumnWidth(column, max(width, words, content))
        header.setMinimumSectionSize(30)
        names = max(
            (metrics.horizontalAdvance(self._name(row)) for row in range(self.day_model.rowCount())), default=80
        )
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Fixed)
        taken = sum(self.columnWidth(column) for column in Column if column != Column.NAME)
        self.setColumnWidth(Column.NAME, max(names + 18, self.viewport().width() - taken))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def _name(self, row: int) -> str:
        return str(self.day_model.index(row, Column.NAME).data())

    # --- editing -------------------------------------------------------------------------------------------------

    def begin_typing(self, text: str) -> None:
        """Open the current cell: what is typed replaces what stood there."""
        editor = self._open_editor()
        if editor is not None:
            editor.clear()
            editor.insert(text)
            editor.textEdited.emit(editor.text())

    def begin_changing(self) -> None:
        """Open the current cell with what stands there (F2)."""
        editor = self._open_editor()
        if editor is not None:
            editor.show_amount(self.currentIndex().data(Qt.ItemDataRole.EditRole))
            editor.selectAll()

    def _open_editor(self) -> CellEdit | None:
        index = self.currentIndex()
        if Column(index.column()) not in CELL_OF:
            return None
        self.edit(index)
        return self._editor

    def finish_editing(self) -> bool:
        """Let what is being typed land; False where it is no amount, and the cell stays open."""
        editor = self._editor
        if editor is None:
            return True
        read = editor.read()
        if isinstance(read, Misread):
            self.echoed.emit(fault_sentence(read, self._tongue))
            return False
        self._delegate.commitData.emit(editor)
        self._delegate.closeEditor.emit(editor, NO_HINT)
        return True

    def _editor_opened(self, editor: CellEdit) -> None:
        self._editor = editor
        editor.echoed.connect(self.echoed)

    def _left_cell(self, event: QKeyEvent) -> None:
        """What was typed lands, then the key does what it does in the sheet."""
        if self.finish_editing():
            self.keyPressEvent(event)

    @property
    def is_editing(self) -> bool:
        return self._editor is not None

    def _forget_editor(self) -> None:
        self._editor = None
        self.echoed.emit("")
        self.setFocus()

    # --- keys ----------------------------------------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._handled(event):
            super().keyPressEvent(event)

    def _handled(self, event: QKeyEvent) -> bool:  # noqa: PLR0911 - one answer a key
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control = Qt.KeyboardModifier.ControlModifier
        if key in ENTER and not held & control:
            self.step(-1 if held & Qt.KeyboardModifier.ShiftModifier else 1)
            return True
        if key == Qt.Key.Key_Z and held == control:
            self.day_model.undo()
            return True
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.focusNextPrevChild(key == Qt.Key.Key_Tab)
            return True
        if key == Qt.Key.Key_F2:
            self.begin_changing()
            return True
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._empty(nothing_today=key == Qt.Key.Key_Delete)
            return True
        if not held & control and typed_character(event.text()):
            self.begin_typing(event.text())
            return True
        return False

    def _empty(self, *, nothing_today: bool) -> None:
        index = self.currentIndex()
        if (cell := CELL_OF.get(Column(index.column()))) is not None:
            self.day_model.enter(index.row(), cell, Money(0) if nothing_today else None)

    def step(self, step: int) -> None:
        """Enter: the expected amount is taken, and the next cell that is asked for gets the keyboard."""
        index = self.currentIndex()
        column = Column(index.column())
        if step > 0 and column in self.day_model.askable(index.row()) and index.data(Qt.ItemDataRole.EditRole) is None:
            self.day_model.take_ghost(index.row(), CELL_OF[column])
        beyond = self.day_model.next_askable(index.row(), index.column(), step)
        if beyond is not None:
            self.go_to(*beyond)
        elif step > 0:
            self.run_through.emit()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab walks the cells of the sheet, then leaves it."""
        return self._move_sideways(1 if next else -1) or super().focusNextPrevChild(next)

    def _move_sideways(self, step: int) -> bool:
        index = self.currentIndex()
        cells = [int(column) for column in CELL_OF]
        place = index.row() * len(cells) + cells.index(index.column()) + step if index.column() in cells else -1
        if 0 <= place < self.day_model.rowCount() * len(cells):
            self.go_to(place // len(cells), cells[place % len(cells)])
            return True
        return False

    def go_to_missing(self) -> None:
        """F5: the next row that is not recorded."""
        if self.finish_editing() and (found := self.day_model.next_missing(self.currentIndex().row())) is not None:
            self.go_to(*found)
            self.setFocus()

    def go_to_member_row(self, row: int) -> None:
        self.go_to(row, int(Column.SAVE))
        self.setFocus()

    def go_to(self, row: int, column: int) -> None:
        index = self.day_model.index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.row_changed.emit(current.row())
