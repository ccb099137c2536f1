"""The end of the audit sheet: remarks, the month's seal, who signs."""

from collections.abc import Iterator

from reportlab.lib.units import mm

from vdfbank.audit.report import AuditReport, Closing
from vdfbank.bank.person import PersonId
from vdfbank.journal.seal import short_form
from vdfbank.paper.door import Flowable, KeepTogether, Spacer
from vdfbank.paper.marks import QrCode, SignatureBox
from vdfbank.paper.style import CELL_PADDING, HEADING_STYLE, NOTE_STYLE, TEXT_STYLE, Cell, beside, plain_table, words
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language

_SIGNATURES_IN_A_ROW = 2
_SIGNATURE_WIDTH = 72 * mm


def signatures(report: AuditReport, language: Language) -> Iterator[Flowable]:
    """Remarks, then seal and signature lines together on one page."""
    yield from _remarks(report, language)
    yield KeepTogether([Spacer(0, 3 * mm), _signed(report, language)])


def _remarks(report: AuditReport, language: Language) -> Iterator[Flowable]:
    if report.closed is not None and report.closed.remarks:
        yield words(language.say(N_("Remarks of the advisers")), HEADING_STYLE)
        yield words(report.closed.remarks, TEXT_STYLE)


def _signed(report: AuditReport, language: Language) -> Flowable:
    signing = report.closed.signed_by if report.closed else report.advisers
    boxes = [_signature(person, report, language) for person in signing]
    left_width = 46 * mm
    return beside(_seal(report, language), _in_rows(boxes), left_width)


def _seal(report: AuditReport, language: Language) -> Flowable:
    closed = report.closed
    if closed is None:
        return words(language.say(N_("Not closed yet: this sheet has no seal.")), TEXT_STYLE)
    rows: list[list[Cell]] = [
        [QrCode(_qr_text(report, closed))],
        [words(language.say(N_("Seal of the month")), NOTE_STYLE)],
        [words(short_form(closed.seal), HEADING_STYLE)],
    ]
    # A camera wants white around the code.
    return plain_table(rows, (44 * mm,), ("BOTTOMPADDING", (0, 0), (0, 0), 3 * mm))


def _qr_text(report: AuditReport, closed: Closing) -> str:
    """Village code, month, act number, whole seal; capitals make the code smaller."""
    return f"{report.village_code} {report.month} {closed.act} {closed.seal.upper()}"


def _signature(person: PersonId, report: AuditReport, language: Language) -> Flowable:
    name = f"{person} {language.person(person, report.names)}"
    width = _SIGNATURE_WIDTH - 2 * CELL_PADDING
    return SignatureBox(name, language.say(N_("Adviser")), language.say(N_("Thumbprint")), width)


def _in_rows(boxes: list[Flowable]) -> Flowable:
    rows: list[list[Cell]] = []
    for begin in range(0, len(boxes), _SIGNATURES_IN_A_ROW):
        row: list[Cell] = list(boxes[begin : begin + _SIGNATURES_IN_A_ROW])
        rows.append(row + [""] * (_SIGNATURES_IN_A_ROW - len(row)))
    return plain_table(rows, (_SIGNATURE_WIDTH,) * _SIGNATURES_IN_A_ROW)
