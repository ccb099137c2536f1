"""The package as a chart: months since each kind of session, and the lines where it warns and stands on red."""

from reportlab.graphics.shapes import Drawing

from vdfbank.paper.charts import ROW, box, dashed, hatching, length, text
from vdfbank.paper.style import GREY, HAIRLINE, LINE, PAPER
from vdfbank.training.package import ALERT_AFTER_MONTHS, RED_AFTER_MONTHS, Package
from vdfbank.wording import terms
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language

#: A bar ends here however long ago a session was.
_LONGEST = 12
_GAP = 6


def package_chart(package: Package, size: tuple[float, float], language: Language) -> Drawing:
    """A bar a kind of session; beside it the months in figures and the day it was held last."""
    never = language.say(N_("never"))
    names = {module: terms.module(module, language) for module in package.last}
    days = {module: language.short_date(day) if day else never for module, day in package.last.items()}
    left = max(map(length, names.values())) + _GAP
    day_wide = max(map(length, days.values()))
    right = size[0] - day_wide - _GAP - length(language.number(100)) - _GAP
    drawing, top = Drawing(*size), size[1] - ROW
    high = top / len(names)
    for limit in (0, ALERT_AFTER_MONTHS, RED_AFTER_MONTHS):
        x = left + (right - left) * limit / _LONGEST
        dash, label = ((3, 2), language.number(limit)) if limit else (None, "")
        drawing.add(dashed((x, 0), (x, top), dash, LINE if limit else HAIRLINE))
        drawing.add(text(x, top + 3, label, "middle"))
    for row, (module, months) in enumerate(package.months_since.items()):
        middle = top - (row + 0.5) * high
        _bar(drawing, months, (left, middle - high * 0.25, right, high * 0.5))
        drawing.add(text(0, middle - 3, names[module]))
        drawing.add(
            text(size[0] - day_wide - _GAP, middle - 3, "–" if months is None else language.number(months), "end")
        )
        drawing.add(text(size[0], middle - 3, days[module], "end"))
    return drawing


def _bar(drawing: Drawing, months: int | None, place: tuple[float, float, float, float]) -> None:
    """White while in time, hatched when due, grey when overdue; what was never held runs to the end."""
    left, y, right, high = place
    wide = (right - left) * min(_LONGEST, _LONGEST if months is None else months) / _LONGEST
    overdue = months is None or months >= RED_AFTER_MONTHS
    drawing.add(box(left, y, wide, high, GREY if overdue else PAPER))
    if not overdue and months is not None and months >= ALERT_AFTER_MONTHS:
        drawing.add(hatching(left, y, wide, high))
