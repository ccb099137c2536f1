"""Forms of meetings: training sessions, their register, the monthly audit sheet, the charts."""

from __future__ import annotations

from collections.abc import Mapping

from vdfbank.office.forms.asked import Asked, Maker
from vdfbank.office.forms.training import session_held, session_to_hold, training_register
from vdfbank.office.forms.trends import trends
from vdfbank.office.reporting import audit_report
from vdfbank.office.session import OpenBook
from vdfbank.wording.language import Language


def attendance_list(book: OpenBook, asked: Asked, language: Language) -> bytes:
    """Of the session that act number `--act` recorded, or to be signed at one to be held on `--as-of`."""
    from vdfbank.paper.attendance_list import print_session_held, print_session_to_hold

    if asked.act is not None:
        return print_session_held(session_held(book, asked.act), language)
    return print_session_to_hold(session_to_hold(book, asked.day), language)


def register(book: OpenBook, asked: Asked, language: Language) -> bytes:
    from vdfbank.paper.training_register import print_training_register

    return print_training_register(training_register(book, asked.first, asked.day), language)


def audit_sheet(book: OpenBook, asked: Asked, language: Language) -> bytes:
    from vdfbank.paper.audit_sheet import print_audit_sheet

    return print_audit_sheet(audit_report(book, asked.given(asked.month, "--month")), language)


def charts(book: OpenBook, asked: Asked, language: Language) -> bytes:
    from vdfbank.paper.trends_page import print_trends

    return print_trends(trends(book, asked.given(asked.month, "--month")), language)


FORMS: Mapping[str, Maker] = {
    "attendance-list": attendance_list,
    "training-register": register,
    "audit-sheet": audit_sheet,
    "charts": charts,
}
