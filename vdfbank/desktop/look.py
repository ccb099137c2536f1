"""How the window looks: font, text sizes, colours, borders, the ring around what has the keyboard."""

from __future__ import annotations

from enum import Enum
from functools import cache
from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from vdfbank.desktop.palette import THEMES, Palette, colours, wear

FAMILY = "Noto Sans Lao"
_FONTS = ("NotoSansLao-Regular.ttf", "NotoSansLao-Bold.ttf")
SMALLEST_ROW = 36


class TextSize(Enum):
    """Body text in points."""

    NORMAL = 11
    LARGE = 14
    VERY_LARGE = 18

    @property
    def word(self) -> str:
        return self.name.lower()

    def step(self, by: int) -> TextSize:
        """The next larger or smaller size, the last one at the end."""
        sizes = list(TextSize)
        return sizes[min(max(sizes.index(self) + by, 0), len(sizes) - 1)]

    @classmethod
    def of(cls, word: str) -> TextSize:
        return next((size for size in cls if size.word == word), cls.NORMAL)


@cache
def load_fonts() -> None:
    """The shipped font only: system fonts draw Lao differently on every computer."""
    for name in _FONTS:
        data = (files("vdfbank") / "resources" / "fonts" / name).read_bytes()
        if QFontDatabase.addApplicationFontFromData(data) < 0:
            raise AssertionError(name)


def dress(app: QApplication, size: TextSize, theme: str = "") -> None:
    """Put the look on the application; again to change it. Without `theme` the one worn stays."""
    palette = THEMES.get(theme, colours())
    worn = (size.value, palette.name)
    if app.property("look") == worn:
        return
    load_fonts()
    if app.property("look") is None:
        app.setStyle("Fusion")
    app.setProperty("look", worn)
    app.setProperty("text size", size.value)
    wear(app, palette)
    # The system draws the frame and the title of the window: it is told which kind of ground it stands beside.
    scheme = Qt.ColorScheme.Dark if palette.is_dark else Qt.ColorScheme.Light
    app.styleHints().setColorScheme(scheme)
    font = QFont(FAMILY, size.value)
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    app.setFont(font)
    app.setPalette(_qt_palette(palette))
    app.setStyleSheet(style_sheet(palette, size))


def room_for_keys() -> bool:
    """Whether a button can name its key: in the largest text the words alone fill the line."""
    app = QApplication.instance()
    return app is None or app.property("text size") != TextSize.VERY_LARGE.value


def row_height(font: QFont) -> int:
    """A table row: tall Lao marks fit, and a finger hits it."""
    return max(SMALLEST_ROW, QFontMetrics(font).lineSpacing() + 10)


def _drawn(name: str) -> str:
    """Where a drawing lies, as a style sheet names it: the one place where Qt takes no bytes."""
    return Path(str(files("vdfbank") / "resources" / "icons" / f"{name}.svg")).as_posix()


def repolish(widget: QWidget) -> None:
    """Let the style look at a widget's properties again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.updateGeometry()


def _qt_palette(c: Palette) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for which, colour in (
        (role.Window, c.window),
        (role.WindowText, c.ink),
        (role.Base, c.surface),
        (role.AlternateBase, c.window),
        (role.Text, c.ink),
        (role.PlaceholderText, c.muted),
        (role.Button, c.surface),
        (role.ButtonText, c.ink),
        (role.Highlight, c.accent),
        (role.HighlightedText, c.accent_ink),
        (role.ToolTipBase, c.surface),
        (role.ToolTipText, c.ink),
        (role.Link, c.accent),
    ):
        palette.setColor(which, QColor(colour))
    for which in (role.Text, role.ButtonText, role.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(c.muted))
    return palette


def style_sheet(c: Palette, size: TextSize) -> str:
    """Borders and grounds; heights come from the text and its padding, so that tall marks are never cut."""
    small = size.value * 0.86
    down, tick = (_drawn(name) for name in (("down_light", "tick_dark") if c.is_dark else ("down", "tick")))
    # A minimal height would take the place of the height the text needs: layouts could then press it together.
    high = 6 if size is TextSize.NORMAL else 4
    return f"""
    QWidget {{ font-family: "{FAMILY}"; font-size: {size.value}pt; }}
    QPushButton {{ background: {c.surface}; color: {c.ink}; border: 2px solid {c.line}; border-radius: 7px;
        padding: {high}px 13px; }}
    QPushButton:hover {{ background: {c.accent_soft}; }}
    QPushButton:pressed {{ background: {c.dim}; }}
    QPushButton:focus {{ border: 3px solid {c.focus}; padding: {high - 1}px 12px; }}
    QPushButton:disabled {{ color: {c.muted}; background: {c.window}; border-color: {c.faint_line}; }}
    QPushButton[main="true"] {{ background: {c.accent}; color: {c.accent_ink}; border-color: {c.accent};
        font-weight: bold; }}
    QPushButton[main="true"]:hover {{ background: {c.accent_hover}; }}
    QPushButton[main="true"]:focus {{ border-color: {c.focus}; }}
    QPushButton[main="true"]:disabled {{ background: {c.dim}; color: {c.muted}; border-color: {c.dim}; }}
    QPushButton[line="true"] {{ text-align: left; padding: 6px 12px; }}
    QPushButton[still="true"] {{ border-color: {c.faint_line}; }}
    QPushButton[still="true"]:hover {{ background: {c.surface}; }}
    QPushButton[line="true"]:focus {{ padding: 5px 11px; }}
    QLineEdit, QComboBox {{ background: {c.surface}; color: {c.ink}; border: 2px solid {c.line}; border-radius: 6px;
        padding: {high}px 8px; selection-background-color: {c.accent}; }}
    QLineEdit:focus, QComboBox:focus {{ border: 3px solid {c.focus}; padding: {high - 1}px 7px; }}
    QLineEdit:disabled, QComboBox:disabled {{ background: {c.window}; color: {c.muted}; }}
    QLineEdit[cell="true"] {{ border: 3px solid {c.focus}; border-radius: 0; padding: 0 5px; }}
    QComboBox::drop-down {{ width: 30px; border: none; }}
    QComboBox::down-arrow {{ image: url("{down}"); width: 18px; height: 18px; }}
    QComboBox QAbstractItemView {{ background: {c.surface}; border: 1px solid {c.line}; outline: none;
        selection-background-color: {c.accent}; selection-color: {c.accent_ink}; }}
    QCheckBox {{ padding: {high - 1}px 6px; spacing: 10px; border: 3px solid transparent; border-radius: 6px; }}
    QCheckBox:focus {{ border-color: {c.focus}; }}
    QCheckBox::indicator {{ width: 22px; height: 22px; border: 2px solid {c.line}; border-radius: 4px;
        background: {c.surface}; }}
    QCheckBox::indicator:checked {{ background: {c.accent}; border-color: {c.accent}; image: url("{tick}"); }}
    QTableView {{ background: {c.surface}; border: 1px solid {c.faint_line}; gridline-color: {c.faint_line};
        selection-background-color: {c.accent_soft}; selection-color: {c.ink}; outline: none; }}
    QTableView::item {{ padding: 0 6px; }}
    QHeaderView::section {{ background: {c.window}; color: {c.muted}; border: none;
        border-bottom: 2px solid {c.line}; padding: 4px 8px; }}
    QListWidget {{ background: {c.surface}; border: 2px solid {c.faint_line}; border-radius: 7px; outline: none; }}
    QListWidget:focus {{ border: 3px solid {c.focus}; }}
    QListWidget::item {{ padding: 7px 10px; }}
    QListWidget::item:selected {{ background: {c.accent_soft}; color: {c.ink}; }}
    QScrollBar {{ background: transparent; width: 12px; height: 12px; border: none; margin: 0; }}
    QScrollBar::handle {{ background: {c.line}; border-radius: 4px; margin: 2px; min-height: 36px; min-width: 36px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
    QScrollArea[paper="true"] {{ background: {c.dim}; border: 1px solid {c.faint_line}; }}
    QScrollArea[paper="true"]:focus {{ border: 3px solid {c.focus}; }}
    QFrame[card="true"] {{ background: {c.surface}; border: 1px solid {c.faint_line}; border-radius: 9px; }}
    QFrame[notice="good"] {{ background: {c.good_soft}; border: 1px solid {c.good}; border-radius: 7px; }}
    QFrame[notice="look"] {{ background: {c.look_soft}; border: 1px solid {c.look}; border-radius: 7px; }}
    QFrame[notice="wrong"] {{ background: {c.wrong_soft}; border: 1px solid {c.wrong}; border-radius: 7px; }}
    QFrame[help="true"] {{ background: {c.window}; border: none; border-left: 2px solid {c.line}; }}
    QTextBrowser {{ background: {c.surface}; color: {c.ink}; border: 2px solid {c.faint_line}; border-radius: 7px;
        selection-background-color: {c.accent}; selection-color: {c.accent_ink}; }}
    QTextBrowser:focus {{ border: 3px solid {c.focus}; }}
    QFrame[bar="true"] {{ background: {c.surface}; border: none; }}
    QFrame[practice="true"] {{ border: 5px solid {c.practice}; }}
    QLabel[practice="true"] {{ background: {c.practice}; color: {c.practice_ink}; border-radius: 5px;
        padding: 2px 10px; }}
    QLabel[quiet="true"] {{ color: {c.muted}; font-size: {small:.1f}pt; }}
    QLabel[strong="true"] {{ font-weight: bold; }}
    QLabel[level="title"] {{ font-size: {size.value * 1.35:.1f}pt; font-weight: bold; }}
    QLabel[level="name"] {{ font-size: {size.value * 1.15:.1f}pt; font-weight: bold; }}
    QLabel[level="figure"] {{ font-weight: bold; }}
    QLabel[level="large"] {{ font-size: {size.value * 1.25:.1f}pt; font-weight: bold; }}
    QLabel[level="huge"] {{ font-size: {size.value * 1.5:.1f}pt; font-weight: bold; }}
    QLabel[here="true"] {{ color: {c.accent}; font-weight: bold; }}
    QLabel[here="false"] {{ color: {c.muted}; }}
    QLabel[tone="good"] {{ color: {c.good}; }}
    QLabel[tone="look"] {{ color: {c.look}; }}
    QLabel[tone="wrong"] {{ color: {c.wrong}; }}
    QPushButton[rail="true"] {{ border: 3px solid transparent; background: transparent; border-radius: 8px;
        text-align: left; padding: {high}px 8px; }}
    QPushButton[rail="true"]:hover {{ background: {c.accent_soft}; }}
    QPushButton[rail="true"]:focus {{ border-color: {c.focus}; }}
    QPushButton[rail="true"]:checked {{ background: {c.accent}; color: {c.accent_ink}; }}
    QPushButton[rail="true"]:disabled {{ color: {c.muted}; background: transparent; }}
    """
