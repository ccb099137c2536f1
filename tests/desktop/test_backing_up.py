"""Copies the window makes by itself, and the one that is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.desktop.workplace import Keyboard
from vdfbank.acts.saving import CountCash
from vdfbank.bank.person import PersonId
from vdfbank.desktop.desk import BACKED_UP_AFTER
from vdfbank.office.backing_up import backups, own_backups
from vdfbank.office.session import OpenBook

Key = Qt.Key


def test_the_edge_says_how_far_the_copies_reach(keyboard: Keyboard, book: Path) -> None:
    keyboard.open(book)
    assert keyboard.window.bottom.text.endswith("Not backed up yet: Ctrl+B")
    keyboard.control(Key.Key_B)
    assert keyboard.window.bottom.text.endswith("Backed up.")
    with OpenBook.open(book) as opened:
        assert [copy.number for copy in backups(book, own_backups(opened.file.book_id))] == [128]


def test_a_posted_day_is_copied_by_itself(keyboard: Keyboard, book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Any kind of act that is named is; a count stands for a savings day here."""
    monkeypatch.setattr("vdfbank.desktop.desk.BACKED_UP_AFTER", BACKED_UP_AFTER | {"count_cash"})
    keyboard.open(book)
    from vdfbank.desktop import tasks

    with OpenBook.open(book) as opened:
        box = opened.books.cash_box

    answers: list[object] = []
    keyboard.window.worker.ask(
        tasks.perform(lambda on: CountCash(on=on, witness=PersonId("V01"), counted=box)), answers.append, answers.append
    )
    keyboard.settle()
    with OpenBook.open(book) as opened:
        assert [copy.number for copy in backups(book, own_backups(opened.file.book_id))] == [129]


def test_a_day_posted_by_keys_is_copied_by_itself(keyboard: Keyboard, book: Path) -> None:
    keyboard.open(book)
    keyboard.open_sheet()
    keyboard.control(Key.Key_E)
    recorded = keyboard.window.day.sheet.model.day
    keyboard.post_counted(str(recorded.totals().box))
    assert keyboard.window.bottom.text.endswith("Backed up.")
    with OpenBook.open(book) as opened:
        copied = [copy.number for copy in backups(book, own_backups(opened.file.book_id))]
        assert copied == [opened.books.number]


def test_nobody_practises_for_a_backup(keyboard: Keyboard) -> None:
    keyboard.window.start.practise()
    keyboard.settle()
    keyboard.control(Key.Key_B)
    assert "acked up" not in keyboard.window.bottom.text


def test_without_a_book_there_is_nothing_to_copy(keyboard: Keyboard) -> None:
    keyboard.control(Key.Key_B)
    assert keyboard.window.page.notice.text == ""
