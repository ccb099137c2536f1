"""How a problem or finding is put into words."""

from dataclasses import dataclass

from vdfbank.wording.figures import Unit


@dataclass(frozen=True, slots=True)
class Saying:
    """
    The sentences for one code; whole numbers in them are counted in `unit`.

    `counted` is said where both figures are known. Where there is no such sentence, the figures follow `plain` one
    by one; without a unit they say nothing that `plain` has not said.
    """

    plain: str
    todo: str
    unit: Unit | None = None
    counted: str | None = None
