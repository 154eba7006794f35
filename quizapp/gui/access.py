"""What keeps people from using a screen: words that are cut, controls without a name, targets and letters too small.

Measured on the widgets as they stand in a window; each finding says which control it is about, and where that is.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QTextEdit,
    QWidget,
)

_CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit, QAbstractItemView)
_INNER_PARENTS = (QComboBox, QAbstractSpinBox, QLineEdit, QDialogButtonBox, QHeaderView)
_ROLES_WITHOUT_SENSE = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Grouping)
_POINT_SLACK = 0.05


def nameless(widget: QWidget) -> list[str]:
    """The controls in sight that tell a screen reader no name, or not what they are."""
    found = []
    for control in controls(widget):
        told = QAccessible.queryAccessibleInterface(control)
        name = told.text(QAccessible.Text.Name) if told is not None else ""
        if not name.strip():
            found.append(f"no accessible name: {place_of(control)}")
        elif told.role() in _ROLES_WITHOUT_SENSE:
            found.append(f"no sensible role ({told.role().name}): {place_of(control)}")
    return found


def out_of_reach(widget: QWidget) -> list[str]:
    """The buttons and fields in sight that can be pressed by mouse only."""
    return [
        f"not reached by the keyboard: {place_of(control)}"
        for control in controls(widget)
        if control.isEnabled() and not control.focusPolicy() & Qt.FocusPolicy.TabFocus and not _has_key(control)
    ]


def small_targets(widget: QWidget, least: int) -> list[str]:
    """The buttons and fields in sight that are lower or narrower than `least` pixels."""
    found = []
    for control in controls(widget):
        side = min(control.width(), control.height())
        if side < least and not isinstance(control, QAbstractItemView):
            found.append(f"{control.width()}×{control.height()}, less than {least}: {place_of(control)}")
    return found


def small_letters(widget: QWidget, least: float) -> list[str]:
    """The words in sight written in less than `least` points."""
    return [
        f"{shown.font().pointSizeF():g} pt, less than {least:g}: {place_of(shown)}"
        for shown in widget.findChildren(QWidget)
        if _is_seen(shown, widget) and _words_of(shown) and shown.font().pointSizeF() < least - _POINT_SLACK
    ]


def cut_texts(widget: QWidget) -> list[str]:
    """The texts of visible labels and buttons below `widget` that have less room than they need."""
    cut = []
    for label in widget.findChildren(QLabel):
        if label.isVisibleTo(widget) and label.text() and _is_cut_label(label):
            cut.append(label.text())
    for button in widget.findChildren(QAbstractButton):
        if button.isVisibleTo(widget) and button.text() and button.width() < button.minimumSizeHint().width():
            cut.append(button.text())
    return [*cut, *(words for field in widget.findChildren(QWidget) for words in _cut_in_field(field, widget))]


def controls(widget: QWidget) -> Iterator[QWidget]:
    """What is pressed or filled in, below `widget` and in sight; not the parts that another control is made of."""
    for control in widget.findChildren(QWidget):
        is_part = isinstance(control.parentWidget(), _INNER_PARENTS) or control.objectName().startswith("qt_")
        is_part = is_part or isinstance(control, QHeaderView)  # the table names its columns with each cell
        is_control = isinstance(control, _CONTROLS) and not is_part and _is_seen(control, widget)
        if is_control and not (isinstance(control, (QTextEdit, QPlainTextEdit)) and _only_shows(control)):
            yield control


def place_of(widget: QWidget) -> str:
    """Which control it is, as one finds it in the code: its class and words, and the classes round it."""
    words = f" {_words_of(widget) or widget.accessibleName()!r}"
    around, at = [], widget.parentWidget()
    while at is not None:
        if type(at).__module__.startswith("quizapp"):
            around.append(type(at).__name__)
        at = at.parentWidget()
    return f"{type(widget).__name__}{words} in {' < '.join(around[:3])}"


def _is_seen(shown: QWidget, within: QWidget) -> bool:
    return shown.isVisibleTo(within) and not isinstance(shown, (QScrollBar, QScrollArea)) and shown.width() > 0


def _only_shows(control: QTextEdit | QPlainTextEdit) -> bool:
    """Whether it is a text to read that takes no part in what Tab goes through."""
    return control.isReadOnly() and control.focusPolicy() is Qt.FocusPolicy.NoFocus


def _has_key(control: QWidget) -> bool:
    """Whether something else than Tab leads to it: in a group of which one is chosen, the arrows do."""
    group = control.group() if isinstance(control, QAbstractButton) else None
    if group is not None and group.exclusive():
        return any(one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in group.buttons())
    return control.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)  # nor by the mouse: it only shows


def _words_of(shown: QWidget) -> str:
    if isinstance(shown, (QLabel, QAbstractButton, QLineEdit)):
        return shown.text()
    return shown.currentText() if isinstance(shown, QComboBox) else ""


def _is_cut_label(label: QLabel) -> bool:
    if label.wordWrap():
        return label.height() < label.heightForWidth(label.width())
    need = label.minimumSizeHint()
    return label.width() < need.width() or label.height() < need.height()


def _cut_in_field(field: QWidget, within: QWidget) -> Iterator[str]:
    """A placeholder, or a choice, that has no room in its field and is not told by a tip either."""
    if not _is_seen(field, within) or isinstance(field, QAbstractScrollArea):
        return
    if isinstance(field, QLineEdit) and not field.text() and not isinstance(field.parentWidget(), _INNER_PARENTS):
        words, margins = field.placeholderText(), field.textMargins()
        room = field.contentsRect().width() - margins.left() - margins.right()
    elif isinstance(field, QComboBox) and not field.isEditable():
        words, room = field.currentText(), field.width() - field.height() // 2
    else:
        return
    if field.fontMetrics().horizontalAdvance(words) > room and words not in field.toolTip():
        yield words
