"""The colours of the window: three themes, and the one worn now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from PySide6.QtWidgets import QApplication

#: A colour a drawing or a figure is shown in, whatever the theme.
Tint = Literal["ink", "muted", "line", "accent", "accent_ink", "focus", "good", "look", "wrong", "wrong_soft"]


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as ``#rrggbb``; text on its ground reaches 4.5:1, a border or shape 3:1 (a test reckons it)."""

    name: str
    is_dark: bool
    window: str
    surface: str
    ink: str
    muted: str
    line: str
    faint_line: str
    dim: str
    accent: str
    accent_ink: str
    accent_hover: str
    accent_soft: str
    focus: str
    good: str
    good_soft: str
    look: str
    look_soft: str
    wrong: str
    wrong_soft: str
    practice: str
    practice_ink: str

    def tinted(self, tint: Tint) -> str:
        return cast("str", getattr(self, tint))


#: For daylight: the laptop often stands outdoors.
LIGHT = Palette(
    name="light",
    is_dark=False,
    window="#f3f5f1",
    surface="#ffffff",
    ink="#18211e",
    muted="#56625d",
    line="#75817b",
    faint_line="#d5dbd6",
    dim="#d5dbd6",
    accent="#0d5c4f",
    accent_ink="#ffffff",
    accent_hover="#0a4a40",
    accent_soft="#e0efea",
    focus="#1457b8",
    good="#1a6b38",
    good_soft="#e5f3e8",
    look="#8a5200",
    look_soft="#fff2d9",
    wrong="#a3191d",
    wrong_soft="#fdeaea",
    practice="#b65b00",
    practice_ink="#ffffff",
)
#: For the evening, and for eyes a bright screen tires.
DARK = Palette(
    name="dark",
    is_dark=True,
    window="#151a18",
    surface="#1e2522",
    ink="#eef3f0",
    muted="#aab6b0",
    line="#7d8b85",
    faint_line="#3a4540",
    dim="#3a4540",
    accent="#6fd0ba",
    accent_ink="#08251f",
    accent_hover="#8fe0cd",
    accent_soft="#24403a",
    focus="#8fbcff",
    good="#7ed89a",
    good_soft="#1b3524",
    look="#f3be62",
    look_soft="#3b2d12",
    wrong="#ff9e96",
    wrong_soft="#44211f",
    practice="#f08a24",
    practice_ink="#1d1100",
)
#: For weak eyes and weak screens: black on white also in the sun, every text at least 7:1 (the practice banner 5.9:1).
HIGH_CONTRAST = Palette(
    name="high_contrast",
    is_dark=False,
    window="#ffffff",
    surface="#ffffff",
    ink="#000000",
    muted="#2e3532",
    line="#1f2623",
    faint_line="#5c6561",
    dim="#d5dbd6",
    accent="#00382f",
    accent_ink="#ffffff",
    accent_hover="#00201b",
    accent_soft="#d3ebe3",
    focus="#0033b0",
    good="#00491d",
    good_soft="#dcf2e1",
    look="#5a3200",
    look_soft="#ffebc2",
    wrong="#7a0008",
    wrong_soft="#ffdede",
    practice="#d86a00",
    practice_ink="#000000",
)
THEMES = {palette.name: palette for palette in (LIGHT, DARK, HIGH_CONTRAST)}
_WORN = "theme"


def colours() -> Palette:
    """The palette worn now; asked for whenever something is drawn, never kept."""
    app = QApplication.instance()
    return THEMES.get(app.property(_WORN), LIGHT) if app is not None else LIGHT


def wear(app: QApplication, palette: Palette) -> None:
    app.setProperty(_WORN, palette.name)


#: Text and the grounds it stands on.
TEXT_PAIRS = (
    ("ink", "window"),
    ("ink", "surface"),
    ("ink", "accent_soft"),
    ("ink", "look_soft"),
    ("ink", "wrong_soft"),
    ("ink", "good_soft"),
    ("ink", "dim"),
    ("muted", "window"),
    ("muted", "surface"),
    ("muted", "accent_soft"),
    ("muted", "wrong_soft"),
    ("muted", "dim"),
    ("accent", "surface"),
    ("accent", "window"),
    ("accent", "accent_soft"),
    ("accent_ink", "accent"),
    ("accent_ink", "accent_hover"),
    ("good", "good_soft"),
    ("good", "surface"),
    ("good", "window"),
    ("look", "look_soft"),
    ("look", "surface"),
    ("look", "window"),
    ("wrong", "wrong_soft"),
    ("wrong", "surface"),
    ("wrong", "window"),
    ("practice_ink", "practice"),
)
#: Borders and shapes.
SHAPE_PAIRS = (
    ("line", "window"),
    ("line", "surface"),
    ("focus", "window"),
    ("focus", "surface"),
    ("practice", "window"),
    ("good", "good_soft"),
    ("good", "accent_soft"),
    ("look", "accent_soft"),
    ("wrong", "accent_soft"),
    ("line", "wrong_soft"),
    ("line", "accent_soft"),
    ("accent_ink", "accent"),
)


def contrast(first: str, second: str) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
