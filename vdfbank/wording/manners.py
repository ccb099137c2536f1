"""How languages of the region set figures and name themselves in a file; their sentences are in the catalogues."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Manner:
    """What stands between groups of three digits and before a fraction, and the language's tag in a PDF."""

    group: str
    point: str
    tag: str


#: The program speaks those of `catalogue.LANGUAGES`; the others wait for a catalogue (translations/README.md).
MANNERS = {
    "lo": Manner(".", ",", "lo-LA"),
    "en": Manner(",", ".", "en-GB"),
    "th": Manner(",", ".", "th-TH"),
    "vi": Manner(".", ",", "vi-VN"),
    "km": Manner(",", ".", "km-KH"),
    "my": Manner(",", ".", "my-MM"),
}
