"""Whole kip and shares of a hundred as figures, grouped as each language does."""

from vdfbank.wording.manners import MANNERS


def grouped(figure: int, code: str) -> str:
    """``1250000`` as ``1.250.000`` (Lao) or ``1,250,000`` (English)."""
    return f"{figure:,}".replace(",", MANNERS[code].group)


def percent(basis_points: int, code: str) -> str:
    """
    Basis points as percent: ``4186`` as ``41.86 %``, ``250`` as ``2.5 %``.

    Nothing is rounded: a rate of 2.5 % a month printed as 2 % would be another rate.
    """
    whole, rest = divmod(abs(basis_points), 100)
    fraction = f"{rest:02d}".rstrip("0")
    sign = "-" if basis_points < 0 else ""
    point = MANNERS[code].point if fraction else ""
    return f"{sign}{grouped(whole, code)}{point}{fraction} %"
