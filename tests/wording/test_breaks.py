"""Lines of Lao break between words, nowhere else."""

import re
from pathlib import Path
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis.strategies import sampled_from, text

from vdfbank.wording.breaks import LAO_RUN, ZERO_WIDTH_SPACE, _words_of, clusters, pieces, words, wrap_lo
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


PROVINCES = (
    *("ນະຄອນຫຼວງວຽງຈັນ", "ຜົ້ງສາລີ", "ຫຼວງນ້ຳທາ", "ອຸດົມໄຊ", "ບໍ່ແກ້ວ", "ຫຼວງພະບາງ", "ຫົວພັນ", "ໄຊຍະບູລີ", "ຊຽງຂວາງ"),
    *("ວຽງຈັນ", "ບໍລິຄຳໄຊ", "ຄຳມ່ວນ", "ສະຫວັນນະເຂດ", "ສາລະວັນ", "ເຊກອງ", "ຈຳປາສັກ", "ອັດຕະປື", "ໄຊສົມບູນ"),
)


def test_every_province_stays_whole() -> None:
    assert len(PROVINCES) == 18
    assert [pieces(f"ແຂວງ{province}") for province in PROVINCES] == [["ແຂວງ", province] for province in PROVINCES]


@pytest.mark.parametrize("typed", ["ຫຼວງນ້ຳທາ", "ຫຼວງນໍ້າທາ", "ຫຼວງນ້ໍາທາ", "ຈໍາປາສັກ"])
def test_a_word_is_known_however_its_vowel_was_typed(typed: str) -> None:
    assert pieces(typed) == [typed]


def unknown(sentence: str) -> set[str]:
    """What no list knows of a sentence; single letters before a full stop are shortened words (ພ.ສ.)."""
    full = re.sub(r"(?<![\u0e80-\u0edf])[\u0e81-\u0eae]\.", "", re.sub(r"\{\w+\}", " ", sentence))
    found = {piece.strip("ໆຯ") for run in LAO_RUN.findall(full) for piece in _words_of(run)}
    return found - words() - {""}


def test_every_word_the_program_says_is_known() -> None:
    """What is missing goes into resources/lao/vdfbank-words.txt: an unknown word may break in the wrong place."""
    missing = {word for sentence in catalogue("lo")._catalog.values() for word in unknown(sentence)}  # type: ignore[attr-defined]
    assert missing == set()
    assert unknown("ຊື່ກຮຮບຮຣ ພ.ສ. 2569") == {"ກຮຮບຮຣ"}


def test_every_word_of_the_glossary_is_known() -> None:
    glossary = (Path(__file__).parents[2] / "docs" / "words.md").read_text("utf-8")
    assert unknown(glossary) == set()


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
    assert "".join(clusters(line)) == line
    assert all(category(piece[0]) not in {"Mn", "Me"} and piece[0] not in DEPENDENT for piece in clusters(line)[1:])


def test_letters_of_other_scripts_keep_their_marks_too() -> None:
    assert clusters("e\u0301a ที่ນ້ຳ") == ["e\u0301", "a", " ", "ที่", "ນ້ຳ"]


def test_a_vowel_written_first_stays_with_its_consonant() -> None:
    assert clusters("ເຫຼັນຍິກໂຂງ") == ["ເຫຼັ", "ນ", "ຍິ", "ກ", "ໂຂ", "ງ"]


def test_no_sentence_of_the_program_starts_a_line_with_a_hanging_sign() -> None:
    sentences = catalogue("lo")._catalog  # type: ignore[attr-defined]
    assert len(sentences) > 300
    assert all(no_line_would_start_wrong(sentence) for sentence in sentences.values())
