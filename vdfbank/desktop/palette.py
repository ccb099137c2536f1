"""The colours of the window."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as ``#rrggbb``; text on its ground reaches 4.5:1, a border or shape 3:1 (a test reckons it)."""

    window: str
    surface: str
    ink: str
    muted: str
    line: str
    faint_line: str
    accent: str
    accent_ink: str
    accent_soft: str
    focus: str
    good: str
    good_soft: str
    look: str
    look_soft: str
    wrong: str
    wrong_soft: str
    practice: str


#: For daylight: the laptop often stands outdoors.
LIGHT = Palette(
    window="#f3f5f1",
    surface="#ffffff",
    ink="#18211e",
    muted="#56625d",
    line="#818d87",
    faint_line="#d5dbd6",
    accent="#0d5c4f",
    accent_ink="#ffffff",
    accent_soft="#e0efea",
    focus="#1457b8",
    good="#1a6b38",
    good_soft="#e5f3e8",
    look="#8a5200",
    look_soft="#fff2d9",
    wrong="#a3191d",
    wrong_soft="#fdeaea",
    practice="#b65b00",
)

THEMES = {"light": LIGHT}


def colours() -> Palette:
    """The palette worn now."""
    return LIGHT


#: Text and the grounds it stands on.
TEXT_PAIRS = (
    ("ink", "window"),
    ("ink", "surface"),
    ("ink", "accent_soft"),
    ("ink", "look_soft"),
    ("ink", "wrong_soft"),
    ("ink", "good_soft"),
    ("muted", "window"),
    ("muted", "surface"),
    ("accent", "surface"),
    ("accent", "window"),
    ("accent", "accent_soft"),
    ("accent_ink", "accent"),
    ("good", "good_soft"),
    ("good", "surface"),
    ("look", "look_soft"),
    ("look", "surface"),
    ("wrong", "wrong_soft"),
    ("wrong", "surface"),
    ("accent_ink", "practice"),
)
#: Borders and shapes.
SHAPE_PAIRS = (
    ("line", "window"),
    ("line", "surface"),
    ("focus", "window"),
    ("focus", "surface"),
    ("practice", "window"),
)


def contrast(first: str, second: str) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
