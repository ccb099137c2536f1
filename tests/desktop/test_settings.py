"""Settings worked by their keys: sections, new by-laws, elections, this computer, licences."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.desktop.workplace import SAVINGS_DAY, Keyboard
from vdfbank.acts.codec import parse
from vdfbank.acts.founding import AgreeByLaws, Elect
from vdfbank.bank.person import PersonId
from vdfbank.desktop import palette
from vdfbank.desktop.choices import Choice, PersonChoice
from vdfbank.desktop.date_edit import DateEdit
from vdfbank.desktop.kip_edit import KipEdit
from vdfbank.desktop.settings_page import SECTIONS
from vdfbank.office.laptop import remembered
from vdfbank.office.session import OpenBook

Key = Qt.Key


@pytest.fixture
def settings(keyboard: Keyboard, book: Path) -> Keyboard:
    keyboard.open(book)
    keyboard.control(Key.Key_9)
    return keyboard


def go_to(seat: Keyboard, name: str) -> None:
    """Down or up the list of sections, until it says the name."""
    page = seat.window.settings
    page.section.setFocus()
    names = list(SECTIONS)
    steps = names.index(name) - names.index(page.section.key or "village")
    seat.press(*[Key.Key_Down if steps > 0 else Key.Key_Up] * abs(steps))
    assert page.section.key == name


def last_act(path: Path) -> object:
    with OpenBook.open(path) as opened:
        stored = opened.file.act(opened.books.number)
    assert stored is not None
    return parse(stored.text)


def test_the_village_as_it_was_founded(settings: Keyboard) -> None:
    page = settings.window.settings
    assert page.section.hasFocus()
    said = page.village.text
    assert "Village: Ban Dokchampa" in said
    assert "Savings day: day 5 of each month" in said
    assert "The bank opened: 5 January 2025" in said


def test_no_section_is_no_choice(settings: Keyboard) -> None:
    settings.press(Key.Key_Up)
    assert settings.window.settings.section.key == "village"


def test_by_laws_in_plain_words_with_the_limits(settings: Keyboard) -> None:
    go_to(settings, "bylaws")
    part = settings.window.settings.bylaws
    assert [line.cells for line in part.table.rows.lines] == [("1", "01/01/2025", "21/12/2024", "6", "in force")]
    assert "What a member owes is at most 5 times what is saved.\nat most 5 times" in part.text
    assert "Each saving is at least 10,000 kip.\nthe village decides" in part.text
    assert "These are the first by-laws." in part.text
    assert "1 to 30 days: 10 %" in part.text


def test_new_by_laws_are_agreed_from_those_of_today(settings: Keyboard, book: Path) -> None:
    go_to(settings, "bylaws")
    page = settings.window.settings
    settings.tab_to(page.bylaws.agree_button)
    settings.press(Key.Key_Return)
    form = page.form
    assert form is not None
    controls = {line.name: line.control for line in form.inputs}
    in_force, multiple = controls["in_force"], controls["savings_multiple"]
    assert isinstance(in_force, DateEdit)
    assert isinstance(multiple, KipEdit)
    assert in_force.day == SAVINGS_DAY
    assert multiple.amount == 5
    assert in_force.hasFocus()
    in_force.selectAll()
    settings.type("1/12/2025")
    multiple.setFocus()
    multiple.selectAll()
    settings.type("4")
    settings.control(Key.Key_Return)
    act = last_act(book)
    assert isinstance(act, AgreeByLaws)
    assert (act.in_force, act.bylaws.bylaws.savings_multiple) == (date(2025, 12, 1), 4)
    assert page.notice.text == "It stands in the book."
    part = page.bylaws
    assert [line.cells[4] for line in part.table.rows.lines] == ["not yet in force", "in force"]
    assert part.chosen == 1
    assert (
        "What is different from the by-laws of 1 January 2025\nLoan in times of savings: before 5, now 4." in part.text
    )
    part.table.setFocus()
    settings.press(Key.Key_Down)
    assert "What a member owes is at most 5 times what is saved." in part.text
    assert "These are the first by-laws." in part.text


def test_by_laws_agreed_anew_without_a_change(settings: Keyboard) -> None:
    """A version that says the same says so, and takes the place of the one before on its day."""
    go_to(settings, "bylaws")
    settings.control(Key.Key_N)
    settings.control(Key.Key_Return)
    part = settings.window.settings.bylaws
    assert "Nothing is different." in part.text
    assert [line.cells[4] for line in part.table.rows.lines] == ["in force", "replaced"]


def test_by_laws_are_printed(settings: Keyboard) -> None:
    go_to(settings, "bylaws")
    settings.press(Key.Key_F12)
    assert settings.window.page is settings.window.paper
    assert settings.window.paper._paper is not None
    assert settings.window.paper._paper.name == "bylaws-2025-01-01-en.pdf"
    settings.press(Key.Key_Escape)
    assert settings.window.settings.bylaws.isVisible()


def test_a_committee_is_elected_anew(settings: Keyboard, book: Path) -> None:
    go_to(settings, "committees")
    page = settings.window.settings
    before = page.committees.sitting("management")
    assert before[0].startswith("President: M")
    settings.control(Key.Key_M)
    form = page.form
    assert form is not None
    sitting = {line.name: line.control for line in form.inputs}
    president, treasurer = sitting["president 0"], sitting["treasurer 0"]
    assert isinstance(president, PersonChoice)
    assert isinstance(treasurer, PersonChoice)
    first, second = president.person, treasurer.person
    president.choose(second)
    treasurer.choose(first)
    settings.control(Key.Key_Return)
    act = last_act(book)
    assert isinstance(act, Elect)
    assert act.committee == "management"
    after = page.committees.sitting("management")
    assert after[0].startswith(f"President: {second} ")
    assert len(after) == len(before)


def test_another_section_takes_the_place_of_a_form(settings: Keyboard) -> None:
    page = settings.window.settings
    go_to(settings, "committees")
    settings.control(Key.Key_D)
    assert page.form is not None
    settings.control(Key.Key_1)
    settings.control(Key.Key_9)
    assert page.form.isVisible()
    go_to(settings, "about")
    assert not page.shows_form
    assert page.about.isVisible()


def test_a_form_is_left_for_its_section(settings: Keyboard) -> None:
    go_to(settings, "committees")
    settings.control(Key.Key_D)
    settings.press(Key.Key_Escape)
    assert settings.window.settings.committees.isVisible()


def choose(seat: Keyboard, choice: Choice, *keys: Key) -> None:
    choice.setFocus()
    seat.press(*keys)


def test_language_and_text_size_are_put_on_at_once(settings: Keyboard) -> None:
    go_to(settings, "computer")
    part = settings.window.settings.computer
    choose(settings, part.language, Key.Key_Up)
    assert settings.window.tongue.language.code == "lo"
    assert remembered().language == "lo"
    assert part.language.key == "lo"
    choose(settings, part.language, Key.Key_Up)
    assert part.language.key == "lo", "nothing chosen is no language"
    choose(settings, part.language, Key.Key_Down)
    assert settings.window.tongue.language.code == "en"
    choose(settings, part.text_size, Key.Key_Down)
    assert settings.window.size_of_text.word == remembered().text_size == "large"
    choose(settings, part.text_size, Key.Key_Up, Key.Key_Up)
    assert part.text_size.key == "normal"


def test_a_theme_is_worn_at_once_and_remembered(settings: Keyboard) -> None:
    part = settings.window.settings.computer
    go_to(settings, "computer")
    assert part.theme.key == "light"
    choose(settings, part.theme, Key.Key_Down)
    assert palette.colours().name == remembered().theme == "dark"
    choose(settings, part.theme, Key.Key_Up)
    assert palette.colours().name == "light"


def test_where_book_and_backups_lie(settings: Keyboard, book: Path, data: Path) -> None:
    go_to(settings, "computer")
    facts = settings.window.settings.computer.facts
    assert f"This book: {book}" in facts.text
    assert f"Backups: {data / 'backups'}" in facts.text
    assert "How many: 0 copies" in facts.text
    settings.control(Key.Key_B)
    assert "How many: 1 copy" in facts.text
    assert "The newest goes: up to act 128 of 3 November 2025" in facts.text


def test_a_practice_village_has_no_backups(keyboard: Keyboard) -> None:
    keyboard.window.start.practise()
    keyboard.settle()
    keyboard.control(Key.Key_9)
    go_to(keyboard, "computer")
    assert "A practice village needs no backup." in keyboard.window.settings.computer.facts.text


def test_a_book_that_is_empty_yet(keyboard: Keyboard, tmp_path: Path) -> None:
    path = tmp_path / "new-village.vdf"
    OpenBook.create(path).close()
    keyboard.open(path)
    keyboard.control(Key.Key_9)
    page = keyboard.window.settings
    assert "The bank is not founded yet." in page.village.text
    go_to(keyboard, "bylaws")
    assert page.bylaws.text == "No by-laws were agreed yet."
    assert not page.bylaws.print_button.isEnabled()
    go_to(keyboard, "committees")
    assert page.committees.sitting("advisory") == []
    go_to(keyboard, "about")
    assert "Seal" not in page.about.facts.text
    go_to(keyboard, "bylaws")
    keyboard.control(Key.Key_N)
    assert page.form is not None
    assert page.form.values()["savings_multiple"] == 5


def test_program_licences_and_seal(settings: Keyboard, book: Path) -> None:
    go_to(settings, "about")
    page = settings.window.settings
    with OpenBook.open(book) as opened:
        assert f"Number of this book: {opened.file.book_id}" in page.about.facts.text
    assert "Last act: number 128 of 3 November 2025" in page.about.facts.text
    assert "Seal: X7YJ-ZCTA-ETP6" in page.about.facts.text
    settings.tab_to(page.about.fonts_button)
    settings.press(Key.Key_Return)
    assert page.text.reading.hasFocus()
    assert "SIL Open Font License, Version 1.1" in page.text.reading.toPlainText()
    settings.control(Key.Key_1)
    settings.control(Key.Key_9)
    assert page.text.reading.hasFocus()
    settings.press(Key.Key_Escape)
    settings.tab_to(page.about.words_button)
    settings.press(Key.Key_Return)
    assert "Lao Word List" in page.text.reading.toPlainText()
    assert "ອາໂຣນ" not in page.text.reading.toPlainText()


def test_whom_the_rules_let_sit(settings: Keyboard) -> None:
    """Everybody the form offers, by number."""
    go_to(settings, "committees")
    page = settings.window.settings
    assert page._settings is not None
    assert PersonId("M01") in page._settings.people
