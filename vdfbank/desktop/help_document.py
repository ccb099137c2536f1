"""Markdown of the manual as a document of the window: its font alone, links underlined, Lao lines broken."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextTable,
)

from vdfbank.desktop.look import FAMILY
from vdfbank.desktop.palette import colours
from vdfbank.wording.breaks import ZERO_WIDTH_SPACE, pieces

MARGIN, _INDENT = 14, 26
_FORM = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
#: What a heading is larger than the text, by its level.
_LARGER = {1: 1.35, 2: 1.12}


def lay_out(document: QTextDocument, markdown: str, font: QFont) -> None:
    document.setMarkdown(markdown, _FORM)
    document.setDocumentMargin(MARGIN)
    document.setIndentWidth(_INDENT)
    for block in _blocks(document):
        _size_heading(block, font.pointSizeF())
        _mark_links_and_code(block)
        _let_code_wrap(block)
        break_lines(block)
    _draw_tables(document)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _part(block: QTextBlock, start: int, length: int) -> QTextCursor:
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + start)
    cursor.setPosition(block.position() + start + length, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _size_heading(block: QTextBlock, size: float) -> None:
    level = block.blockFormat().headingLevel()
    for place in block.textFormats() if level else ():
        form = QTextCharFormat(place.format)
        # Qt's own step of size would win over ours.
        form.clearProperty(QTextFormat.Property.FontSizeAdjustment.value)
        form.setFontPointSize(size * _LARGER.get(level, 1.0))
        _part(block, place.start, place.length).setCharFormat(form)


def _mark_links_and_code(block: QTextBlock) -> None:
    """A link is told by its line, not by colour alone; code by its ground: no font but ours is sure to be there."""
    link, code = QTextCharFormat(), QTextCharFormat()
    link.setFontUnderline(True)
    code.setFontFamilies([FAMILY])
    code.setFontFixedPitch(False)
    code.setBackground(QBrush(QColor(colours().accent_soft)))
    is_code = block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence.value)
    for place in block.textFormats():
        part = _part(block, place.start, place.length)
        if place.format.isAnchor():
            part.mergeCharFormat(link)
        if is_code or place.format.fontFixedPitch():
            part.mergeCharFormat(code)


def _let_code_wrap(block: QTextBlock) -> None:
    """Nothing scrolls sideways: a long command goes on in the next line."""
    if block.blockFormat().nonBreakableLines():
        form = block.blockFormat()
        form.setNonBreakableLines(False)
        QTextCursor(block).setBlockFormat(form)


def break_lines(block: QTextBlock) -> None:
    """Show Qt where Lao lines may break; only words are touched, never where a link leads."""
    cut = pieces(block.text())
    cursor = QTextCursor(block)
    end = block.position() + len(block.text())
    for piece in reversed(cut[1:]):
        end -= len(piece)
        cursor.setPosition(end)
        cursor.insertText(ZERO_WIDTH_SPACE)


def _draw_tables(document: QTextDocument) -> None:
    """Lines between the cells, and room around what stands in them."""
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            form = frame.format()
            form.setBorderCollapse(True)
            form.setBorder(1)
            form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            form.setBorderBrush(QBrush(QColor(colours().faint_line)))
            form.setCellPadding(5)
            form.setTopMargin(6)
            form.setBottomMargin(10)
            frame.setFormat(form)
