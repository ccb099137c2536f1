"""Put a form on its pages: head line, foot line with seal and page x of y."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from typing_extensions import override

from vdfbank.content.place import Place
from vdfbank.paper.door import NORMAL, BaseDocTemplate, Canvas, Flowable, Frame, PageTemplate, pdfmetrics
from vdfbank.paper.sizes import A4, Size
from vdfbank.paper.style import GREY, HAIRLINE, INK, LEADING, SMALL
from vdfbank.wording.breaks import CLUSTER
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language

#: Height of the line at the head and at the foot of each page.
_STRIP = SMALL * LEADING + 3


@dataclass(frozen=True, slots=True)
class Running:
    """What stands on every page, so that a lost sheet finds its book: village and its code, form and month, seal."""

    village: str
    village_code: str
    form: str
    seal: str


def running(place: Place, form: str, language: Language) -> Running:
    """The lines of a form made from a book as it stands now."""
    seal = language.say(N_("Seal {seal}"), seal=place.seal) if place.seal else ""
    return Running(place.village, place.village_code, form, seal)


def print_pages(story: Sequence[Flowable], lines: Running, title: str, language: Language, size: Size = A4) -> bytes:
    """The form as PDF; the same content gives the same bytes."""
    out = BytesIO()
    document = BaseDocTemplate(
        out,
        pagesize=size.sheet,
        title=title,
        author=lines.village,
        subject=lines.form,
        lang={"lo": "lo-LA", "en": "en-GB"}[language.code],
        invariant=1,
    )
    frame = Frame(
        size.margin,
        size.margin + _STRIP,
        size.text_width,
        size.height - 2 * size.margin - 2 * _STRIP,
        leftPadding=0,
        rightPadding=0,
        topPadding=2,
        bottomPadding=2,
    )
    document.addPageTemplates([PageTemplate("page", [frame])])
    document.build(list(story), canvasmaker=_canvas_for(lines, language, size))
    return out.getvalue()


def _canvas_for(lines: Running, language: Language, size: Size) -> type[Canvas]:
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
                _strips(self, lines, _page_of(number, len(self._pages), language), size)
                super().showPage()
            super().save()

    return CountingCanvas


def _page_of(number: int, pages: int, language: Language) -> str:
    return language.say(N_("Page {number} of {pages}"), number=language.number(number), pages=language.number(pages))


def _strips(canvas: Canvas, lines: Running, page: str, size: Size) -> None:
    left, right = size.margin, size.width - size.margin
    top, bottom = size.height - size.margin - SMALL * 1.2, size.margin + SMALL * 0.5
    canvas.setFont(NORMAL, SMALL)
    canvas.setFillColor(INK)
    # A long name gives way; what identifies the village, its code, and the form stand whole.
    code = f"  {lines.village_code}" if lines.village_code else ""
    room = size.text_width - _width(f"{code}    {lines.form}")
    canvas.drawString(left, top, _shortened(lines.village, room) + code)
    canvas.drawRightString(right, top, lines.form)
    canvas.drawString(left, bottom, lines.seal)
    canvas.drawRightString(right, bottom, page)
    canvas.setStrokeColor(GREY)
    canvas.setLineWidth(HAIRLINE)
    for y in (size.height - size.margin - _STRIP + 1, size.margin + _STRIP - 1):
        canvas.line(left, y, right, y)


def _shortened(text: str, room: float) -> str:
    """As much of `text` as there is room for, cut between clusters and marked with dots."""
    if _width(text) <= room:
        return text
    kept = ""
    for cluster in CLUSTER.findall(text):
        if _width(f"{kept}{cluster}…") > room:
            break
        kept += cluster
    return f"{kept}…"


def _width(text: str) -> float:
    return pdfmetrics.stringWidth(text, NORMAL, SMALL)


def frame_on(size: Size) -> Frame:
    """The room between the lines at head and foot."""
    height = size.height - 2 * size.margin - 2 * _STRIP
    return Frame(size.margin, size.margin + _STRIP, size.text_width, height, 0, 2, 0, 2)


def run_lines(canvas: Canvas, lines: Running, number: int, pages: int, language: Language, size: Size) -> None:
    """Head and foot of a piece of paper that is laid on a larger sheet."""
    _strips(canvas, lines, _page_of(number, pages, language), size)
