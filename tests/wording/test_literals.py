"""No sentence reaches a widget or a page but by way of the catalogue."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

#: What Qt shows, by the method that is given it or the widget that is made with it.
SHOWN_BY_QT = {
    *("setText", "setPlainText", "setHtml", "setWindowTitle", "setToolTip", "setStatusTip", "setWhatsThis", "setTitle"),
    *("setPlaceholderText", "setAccessibleName", "setAccessibleDescription", "setPrefix", "setSuffix", "setLabelText"),
    *("addItem", "addItems", "insertItem", "setItemText", "addTab", "setTabText", "addAction", "addMenu", "addRow"),
    *("setHorizontalHeaderLabels", "setVerticalHeaderLabels", "setHeaderLabels", "setInformativeText", "showMessage"),
    *("setDetailedText", "setSpecialValueText", "drawText", "getOpenFileName", "getSaveFileName"),
    *("getExistingDirectory", "setWindowIconText"),
    *("QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QCommandLinkButton", "QGroupBox"),
    *("QAction", "QMessageBox", "QLineEdit", "QTextEdit", "QPlainTextEdit", "QStandardItem", "QTableWidgetItem"),
    # Ours, which hand it on.
    *("tell", "hint", "caption", "show_value", "name_field", "fail", "speak"),
}
#: What ReportLab and our own forms show.
SHOWN_ON_PAPER = {
    *("drawString", "drawRightString", "drawCentredString", "drawAlignedString", "textOut", "textLine", "textLines"),
    *("Paragraph", "LaoParagraph", "String", "Table", "words", "label", "head", "head_right", "table", "plain_table"),
    *("setTitle", "setSubject", "running", "print_pages", "bookmarkPage", "addOutlineEntry", "beside"),
}
#: Boxes Qt shows by a method that loggers have too.
BOXES = {"question", "information", "warning", "critical", "about"}
#: Names of the program, of keys, of files, of the languages in themselves; styles of a table; tones of a notice.
NEUTRAL = re.compile(
    r"^(?:plain|good|look|wrong)$|vdfbank|PDF \(\*\.pdf\)|English|ລາວ|Ctrl|Shift|Esc|Enter|Tab|Space|F\d{1,2}"
    r"|LINE(?:BELOW|ABOVE)|VALIGN|ALIGN|TOP|BOTTOM|MIDDLE|LEFT|RIGHT|PADDING|FONT|BACKGROUND|SPAN|TEXTCOLOR|GRID|BOX"
    r"|SIZE|LEADING|INNER|OUTLINE|CENTER|NOSPLIT|</?(?:b|br|font|super|sub)\b[^<>]*>"
)
LETTER = re.compile(r"[^\W\d_]{2,}")


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def is_box(call: ast.Call) -> bool:
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    return name_of(call) in BOXES and isinstance(owner, ast.Name) and owner.id == "QMessageBox"


def shown(node: ast.AST) -> Iterator[str]:
    """The literals that are shown when `node` is; not those a call in it is given for its own ends."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.Call():
            # A method of a literal (", ".join(…)) shows the literal and what it is given.
            if isinstance(node.func, ast.Attribute) and name_of(node) in {"join", "format", "replace", "format_map"}:
                for part in (node.func.value, *node.args):
                    yield from shown(part)
        case ast.Dict():
            for value in node.values:
                yield from shown(value)
        case ast.Compare() | ast.Subscript() | ast.Attribute():
            return
        case ast.IfExp():
            for part in (node.body, node.orelse):
                yield from shown(part)
        case _:
            for child in ast.iter_child_nodes(node):
                yield from shown(child)


def literals(source: str, calls: set[str]) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and (name_of(node) in calls or is_box(node)):
            given = [*node.args, *(keyword.value for keyword in node.keywords if keyword.arg is not None)]
            texts = [text for part in given for text in shown(part)]
            found += [(node.lineno, text) for text in texts if LETTER.search(NEUTRAL.sub("", text))]
    return found


@pytest.mark.parametrize(("package", "calls"), [("desktop", SHOWN_BY_QT), ("paper", SHOWN_ON_PAPER)])
def test_nothing_is_shown_that_is_in_no_catalogue(package: str, calls: set[str]) -> None:
    """Say it: `language.say(N_("…"))`."""
    sources = sorted((ROOT / "vdfbank" / package).rglob("*.py"))
    assert len(sources) > 10
    assert {
        f"{path.name}:{line}": text for path in sources for line, text in literals(path.read_text("utf-8"), calls)
    } == {}


@pytest.mark.parametrize(
    "source",
    [
        'label.setText("Savings")',
        'label.setText(f"Savings {sum}")',
        'QLabel("ເງິນຝາກ")',
        'button.setToolTip("Saved" if done else tongue.say(N_("Not saved")))',
        'box.addItems(["One", tongue.say(N_("Two"))])',
        'label.setText(" and ".join(parts))',
        'QMessageBox.warning(parent, "Careful", text)',
    ],
)
def test_a_sentence_that_goes_around_the_catalogue_is_found(source: str) -> None:
    assert len(literals(source, SHOWN_BY_QT)) == 1


@pytest.mark.parametrize(
    "source",
    [
        'label.setText(tongue.say(N_("Savings")))',
        'label.setText(f"{amount} – {name}")',
        'log.warning("the window opened")',
        'notice.tell("wrong", [sentence])',
        'label.setText(words["savings"])',
        'label.setText(name if kind == "savings" else "")',
    ],
)
def test_what_comes_out_of_the_catalogue_is_no_literal(source: str) -> None:
    assert literals(source, SHOWN_BY_QT) == []
