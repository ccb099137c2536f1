"""A list that may be long: rows of words under headings, walked with the arrow keys, opened with Enter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from vdfbank.desktop.palette import colours
from vdfbank.desktop.parts import Tone
from vdfbank.desktop.tongue import Tongue
from vdfbank.wording.breaks import wrap_lo

AnyIndex = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
#: Rows whose words decide how wide a column is, and the room beside them, in pixels.
_MEASURED, _PADDING = 200, 18


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: its heading (a sentence of the catalogue), figures on the right edge, its share of the width."""

    words: str
    is_figure: bool = False
    share: int = 2


@dataclass(frozen=True, slots=True)
class Line:
    """One row: what it stands for, its cells, and how it is meant to be seen."""

    key: str
    cells: tuple[str, ...]
    tone: Tone = "plain"


class RowsModel(QAbstractTableModel):
    def __init__(self, tongue: Tongue, headings: Sequence[Heading]) -> None:
        super().__init__()
        self._tongue, self.headings = tongue, tuple(headings)
        self.lines: tuple[Line, ...] = ()

    def lay_out(self, lines: Sequence[Line], headings: Sequence[Heading] | None = None) -> None:
        self.beginResetModel()
        self.lines = tuple(lines)
        if headings is not None:
            self.headings = tuple(headings)
        self.endResetModel()

    @override
    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    @override
    def columnCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.headings)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line, heading = self.lines[index.row()], self.headings[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return line.cells[index.column()]
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if heading.is_figure else Qt.AlignmentFlag.AlignLeft
                return int(side | Qt.AlignmentFlag.AlignVCenter)
            case Qt.ItemDataRole.ForegroundRole if line.tone != "plain":
                return QColor(colours().tinted(line.tone))
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._tongue.say(heading.words)}: {line.cells[index.column()]}"
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        heading = self.headings[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return wrap_lo(self._tongue.say(heading.words))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if heading.is_figure else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None


class RowsTable(QTableView):
    """`opened` follows Enter or a double click, `moved` every other row; both with the row's key."""

    opened = Signal(str)
    moved = Signal(str)

    def __init__(self, tongue: Tongue, name: str, headings: Sequence[Heading] = ()) -> None:
        super().__init__()
        self._tongue, self._name = tongue, name
        self.rows = RowsModel(tongue, headings)
        self.setModel(self.rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.selectionModel().currentRowChanged.connect(self._moved)
        self.doubleClicked.connect(lambda _index: self.opened.emit(self.key) if self.key else None)

    def speak(self) -> None:
        self.setAccessibleName(self._tongue.say(self._name))
        self.rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.rows.headings) - 1)
        # A line of Lao with two marks over a letter is this high.
        self.verticalHeader().setDefaultSectionSize(max(36, self.fontMetrics().height() + 8))
        self._share_width()

    def lay_out(self, lines: Sequence[Line], headings: Sequence[Heading] | None = None) -> None:
        """Show other rows; the keyboard stays on the row it was on where that is still there."""
        key = self.key
        self.rows.lay_out(lines, headings)
        self._share_width()
        if key is not None:
            self.select(key)
        if self.key is None and lines:
            self.selectRow(0)

    @property
    def key(self) -> str | None:
        row = self.currentIndex().row()
        return self.rows.lines[row].key if 0 <= row < len(self.rows.lines) else None

    def select(self, key: str) -> None:
        for row, line in enumerate(self.rows.lines):
            if line.key == key:
                self.selectRow(row)
                return

    def _moved(self, index: QModelIndex) -> None:
        if index.isValid():
            self.moved.emit(self.rows.lines[index.row()].key)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.key and not event.modifiers():
            self.opened.emit(self.key)
            return
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """Every column as wide as its words; what is left goes by shares, what is missing is taken from words."""
        headings, width = self.rows.headings, self.viewport().width()
        needed = [self._needed(column) for column in range(len(headings))]
        left = width - sum(needed)
        takes = [heading.share if left > 0 or not heading.is_figure else 0 for heading in headings]
        whole = sum(takes) or 1
        for column, (wanted, share) in enumerate(zip(needed, takes, strict=True)):
            self.setColumnWidth(column, wanted + left * share // whole)

    def _needed(self, column: int) -> int:
        """The longest of its first cells; of thousands of rows not every one is measured."""
        heading = wrap_lo(self._tongue.say(self.rows.headings[column].words))
        cells = (line.cells[column] for line in self.rows.lines[:_MEASURED])
        measure = self.fontMetrics().horizontalAdvance
        return max(measure(heading), max(map(measure, cells), default=0)) + _PADDING
