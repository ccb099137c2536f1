"""The page of charts: savings and loans, loans at risk, cash, the package, and below them the numbers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm
from typing_extensions import override

from vdfbank.content.trends import MonthEnd, Trends
from vdfbank.paper.charts import Series, bar_chart, line_chart
from vdfbank.paper.door import Flowable, Table
from vdfbank.paper.package_chart import package_chart
from vdfbank.paper.scale import KIP, PERCENT, scale
from vdfbank.paper.style import HEADING_STYLE, WIDTH, Cell, head, head_right, table, words
from vdfbank.paper.titles import opening
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language

# isort: split
from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing

_BETWEEN = 8 * mm
_WIDE = (WIDTH - _BETWEEN) / 2
#: Less is no chart any more.
_LEAST_HIGH = 90.0
_HEADING = 22.0
#: Space before and after the heading of the numbers.
_SPARE = 8

#: Draws a chart of a size.
Draw = Callable[[tuple[float, float]], Drawing]


@dataclass(frozen=True, slots=True)
class Titled:
    title: str
    draw: Draw


class FourCharts(Flowable):
    """Two by two, each under its title, as high as the page leaves room above the numbers that follow."""

    def __init__(self, charts: Sequence[Titled], below: float) -> None:
        super().__init__()
        self.charts, self.below = charts, below

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        self.width, self.height = aW, max(2 * (_HEADING + _LEAST_HIGH), aH - self.below)
        return self.width, self.height

    def draw(self) -> None:
        high = self.height / 2
        for number, chart in enumerate(self.charts):
            down, along = divmod(number, 2)
            x, y = along * (_WIDE + _BETWEEN), (1 - down) * high
            title = words(chart.title, HEADING_STYLE)
            _, title_high = title.wrap(_WIDE, high)
            title.drawOn(self.canv, x, y + high - title_high)
            renderPDF.draw(chart.draw((_WIDE, high - _HEADING - 2 * mm)), self.canv, x, y + 2 * mm)


def story(trends: Trends, language: Language) -> list[Flowable]:
    first, last = language.date(trends.months[0].month.last), language.date(trends.last.last)
    note = language.say(N_("As it stood at the end of each month, from {first} to {last}."), first=first, last=last)
    numbers = _numbers(trends, language)
    heading = words(language.say(N_("The numbers of the charts, in kip")), HEADING_STYLE)
    below = numbers.wrap(WIDTH, 10_000)[1] + _HEADING + _SPARE
    title = language.say(N_("Twelve months in charts"))
    return [
        *opening(title, trends.place, note, language),
        FourCharts(_charts(trends, language), below),
        heading,
        numbers,
    ]


def _charts(trends: Trends, language: Language) -> list[Titled]:
    months = [end.month for end in trends.months]

    def of(name: str, figure: Callable[[MonthEnd], int]) -> Series:
        return Series(language.say(name), [figure(end) for end in trends.months])

    savings = [of(N_("Savings"), lambda end: end.savings), of(N_("Loans"), lambda end: end.loans)]
    late = [
        of(N_("More than 30 days late"), lambda end: end.long_late.bp),
        of(N_("Late at all"), lambda end: end.late.bp),
    ]
    cash = [of(N_("Cash box"), lambda end: end.cash_box)]
    if trends.has_bank_account:
        cash.append(of(N_("Bank account"), lambda end: end.bank))
    held = scale([end.cash_box + end.bank for end in trends.months], KIP)
    both = scale([figure for one in savings for figure in one.figures], KIP)
    share = scale([figure for one in late for figure in one.figures], PERCENT)

    def titled(name: str, said: str, draw: Draw) -> Titled:
        return Titled(language.say(N_("{chart}, {unit}"), chart=language.say(name), unit=language.say(said)), draw)

    return [
        titled(N_("Savings and loans"), both.said, lambda size: line_chart(savings, months, both, size, language)),
        titled(
            N_("Loans at risk of all loans"), share.said, lambda size: line_chart(late, months, share, size, language)
        ),
        titled(N_("Cash"), held.said, lambda size: bar_chart(cash, months, held, size, language)),
        Titled(
            language.say(N_("The package: months since a session was held")),
            lambda size: package_chart(trends.package, size, language),
        ),
    ]


def _numbers(trends: Trends, language: Language) -> Table:
    """What the charts are drawn from, to the kip; risk with what it is part of."""
    kip = [N_("Savings"), N_("Loans"), N_("Cash box")]
    if trends.has_bank_account:
        kip.append(N_("Bank account"))
    heads: list[Cell] = [head(language.say(N_("Month"))), *(head_right(language.say(name)) for name in kip)]
    for name in (N_("Late at all"), N_("More than 30 days late")):
        heads += [head_right(language.say(name)), head_right("%")]
    rows = [_row(end, trends, language) for end in trends.months]
    month, percent = 18 * mm, 14 * mm
    amounts = (WIDTH - month - 2 * percent) / (len(kip) + 2)
    widths = (month, *[amounts] * (len(kip) + 1), percent, amounts, percent)
    return table([heads, *rows], widths, range(1, len(widths)))


def _row(end: MonthEnd, trends: Trends, language: Language) -> list[Cell]:
    kip = [end.savings, end.loans, end.cash_box, *([end.bank] if trends.has_bank_account else [])]
    risk: list[Cell] = []
    for late in (end.late, end.long_late):
        risk += [language.number(late.principal), language.percent(late.bp).removesuffix(" %") if late.of else "–"]
    return [language.short_date(end.month.first)[3:], *(language.number(amount) for amount in kip), *risk]
