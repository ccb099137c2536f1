"""
A window typed in until somebody kills it: ``python -m tests.desktop.typing BOOK``.

Each cell is told when it was left ("left M07 13000") and again when the book has it ("kept M07").
"""

from __future__ import annotations

import os
import sys
from itertools import count
from pathlib import Path


def main(book: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from tests.desktop.day_keys import cell
    from tests.desktop.large_village import DAY
    from tests.desktop.workplace import Keyboard

    app = QApplication([])
    assert app is not None
    seat = Keyboard(DAY)
    seat.open(book)
    seat.open_sheet()
    for number in count():
        # Round and round: a cell typed again has another amount.
        seat.window.day.sheet.table.go_to(number % 20, 3)
        member, amount = cell(seat)[0], 10_000 + 1000 * number
        seat.type(str(amount))
        QTest.keyClick(seat.focused, Qt.Key.Key_Return)
        _tell(f"left {member} {amount}")
        seat.settle()
        _tell(f"kept {member} {amount}")


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
