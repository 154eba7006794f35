"""Each dialog, answered as a user would; file dialogs remember their folder."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPageSize
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QTreeView

from quizapp.errors import UserError
from quizapp.gui.dialogs import AskBox, BugBox, Dialogs, FileBox, ReasonBox
from quizapp.gui.widgets.text import Text


@pytest.fixture
def memory() -> dict[str, str]:
    return {}


@pytest.fixture
def dialogs(theme, tmp_path, memory) -> Dialogs:
    return Dialogs(theme, tmp_path / "app.log", memory)


def when_open(act):
    """Call `act(box)` as soon as a box is open."""

    def look():
        box = QApplication.activeModalWidget()
        if box is None:
            QTimer.singleShot(0, look)
            return
        try:
            act(box)
        finally:
            if box.isVisible():
                box.reject()

    QTimer.singleShot(0, look)


def ask(dialogs, act, **changes):
    when_open(act)
    options = {"title": "提交答卷", "text": "还有 3 题未答。", "action": "提交"} | changes
    return dialogs.confirm(None, **options)


def test_confirm_says_yes_by_its_verb(dialogs, qtbot):
    def act(box):
        assert box.action_button.text() == "提交"
        qtbot.mouseClick(box.action_button, Qt.MouseButton.LeftButton)

    assert ask(dialogs, act)


def test_confirm_says_no_by_escape(dialogs, qtbot):
    assert not ask(dialogs, lambda box: qtbot.keyClick(box, Qt.Key.Key_Escape))


def test_enter_does_the_harmless_thing(dialogs, qtbot):
    press = lambda box: qtbot.keyClick(box, Qt.Key.Key_Return)  # noqa: E731 - said twice below
    assert ask(dialogs, press)
    assert not ask(dialogs, press, destructive=True)


def test_a_named_way_back_is_the_better_one(dialogs, qtbot):
    seen = []

    def press(box):
        seen.append((box.cancel_button.text(), box.cancel_button.property("kind")))
        qtbot.keyClick(box, Qt.Key.Key_Return)

    assert not ask(dialogs, press, back="去第 8 题")
    assert seen == [("去第 8 题", "primary")]


def test_many_words_stay_on_the_screen(dialogs, qtbot):
    sizes = []

    def look(box):
        sizes.append((box.size(), box.screen().availableGeometry().size()))

    ask(dialogs, look, text="公务接待科张三李四王五；" * 200)
    box, screen = sizes[0]
    assert box.width() <= screen.width() and box.height() <= screen.height()


def test_reason_is_wanted_before_the_button_works(dialogs, qtbot):
    def act(box):
        assert isinstance(box, ReasonBox)
        assert not box.action_button.isEnabled()
        box.entry.lineEdit().insert(" 出车 ")
        assert box.action_button.isEnabled()
        qtbot.mouseClick(box.action_button, Qt.MouseButton.LeftButton)

    when_open(act)
    assert dialogs.ask_reason(None, title="缓考", text="", suggestions=["值班", "病假"]) == "出车"


def test_reason_can_be_declined(dialogs, qtbot):
    when_open(lambda box: qtbot.mouseClick(box.cancel_button, Qt.MouseButton.LeftButton))
    assert dialogs.ask_reason(None, title="缓考", text="请写明原因。") is None


@pytest.mark.parametrize(
    ("pressed", "answer"), [("save_button", True), ("discard_button", False), ("cancel_button", None)]
)
def test_edits_are_kept_thrown_away_or_gone_on_with(dialogs, qtbot, pressed, answer):
    when_open(lambda box: qtbot.mouseClick(getattr(box, pressed), Qt.MouseButton.LeftButton))
    assert dialogs.ask_save(None, title="保存修改？", text="") is answer


def test_escape_goes_on_editing(dialogs, qtbot):
    when_open(lambda box: qtbot.keyClick(box, Qt.Key.Key_Escape))
    assert dialogs.ask_save(None, title="保存修改？", text="") is None


def test_a_printer_is_for_a4(dialogs, monkeypatch):
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: QPrintDialog.DialogCode.Accepted)
    printer = dialogs.choose_printer(None, title="试卷", pages=3)
    assert printer is not None
    assert printer.pageLayout().pageSize().id() == QPageSize.PageSizeId.A4
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: QPrintDialog.DialogCode.Rejected)
    assert dialogs.choose_printer(None, title="试卷", pages=3) is None


def test_user_error_is_told_in_its_words(dialogs):
    seen = []

    def act(box):
        assert isinstance(box, AskBox)
        seen.extend(text.text() for text in box.findChildren(Text))
        assert not box.cancel_button.isVisible()

    when_open(act)
    dialogs.show_error(UserError("这个文件夹只能读取。"))
    assert "这个文件夹只能读取。" in seen


def test_bug_shows_traceback_and_log_and_copies(dialogs, qtbot, tmp_path):
    seen = []

    def act(box):
        assert isinstance(box, BugBox)
        seen.extend(text.text() for text in box.findChildren(Text))
        qtbot.mouseClick(box.copy_button, Qt.MouseButton.LeftButton)

    try:
        raise KeyError("stem_id")
    except KeyError as error:
        when_open(act)
        dialogs.show_error(error)
    assert "stem_id" in QGuiApplication.clipboard().text()
    assert any(str(tmp_path / "app.log") in text for text in seen)


def test_open_file_remembers_the_folder_of_each_purpose(dialogs, memory, tmp_path, monkeypatch):
    asked = []

    def choose(box):
        asked.append(box.directory().path())
        return str(tmp_path / "题库.xlsx")

    monkeypatch.setattr(FileBox, "chosen", choose)
    options = {"title": "选择题库", "filters": "x (*.xlsx)", "purpose": "bank"}
    assert dialogs.open_file(None, **options) == tmp_path / "题库.xlsx"
    dialogs.open_file(None, **options)
    assert asked == [str(Path.home()), str(tmp_path)]
    assert memory == {"folder.bank": str(tmp_path), "opened": str(tmp_path)}


def test_no_file_chosen_is_none(dialogs, monkeypatch):
    monkeypatch.setattr(FileBox, "chosen", lambda _box: "")
    assert dialogs.open_file(None, title="t", filters="", purpose="p") is None
    assert dialogs.save_file(None, title="t", filters="", purpose="p", name="a.xlsx") is None
    assert dialogs.choose_folder(None, title="t", purpose="p") is None


def test_saved_file_gets_its_ending(dialogs, tmp_path, monkeypatch):
    monkeypatch.setattr(FileBox, "chosen", lambda _box: str(tmp_path / "十月"))
    assert dialogs.save_file(None, title="t", filters="", purpose="p", name="成绩.xlsx") == tmp_path / "十月.xlsx"


@pytest.mark.parametrize(
    ("typed", "saved"),
    [
        ("题库v1.2", "题库v1.2.xlsx"),
        ("题库.XLSX", "题库.XLSX"),
        ("题库.xlsm", "题库.xlsm"),
        ("题库.xls", "题库.xls.xlsx"),
    ],
)
def test_what_is_no_ending_of_these_files_stays_in_the_name(dialogs, tmp_path, monkeypatch, typed, saved):
    monkeypatch.setattr(FileBox, "chosen", lambda _box: str(tmp_path / typed))
    filters = "Excel 工作簿 (*.xlsx *.xlsm)"
    assert dialogs.save_file(None, title="t", filters=filters, purpose="p", name="a.xlsx") == tmp_path / saved


@pytest.mark.parametrize("is_wanted", [False, True])
def test_a_file_that_was_not_typed_is_not_written_over_unasked(dialogs, tmp_path, monkeypatch, is_wanted):
    (tmp_path / "十月.xlsx").write_bytes(b"there")
    monkeypatch.setattr(FileBox, "chosen", lambda _box: str(tmp_path / "十月"))
    when_open(lambda box: (box.action_button if is_wanted else box.cancel_button).click())
    path = dialogs.save_file(None, title="t", filters="", purpose="p", name="a.xlsx")
    assert path == (tmp_path / "十月.xlsx" if is_wanted else None)


def test_folder_is_chosen_and_remembered(dialogs, memory, tmp_path, monkeypatch):
    monkeypatch.setattr(FileBox, "chosen", lambda _box: str(tmp_path))
    assert dialogs.choose_folder(None, title="t", purpose="backup") == tmp_path
    assert memory == {"folder.backup": str(tmp_path)}


def test_the_types_of_files_are_said_in_the_program_s_language(theme, tmp_path, qtbot):
    (tmp_path / "题库.xlsx").write_bytes(b"")
    (tmp_path / "旧的").mkdir()
    box = FileBox(None, "选择题库", str(tmp_path), "表格 (*.xlsx)")
    qtbot.addWidget(box)
    box.setOption(FileBox.Option.DontUseNativeDialog)
    box.setViewMode(FileBox.ViewMode.Detail)
    view = box.findChild(QTreeView)

    def types() -> list[str]:
        model, root = view.model(), view.rootIndex()
        return [model.index(row, 2, root).data() for row in range(model.rowCount(root))]

    qtbot.waitUntil(lambda: types() == ["文件夹", "xlsx 文件"])
