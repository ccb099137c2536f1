"""The scale of a chart: round steps from nothing to above the largest figure, and the unit they are said in."""

from collections.abc import Sequence
from dataclasses import dataclass

from vdfbank.wording.catalogue import N_

#: Units of kip by size; the words say what the figures at a chart's edge stand for.
KIP = (
    (10**12, N_("in trillions of kip")),
    (10**9, N_("in billions of kip")),
    (10**6, N_("in millions of kip")),
    (10**3, N_("in thousands of kip")),
    (1, N_("in kip")),
)
PERCENT = ((100, N_("in percent")),)
#: About so many steps; more would be crowded.
_STEPS = 5


@dataclass(frozen=True, slots=True)
class Scale:
    """From 0 to `top` in steps of `step`; a figure stands there as so many `unit`."""

    top: int
    step: int
    unit: int
    said: str

    def ticks(self) -> list[int]:
        return list(range(0, self.top + 1, self.step))


def scale(figures: Sequence[int], units: Sequence[tuple[int, str]]) -> Scale:
    """The scale of figures that are never below 0; every step is a whole number of its unit."""
    largest, smallest = max(figures, default=0), units[-1][0]
    step = smallest
    while step * _STEPS < largest:
        # 1, 2, 5, 10, 20, 50 ...
        step = step * 5 // 2 if str(step).startswith("2") else step * 2
    unit, said = next((unit, said) for unit, said in units if step >= unit)
    return Scale(max(1, -(-largest // step)) * step, step, unit, said)
