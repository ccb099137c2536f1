"""Lines of Lao break between words, nowhere else."""

from unicodedata import category

import pytest
from hypothesis import given
from hypothesis.strategies import sampled_from, text

from vdfbank.wording.breaks import ZERO_WIDTH_SPACE, pieces, words, wrap_lo
from vdfbank.wording.catalogue import catalogue

DEPENDENT = "ະາຳຽໆຯ"


def test_a_sentence_breaks_between_its_words() -> None:
    assert pieces("ຄະນະກຳມະການທະນາຄານບ້ານຂໍແຈ້ງໃຫ້ສະມາຊິກທຸກຄົນຊາບ") == [
        "ຄະນະກຳມະການ",
        "ທະນາຄານບ້ານ",
        "ຂໍ",
        "ແຈ້ງ",
        "ໃຫ້",
        "ສະມາຊິກ",
        "ທຸກ",
        "ຄົນ",
        "ຊາບ",
    ]


@pytest.mark.parametrize(
    "word", ["ນະຄອນຫຼວງວຽງຈັນ", "ຈຳປາສັກ", "ຫຼວງພະບາງ", "ດອກເບ້ຍ", "ຜູ້ຄ້ຳປະກັນ", "ເຫຼັນຍິກ", "ຄ່າປັບໃໝ", "ເງິນປັນຜົນ"]
)
def test_words_of_place_and_trade_stay_whole(word: str) -> None:
    assert word in words()
    assert pieces(word) == [word]


def test_a_name_nobody_knows_stays_whole() -> None:
    assert pieces("ຊື່ກຮຮບຮຣ") == ["ຊື່", "ກຮຮບຮຣ"]


def test_marks_stay_with_their_words() -> None:
    assert pieces("(ເງິນກູ້) ຕ່າງໆ 5.000\u00a0ກີບ.")[-1] == " 5.000\u00a0ກີບ."
    assert pieces("(ເງິນກູ້)")[0] == "(ເງິນກູ້)"


def test_latin_text_has_no_hidden_breaks() -> None:
    assert wrap_lo("Savings day 5/11") == "Savings day 5/11"
    assert pieces("") == []


def test_a_label_gets_breaks_that_are_not_seen() -> None:
    wrapped = wrap_lo("ສະມາຊິກທຸກຄົນ")
    assert wrapped.split(ZERO_WIDTH_SPACE) == ["ສະມາຊິກ", "ທຸກ", "ຄົນ"]


def no_line_would_start_wrong(line: str) -> bool:
    return all(category(piece[0]) not in {"Mn", "Me"} and piece[0] not in DEPENDENT for piece in pieces(line)[1:])


@given(text(sampled_from("ກຂຄງຈຊຍດຕຖນບປຜພມຢຣລວສຫອຮໜໝະັາຳິີຶືຸູົຼຽເແໂໃໄໆ່້໊໋໌ໍ ໐໑1a().")))
def test_any_text_is_cut_without_loss(line: str) -> None:
    assert "".join(pieces(line)) == line
    assert no_line_would_start_wrong(line)


def test_no_sentence_of_the_program_starts_a_line_with_a_hanging_sign() -> None:
    sentences = catalogue("lo")._catalog  # type: ignore[attr-defined]
    assert len(sentences) > 300
    assert all(no_line_would_start_wrong(sentence) for sentence in sentences.values())
