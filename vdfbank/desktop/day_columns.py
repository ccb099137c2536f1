"""The columns of the savings-day sheet: what they are called, and how they look."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from vdfbank.desktop.palette import Tint
from vdfbank.office.recorded_day import Cell
from vdfbank.wording.catalogue import N_

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
#: The small line under an amount.
BELOW_ROLE = Qt.ItemDataRole.UserRole + 1
#: A cell where nothing is asked.
DOT = "·"


class Column(IntEnum):
    NUMBER = 0
    NAME = 1
    HERE = 2
    SAVE = 3
    DUE = 4
    REPAY = 5
    WITHDRAW = 6
    TOTAL = 7
    STATE = 8


CELL_OF: dict[Column, Cell] = {Column.SAVE: "save", Column.REPAY: "repay", Column.WITHDRAW: "withdraw"}
COLUMN_OF: dict[Cell, Column] = {cell: column for column, cell in CELL_OF.items()}
HEADS = {
    Column.NUMBER: N_("No."),
    Column.NAME: N_("Name"),
    Column.HERE: N_("Here"),
    Column.SAVE: N_("Savings"),
    Column.DUE: N_("Loan due"),
    Column.REPAY: N_("Paid"),
    Column.WITHDRAW: N_("Taken out"),
    Column.TOTAL: N_("Together"),
    Column.STATE: "",
}
STATES: dict[str, tuple[str, str, Tint]] = {
    "open": (N_("not yet recorded"), "open_row", "line"),
    "recorded": (N_("recorded"), "right", "good"),
    "absent": (N_("absent"), "away", "muted"),
    "look": (N_("look at it"), "look", "look"),
    "wrong": (N_("the rules object"), "wrong", "wrong"),
}
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter


def alignment(column: Column) -> Qt.AlignmentFlag:
    if column in (Column.HERE, Column.STATE):
        return _CENTRE
    return _LEFT if column in (Column.NUMBER, Column.NAME) else _RIGHT


def bold() -> QFont:
    font = QFont()
    font.setBold(True)
    return font


def small(font: QFont) -> QFont:
    """The font of the line under an amount: smaller, but never below ten points."""
    smaller = QFont(font)
    smaller.setPointSizeF(max(10.0, font.pointSizeF() * 0.8))
    return smaller
