"""Names stand in the order a Lao reader looks for them."""

import subprocess
import sys
from pathlib import Path

from hypothesis import given
from hypothesis.strategies import lists, sampled_from

from vdfbank.wording.breaks import words
from vdfbank.wording.names import canonical
from vdfbank.wording.sorting import sort_key

ROOT = Path(__file__).parents[2]

#: By consonant, then by vowel, then by tone; Latin letters come first.
IN_ORDER = ["Bounmy", "chan", "Chansy", "ກະ", "ກາ", "ກ້າ", "ແກ້ວ", "ຄຳ", "ຈັນສີ", "ສົມ", "ນ້ອຍ", "ບຸນມີ", "ເພັດ", "ໄພ", "ເອື້ອຍ"]


def test_lao_is_ordered_by_its_consonants() -> None:
    assert sorted(IN_ORDER, key=sort_key) == IN_ORDER
    assert sorted(IN_ORDER) != IN_ORDER


def test_one_name_typed_two_ways_stands_in_one_place() -> None:
    assert sort_key("ນໍ້າ") == sort_key("ນ້ຳ")
    assert sort_key("ເເກ້ວ") == sort_key("ແກ້ວ")


def test_words_spelt_differently_never_share_a_place() -> None:
    chosen = {canonical(word) for word in sorted(words())[::20] if word[-1] not in "ໆຯ"}
    assert len({sort_key(word) for word in chosen}) == len(chosen)


@given(lists(sampled_from(sorted(words())), min_size=2, max_size=3))
def test_a_word_stands_before_the_words_it_begins(chosen: list[str]) -> None:
    whole = " ".join(chosen)
    assert sort_key(chosen[0]) < sort_key(whole)


def test_the_order_is_learnt_only_when_something_is_sorted() -> None:
    program = (
        "import sys, vdfbank.wording.sorting as sorting; print('pyuca' in sys.modules); "
        "sorting.sort_key('ກ'); print('pyuca' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert told.stdout == "False\nTrue\n"
