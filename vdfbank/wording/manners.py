"""How languages of the region set figures and name themselves in a file; their sentences are in the catalogues."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Manner:
    """What stands between groups of three digits and before a fraction, its tag in a PDF, its name in itself."""

    group: str
    point: str
    tag: str
    own_name: str


#: The program speaks those of `catalogue.LANGUAGES`; the others wait for a catalogue (translations/README.md).
MANNERS = {
    "lo": Manner(".", ",", "lo-LA", "ລາວ"),
    "en": Manner(",", ".", "en-GB", "English"),
    "th": Manner(",", ".", "th-TH", "ไทย"),
    "vi": Manner(".", ",", "vi-VN", "Tiếng Việt"),
    "km": Manner(",", ".", "km-KH", "ខ្មែរ"),
    "my": Manner(",", ".", "my-MM", "မြန်မာ"),
}
