"""The totals under the sheet: recorded, in the box before, in, out, and what the box should hold."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from vdfbank.desktop.parts import Figure
from vdfbank.desktop.tongue import Tongue
from vdfbank.office.recorded_day import RecordedDay
from vdfbank.wording.catalogue import N_

_CAPTIONS = (
    N_("recorded"),
    N_("In the box before"),
    N_("Savings"),
    N_("Repaid on loans"),
    N_("Out of the box"),
    N_("Box should hold"),
)
_REPAID = 3
#: Below this width of a figure, they stand in two rows.
_FIGURE_EMS = 9
#: Where there is little room: how many are recorded, and what the box should hold.
_MATTERING = (0, 5)


class _Total(Figure):
    """Caption over the number; beside it where there is no room for both lines."""

    def lie_down(self, *, is_flat: bool) -> None:
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.setDirection(QBoxLayout.Direction.LeftToRight if is_flat else QBoxLayout.Direction.TopToBottom)
        column.setSpacing(10 if is_flat else 0)


class SheetTotals(QWidget):
    """Six figures in one row or two; on a low screen the two that matter most."""

    def __init__(self, tongue: Tongue) -> None:
        super().__init__()
        self._tongue = tongue
        self._figures = [_Total() for _ in _CAPTIONS]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)

    def speak(self) -> None:
        for figure, caption in zip(self._figures, _CAPTIONS, strict=True):
            figure.caption(self._tongue.say(caption))

    def fit(self, width: int, *, is_low: bool) -> None:
        across = 6 if width >= 6 * _FIGURE_EMS * self.fontMetrics().averageCharWidth() * 1.6 else 3
        for number, figure in enumerate(self._figures):
            place = _MATTERING.index(number) if is_low and number in _MATTERING else number
            figure.lie_down(is_flat=is_low)
            # First its place: a widget that is shown without one would be a window of its own.
            self._grid.addWidget(figure, place // across, place % across)
            figure.setVisible(not is_low or number in _MATTERING)

    def lay_out(self, day: RecordedDay) -> None:
        spoken, totals = self._tongue.language, day.totals()
        recorded = spoken.say(
            N_("{recorded} of {rows}"), recorded=spoken.number(totals.recorded), rows=spoken.number(totals.rows)
        )
        amounts = (totals.opened_with, totals.saved, totals.repaid, totals.out, totals.box)
        values = (recorded, *(spoken.number(amount) for amount in amounts))
        for figure, value in zip(self._figures, values, strict=True):
            figure.show_value(value)
        if totals.penalties:
            penalties = spoken.number(totals.penalties)
            self._figures[_REPAID].caption(spoken.say(N_("Repaid, penalties {amount}"), amount=penalties))
        else:
            self._figures[_REPAID].caption(spoken.say(_CAPTIONS[_REPAID]))
