"""Read amounts in words back, by the grammar of each language and not by the tables that wrote them."""

import re

LAO = {
    word: value for value, word in enumerate(["ສູນ", "ໜຶ່ງ", "ສອງ", "ສາມ", "ສີ່", "ຫ້າ", "ຫົກ", "ເຈັດ", "ແປດ", "ເກົ້າ", "ສິບ"])
} | {
    "ເອັດ": 1,
    "ຊາວ": 20,
    "ຮ້ອຍ": 100,
    "ພັນ": 1_000,
    "ແສນ": 100_000,
    "ລ້ານ": 10**6,
    "ຕື້": 10**9,
}

ENGLISH = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
} | {
    word: 10 * tens
    for tens, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
ENGLISH |= {"hundred": 100, "thousand": 1_000, "million": 10**6}
ENGLISH |= {"billion": 10**9, "trillion": 10**12, "quadrillion": 10**15}


def read_lao(words: str) -> int:
    """``ໜຶ່ງແສນຊາວເອັດພັນກີບຖ້ວນ`` as 121,000."""
    counted = re.fullmatch("(.+)ກີບຖ້ວນ", words)
    assert counted is not None, words
    longest_first = "|".join(sorted(LAO, key=len, reverse=True))
    assert re.fullmatch(f"(?:{longest_first})+", counted[1]), words
    return read([LAO[word] for word in re.findall(longest_first, counted[1])])


def read_english(words: str) -> int:
    """``one hundred and twenty-one thousand kip`` as 121,000."""
    counted = re.fullmatch("(.+) kip", words)
    assert counted is not None, words
    return read([ENGLISH[word] for word in re.split(r"[ -]", counted[1]) if word != "and"])


def read(values: list[int]) -> int:
    """What stands before the largest step counts it, what stands after is added."""
    largest = max(values)
    at = len(values) - 1 - values[::-1].index(largest)
    if len(values) == 1:
        return largest
    before, after = values[:at], values[at + 1 :]
    counted = read(before) * largest if before else largest
    return counted + (read(after) if after else 0)
