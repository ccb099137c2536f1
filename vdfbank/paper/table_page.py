"""Print a report's table on A4."""

from vdfbank.content.place import Place
from vdfbank.ledger.table import Table
from vdfbank.wording.headings import cell, fact, heading, title
from vdfbank.wording.language import Language

#: Widths of columns by what they hold, in shares of the page.
_SHARES = {"kip": 3, "number": 2, "date": 2.6, "account": 6, "text": 4, "id": 1.6, "bp": 2}
_FIGURES = ("kip", "number", "bp")
#: ReportLab splits one long table slowly; parts of this many rows flow as fast as they are set.
_ROWS_A_PART = 200


def print_table(table: Table, place: Place, language: Language) -> bytes:
    """The report as PDF, heads repeated on every page; the same content gives the same bytes."""
    # ReportLab is loaded here: a program that prints nothing starts without it.
    from vdfbank.paper import style
    from vdfbank.paper.door import PRINTING, Spacer
    from vdfbank.paper.page import print_pages, running

    shares = [_SHARES[column.unit] for column in table.columns]
    widths = [style.WIDTH * share / sum(shares) for share in shares]
    figures = [place for place, column in enumerate(table.columns) if column.unit in _FIGURES]
    with PRINTING:
        heads = [
            (style.head_right if place in figures else style.head)(heading(column.name, language))
            for place, column in enumerate(table.columns)
        ]
        rows = [
            [
                cell(value, column, language) if place in figures else style.label(cell(value, column, language))
                for place, (value, column) in enumerate(zip(row, table.columns, strict=True))
            ]
            for row in table.rows
        ]
        totals = table.totals()
        last = [("LINEABOVE", (0, -1), (-1, -1), style.LINE, style.INK)] if totals else []
        if totals:
            rows.append([cell(value, column, language) for value, column in zip(totals, table.columns, strict=True)])
        story = [
            style.words(title(table, language), style.TITLE_STYLE),
            *(style.words(fact(name, value, language)) for name, value in table.facts.items()),
            Spacer(1, 6),
        ]
        for start in range(0, max(1, len(rows)), _ROWS_A_PART):
            part = rows[start : start + _ROWS_A_PART]
            more = last if start + _ROWS_A_PART >= len(rows) else []
            story.append(style.table([heads, *part], widths, figures, *more))
        form = title(table, language)
        return print_pages(story, running(place, form, language), form, language)
