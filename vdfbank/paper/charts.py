"""Charts in black and grey: lines told apart by dashes and marks, bars by hatching; every word in our own font."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from reportlab.lib.colors import Color

from vdfbank.bank.calendar import Month
from vdfbank.paper.door import NORMAL, pdfmetrics
from vdfbank.paper.scale import Scale
from vdfbank.paper.style import GREY, HAIRLINE, INK, LEADING, LINE, PALE, PAPER, SMALL
from vdfbank.wording.language import Language

# isort: split
from reportlab.graphics.charts.barcharts import VerticalBarChart
from reportlab.graphics.charts.linecharts import HorizontalLineChart
from reportlab.graphics.shapes import Drawing, Group, Hatching, Line, Rect, Shape, String
from reportlab.graphics.widgetbase import Widget
from reportlab.graphics.widgets.markers import makeMarker

#: ReportLab's charts are told everything through attributes that its types do not know.
Chart = Any
ROW = SMALL * LEADING
#: Below a chart the months and their years.
_FOOT = 2 * ROW
#: Between an axis and its labels.
_GAP = 4
_SAMPLE = 22


@dataclass(frozen=True, slots=True)
class Series:
    """One line, or the bars of one kind: its name and a figure a month."""

    name: str
    figures: Sequence[int]


@dataclass(frozen=True, slots=True)
class Pen:
    """How a line is told from the others without colour."""

    colour: Color
    dash: tuple[int, ...] | None
    mark: str
    fill: Color


#: The first series stands out; three are the most that can be told apart on an old printer.
PENS = (
    Pen(INK, None, "Circle", INK),
    Pen(GREY, (4, 2), "Square", PAPER),
    Pen(INK, (1, 2), "Diamond", GREY),
)
#: How bars of each kind are filled: hatched one way, grey.
FILLS = (True, False)


class Bar(Widget):
    """A bar of a chart, hatched or grey; the chart says where it stands."""

    def __init__(self, *, hatched: bool) -> None:
        self.hatched = hatched
        self.x = self.y = self.width = self.height = 0.0

    def draw(self) -> Group:
        fill = PAPER if self.hatched else PALE
        outline = box(self.x, self.y, self.width, self.height, fill)
        return Group(outline, *([hatching(self.x, self.y, self.width, self.height)] if self.hatched else []))


def box(x: float, y: float, width: float, height: float, fill: Color) -> Shape:
    outline: Chart = Rect(x, y, width, height)
    outline.fillColor, outline.strokeColor, outline.strokeWidth = fill, INK, HAIRLINE
    return outline  # type: ignore[no-any-return]


def dashed(start: tuple[float, float], end: tuple[float, float], dash: tuple[int, ...] | None, width: float) -> Chart:
    """A line, whole where no dashes are named."""
    line: Chart = Line(*start, *end)
    line.strokeColor, line.strokeDashArray, line.strokeWidth = INK, dash, width
    return line


def hatching(x: float, y: float, width: float, height: float) -> Shape:
    """Slanted lines within a rectangle."""
    corners: Any = [x, y, x + width, y, x + width, y + height, x, y + height]
    return Hatching(spacings=3, angles=45, xyLists=corners, strokeColor=INK, strokeWidth=HAIRLINE)


def line_chart(
    series: Sequence[Series], months: Sequence[Month], drawn: Scale, size: tuple[float, float], language: Language
) -> Drawing:
    """A line a series over the months."""
    chart: Chart = HorizontalLineChart()
    chart.joinedLines = 1
    for number in range(len(series)):
        pen = PENS[number]
        line = chart.lines[number]
        line.strokeColor, line.strokeDashArray, line.strokeWidth = pen.colour, pen.dash, LINE * 1.5
        line.symbol = _mark(pen)
    return _framed(chart, series, months, drawn, size, language, _line_sample)


def bar_chart(
    series: Sequence[Series], months: Sequence[Month], drawn: Scale, size: tuple[float, float], language: Language
) -> Drawing:
    """A bar a month, the series one upon the other."""
    chart: Chart = VerticalBarChart()
    chart.categoryAxis.style = "stacked"
    chart.groupSpacing = 6
    for number in range(len(series)):
        chart.bars[number].symbol = Bar(hatched=FILLS[number])
    return _framed(chart, series, months, drawn, size, language, _bar_sample)


Sample = Callable[[int, float, float], list[Any]]


def _framed(
    chart: Chart,
    series: Sequence[Series],
    months: Sequence[Month],
    drawn: Scale,
    size: tuple[float, float],
    language: Language,
    sample: Sample,
) -> Drawing:
    """The chart between its axes, above it the key."""
    left = max(length(_tick(tick, drawn, language)) for tick in drawn.ticks()) + _GAP
    chart.x, chart.y = left, _FOOT
    chart.width, chart.height = size[0] - left - _GAP, size[1] - _FOOT - ROW - _GAP
    chart.data = [list(one.figures) for one in series]
    chart.fillColor = chart.strokeColor = None
    _months(chart.categoryAxis, months, language)
    _values(chart.valueAxis, drawn, language)
    drawing = Drawing(*size)
    drawing.add(chart)
    x = left
    for number, one in enumerate(series):
        for shape in sample(number, x, size[1] - ROW + _GAP):
            drawing.add(shape)
        drawing.add(text(x + _SAMPLE + _GAP, size[1] - ROW + _GAP - SMALL / 3, one.name))
        x += _SAMPLE + length(one.name) + 4 * _GAP
    return drawing


def _months(axis: Chart, months: Sequence[Month], language: Language) -> None:
    """The number of each month; under the first and each January the year."""
    labels = []
    for place, month in enumerate(months):
        number, year = language.short_date(month.first)[3:].split("/")
        labels.append(f"{number}\n{year}" if place == 0 or month.number == 1 else number)
    axis.categoryNames = labels
    axis.strokeColor, axis.strokeWidth, axis.visibleTicks = INK, HAIRLINE, 0
    _lettered(axis.labels)
    axis.labels.boxAnchor, axis.labels.textAnchor = "n", "middle"
    axis.labels.dy = -_GAP / 2


def _values(axis: Chart, drawn: Scale, language: Language) -> None:
    axis.valueMin, axis.valueMax, axis.valueSteps = 0, drawn.top, drawn.ticks()
    axis.visibleAxis = axis.visibleTicks = 0
    axis.visibleGrid, axis.gridStrokeColor, axis.gridStrokeWidth = 1, PALE, HAIRLINE
    axis.labelTextFormat = lambda value: _tick(int(value), drawn, language)
    _lettered(axis.labels)
    axis.labels.boxAnchor = "e"
    axis.labels.dx = -_GAP


def _lettered(labels: Chart) -> None:
    labels.fontName, labels.fontSize, labels.leading, labels.fillColor = NORMAL, SMALL, ROW, INK


def _tick(value: int, drawn: Scale, language: Language) -> str:
    return language.number(value // drawn.unit)


def _mark(pen: Pen) -> Chart:
    make: Chart = makeMarker
    return make(pen.mark, size=4, fillColor=pen.fill, strokeColor=INK, strokeWidth=HAIRLINE)


def _line_sample(number: int, x: float, y: float) -> list[Any]:
    pen, mark = PENS[number], _mark(PENS[number])
    mark.x, mark.y = x + _SAMPLE / 2, y
    line = dashed((x, y), (x + _SAMPLE, y), pen.dash, LINE * 1.5)
    line.strokeColor = pen.colour
    return [line, mark]


def _bar_sample(number: int, x: float, y: float) -> list[Any]:
    bar = Bar(hatched=FILLS[number])
    bar.x, bar.y, bar.width, bar.height = x, y - SMALL / 2, _SAMPLE, SMALL
    return [bar]


def text(x: float, y: float, words: str, anchor: Literal["start", "middle", "end"] = "start") -> String:
    return String(x, y, words, fontName=NORMAL, fontSize=SMALL, fillColor=INK, textAnchor=anchor)


def length(words: str) -> float:
    return pdfmetrics.stringWidth(words, NORMAL, SMALL)
