"""Three themes from one palette type: readable, worn live, remembered."""

import re
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QStyleHints
from PySide6.QtWidgets import QApplication, QWidget

from tests.desktop.workplace import Keyboard
from vdfbank.desktop import icons
from vdfbank.desktop.icons import Drawing, TintedDrawing, icon
from vdfbank.desktop.look import TextSize, dress, style_sheet
from vdfbank.desktop.palette import (
    DARK,
    HIGH_CONTRAST,
    LIGHT,
    SHAPE_PAIRS,
    TEXT_PAIRS,
    THEMES,
    Palette,
    colours,
    contrast,
)
from vdfbank.office.laptop import remembered

DESKTOP = Path(icons.__file__).parent
DRAWINGS = DESKTOP.parent / "resources" / "icons"


def among(image: QImage, colour: str) -> int:
    """How many dots of a picture have this very colour."""
    wanted = QColor(colour).rgb()
    places = product(range(0, image.width(), 2), range(0, image.height(), 2))
    return sum(image.pixel(x, y) == wanted for x, y in places)


@pytest.mark.parametrize(("palette", "pair"), list(product(THEMES.values(), TEXT_PAIRS)))
def test_text_can_be_read_in_every_theme(palette: Palette, pair: tuple[str, str]) -> None:
    assert contrast(getattr(palette, pair[0]), getattr(palette, pair[1])) >= 4.5


@pytest.mark.parametrize(("palette", "pair"), list(product(THEMES.values(), SHAPE_PAIRS)))
def test_borders_and_shapes_can_be_seen_in_every_theme(palette: Palette, pair: tuple[str, str]) -> None:
    assert contrast(getattr(palette, pair[0]), getattr(palette, pair[1])) >= 3


@pytest.mark.parametrize("pair", [pair for pair in TEXT_PAIRS if "practice" not in pair])
def test_high_contrast_is_high(pair: tuple[str, str]) -> None:
    assert contrast(getattr(HIGH_CONTRAST, pair[0]), getattr(HIGH_CONTRAST, pair[1])) >= 7


@pytest.mark.parametrize("palette", THEMES.values())
def test_what_has_the_keyboard_wears_a_ring_of_three(palette: Palette) -> None:
    rings = re.findall(r":focus \{ border(?:-color)?: ([^;]*);", style_sheet(palette, TextSize.NORMAL))
    assert rings
    assert {ring.removeprefix("3px solid ") for ring in rings} == {palette.focus}


def test_colours_are_named_in_the_palette_alone() -> None:
    """Whatever else names a colour, or a palette that is not worn, would stay light in the dark."""
    guilty = [
        f"{path.name}: {found.group()}"
        for path in sorted(DESKTOP.rglob("*.py"))
        if path.name != "palette.py"
        for found in re.finditer(r"\b(LIGHT|DARK|HIGH_CONTRAST)\b|[\"' ]#[0-9a-fA-F]{3,8}\b", path.read_text("utf-8"))
    ]
    assert guilty == []


@pytest.mark.parametrize(("drawing", "palettes", "ground"), [
    ("down", (LIGHT, HIGH_CONTRAST), "surface"),
    ("down_light", (DARK,), "surface"),
    ("tick", (LIGHT, HIGH_CONTRAST), "accent"),
    ("tick_dark", (DARK,), "accent"),
])  # fmt: skip
def test_the_drawings_of_the_style_sheet_stand_out(drawing: str, palettes: tuple[Palette, ...], ground: str) -> None:
    found = re.search("#[0-9a-f]{6}", (DRAWINGS / f"{drawing}.svg").read_text("utf-8"))
    assert found is not None
    for palette in palettes:
        assert contrast(found.group(), getattr(palette, ground)) >= 4.5
        assert f"/{drawing}.svg" in style_sheet(palette, TextSize.NORMAL)


def test_every_other_drawing_takes_its_colour_from_the_palette() -> None:
    fixed = {path.stem for path in DRAWINGS.glob("*.svg") if re.search("#[0-9a-fA-F]{3}", path.read_text("utf-8"))}
    assert fixed == {"down", "down_light", "tick", "tick_dark"}


def test_a_theme_is_worn_live_and_remembered(keyboard: Keyboard, book: Path) -> None:
    keyboard.open(book)
    for name, palette in THEMES.items():
        keyboard.window.wear(name)
        keyboard.settle()
        picture = keyboard.window.grab().toImage()
        assert among(picture, palette.window) > 1_000
        assert among(picture, palette.surface) > 1_000
        assert among(picture, palette.accent) > 100
        assert colours() is palette
        assert remembered().theme == name
    other = Keyboard()
    assert colours() is HIGH_CONTRAST
    other.window.wear("a theme of a later version")
    assert colours() is HIGH_CONTRAST
    other.window.wear("light")
    other.close()


def test_the_system_is_told_which_ground_its_frame_stands_beside(
    keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Qt.ColorScheme] = []
    monkeypatch.setattr(QStyleHints, "setColorScheme", lambda _hints, scheme: told.append(scheme))
    for name in ("dark", "high_contrast", "light"):
        keyboard.window.wear(name)
    assert told == [Qt.ColorScheme.Dark, Qt.ColorScheme.Light, Qt.ColorScheme.Light]


def test_a_window_with_unknown_settings_is_light(qapp: QApplication, data: Path) -> None:
    data.mkdir()
    (data / "laptop.toml").write_text('theme = "sunset"\n', "utf-8")
    dress(qapp, TextSize.NORMAL, "light")
    seat = Keyboard()
    assert colours() is LIGHT
    seat.close()


def test_the_practice_village_has_its_orange_frame_in_every_theme(keyboard: Keyboard) -> None:
    keyboard.window.start.practise_button.click()
    keyboard.settle()
    for name, palette in THEMES.items():
        keyboard.window.wear(name)
        keyboard.settle()
        frame: QWidget = keyboard.window._frame
        picture = frame.grab().toImage()
        for x, y in ((2, 100), (picture.width() - 3, 100), (100, 2), (100, picture.height() - 3)):
            assert picture.pixelColor(x, y).name() == palette.practice
        assert 15 <= QColor(palette.practice).hue() <= 40
    keyboard.window.wear("light")


def test_a_main_button_shows_that_it_has_the_keyboard(keyboard: Keyboard) -> None:
    """Blue on green is no difference to many eyes: a light ring stands inside the blue one."""
    button = keyboard.window.start.open_button
    assert button.hasFocus()
    with_keyboard = among(button.grab().toImage(), LIGHT.accent_ink)
    keyboard.window.start.new_button.setFocus()
    assert with_keyboard > among(button.grab().toImage(), LIGHT.accent_ink) + 50


def test_a_drawing_is_tinted_when_it_is_painted(keyboard: Keyboard) -> None:
    drawn, mark = icon("today", "accent"), Drawing("right", "good")
    for name, palette in THEMES.items():
        keyboard.window.wear(name)
        picture = drawn.pixmap(QSize(48, 48)).toImage()
        assert among(picture, palette.accent) > 10
        assert among(drawn.pixmap(QSize(48, 48), QIcon.Mode.Disabled).toImage(), palette.muted) > 10
        assert among(mark.grab().toImage(), palette.good) > 5
        copied = QIcon(TintedDrawing("today", "accent").clone()).pixmap(QSize(48, 48)).toImage()
        assert copied == picture
    keyboard.window.wear("light")
    sharp = TintedDrawing("today", "accent").scaledPixmap(QSize(48, 48), QIcon.Mode.Normal, QIcon.State.Off, 2.0)
    assert (sharp.width(), sharp.devicePixelRatio()) == (48, 2.0)
