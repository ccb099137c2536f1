"""An open book: an act wholly or not at all, keys, two programs on one file, a file changed underneath."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tests.kept import kept
from tests.office.life import written
from tests.store.tampering import tamper
from tests.village import Village, saved
from vdfbank.acts.act import Act
from vdfbank.acts.codec import dump, parse
from vdfbank.bank.person import PersonId
from vdfbank.bank.problem import Problem
from vdfbank.office.session import Accepted, OpenBook
from vdfbank.rules.effects import Checked, Refused
from vdfbank.store.checkpoint import freeze
from vdfbank.store.errors import BookExistsError, DamagedBookError, NoBookError, ReadOnlyBookError

DAY = date(2025, 1, 6)


def act(kind: str, **fields: object) -> Act:
    return parse(json.dumps({"act": kind, "on": str(DAY), **fields}))


def save(amount: int, member: str = "M01", **fields: object) -> Act:
    return act("save", member=member, amount=amount, **fields)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Thirteen members with 200 000 each, the books of January open."""
    return written(tmp_path / "village.vdf", saved())


def facts(path: Path) -> list[str]:
    with OpenBook.open(path) as book:
        acts = [f"{stored.number} {stored.text} {stored.seal}" for stored in book.file.acts()]
        return [*acts, *(str(stored.entry) for stored in book.file.all_entries())]


def test_a_refused_act_leaves_every_byte(path: Path) -> None:
    before = path.read_bytes()
    with OpenBook.open(path, writing=True) as book:
        answer = book.perform(act("withdraw", member="M01", amount=999_999), DAY)
        assert isinstance(answer, Refused)
        assert [problem.code for problem in answer.problems] == ["more_than_balance"]
    assert path.read_bytes() == before


def test_today_bounds_the_date(path: Path) -> None:
    with OpenBook.open(path, writing=True) as book:
        answer = book.perform(save(10_000), date(2025, 1, 5))
        assert isinstance(answer, Refused)
        assert answer.problems == (Problem("date_in_future", found="2025-01-06", needed="2025-01-05"),)


def test_the_same_key_is_answered_again_and_another_act_refused(path: Path) -> None:
    with OpenBook.open(path, writing=True) as book:
        first = book.perform(save(10_000, key="a-1"), DAY)
        assert isinstance(first, Accepted)
        assert (first.repeated, first.checklist) == (False, None)
        book.perform(save(20_000), DAY)
        before = facts(path)
        again = book.perform(save(10_000, key="a-1"), date(2025, 9, 9))
        assert isinstance(again, Accepted)
        assert (again.number, again.repeated, again.posted, again.checklist) == (first.number, True, None, None)
        other = book.perform(save(10_001, key="a-1"), DAY)
        assert isinstance(other, Refused)
        assert other.problems == (Problem("key_reused", found=first.number, who="a-1"),)
        assert facts(path) == before


def test_a_refused_act_leaves_its_key_free(path: Path) -> None:
    with OpenBook.open(path, writing=True) as book:
        assert isinstance(book.perform(save(9_999, key="b"), DAY), Refused)
        assert isinstance(book.perform(save(10_000, key="b"), DAY), Accepted)


def test_an_application_is_answered_with_its_checklist(path: Path) -> None:
    fields = {"product": "ordinary", "months": 3, "rate_bp": 300, "method": "flat", "purpose": "seed"}
    with OpenBook.open(path, writing=True) as book:
        asked = act("apply", loan="L1", member="M06", amount=100_000, guarantors=["M11", "M12"], **fields)
        foreseen = book.foresee(asked, DAY)
        assert isinstance(foreseen, Checked)
        answer = book.perform(asked, DAY)
        assert isinstance(answer, Accepted)
        assert answer.checklist == foreseen.checklist
        assert [line.code for line in answer.checklist or () if not line.passed] == ["saving_period"]


def test_two_programs_catch_up_with_each_other(path: Path) -> None:
    with OpenBook.open(path, writing=True) as one, OpenBook.open(path, writing=True) as other:
        before = one.books.number
        assert other.books.number == before
        assert isinstance(one.perform(save(10_000, "M01"), DAY), Accepted)
        assert isinstance(other.perform(save(20_000, "M02"), DAY), Accepted)
        answer = one.perform(act("withdraw", member="M02", amount=170_001), DAY)
        assert isinstance(answer, Refused)
        assert answer.problems[0].found == 49_999
        assert freeze(one.books) == freeze(other.books)
        assert one.books.number == before + 2
    assert [int(line.split()[0]) for line in facts(path)[: before + 2]] == list(range(1, before + 3))


def test_two_programs_cannot_both_take_the_last_kip(path: Path) -> None:
    with OpenBook.open(path, writing=True) as one, OpenBook.open(path, writing=True) as other:
        assert other.books.savings(PersonId("M03")) == 200_000
        assert isinstance(one.perform(act("withdraw", member="M03", amount=150_000), DAY), Accepted)
        answer = other.perform(act("withdraw", member="M03", amount=150_000), DAY)
        assert isinstance(answer, Refused)
        assert [problem.code for problem in answer.problems] == ["more_than_balance"]


def test_the_books_of_a_past_day(path: Path) -> None:
    with OpenBook.open(path, writing=True) as book:
        book.perform(save(10_000), DAY)
        assert book.books_at(date(2025, 1, 5)).savings(PersonId("M01")) == 200_000
        assert book.books_at(DAY).savings(PersonId("M01")) == 210_000
        assert book.books_at(date(2024, 11, 30)).number == 0


def test_nobody_writes_in_a_book_opened_for_reading(path: Path) -> None:
    with OpenBook.open(path) as book, pytest.raises(ReadOnlyBookError):
        book.perform(save(10_000), DAY)


def test_books_are_made_once_and_never_over_another(tmp_path: Path) -> None:
    path = tmp_path / "new.vdf"
    with pytest.raises(NoBookError):
        OpenBook.open(path)
    with OpenBook.open_or_create(path) as book:
        assert book.books.number == 0
        assert book.books_at(DAY).number == 0
    with OpenBook.open_or_create(path) as book:
        assert book.books.number == 0
    with pytest.raises(BookExistsError):
        OpenBook.create(path)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (
            "UPDATE act SET text = replace(text, '200000', '9000') WHERE number = 30",
            "act 30 of 2025-01-01 does not follow",
        ),
        (
            "UPDATE act SET text = replace(text, '\"amount\":200000', '\"amount\":2.5') WHERE number = 30",
            "act 30 of 2025-01-01: ",
        ),
        ("UPDATE act SET text = 'rubbish' WHERE number = 30", "act 30 of 2025-01-01: field 'line'"),
        ("UPDATE act SET \"on\" = 'yesterday' WHERE number = 30", "not what was written"),
    ],
)
def test_an_act_changed_underneath_is_damage(path: Path, changed: str, said: str) -> None:
    tamper(path, "PRAGMA ignore_check_constraints=ON", changed)
    with OpenBook.open(path) as book, pytest.raises(DamagedBookError, match=said):
        book.books_at(DAY)


def test_damage_met_while_catching_up_is_met_again(path: Path) -> None:
    """Books and past stay of one act: the next question is answered from the file again, not from half of it."""
    with OpenBook.open(path, writing=True) as book, OpenBook.open(path, writing=True) as other:
        number = book.books.number
        other.perform(save(10_000), DAY)
        other.perform(save(11_000), DAY)
        tamper(path, "UPDATE act SET text = replace(text, '11000', '900') WHERE number = ?", values=(number + 2,))
        for _ in range(2):
            with pytest.raises(DamagedBookError, match=f"act {number + 2}"):
                book.perform(save(12_000), DAY)


def test_a_book_of_years_opens_as_it_was_left(tmp_path: Path) -> None:
    village = _years()
    with kept(village, tmp_path / "years.vdf") as book:
        assert freeze(book.books) == freeze(village.books)
    with OpenBook.open(tmp_path / "years.vdf") as book:
        assert freeze(book.books) == freeze(village.books)
        for day in (date(2025, 4, 4), date(2025, 4, 30), date(2025, 6, 30), date(2025, 8, 1)):
            assert book.books_at(day) == village.past.at(day)


def _years() -> Village:
    """Lines undone in part, an act of a closed month corrected, a payment reversed, months closed late."""
    village = saved()
    village.tell(
        """
        2025-01-20  buy_shares  M08  50 000  (shares)
        2025-01-31  close_month  2025-01
        2025-02-28  close_month  2025-02
        2025-03-31  close_month  2025-03
        2025-04-05  lend   L1  M06  300 000  3 months  300 bp  flat
        2025-04-30  close_month  2025-04
        2025-05-05  savings_day  M06 save 20000 repay 109000, M07 save 30000  (day)
        2025-05-06  reverse  (day)  M07
        2025-05-07  repay  M06  L1  50 000  (ahead)
        2025-05-08  reverse  (ahead)
        2025-07-02  close_month  2025-05
        2025-07-03  correct  (shares)
        2025-07-04  close_month  2025-06
        2025-07-31  close_month  2025-07
        2025-08-01  save  M01  10 000
        """
    )
    assert not village.objections, village.objections
    return village


def test_acts_that_belong_together_are_written_all_or_none(path: Path) -> None:
    """A saving and a withdrawal nobody can make: neither stands, and the books are as they were."""
    before = path.read_bytes()
    with OpenBook.open(path, writing=True) as book:
        books = book.books
        answer = book.perform_all((save(10_000), act("withdraw", member="M02", amount=999_999)), DAY)
        assert isinstance(answer, Refused)
        assert answer.act.kind == "withdraw"
        assert book.books is books
    assert path.read_bytes() == before


def test_together_they_are_the_same_book_as_one_by_one(path: Path, tmp_path: Path) -> None:
    both = (save(10_000, key="a"), save(20_000, "M02", key="b"))
    with OpenBook.open(path, writing=True) as book:
        answer = book.perform_all(both, DAY)
        assert isinstance(answer, tuple)
        assert [accepted.number for accepted in answer] == [book.books.number - 1, book.books.number]
        again = book.perform_all(both, DAY)
        assert isinstance(again, tuple)
        assert [(accepted.number, accepted.repeated) for accepted in again] == [
            (accepted.number, True) for accepted in answer
        ]
        refused = book.perform_all((save(10_001, key="a"),), DAY)
        assert isinstance(refused, Refused)
        assert refused.problems[0].code == "key_reused"
        head = book.file.head()
    (tmp_path / "other").mkdir()
    other = written(tmp_path / "other" / "village.vdf", saved())
    with OpenBook.open(other, writing=True) as book:
        for one in both:
            book.perform(one, DAY)
        assert book.file.head().seal != ""
        assert [stored.text for stored in book.file.acts()][-2:] == [dump(one) for one in both]
        assert book.file.head().number == head.number
