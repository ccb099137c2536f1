"""Practice villages: legal, alive, and the same for the same seed."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

import pytest

from vdfbank.acts.act import Act
from vdfbank.acts.books import CloseMonth, CloseYear, PayDividend
from vdfbank.acts.codec import dump, parse
from vdfbank.acts.founding import Found, Register, Train
from vdfbank.acts.lending import Apply, Decide, PayOut
from vdfbank.acts.saving import SavingsDay
from vdfbank.bank.account import PENALTIES
from vdfbank.bank.course import SAFE_MIGRATION
from vdfbank.bank.loan import METHODS
from vdfbank.bank.person import Person
from vdfbank.office.practice import practice_acts
from vdfbank.rules.books import Books
from vdfbank.rules.check import check
from vdfbank.rules.effects import Checked
from vdfbank.rules.past import Past


@cache
def village(members: int = 18, months: int = 12, seed: int = 1, number: int = 1) -> tuple[Act, ...]:
    return tuple(practice_acts(members, months, seed, number))


@cache
def performed(members: int = 18, months: int = 12, seed: int = 1) -> Books:
    """The books after a village's acts, each read from its text and checked as a replay does."""
    books, past = Books(), Past()
    for act in village(members, months, seed):
        answer = check(parse(dump(act)), books, past)
        assert isinstance(answer, Checked), answer
        books = past.after(books, answer)
        past.add(answer, books)
    return books


def lines(acts: Iterable[Act]) -> list[str]:
    return [dump(act) for act in acts]


def kinds(acts: Iterable[Act]) -> Counter[str]:
    return Counter(act.kind for act in acts)


def people(acts: Sequence[Act]) -> list[Person]:
    return [person for act in acts if isinstance(act, Register) for person in act.people]


def paid_out(acts: Sequence[Act]) -> list[Apply]:
    loans = {act.loan for act in acts if isinstance(act, PayOut)}
    return [act for act in acts if isinstance(act, Apply) and act.loan in loans]


# --- the same seed ---------------------------------------------------------------------------------------------------


def test_the_same_seed_gives_the_same_bytes() -> None:
    assert lines(practice_acts(18, 12, seed=7)) == lines(practice_acts(18, 12, seed=7))


def test_another_process_gives_the_same_bytes() -> None:
    """Sets and dictionaries of text are ordered differently in every process."""
    told = "from vdfbank.acts.codec import dump; from vdfbank.office.practice import practice_acts as p\n"
    told += "import sys; sys.stdout.buffer.write('\\n'.join(dump(act) for act in p(18, 9, 3)).encode())"
    for hash_seed in ("1", "2"):
        run = subprocess.run(
            [sys.executable, "-c", told], capture_output=True, check=True, env={"PYTHONHASHSEED": hash_seed}
        )
        assert run.stdout.decode().split("\n") == lines(village(18, 9, 3))


def test_another_seed_or_village_is_another_story() -> None:
    assert lines(village(seed=1)) != lines(village(seed=2))
    assert lines(village(number=1)) != lines(village(number=2))


def test_an_act_reads_back_as_it_was_written() -> None:
    assert [parse(line) for line in lines(village())] == list(village())


# --- legal -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(1, 9))
def test_every_act_of_a_year_is_accepted(seed: int) -> None:
    books = performed(seed=seed)
    assert str(books.closed_month) == "2025-12"
    assert books.closed_year == 2025


@pytest.mark.parametrize(("members", "months"), [(15, 1), (16, 2), (16, 5), (18, 13), (40, 36), (120, 8)])
def test_every_act_of_any_size_is_accepted(members: int, months: int) -> None:
    acts = village(members, months)
    performed(members, months)
    days = [act for act in acts if isinstance(act, SavingsDay)]
    closed = [act for act in acts if isinstance(act, CloseMonth)]
    assert (len(days), len(closed)) == (months, months)
    assert kinds(acts)["close_year"] == months // 12


def test_a_bank_keeps_its_size_and_its_lending() -> None:
    """Who left or died is followed by others; one member of four or so has a loan."""
    books = performed(40, 36)
    members = len(list(books.current_members()))
    assert 36 <= members <= 40
    assert 7 <= sum(1 for _ in books.open_loans()) <= 14


# --- alive -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(1, 9))
def test_a_year_has_of_everything(seed: int) -> None:
    happened = kinds(village(seed=seed))
    for kind in (
        *("found", "register", "train", "elect", "agree_bylaws", "join", "savings_day", "save", "name_nominee"),
        *("apply", "decide", "pay_out", "spend", "receive", "deposit_cash", "reverse", "leave", "die"),
        *("close_month", "close_year", "pay_dividend"),
    ):
        assert happened[kind], kind
    outcomes = {act.outcome for act in village(seed=seed) if isinstance(act, Decide)}
    assert outcomes >= {"approved", "refused"}


@pytest.mark.parametrize("seed", range(1, 9))
def test_every_method_and_both_products_are_lent(seed: int) -> None:
    loans = paid_out(village(seed=seed))
    assert {loan.method for loan in loans} == set(METHODS)
    assert {loan.product for loan in loans} == {"ordinary", "emergency"}


def test_five_years_have_what_one_may_lack() -> None:
    acts = village(60, 60)
    happened = kinds(acts)
    for kind in ("settle", "reschedule", "draw_cash", "withdraw_application"):
        assert happened[kind], kind
    assert {act.outcome for act in acts if isinstance(act, Decide)} == {"approved", "refused", "put_off"}
    assert {act.how for act in acts if isinstance(act, PayDividend)} == {"cash", "savings"}
    assert [act.year for act in acts if isinstance(act, CloseYear)] == [2025, 2026, 2027, 2028, 2029]


def test_some_stay_away_some_bring_double_some_take_out_some_are_late() -> None:
    acts = village(40, 36)
    sheets = [act for act in acts if isinstance(act, SavingsDay)]
    written = [line for sheet in sheets for line in sheet.lines]
    assert any(line.present is False for line in written)
    assert any(line.withdraw for line in written)
    assert any(sheet.reason for sheet in sheets)
    assert any(sheet.count for sheet in sheets)
    assert sum(1 for line in written if line.repay) > 100
    assert all(results[PENALTIES] for results in performed(40, 36).results.values())


def test_people_bring_whole_notes() -> None:
    written = [line for act in village(40, 36) if isinstance(act, SavingsDay) for line in act.lines]
    assert all(line.save % 1_000 == 0 for line in written if line.save)
    assert all(line.withdraw % 1_000 == 0 for line in written if line.withdraw)
    assert all(loan.amount % 10_000 == 0 for loan in paid_out(village(40, 36)))


def test_people_have_a_name_in_both_scripts_and_nobody_the_same() -> None:
    registered = people(village(300, 1))
    assert len({person.name for person in registered}) == len(registered)
    assert all(person.name.isascii() for person in registered)
    assert all(person.name_lao and "\u0e80" <= person.name_lao[0] <= "\u0eff" for person in registered)
    assert {person.sex for person in registered} == {"F", "M"}


def test_borrowers_are_trained_again_and_again() -> None:
    modules = Counter(act.module for act in village(40, 36) if isinstance(act, Train))
    assert set(modules) == {"village_banking", "safe_migration", "business", "skills", "rights"}
    assert modules[SAFE_MIGRATION] >= 6


def test_a_refused_application_names_its_reason() -> None:
    refused = [act for act in village(40, 36) if isinstance(act, Decide) and act.outcome == "refused"]
    assert refused
    assert all(act.reason for act in refused)


def test_money_leaves_the_box_by_two_officers() -> None:
    """Nobody enters or seconds their own loan."""
    acts = village(40, 36)
    borrowers = {act.loan: act.member for act in acts if isinstance(act, Apply)}
    for act in acts:
        if act.kind in ("pay_out", "settle", "spend", "leave", "die", "deposit_cash", "draw_cash"):
            assert act.by is not None
            assert act.seconded_by is not None
        if isinstance(act, PayOut):
            assert borrowers[act.loan] not in (act.by, act.seconded_by)


# --- many villages ---------------------------------------------------------------------------------------------------


def test_villages_differ_in_name_code_district_and_day() -> None:
    founded = [
        next(act for act in practice_acts(16, 0, 1, number) if isinstance(act, Found)) for number in range(1, 260)
    ]
    assert len({act.village for act in founded}) == len(founded)
    assert len({act.village_code for act in founded}) == len(founded)
    assert len({act.district for act in founded}) == 6
    assert len({act.savings_day for act in founded}) == 4
