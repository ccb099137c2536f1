"""Facts below each other: what it is left, what it says right; as many as there are, in one scroll."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout

from vdfbank.desktop.parts import Scroll, card, words_label
from vdfbank.wording.breaks import wrap_lo

#: What a fact is, and what it says.
Fact = tuple[str, str]
#: A line of a path may end here.
_BREAK = "\u200b"


class Facts(Scroll):
    """A card of facts; Tab reaches it and the arrows move it."""

    def __init__(self) -> None:
        frame, column = card()
        self._grid = facts_grid(1, 2)
        column.addLayout(self._grid)
        column.addStretch()
        super().__init__(frame, takes_keyboard=True)

    def lay_out(self, facts: Iterable[Fact]) -> None:
        empty(self._grid)
        self.said: list[Fact] = list(facts)
        for row, (name, value) in enumerate(self.said):
            what, says = words_label(quiet=True), words_label()
            what.setText(wrap_lo(name))
            says.setText(wrap_lo(value))
            says.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(what, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(says, row, 1)

    @property
    def text(self) -> str:
        return "\n".join(f"{name}: {value}" for name, value in self.said).replace(_BREAK, "")


def facts_grid(*shares: int) -> QGridLayout:
    """A grid whose columns share the width."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(6)
    for column, share in enumerate(shares):
        grid.setColumnStretch(column, share)
    return grid


def empty(layout: QLayout) -> None:
    """Take everything out of a layout, seen no more from now on."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


def breakable(path: Path) -> str:
    """A path that may go on in the next line after each folder."""
    return str(path).replace(os.sep, f"{os.sep}{_BREAK}")
