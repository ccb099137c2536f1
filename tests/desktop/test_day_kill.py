"""A real program killed in the middle of the sheet: at most the cell being typed is lost, and the book is sound."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.desktop.large_village import large_book
from vdfbank.bank.money import Money
from vdfbank.bank.person import PersonId
from vdfbank.office.checking import check_book
from vdfbank.office.drafts import kept_draft
from vdfbank.store.book import BookFile

#: Starting a window costs a second: VDFBANK_KILLS asks for more kills than the suite has time for.
KILLS = int(os.environ.get("VDFBANK_WINDOW_KILLS", "4"))
SEED = int(os.environ.get("VDFBANK_SEED", "1"))


def test_a_power_cut_loses_at_most_the_cell_being_typed(tmp_path: Path) -> None:
    chance = random.Random(SEED)
    for number in range(KILLS):
        folder = tmp_path / str(number)
        folder.mkdir()
        book = large_book(folder)
        told = _type_and_die(book, folder, chance)
        left, kept = _cells(told, "left"), _cells(told, "kept")
        assert kept
        assert len(left) - len(kept) <= 1
        with BookFile.open(book) as file:
            draft = kept_draft(file)
        assert draft is not None
        being_typed = dict(left[len(kept) :])
        for member, amount in dict(kept).items():
            # The one cell that was being left may have landed already.
            assert draft.entered(member).save in {amount, being_typed.get(member, amount)}
        assert check_book(book).findings == ()


def _cells(told: list[str], word: str) -> list[tuple[PersonId, Money]]:
    words = (line.split() for line in told)
    return [(PersonId(member), Money(int(amount))) for said, member, amount in words if said == word]


def _type_and_die(book: Path, folder: Path, chance: random.Random) -> list[str]:
    """What the program told before it was killed."""
    out = folder / "told"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "VDFBANK_DATA": str(folder / "data")}
    wanted = chance.randint(3, 25)
    with out.open("w") as told:
        program = subprocess.Popen(
            [sys.executable, "-m", "tests.desktop.typing", str(book)], stdout=told, env=environment
        )
        end = time.monotonic() + 60
        while out.read_text().count("\n") < 2 * wanted:
            assert program.poll() is None
            assert time.monotonic() < end
            time.sleep(0.001)
        time.sleep(chance.uniform(0, 0.02))
        program.send_signal(signal.SIGKILL)
        assert program.wait() == -signal.SIGKILL
    lines = out.read_text().splitlines()
    return [line for line in lines if len(line.split()) == 3]
