"""Put a form on its pages: head line, foot line with seal and page x of y."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from typing_extensions import override

from vdfbank.paper.door import NORMAL, BaseDocTemplate, Canvas, Flowable, Frame, PageTemplate
from vdfbank.paper.style import GREY, HAIRLINE, INK, LEADING, MARGIN, PAGE, SMALL
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language

#: Height of the line at the head and at the foot of each page.
_STRIP = SMALL * LEADING + 3


@dataclass(frozen=True, slots=True)
class Running:
    """What stands on every page, so that a lost sheet finds its book: village and month, form, seal."""

    village: str
    form: str
    seal: str


def print_pages(story: Sequence[Flowable], running: Running, title: str, language: Language) -> bytes:
    """The form as PDF; the same content gives the same bytes."""
    out = BytesIO()
    document = BaseDocTemplate(
        out,
        pagesize=PAGE,
        title=title,
        author=running.village,
        subject=running.form,
        lang={"lo": "lo-LA", "en": "en-GB"}[language.code],
        invariant=1,
    )
    height = PAGE[1] - 2 * MARGIN - 2 * _STRIP
    frame = Frame(
        MARGIN,
        MARGIN + _STRIP,
        PAGE[0] - 2 * MARGIN,
        height,
        leftPadding=0,
        rightPadding=0,
        topPadding=2,
        bottomPadding=2,
    )
    document.addPageTemplates([PageTemplate("page", [frame])])
    document.build(list(story), canvasmaker=_canvas_for(running, language))
    return out.getvalue()


def _canvas_for(running: Running, language: Language) -> type[Canvas]:
    """A canvas that keeps every page until the last: only then is it known how many there are."""

    class CountingCanvas(Canvas):
        def __init__(self, *args: Any, **settings: Any) -> None:  # noqa: ANN401 - ReportLab's arguments
            super().__init__(*args, **settings)
            self._pages: list[dict[str, Any]] = []

        @override
        def showPage(self) -> None:
            self._pages.append(dict(self.__dict__))
            self._startPage()  # type: ignore[attr-defined]

        @override
        def save(self) -> None:
            for number, page in enumerate(self._pages, start=1):
                self.__dict__.update(page)
                _strips(self, running, _page_of(number, len(self._pages), language))
                super().showPage()
            super().save()

    return CountingCanvas


def _page_of(number: int, pages: int, language: Language) -> str:
    return language.say(N_("Page {number} of {pages}"), number=language.number(number), pages=language.number(pages))


def _strips(canvas: Canvas, running: Running, page: str) -> None:
    left, right = MARGIN, PAGE[0] - MARGIN
    top, bottom = PAGE[1] - MARGIN - SMALL * 1.2, MARGIN + SMALL * 0.5
    canvas.setFont(NORMAL, SMALL)
    canvas.setFillColor(INK)
    canvas.drawString(left, top, running.village)
    canvas.drawRightString(right, top, running.form)
    canvas.drawString(left, bottom, running.seal)
    canvas.drawRightString(right, bottom, page)
    canvas.setStrokeColor(GREY)
    canvas.setLineWidth(HAIRLINE)
    for y in (PAGE[1] - MARGIN - _STRIP + 1, MARGIN + _STRIP - 1):
        canvas.line(left, y, right, y)
