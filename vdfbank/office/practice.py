"""A practice village: its years as acts, drawn by lot and legal under every rule."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vdfbank.acts.act import Act
from vdfbank.bank.calendar import Month
from vdfbank.office.practice_day import deposit, hold_savings_day, leave_for_work
from vdfbank.office.practice_farewells import die, leave, name_nominees
from vdfbank.office.practice_founding import Newcomers, found, founders_of, join, register, savings_day_of
from vdfbank.office.practice_late_loans import look_after_late_loans, settle_early
from vdfbank.office.practice_lending import ask_too_much, emergency, lend
from vdfbank.office.practice_month import close_month, elect_again, make_a_mistake, share_out, spend_and_receive
from vdfbank.office.practice_training import train
from vdfbank.office.practice_village import Lots, PracticeVillage

#: The month of the first savings day.
FIRST = Month(2025, 1)
#: Nobody can borrow before three months of saving; the box is lent out from then on.
_FIRST_LOANS = 3
#: The month in which each of these happens for certain, from 0; later ones come by chance.
_MISTAKE, _REFUSAL, _EMERGENCY, _LEAVER, _DEATH = 4, 5, 6, 7, 9


def practice_acts(members: int = 18, months: int = 12, seed: int = 1, village: int = 1) -> Iterator[Act]:
    """
    The acts of practice village number `village`, from its founding in December 2024 over `months` savings days.

    The same arguments give the same acts. The last month is closed; where it ends a year the dividend follows.
    """
    life = PracticeVillage(village, members, Lots(f"{seed}-{village}"))
    newcomers = Newcomers(life)
    found(life, newcomers)
    yield from life.happened()
    for number in range(months):
        _live(life, newcomers, number)
        yield from life.happened()
    after = FIRST.plus(months)
    if after.number == 1:
        share_out(life, date(after.year, after.number, savings_day_of(village)))
        yield from life.happened()


def _live(village: PracticeVillage, newcomers: Newcomers, number: int) -> None:
    """One month, day by day; `number` counts from 0."""
    month = FIRST.plus(number)

    def day(later: int) -> date:
        return date(month.year, month.number, savings_day_of(village.number) + later)

    _welcome(village, newcomers, number, day(0))
    hold_savings_day(village, day(0))
    if month.number == 1 and number:
        share_out(village, day(0))
        if number % 24 == 0:
            elect_again(village, day(0))
    if number >= _FIRST_LOANS:
        settle_early(village, day(0))
        if number == _REFUSAL:
            ask_too_much(village, day(0))
        lend(village, day(0))
        look_after_late_loans(village, day(0))
    spend_and_receive(village, day(0), number)
    deposit(village, day(1))
    if number == _MISTAKE or village.lots.chance(80):
        make_a_mistake(village, day(1))
    _farewells(village, number, day(2), day(5))
    train(village, day(9))
    if number >= _EMERGENCY and (number == _EMERGENCY or village.lots.chance(8 * village.members)):
        emergency(village, day(13))
    leave_for_work(village, month.last)
    close_month(village, month)


def _welcome(village: PracticeVillage, newcomers: Newcomers, number: int, on: date) -> None:
    """The founders first; the others within a year; later as many as the bank has lost."""
    founders = founders_of(village.members)
    if number == 0:
        join(village, on, list(village.habits))
        name_nominees(village, on, village.current()[::4])
        return
    gone = len(village.books.members) - len(village.current())
    grown = founders + (village.members - founders) * min(number, 9) // 9
    missing = grown - len(village.current()) - (gone if number < 12 else 0)
    if number >= _FIRST_LOANS and missing > 0:
        join(village, on, register(village, on, newcomers, missing))


def _farewells(village: PracticeVillage, number: int, early: date, later: date) -> None:
    if number == _LEAVER or (number > _LEAVER and village.lots.chance(2 * village.members)):
        leave(village, early)
    if number == _DEATH or (number > _DEATH and village.lots.chance(village.members * 3 // 5)):
        die(village, later)
