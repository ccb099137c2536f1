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
    QTableView,
)
from typing_extensions import override

from vdfbank.bank.money import Money
from vdfbank.desktop.amount import Misread, typed_character
from vdfbank.desktop.day_bar import Filter
from vdfbank.desktop.day_cell import ENTER, NO_HINT, CellDelegate, CellEdit
from vdfbank.desktop.day_columns import CELL_OF, COLUMN_OF, Column, Index
from vdfbank.desktop.day_fit import Fitting
from vdfbank.desktop.day_model import DayModel
from vdfbank.desktop.kip_edit import fault_sentence
from vdfbank.desktop.tongue import Tongue
from vdfbank.wording.problems import sentence


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
    #: Enter behind the last cell of a row, in queue mode.
    row_finished = Signal()
    #: More was paid in this row than is due.
    surplus = Signal(int)

    def __init__(self, model: DayModel, tongue: Tongue) -> None:
        super().__init__()
        self.day_model = model
        self._tongue = tongue
        self._editor: CellEdit | None = None
        self.is_queue = False
        self._filter = Filter.ALL
        self.setModel(model)
        self._delegate = CellDelegate(self, tongue)
        self.setItemDelegate(self._delegate)
        self._fitting = Fitting(self, model, self._delegate)
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
        model.edited.connect(lambda _day: self._fit_rows())

    def fit(self) -> None:
        """Rows and columns for the text size and language of now."""
        self._fitting.fit()
        self._fit_rows()

    def _fit_rows(self) -> None:
        self._fitting.fit_rows(self.rows_shown())

    def rows_shown(self) -> list[int]:
        """The rows the filter lets through, and the one that has the keyboard."""
        here = self.currentIndex().row()
        rows = self.day_model.rows_shown(self._filter)
        return rows if self._filter == Filter.ALL or here in rows or here < 0 else sorted([*rows, here])

    def filter_by(self, chosen: Filter) -> None:
        self._filter = chosen
        self._fit_rows()
        rows = self.day_model.rows_shown(chosen)
        if rows and self.currentIndex().row() not in rows:
            self.go_to(rows[0], int(Column.SAVE))
            self._fit_rows()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.day_model.has_day:
            self.fit()
            self.scrollTo(self.currentIndex())

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
        index = self.currentIndex()
        cell = CELL_OF[Column(index.column())]
        objection = None if read is None else self.day_model.objection(index.row(), cell, read)
        if objection is not None:
            names = self.day_model.day.sheet.names
            self.echoed.emit(sentence(objection, self._tongue.language, names))
            return False
        self._delegate.commitData.emit(editor)
        self._delegate.closeEditor.emit(editor, NO_HINT)
        return True

    def _editor_opened(self, editor: CellEdit) -> None:
        self._editor = editor
        editor.echoed.connect(self.echoed)

    def _left_cell(self, event: QKeyEvent) -> None:
        """What was typed lands, then the key does what it does in the sheet."""
        row, was = self.currentIndex().row(), self.currentIndex().data(Qt.ItemDataRole.EditRole)
        if not self.finish_editing():
            return
        is_payment = self.currentIndex().column() == Column.REPAY
        is_new = self.currentIndex().data(Qt.ItemDataRole.EditRole) != was
        if is_payment and is_new and self.day_model.day.ahead(self.day_model.member(row)):
            self.surplus.emit(row)
            return
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
        beyond = self.day_model.next_askable(index.row(), index.column(), step, self.rows_shown())
        if self.is_queue and step > 0 and (beyond is None or beyond[0] != index.row()):
            self.row_finished.emit()
        elif beyond is not None:
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
            self.setRowHidden(found[0], False)
            self.go_to(*found)
            self.setFocus()

    def go_to_member_row(self, row: int) -> None:
        """The first cell of a row that is still asked for."""
        asked = self.day_model.day.missing_cells(self.day_model.member(row)) or ("save",)
        self.go_to(row, int(COLUMN_OF[asked[0]]))
        self.setFocus()

    def go_to(self, row: int, column: int) -> None:
        index = self.day_model.index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if self._filter != Filter.ALL and current.row() != previous.row():
            self._fit_rows()
        self.row_changed.emit(current.row())
