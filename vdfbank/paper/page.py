"""Put a form on its pages: head line, foot line with seal and page x of y."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from typing_extensions import override

from vdfbank.content.place import Place
from vdfbank.paper.door import (
    NORMAL,
    BaseDocTemplate,
    Canvas,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    pdfmetrics,
)
from vdfbank.paper.sizes import A4, Size
from vdfbank.paper.style import GREY, HAIRLINE, INK, LEADING, SMALL, shortened
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language

#: Height of the line at the head and at the foot of each page.
_STRIP = SMALL * LEADING + 3
_FRAME_PADDING = 2


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


@dataclass(frozen=True, slots=True)
class Part:
    """
    Pages that belong together and are counted by themselves: one member's statement among many.

    What is printed over a page that has been printed before is an overprint: nothing runs at its head and foot.
    """

    lines: Running
    story: Sequence[Flowable]
    is_overprint: bool = False


def print_pages(story: Sequence[Flowable], lines: Running, title: str, language: Language, size: Size = A4) -> bytes:
    """The form as PDF; the same content gives the same bytes."""
    return print_parts([Part(lines, story)], title, language, size)


def print_parts(parts: Sequence[Part], title: str, language: Language, size: Size = A4) -> bytes:
    """One form after the other, each beginning a page and counting its own; the same content gives the same bytes."""
    out, lines = BytesIO(), parts[0].lines
    document = BaseDocTemplate(
        out,
        pagesize=size.sheet,
        title=title,
        author=lines.village,
        subject=lines.form,
        lang=language.tag,
        invariant=1,
    )
    document.addPageTemplates([_template(number, size) for number in range(len(parts))])
    story: list[Flowable] = []
    for number, part in enumerate(parts):
        if number:
            story += [NextPageTemplate(str(number)), PageBreak()]
        story += part.story
    document.build(story, canvasmaker=_canvas_for(parts, language, size))
    return out.getvalue()


def _template(part: int, size: Size) -> PageTemplate:
    """The pages of a part; each tells the canvas whose it is."""
    frame = Frame(
        size.margin,
        size.margin + _STRIP,
        size.text_width,
        size.height - 2 * size.margin - 2 * _STRIP,
        leftPadding=0,
        rightPadding=0,
        topPadding=_FRAME_PADDING,
        bottomPadding=_FRAME_PADDING,
    )

    def begin(canvas: Any, _document: object) -> None:  # noqa: ANN401 - the canvas below
        canvas.part = part

    return PageTemplate(str(part), [frame], onPage=begin)


def _canvas_for(parts: Sequence[Part], language: Language, size: Size) -> type[Canvas]:
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
            pages = Counter(page["part"] for page in self._pages)
            done: Counter[int] = Counter()
            for page in self._pages:
                self.__dict__.update(page)
                number = page["part"]
                done[number] += 1
                if not parts[number].is_overprint:
                    _strips(self, parts[number].lines, _page_of(done[number], pages[number], language), size)
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
    canvas.drawString(left, top, shortened(lines.village, room) + code)
    canvas.drawRightString(right, top, lines.form)
    canvas.drawString(left, bottom, lines.seal)
    canvas.drawRightString(right, bottom, page)
    canvas.setStrokeColor(GREY)
    canvas.setLineWidth(HAIRLINE)
    for y in (size.height - size.margin - _STRIP + 1, size.margin + _STRIP - 1):
        canvas.line(left, y, right, y)


def _width(text: str) -> float:
    return pdfmetrics.stringWidth(text, NORMAL, SMALL)


def frame_on(size: Size) -> Frame:
    """The room between the lines at head and foot."""
    height = size.height - 2 * size.margin - 2 * _STRIP
    return Frame(size.margin, size.margin + _STRIP, size.text_width, height, 0, 2, 0, 2)


def run_lines(canvas: Canvas, lines: Running, number: int, pages: int, language: Language, size: Size) -> None:
    """Head and foot of a piece of paper that is laid on a larger sheet."""
    _strips(canvas, lines, _page_of(number, pages, language), size)
