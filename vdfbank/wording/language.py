"""A language the program speaks."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from vdfbank.bank.person import PersonId
from vdfbank.wording import dates, digits, money
from vdfbank.wording.catalogue import LANGUAGES, N_, catalogue
from vdfbank.wording.manners import MANNERS


class Name(Protocol):
    """How a person is written: in Latin and, where known, in Lao letters."""

    @property
    def latin(self) -> str: ...
    @property
    def lao(self) -> str | None: ...


Names = Mapping[PersonId, Name]


@dataclass(frozen=True, slots=True)
class Language:
    """
    Lao (``lo``) or English (``en``).

    Where the village wishes it figures stand in Lao digits, and years are those of the Buddhist era.
    """

    code: str
    lao_digits: bool = False
    buddhist_era: bool = False

    def say(self, message: str, /, **values: object) -> str:
        """The sentence `message` of the sources in this language, `values` put into its braces."""
        said = catalogue(self.code).gettext(message)
        return said.format_map(values) if values else said

    def plural(self, one: str, many: str, count: int, /, **values: object) -> str:
        """Like `say`, by number; ``{n}`` in the sentence is the count."""
        said = catalogue(self.code).ngettext(one, many, count)
        return said.format_map({"n": self.number(count), **values})

    def number(self, figure: int) -> str:
        return self._figures(money.grouped(figure, self.code))

    def kip(self, amount: int) -> str:
        """``1.250.000 ກີບ`` or ``1,250,000 kip``."""
        return self.say(N_("{amount} kip"), amount=self.number(amount))

    def percent(self, basis_points: int) -> str:
        return self._figures(money.percent(basis_points, self.code))

    def date(self, day: dt.date) -> str:
        """``23 ພະຈິກ 2026`` or ``23 November 2026``."""
        return self._figures(dates.long_date(day, self.say(dates.MONTHS[day.month - 1]), self.year(day.year)))

    def short_date(self, day: dt.date) -> str:
        """``23/11/2026``; of the Buddhist era ``23/11/2569``, which needs no label to be told apart."""
        return self._figures(dates.short_date(day, self._counted(day.year)))

    def year(self, year: int) -> str:
        """``2026``, never grouped; of the Buddhist era ``ພ.ສ. 2569`` or ``B.E. 2569``."""
        counted = self._figures(str(self._counted(year)))
        return self.say(N_("B.E. {year}"), year=counted) if self.buddhist_era else counted

    def month(self, month: str) -> str:
        """``2026-11`` as ``ພະຈິກ 2026`` or ``November 2026``."""
        first = dates.first_day(month)
        return f"{self.say(dates.MONTHS[first.month - 1])} {self.year(first.year)}"

    @property
    def tag(self) -> str:
        """``lo-LA``: how a PDF names the language of its text."""
        return MANNERS[self.code].tag

    def person(self, who: str, names: Names) -> str:
        """A person's name in this language's letters, the id alone when the name is not known."""
        name = names.get(PersonId(who))
        if name is None:
            return who
        return name.lao if self.code == "lo" and name.lao else name.latin

    def _counted(self, year: int) -> int:
        return dates.buddhist(year) if self.buddhist_era else year

    def _figures(self, text: str) -> str:
        return digits.lao_digits(text) if self.lao_digits else text


LAO = Language("lo")
ENGLISH = Language("en")


def language(code: str, *, lao_digits: bool = False, buddhist_era: bool = False) -> Language:
    """The language called `code`; `KeyError` when the program does not speak it."""
    if code not in LANGUAGES:
        raise KeyError(code)
    return Language(code, lao_digits, buddhist_era)
