"""Whose form it is: what stands on every page, so that a lost sheet finds its book."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """The village, and the seal the book had reached when the form was made."""

    village: str
    district: str
    province: str
    village_code: str
    #: The last act's seal in its short form, ``K7QF-2M9X-41TD``; None for a form that no book stands behind.
    seal: str | None = None


#: Of a page that was made without any book: a loan reckoned before anybody asks for it.
NO_PLACE = Place("", "", "", "")
