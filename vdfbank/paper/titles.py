"""The title of a form, and whose it is."""

from collections.abc import Iterator

from vdfbank.content.place import Place
from vdfbank.paper.door import Flowable
from vdfbank.paper.style import TEXT_STYLE, TITLE_STYLE, words
from vdfbank.wording.catalogue import N_
from vdfbank.wording.language import Language


def title(text: str, place: Place, language: Language) -> Iterator[Flowable]:
    yield words(text, TITLE_STYLE)
    if place.village_code:
        yield words(whose(place, language), TEXT_STYLE)


def whose(place: Place, language: Language) -> str:
    return language.say(
        N_("Village bank of {village}, district {district}, province {province}"),
        village=place.village,
        district=place.district,
        province=place.province,
    )
