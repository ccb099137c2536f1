"""Receipts and payment vouchers: what they say, of whom, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.office.forms.told import book_of, told
from tests.paper.lines import read
from tests.village import Village
from vdfbank.bank.problem import VdfError
from vdfbank.content.voucher import Voucher, VoucherKind
from vdfbank.journal.seal import entry_code
from vdfbank.office.forms.asked import Asked
from vdfbank.office.forms.money import FORMS
from vdfbank.office.forms.vouchers import OtherVoucherError, vouchers
from vdfbank.office.session import OpenBook
from vdfbank.wording.language import ENGLISH, LAO


@pytest.fixture(scope="module")
def village() -> Village:
    return told()


@pytest.fixture(scope="module")
def book(village: Village, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenBook]:
    with book_of(village, tmp_path_factory.mktemp("told")) as opened:
        yield opened


def one(book: OpenBook, number: str) -> Voucher:
    kind: VoucherKind = "receipt" if number.startswith("RV") else "payment"
    (voucher,) = vouchers(book, Asked(kind, voucher=number), kind)
    return voucher


def by_item(book: OpenBook, village: Village, item: str) -> Voucher:
    """The first voucher of the box for something."""
    entry = next(entry for entry in village.entries() if entry.item == item and not entry.voucher.startswith("JV"))
    return one(book, entry.voucher)


def text(book: OpenBook, **asked: object) -> str:
    number = str(asked.get("voucher", ""))
    name = "payment-voucher" if number.startswith("PV") else "receipt"
    pdf = FORMS[name](book, Asked(name, **asked), ENGLISH)  # type: ignore[arg-type]
    return " ".join(read(pdf)).replace("\n", " ")


def parts(voucher: Voucher) -> list[tuple[str, str | None, int]]:
    return [(part.account, part.loan, int(part.amount)) for part in voucher.parts]


def test_a_repayment_is_split_and_says_what_is_left(example_file: Path) -> None:
    with OpenBook.open(example_file) as example:
        voucher = one(example, "RV-2025-10-0019")
    assert voucher.who == "M04"
    assert parts(voucher) == [("4020", "L4", 9_280), ("4010", "L4", 90_720), ("1210", "L4", 400_000)]
    assert voucher.amount == 500_000
    assert voucher.after is not None
    assert dict(voucher.after.loans) == {"L4": 1_200_000}


def test_a_reprint_shows_the_balances_of_its_day(example_file: Path) -> None:
    """The savings of 5 August, though more was saved since."""
    with OpenBook.open(example_file) as example:
        first = one(example, "RV-2025-01-0017")
        pay_out = one(example, "PV-2025-04-0001")
    assert first.after is not None
    assert first.after.savings == 50_000
    assert first.after.loans == {}
    assert pay_out.after is not None
    assert (pay_out.after.savings, dict(pay_out.after.loans)) == (120_000, {"L1": 600_000})
    assert [signer.role for signer in pay_out.signers] == ["treasurer", "president"]


def test_balances_after_each_of_several_vouchers_of_one_act(book: OpenBook, village: Village) -> None:
    act = next(entry.act for entry in village.entries() if entry.on == date(2025, 5, 5))
    made = vouchers(book, Asked("receipt", act=act), "receipt")
    assert [(voucher.who, int(voucher.amount)) for voucher in made] == [
        ("M01", 20_000),
        ("M01", 5_000),
        ("M06", 20_000),
        ("M09", 109_000),
    ]
    assert [(int(voucher.after.savings), int(voucher.after.shares)) for voucher in made if voucher.after] == [
        (420_000, 15_000),
        (420_000, 20_000),
        (420_000, 0),
        (400_000, 0),
    ]
    assert made[3].after is not None
    assert dict(made[3].after.loans) == {"L4": 200_000}


def test_the_check_code_ties_the_paper_to_the_sealed_act(book: OpenBook) -> None:
    voucher = one(book, "RV-2025-01-0029")
    act = book.file.act(voucher.act)
    assert act is not None
    assert voucher.code == entry_code(act.seal, "RV-2025-01-0029")
    assert voucher.code in text(book, voucher="RV-2025-01-0029")


def test_a_reversed_voucher_says_by_which_and_that_one_says_which(book: OpenBook) -> None:
    typed, back = one(book, "RV-2025-01-0029"), one(book, "PV-2025-01-0001")
    assert (typed.reversed_by, typed.reverses) == ("PV-2025-01-0001", None)
    assert (back.reversed_by, back.reverses) == (None, "RV-2025-01-0029")
    assert parts(back) == [("2010", None, 33_000)]
    assert back.after is not None
    assert back.after.savings == 400_000
    assert "No longer valid: reversed by PV-2025-01-0001." in text(book, voucher="RV-2025-01-0029")
    assert "Reverses RV-2025-01-0029." in text(book, voucher="PV-2025-01-0001")


def test_amounts_stand_in_figures_and_in_words(book: OpenBook) -> None:
    said = text(book, voucher="RV-2025-01-0029", single=True)
    assert "33,000 kip" in said
    assert "thirty-three thousand kip" in said
    lao = " ".join(read(FORMS["receipt"](book, Asked("receipt", voucher="RV-2025-01-0029"), LAO)))
    assert "ສາມສິບສາມພັນກີບຖ້ວນ" in lao


def test_a_copy_says_so_largely(book: OpenBook) -> None:
    assert "COPY" in text(book, voucher="RV-2025-01-0029", copy=True)
    assert "COPY" not in text(book, voucher="RV-2025-01-0029")


def test_money_without_a_member(book: OpenBook, village: Village) -> None:
    given, drawn = by_item(book, village, "receive"), by_item(book, village, "draw")
    assert (given.who, given.after) == (None, None)
    assert "....." in text(book, voucher=given.number)
    assert "Outside funds" in text(book, voucher=given.number)
    assert "Received from Village bank" in text(book, voucher=drawn.number)
    for item, said in (("deposit", "Cash taken to the bank account"), ("count", "Difference of a count")):
        assert said in text(book, voucher=by_item(book, village, item).number)
    assert "meeting" in text(book, voucher=by_item(book, village, "spend").number)


def test_money_of_who_left_and_who_died(book: OpenBook, village: Village) -> None:
    left, died = by_item(book, village, "leave"), by_item(book, village, "nominee")
    assert (left.who, int(left.amount)) == ("M13", 400_000)
    assert (died.who, died.nominee, died.text) == ("M06", "her_daughter_Noy", "")
    said = text(book, voucher=died.number)
    assert "Paid to her_daughter_Noy" in said
    assert "Savings of M06" in said


def test_a_recovery_names_the_loan(book: OpenBook, village: Village) -> None:
    recovered = by_item(book, village, "recover")
    assert recovered.who == "M10"
    assert "Recovered of loan L5, written off 50,000" in text(book, voucher=recovered.number)


def test_shares_stand_beside_the_savings(book: OpenBook) -> None:
    assert "Shares after this 15,000" in text(book, voucher="RV-2025-01-0027")


def test_running_books_taken_over_are_nobodys_receipt(tmp_path: Path) -> None:
    from tests.kept import EXAMPLE
    from vdfbank.office.replaying import read_acts, replay

    with OpenBook.create(tmp_path / "over.vdf") as over:
        acts = read_acts(EXAMPLE.parent / "taken-over.jsonl")
        for _ in replay(over, acts, acts[-1][1].on):
            pass
        entry = next(stored.entry for stored in over.file.all_entries() if stored.entry.item == "take_over")
        voucher = one(over, entry.voucher)
        assert voucher.who is None
        assert sum(part.amount for part in voucher.parts) == voucher.amount
        assert len({part.account for part in voucher.parts}) == len(voucher.parts)
        assert "Village bank" in text(over, voucher=entry.voucher)


def test_four_stand_on_a_sheet_and_each_counts_its_own_pages(example_file: Path) -> None:
    with OpenBook.open(example_file) as example:
        four_up = read(FORMS["receipt"](example, Asked("receipt", act=129), ENGLISH))
        single = read(FORMS["receipt"](example, Asked("receipt", act=129, single=True), ENGLISH))
    assert (len(four_up), len(single)) == (5, 18)
    assert four_up[0].count("Page 1 of 1") == four_up[0].count("99-01-007") == 4
    assert "RV-2025-11-0018" in four_up[4]


def test_another_form_s_voucher_is_a_slip_of_the_keyboard() -> None:
    assert OtherVoucherError("JV-2025-05-0001").exit_status == 2


def test_a_long_note_flows_on_to_a_second_slip(tmp_path: Path) -> None:
    village = told()
    village.perform("spend", "2025-05-12", account="5010", amount=1_000, note="ຊື້ປຶ້ມ ແລະ ບິກ " * 60)
    with book_of(village, tmp_path) as book:
        entry = list(village.entries())[-1]
        pages = read(FORMS["payment-voucher"](book, Asked("payment-voucher", voucher=entry.voucher), LAO))
        single = FORMS["payment-voucher"](book, Asked("payment-voucher", voucher=entry.voucher, single=True), LAO)
    assert len(pages) == 1
    assert len(read(single)) > 1
    assert f"1 / {len(read(single))}" in pages[0]


@pytest.mark.parametrize(
    ("name", "asked", "said"),
    [
        ("receipt", {}, "needs --voucher or --act"),
        ("receipt", {"voucher": "17"}, "no number of a voucher"),
        ("receipt", {"voucher": "RV-2025-13-0001"}, "holds no voucher RV-2025-13-0001"),
        ("receipt", {"voucher": "rv-2025-02-0001"}, "holds no voucher RV-2025-02-0001"),
        ("receipt", {"voucher": "PV-2025-01-0001"}, 'ask for the form "payment-voucher"'),
        ("payment-voucher", {"voucher": "RV-2025-01-0001"}, 'ask for the form "receipt"'),
        ("receipt", {"voucher": "JV-2025-05-0001"}, "no money passed the box"),
        ("receipt", {"act": 9_999}, "no act 9999"),
        ("receipt", {"act": 1}, "took no money into the box"),
        ("payment-voucher", {"act": 1}, "paid no money out of the box"),
    ],
)
def test_what_cannot_be_printed_says_why(book: OpenBook, name: str, asked: dict[str, str], said: str) -> None:
    with pytest.raises(VdfError, match=said):
        FORMS[name](book, Asked(name, **asked), ENGLISH)  # type: ignore[arg-type]
