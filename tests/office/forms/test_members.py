"""What members' forms say: passbook, statement, savings-day sheet, register, dividend sheet."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.kept import EXAMPLE, expected, kept
from tests.village import Village, founded, joined, saved
from vdfbank.bank.money import Money, total
from vdfbank.bank.person import LoanId, PersonId
from vdfbank.content.dividend import Payment
from vdfbank.content.passbook import LINES, Balances
from vdfbank.content.savings_day import Outlay, Undoing
from vdfbank.content.statement import DueNext, LoanPart, OtherLine, Statement, Trained, Undone
from vdfbank.journal.seal import entry_code
from vdfbank.office.forms.asked import Asked
from vdfbank.office.forms.day_sheets import expected_day, posted_day
from vdfbank.office.forms.dividends import dividend_sheet
from vdfbank.office.forms.passbooks import NoSuchLineError, passbook
from vdfbank.office.forms.registers import member_register
from vdfbank.office.forms.statements import statements
from vdfbank.office.reporting import NotYetError
from vdfbank.office.session import OpenBook
from vdfbank.office.wanted import MissingError

M01, M04, M06, M07 = (PersonId(f"M{number:02d}") for number in (1, 4, 6, 7))
LENT = "2025-04-01  lend  L1  M06  300 000  3 months  300 bp  flat"


@pytest.fixture(scope="module")
def example(example_file: Path) -> Iterator[OpenBook]:
    with OpenBook.open(example_file) as book:
        yield book


def rows(name: str) -> list[dict[str, str]]:
    with (EXAMPLE / name).open(encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def told(village: Village, story: str, path: Path) -> OpenBook:
    village.tell(story)
    return kept(village, path / "village.vdf")


def statement(book: OpenBook, member: str, day: str) -> Statement:
    (found,) = statements(book, Asked("statement", member=member, as_of=date.fromisoformat(day)))
    return found


# --- passbook --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("member", ["M04", "M05", "M07", "M09", "M14", "M15", "M16", "M18"])
def test_a_passbook_ends_with_what_the_books_say(example: OpenBook, member: str) -> None:
    last = passbook(example, Asked("passbook", member=member)).lines[-1]
    assert last.savings == example.books.savings(PersonId(member))
    assert last.loans == example.books.owed_principal(PersonId(member))


def test_each_line_carries_the_code_of_its_entry(example: OpenBook) -> None:
    line = passbook(example, Asked("passbook", member="M07")).lines[0]
    day = example.file.act(example.file.last_act_on(date(2025, 1, 5)) - 1)
    assert day is not None
    assert day.kind == "savings_day"
    assert line.code == entry_code(day.seal, line.voucher)


def test_new_lines_go_on_from_the_balances_before(example: OpenBook) -> None:
    whole = passbook(example, Asked("passbook", member="M07"))
    since = passbook(example, Asked("passbook", member="M07", first=date(2025, 9, 1)))
    after = passbook(example, Asked("passbook", member="M07", voucher=whole.lines[4].voucher))
    assert whole.before == Balances(Money(0), Money(0))
    assert all(line.on >= date(2025, 9, 1) for line in since.lines)
    assert since.lines == whole.lines[-len(since.lines) :]
    assert since.before == Balances(Money(240_000), Money(200_000))
    assert after.lines == whole.lines[5:]
    assert after.before == Balances(whole.lines[4].savings, whole.lines[4].loans)
    assert passbook(example, Asked("passbook", member="M07", as_of=date(2025, 1, 31))).lines == whole.lines[:1]


def test_a_passbook_wants_a_member_a_line_and_a_voucher_it_has(example: OpenBook) -> None:
    with pytest.raises(MissingError, match="--member"):
        passbook(example, Asked("passbook"))
    with pytest.raises(NotYetError, match="X99 is no member"):
        passbook(example, Asked("passbook", member="X99"))
    with pytest.raises(NotYetError, match="RV-2031-01-0001"):
        passbook(example, Asked("passbook", member="M07", voucher="RV-2031-01-0001"))
    with pytest.raises(NoSuchLineError, match="8 lines"):
        passbook(example, Asked("passbook", member="M07", line=LINES + 1))


def test_two_loans_are_owed_together_and_nobody_paid_what_was_written_off(tmp_path: Path) -> None:
    story = f"""
    {LENT}
    2025-04-02  lend  L2  M06  100 000  3 months  300 bp  flat  emergency
    2025-05-05  savings_day  M06 save 10 000 repay L1:109 000
    2025-05-06  write_off  L2
    """
    with told(saved(), story, tmp_path) as book:
        found = passbook(book, Asked("passbook", member="M06"))
        _, first, second, saving, paid, written_off = found.lines
        assert (first.lent, first.loans, second.loans) == (300_000, 300_000, 400_000)
        assert (saving.loans, saving.touches_loan) == (400_000, False)
        assert (paid.principal, paid.interest, paid.penalty, paid.loans) == (97_820, 9_000, 2_180, 302_180)
        assert (written_off.principal, written_off.loans, written_off.touches_loan) == (0, 202_180, True)
        assert [role for _, role in found.officers] == ["president", "treasurer"]
        (line,) = (part for part in statement(book, "M06", "2025-05-31").loans if part.loan == "L2")
        assert (line.state, line.left, line.owed) == ("written_off", 0, 0)


# --- statement -------------------------------------------------------------------------------------------------------


def test_a_statement_is_the_books_of_its_day(example: OpenBook) -> None:
    """The example's expected savings and loans, member by member, all from one pass."""
    asked = Asked("statement", as_of=date(2025, 11, 30))
    found = {one.member: one for one in statements(example, asked)}
    figures = expected()
    savings = {line["member"]: line["balance"] for line in figures["savings"]["2025-11-30"]}
    assert {member: one.savings.closing for member, one in found.items()} == savings
    for line in figures["loans"]["2025-11-30"]:
        (part,) = (part for part in found[line["member"]].loans if part.loan == line["loan"])
        assert part.left == line["principal_outstanding"]
        assert part.days_late == line["days_late"]
        late = line["overdue_principal"] + line["overdue_interest"] + line["penalties_unpaid"]
        assert part.overdue == late


def test_sums_agree_with_the_balances(example: OpenBook) -> None:
    for one in statements(example, Asked("statement", first=date(2025, 6, 1), as_of=date(2025, 12, 31))):
        assert one.savings.opening + one.savings.paid_in - one.savings.taken_out == one.savings.closing
        for part in one.loans:
            lent, paid = (total(getattr(line, name) for line in part.lines) for name in ("paid_out", "principal"))
            assert part.opening + lent - paid == part.left


def test_what_is_next_due_and_what_the_savings_would_allow(example: OpenBook) -> None:
    one = statement(example, "M04", "2025-11-30")
    (loan,) = one.loans
    assert loan.due_next == DueNext(date(2025, 12, 5), Money(416_000))
    assert (loan.days_late, loan.overdue, loan.owed) == (56, 861_706, 1_277_706)
    assert (one.may_borrow, one.savings_multiple) == (5 * 660_000 - 1_200_000, 5)
    assert Trained(one.trained[0].module, date(2025, 3, 20), date(2027, 3, 20)) in one.trained
    assert one.others == (OtherLine(date(2025, 1, 5), "RV-2025-01-0004", "entry_fee", Money(10_000), Money(0)),)
    assert statement(example, "M10", "2025-11-30").trained[1].completed is None


def test_a_loan_repaid_long_ago_still_shows_in_its_year(example: OpenBook) -> None:
    (loan,) = statement(example, "M16", "2025-12-31").loans
    assert (loan.loan, loan.state, loan.left, loan.due_next) == ("L2", "repaid", 0, None)
    one = statement(example, "M16", "2026-01-05")
    assert one.loans == ()
    assert [line.item for line in one.others] == ["dividend"]
    assert one.others[0].received == 36_953


def test_an_instalment_due_today_is_not_overdue(tmp_path: Path) -> None:
    with told(saved(), LENT, tmp_path) as book:
        (part,) = statement(book, "M06", "2025-05-01").loans
        assert part == LoanPart(
            LoanId("L1"),
            "open",
            Money(0),
            part.lines,
            Money(0),
            0,
            DueNext(date(2025, 5, 1), Money(109_000)),
            Money(327_000),
        )
        late = statement(book, "M06", "2025-07-02").loans[0]
        assert (late.due_next, late.overdue) == (None, 327_000)


def test_shares_have_their_own_card_and_reversals_are_marked(tmp_path: Path) -> None:
    story = """
    2025-02-05  save  M01  50 000  (a)
    2025-02-06  reverse  (a)
    2025-02-07  buy_shares  M01  20 000
    """
    with told(joined(), story, tmp_path) as book:
        one = statement(book, "M01", "2025-02-28")
        assert [(line.paid_in, line.taken_out, line.balance) for line in one.savings.lines] == [
            (50_000, 0, 50_000),
            (-50_000, 0, 0),
        ]
        assert (one.savings.paid_in, one.savings.taken_out) == (0, 0)
        assert one.undone["RV-2025-02-0001"] == Undone(reversed_by="PV-2025-02-0001")
        assert one.undone["PV-2025-02-0001"] == Undone(reverses="RV-2025-02-0001")
        assert one.shares is not None
        assert one.shares.closing == 20_000
        before = statements(book, Asked("statement", member="M01", first=date(2025, 2, 6), as_of=date(2025, 2, 6)))
        assert before[0].undone["PV-2025-02-0001"].reverses == "RV-2025-02-0001"
        # A reversal after the day is not seen.
        assert statement(book, "M01", "2025-02-05").undone == {}
        assert statement(book, "M01", "2025-02-05").shares is None
        lines = passbook(book, Asked("passbook", member="M01")).lines
        assert [(line.paid_in, line.savings) for line in lines] == [(50_000, 50_000), (-50_000, 0)]


def test_who_left_has_a_last_statement_and_none_afterwards(tmp_path: Path) -> None:
    story = f"""
    2025-03-05  leave  M07
    {LENT}
    2025-04-10  die  M06  Sister
    """
    with told(saved(60_000), story, tmp_path) as book:
        one = statement(book, "M07", "2025-03-31")
        assert (one.standing, one.savings.closing, one.may_borrow) == ("left", 0, None)
        every = statements(book, Asked("statement", first=date(2025, 5, 1), as_of=date(2025, 5, 31)))
        members = [one.member for one in every]
        assert M07 not in members
        # The loan of the dead is still to be paid.
        assert M06 in members


def test_there_is_no_statement_before_joining(example: OpenBook, tmp_path: Path) -> None:
    with pytest.raises(NotYetError, match="M18 had not joined"):
        statement(example, "M18", "2025-03-31")
    with kept(founded(), tmp_path / "new.vdf") as book, pytest.raises(NotYetError, match="Nobody has joined"):
        statements(book, Asked("statement", as_of=date(2025, 1, 31)))


def test_loans_taken_over_are_the_members(tmp_path: Path) -> None:
    village = founded()
    village.perform(
        "take_over",
        "2025-01-01",
        members=[{"member": who, "joined": "2023-01-01", "savings": 200_000} for who in ("M01", "M11", "M12")],
        loans=[
            {
                "loan": "L9",
                "member": "M01",
                "product": "ordinary",
                "amount": 300_000,
                "paid_out": "2024-11-01",
                "months": 3,
                "rate_bp": 300,
                "method": "flat",
                "purpose": "seed",
                "guarantors": ["M11", "M12"],
                "principal_outstanding": 200_000,
                "instalments_paid": 1,
            }
        ],
        trained=[],
        accounts={"1010": 500_000},
        difference=100_000,
    )
    assert not village.objections, village.objections
    with kept(village, tmp_path / "old.vdf") as book:
        (loan,) = statement(book, "M01", "2025-01-01").loans
        assert (loan.opening, loan.lines[0].paid_out, loan.left) == (0, 200_000, 200_000)
        (line,) = passbook(book, Asked("passbook", member="M01")).lines
        assert (line.paid_in, line.lent, line.savings, line.loans) == (200_000, 200_000, 200_000, 200_000)


# --- savings day -----------------------------------------------------------------------------------------------------


def test_a_posted_day_adds_up_to_the_counted_box(example: OpenBook) -> None:
    day = posted_day(example, Asked("savings-day-sheet", as_of=date(2025, 10, 5)))
    (figures,) = (month for month in expected()["audit_monthly"] if month["month"] == "2025-10")
    assert day.sum_of("saved") == figures["receipts_savings"]
    assert day.sum_of("penalty") == figures["receipts_penalty"]
    assert day.sum_of("interest") == figures["receipts_interest"]
    assert day.sum_of("principal") == figures["receipts_principal"]
    assert day.opened_with == figures["opening_cash"]
    assert day.closed_with == day.counted == figures["closing_cash"]
    assert (day.difference, day.undone, day.outlays) == (0, None, ())
    assert [row.member for row in day.rows] == sorted(row.member for row in day.rows)


def test_the_same_day_by_its_act(example: OpenBook) -> None:
    by_date = posted_day(example, Asked("savings-day-sheet", as_of=date(2025, 10, 5)))
    assert posted_day(example, Asked("savings-day-sheet", act=by_date.act)) == by_date
    with pytest.raises(NotYetError, match="Act 1 is no savings day"):
        posted_day(example, Asked("savings-day-sheet", act=1))
    with pytest.raises(NotYetError, match="2025-10-06 is no savings day"):
        posted_day(example, Asked("savings-day-sheet", as_of=date(2025, 10, 6)))


def test_what_is_expected_of_a_day_held_since_is_what_was_expected_then(example: OpenBook) -> None:
    before = expected_day(example, date(2025, 12, 5)).sheet
    posted = posted_day(example, Asked("savings-day-sheet", as_of=date(2025, 12, 5)))
    assert before.opened_with == posted.opened_with == 5_532_665
    assert before.row(M04).days_late == 61
    assert not before.is_held
    later = expected_day(example, date(2026, 2, 5)).sheet
    assert later.opened_with == example.books.cash_box


def test_spending_lending_counting_and_undoing_show_on_the_sheet(tmp_path: Path) -> None:
    village = saved()
    village.tell("2025-04-01  apply  L1  M06  300 000  3 months  300 bp  flat")
    village.perform(
        "decide", "2025-04-01", loan="L1", outcome="approved", votes={"M01": "yes", "M02": "yes", "M03": "yes"}
    )
    box = village.box
    village.perform(
        "savings_day",
        "2025-05-05",
        lines=[
            {"member": "M01", "save": 20_000, "shares": 5_000},
            {"member": "M02", "present": False},
            {"member": "M03", "withdraw": 30_000},
            {"member": "M04", "present": True},
        ],
        spend=[{"account": "5010", "amount": 10_000, "note": "pens"}],
        pay_outs=["L1"],
        counted=box - 315_000 - 2_000,
        reason="torn note",
        witness="V01",
        count={"1000": (box - 317_000) // 1_000},
    )
    assert not village.objections, village.objections
    number = village.books.number
    village.tell(f"2025-05-06  reverse  {number}  M03")
    with kept(village, tmp_path / "day.vdf") as book:
        day = posted_day(book, Asked("savings-day-sheet", as_of=date(2025, 5, 5)))
        kinds = {row.member: row.present for row in day.rows}
        assert [kinds[PersonId(f"M{number:02d}")] for number in range(1, 6)] == [True, False, True, True, None]
        assert day.sum_of("shares") == 5_000
        assert day.sum_of("taken_out") == 30_000
        assert [(one.text, one.loan, one.amount) for one in day.outlays] == [
            ("pens", None, 10_000),
            ("seed", "L1", 300_000),
        ]
        assert isinstance(day.outlays[0], Outlay)
        assert (day.difference, day.reason) == (-2_000, "torn note")
        assert day.expected - 2_000 == day.counted == day.closed_with
        assert day.pieces == {1_000: (box - 317_000) // 1_000}
        (undone,) = [row for row in day.rows if row.undone is not None]
        assert (undone.member, undone.undone) == ("M03", Undoing(number + 1, date(2025, 5, 6)))


def test_a_day_undone_and_held_again_is_the_last_one(tmp_path: Path) -> None:
    story = """
    2025-02-05  savings_day  M01 save 20 000  (a)
    2025-02-05  reverse  (a)
    2025-02-05  savings_day  M01 save 30 000
    2025-02-05  save  M02  30 000  (b)
    2025-02-05  reverse  (b)
    """
    with told(joined(), story, tmp_path) as book:
        again = posted_day(book, Asked("savings-day-sheet", as_of=date(2025, 2, 5)))
        assert again.sum_of("saved") == 30_000
        first = posted_day(book, Asked("savings-day-sheet", act=again.act - 2))
        assert first.undone == Undoing(again.act - 1, date(2025, 2, 5))


def test_nobody_is_expected_before_anybody_joined(tmp_path: Path) -> None:
    with kept(founded(), tmp_path / "new.vdf") as book:
        for day in (date(2024, 12, 31), date(2025, 1, 5)):
            with pytest.raises(NotYetError, match="Nobody has joined"):
                expected_day(book, day)


# --- register and dividend -------------------------------------------------------------------------------------------


def test_the_register_tells_who_left_and_who_died(tmp_path: Path) -> None:
    story = """
    2025-02-01  name_nominee  M01  Sister of M01
    2025-03-05  leave  M07
    2025-04-10  die  M06  Brother
    2025-04-11  leave  M08  (a)
    2025-04-12  reverse  (a)
    """
    with told(saved(60_000), story, tmp_path) as book:
        register = member_register(book, Asked("member-register"))
        lines = {line.person.id: line for line in register.lines}
        assert (lines[M07].standing, lines[M07].gone) == ("left", date(2025, 3, 5))
        assert (lines[M06].standing, lines[M06].gone, lines[M06].nominee) == ("dead", date(2025, 4, 10), "Brother")
        assert (lines[PersonId("M08")].standing, lines[PersonId("M08")].gone) == ("member", None)
        assert lines[M01].nominee == "Sister of M01"
        assert len(register.current) == 11
        before = member_register(book, Asked("member-register", as_of=date(2025, 3, 4)))
        assert len(before.current) == 13


def test_nobody_is_registered_as_a_member_before_joining(example: OpenBook, tmp_path: Path) -> None:
    for day in (date(2024, 12, 31), date(2020, 1, 1)):
        with pytest.raises(NotYetError, match="Nobody had joined"):
            member_register(example, Asked("member-register", as_of=day))
    with OpenBook.create(tmp_path / "empty.vdf") as book, pytest.raises(NotYetError, match="Nobody had joined"):
        member_register(book, Asked("member-register"))


def test_the_dividend_sheet_is_the_closing(example: OpenBook) -> None:
    sheet = dividend_sheet(example, Asked("dividend-sheet", year=2025))
    found = [(line.member, int(line.weight), int(line.amount)) for line in sheet.lines]
    assert found == [(row["member"], int(row["weight"]), int(row["dividend"])) for row in rows("dividend.csv")]
    assert sheet.shared == sheet.dividend.pools["members"]
    assert total(sheet.dividend.pools.values()) == sheet.dividend.surplus
    assert sheet.lines[0].payment == Payment(date(2026, 1, 5), "PV-2026-01-0001", "cash")
    assert sheet.weights == 53_000_000


def test_a_dividend_by_closing_balance_unpaid_paid_and_taken_back(tmp_path: Path) -> None:
    village = saved(dividend_basis="closing_balance", limit_base="savings_and_shares")
    village.tell("2025-01-02  buy_shares  M01  50 000")
    for month in range(1, 13):
        village.perform(
            "close_month", "2025-12-31", month=f"2025-{month:02d}", counted=village.box, signed_by=["V01", "V02"]
        )
    village.tell("2026-01-02  close_year  2025")
    assert not village.objections, village.objections
    with kept(village, tmp_path / "unpaid.vdf") as book:
        sheet = dividend_sheet(book, Asked("dividend-sheet", year=2025))
        assert (sheet.lines[0].weight, sheet.lines[1].weight) == (250_000, 200_000)
        assert {line.payment for line in sheet.lines} == {None}
    village.tell("""
    2026-01-03  pay_dividend  2025  savings  members=M01
    2026-01-03  pay_dividend  2025  cash  members=M02  (a)
    2026-01-03  reverse  (a)
    """)
    assert not village.objections, village.objections
    with kept(village, tmp_path / "paid.vdf") as book:
        sheet = dividend_sheet(book, Asked("dividend-sheet", year=2025))
        first, second = (line.payment for line in sheet.lines[:2])
        assert first is not None
        assert first.how == "savings"
        assert second is None
        assert statement(book, "M01", "2026-01-31").savings.lines[-1].item == "dividend"


def test_a_year_not_closed_has_no_dividend_sheet(example: OpenBook) -> None:
    with pytest.raises(NotYetError, match="2026 is not closed"):
        dividend_sheet(example, Asked("dividend-sheet", year=2026))
    with pytest.raises(MissingError, match="--year"):
        dividend_sheet(example, Asked("dividend-sheet"))
