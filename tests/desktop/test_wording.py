"""Whatever the window says comes out of the catalogue; the rest is what the book holds."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)

from tests.desktop.workplace import Keyboard
from tests.wording.masked import CATALOGUE, mask, readable

#: Keys are called what stands on them; each language is called by its own name; a book is a file of a name.
KEYS = "Backspace PgUp PgDown Ctrl Shift Esc Enter Tab Space Del English new-village dokchampa vdf vdfbank PDF pdf"


def shown(widget: QWidget) -> Iterator[str]:
    """Everything `widget` says: to the eye, to the pointer, to a screen reader."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle())
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit():
            yield widget.placeholderText()
        case QGroupBox():
            yield widget.title()
        case QComboBox():
            yield from (widget.itemText(at) for at in range(widget.count()))
        case QTableView():
            yield from cells(widget.model())


def cells(model: QAbstractItemModel | None) -> Iterator[str]:
    if model is None:
        return
    rows, columns = range(model.rowCount()), range(model.columnCount())
    across = ((at, Qt.Orientation.Horizontal) for at in columns)
    down = ((at, Qt.Orientation.Vertical) for at in rows)
    yield from (str(model.headerData(at, way) or "") for at, way in (*across, *down))
    for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
        yield from (str(model.index(row, column).data(role) or "") for row in rows for column in columns)


def test_the_window_says_nothing_around_the_catalogue(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(CATALOGUE, mask)
    seat = Keyboard(language="lo")
    try:
        found: dict[str, set[str]] = {}
        for step in seat.tour():
            seat.settle()
            texts = [text for widget in (seat.window, *seat.window.findChildren(QWidget)) for text in shown(widget)]
            assert any("ກກ" in text for text in texts)
            if said := readable(texts, KEYS):
                found[step] = said
        assert found == {}
    finally:
        seat.close()
    assert qapp is QApplication.instance()
