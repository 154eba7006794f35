"""The question banks' screens for the gallery, in the states that matter."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from quizapp.core.bank_exports import ExportFormat
from quizapp.core.pictures import Picture, digest_of
from quizapp.core.question_facts import key_text
from quizapp.core.questions import Kind, Option, Question
from quizapp.gui.models.row_choices import Decision
from quizapp.gui.organiser import organiser_shell
from quizapp.gui.organiser_shell import OrganiserShell
from quizapp.gui.pages.bank_export import details_of
from quizapp.gui.pages.bank_import import BankImportPage
from quizapp.gui.pages.banks import BanksPage
from quizapp.gui.pages.export_remarks_box import ExportRemarksBox
from quizapp.gui.pages.question_editor import QuestionEditorPage
from quizapp.gui.sample_pictures import numbered_plan, option_plan
from quizapp.gui.screen import Screen, over
from quizapp.gui.stage import Stage
from quizapp.gui.widgets.scroller import Scroller
from quizapp.services.banks import BankQuestion, Novelty
from quizapp.services.bundle import Services

# no _() in this module: what stands in a file is data, the same in both languages
_HEADINGS = ("题型", "题干", "选项A", "选项B", "选项C", "选项D", "答案", "解析", "分类")
_NEW = (
    (
        "单选题",
        "会议开始前多久，服务人员应当到岗？",
        "十分钟",
        "半小时",
        "会议开始时",
        "领导到场时",
        "B",
        "",
        "会议服务",
    ),
    ("判断题", "添茶时壶嘴不宜正对客人。", "", "", "", "", "正确", "壶嘴对着人不礼貌。", "接待礼仪"),
)
_SEATS = Question(
    Kind.SINGLE, "下图是会议桌的座次，主方最高领导应当坐在几号位？", (0,), (*[Option("")] * 3, Option("如图")),
    explanation="居中为尊。", category="会议服务",
)  # fmt: skip
_FAULTY = (
    ("单选题", "递送文件时，文件的正面应当朝向谁？", "自己", "对方", "旁边的人", "墙面", "", "", "会面礼仪"),
    ("多选题", "下列称呼恰当的有：", "王局长", "老王头", "小张同志", "喂", "AE", "", "会面礼仪"),
)

_DIGITS = (
    ("题型", "题干", "选项A", "选项B", "选项C", "答案"),
    ("1", "介绍双方时，先把谁介绍给谁？", "位低者给位高者", "位高者给位低者", "随意", "1"),
    ("1", "递送名片应当怎样递？", "随手递", "双手递", "放在桌上", "2"),
    ("2", "哪些电话要在三声之内接听？", "值班电话", "办公电话", "传真", "12"),
)
_ODD = (
    ("礼仪培训材料（内部）",),
    ("内容", "一", "二", "三", "结果"),
    ("迎接来宾时，应当提前多久到达接站地点，才既不失礼又不耽误其他工作？", "十五分钟以上", "准点", "来宾到后", "1"),
    ("介绍双方时，先把谁介绍给谁？", "位低者给位高者", "位高者给位低者", "随意", "1"),
)


def bank_screens(stage: Stage) -> list[Screen]:
    """What an organiser sees of the banks: the questions, one of them, an import from the file to its undoing."""
    return [*_questions(stage), *_editor(stage), *_import(stage)]


def _shell(stage: Stage, services: Services | None = None) -> OrganiserShell:
    """The organiser's side, at the banks."""
    actor = stage.data.actor
    shell = organiser_shell(stage.doors, services or stage.services, stage.preferences, stage.places, actor)
    shell.go("banks")
    return shell


def _page(shell: OrganiserShell) -> BanksPage:
    page = shell.page("banks")
    assert isinstance(page, BanksPage)
    return page


def _questions(stage: Stage) -> list[Screen]:
    def empty() -> OrganiserShell:
        return _shell(stage, stage.data.fresh())

    def select(shell: OrganiserShell) -> None:
        _page(shell).questions_page.table.view.selectRow(2)

    def show_kept_back(shell: OrganiserShell) -> None:
        state = _page(shell).questions_page.filters.state
        state.setCurrentIndex(state.count() - 1)
        _page(shell).questions_page.table.view.selectRow(1)

    def show_etiquette(shell: OrganiserShell) -> None:
        _page(shell).questions_page.cards.cards[-1].click()

    def ask_name(shell: OrganiserShell) -> None:
        _page(shell).questions_page.menu_now().actions()[0].trigger()

    def show_imports(shell: OrganiserShell) -> None:
        _page(shell).questions_page.batches_wanted.emit()

    def tell_export(shell: OrganiserShell) -> None:
        page = _page(shell).questions_page
        assert page.bank
        export = stage.services.banks.export(stage.data.actor, page.bank.id, ExportFormat.KAHOOT)
        page.exporter.exported.emit(export, Path("D:/题库/导出") / export.file_name)

    def show_remarks(shell: OrganiserShell) -> None:
        page = _page(shell).questions_page
        assert page.bank
        export = stage.services.banks.export(stage.data.actor, page.bank.id, ExportFormat.KAHOOT)
        over(shell, ExportRemarksBox(page.theme, shell, lines=details_of(export.remarks)))

    make = partial(_shell, stage)
    return [
        Screen("banks", make, (select,)),
        Screen("banks-kept-back", make, (show_etiquette, show_kept_back)),
        Screen("banks-exported", make, (tell_export,)),
        Screen("banks-export-remarks", make, (show_remarks,)),
        Screen("banks-empty", empty),
        Screen("banks-new", make, (ask_name,)),
        Screen("banks-imports", make, (show_imports,)),
    ]


def _editor(stage: Stage) -> list[Screen]:
    def open_kind(kind: Kind, shell: OrganiserShell) -> None:
        page = _page(shell).questions_page
        page.question_wanted.emit(next(row for row in page.table.shown_rows if row.question.kind is kind))

    def open_new(shell: OrganiserShell) -> None:
        _page(shell).questions_page.question_wanted.emit(None)

    def save(shell: OrganiserShell) -> None:
        editor = _page(shell).top
        assert isinstance(editor, QuestionEditorPage)
        editor.save_button.click()

    def write_two_blanks(shell: OrganiserShell) -> None:
        editor = _page(shell).top
        assert isinstance(editor, QuestionEditorPage)
        form = editor.form
        form.kind.choose(Kind.FILL_BLANK)
        form.stem.setPlainText("政务服务的“两个窗口”是____和____。")
        for row, text in zip(form.blanks.rows, ("大厅窗口", "网上窗口"), strict=True):
            row.edit.setPlainText(text)
        form.blanks.order_tick.click()
        editor.preview.show_question(form.question)

    def show_tick(shell: OrganiserShell) -> None:
        editor = _page(shell).top
        assert isinstance(editor, QuestionEditorPage)
        editor.findChild(Scroller).ensureWidgetVisible(editor.form.blanks.order_tick)

    def pictured() -> OrganiserShell:
        return _shell(stage, _pictured(stage))

    make = partial(_shell, stage)
    return [
        Screen("question-any-order", make, (open_new, write_two_blanks, show_tick)),
        Screen("question-pictures", pictured, (partial(open_kind, Kind.SINGLE),)),
        Screen("question-single", make, (partial(open_kind, Kind.SINGLE),)),
        Screen("question-fill-blank", make, (partial(open_kind, Kind.FILL_BLANK),)),
        Screen("question-faults", make, (open_new, save)),
    ]


def _pictured(stage: Stage) -> Services:
    """Data with one bank of one question, whose options are pictures."""
    services = stage.data.fresh()
    bank = services.banks.add_bank(stage.data.actor, _SEATS.category)
    contents = [numbered_plan(), *map(option_plan, range(4))]
    pictures = tuple(Picture(digest_of(one), at - 1 if at else None) for at, one in enumerate(contents))
    new = {digest_of(content): content for content in contents}
    services.banks.add_question(stage.data.actor, bank.id, replace(_SEATS, pictures=pictures), pictures=new)
    return services


def _import(stage: Stage) -> list[Screen]:
    bank = stage.services.banks.banks()[0]
    book = stage.file(f"{bank.name}.csv", _rows(stage.services.banks.questions(bank.id)))
    odd = stage.file("培训材料.csv", _ODD)
    digits = stage.file("数字题型.csv", _DIGITS)
    people = stage.file("人员名单.csv", (("姓名", "科室"), ("高启明", "办公室")))

    def read(file: Path | None, shell: OrganiserShell) -> None:
        _page(shell).show_import(file)

    def read_pictured(shell: OrganiserShell) -> None:
        banks = _pictured(stage).banks
        export = banks.export(stage.data.actor, banks.banks()[0].id, ExportFormat.TEMPLATE)
        file = stage.data.folder / export.file_name
        file.write_bytes(export.content)
        _page(shell).show_import(file)

    def look_at(what: object, shell: OrganiserShell) -> None:
        check = _top(shell).check
        check.tiles.choose(what)
        table = check.tables.currentWidget()
        table.view.selectRow(0)

    def map_columns(shell: OrganiserShell) -> None:
        _top(shell).check.mapping_bar.mapping_button.click()

    def map_refused(shell: OrganiserShell) -> None:
        _top(shell).banner.action_button.click()

    def finish(shell: OrganiserShell) -> None:
        _top(shell).show_done(stage.services.banks.batches()[0], faulty=2)

    make = partial(_shell, stage)
    return [
        Screen("import-bank-file", make, (partial(read, None),)),
        Screen("import-bank-refused", make, (partial(read, people),)),
        Screen("import-bank-check", make, (partial(read, book),)),
        Screen("import-bank-changed", make, (partial(read, book), partial(look_at, Novelty.CHANGED))),
        Screen("import-bank-pictures", make, (read_pictured, partial(look_at, Novelty.NEW))),
        Screen("import-bank-problems", make, (partial(read, book), partial(look_at, "problems"))),
        Screen("import-bank-mapping", make, (partial(read, book), map_columns)),
        Screen("import-bank-mapping-digits", make, (partial(read, digits), map_columns)),
        Screen("import-bank-mapping-odd", make, (partial(read, odd), map_refused)),
        Screen("import-bank-mend", make, (partial(read, book), _mend)),
        Screen("import-bank-near", make, (partial(read, book), _decide_near)),
        Screen("import-bank-paste", make, (partial(read, None), _paste)),
        Screen("import-bank-done", make, (partial(read, None), finish)),
    ]


def _decide_near(shell: OrganiserShell) -> None:
    check = _top(shell).check
    check.tiles.choose("near")
    check.near.bar.buttons[Decision.REPLACE].click()


def _paste(shell: OrganiserShell) -> None:
    source = _top(shell).source
    source.paste.edit.setPlainText("\n".join("\t".join(row) for row in (_HEADINGS, *_NEW)))
    source.paste_button.click()


def _mend(shell: OrganiserShell) -> None:
    check = _top(shell).check
    check.table.select(lambda line: line.faulty is not None and bool(line.faulty.key_text))
    check.detail.actions.mend_button.click()


def _top(shell: OrganiserShell) -> BankImportPage:
    top = _page(shell).top
    assert isinstance(top, BankImportPage)
    return top


def _rows(present: Sequence[BankQuestion]) -> list[tuple[str, ...]]:
    """A file with questions that the bank has, one of them changed, new ones and faulty ones."""
    known = [_row(one) for one in present if one.question.kind is Kind.SINGLE and len(one.question.options) == 4]
    plain = [row for row in known if not any(sign in cell for cell in row for sign in ',"\n')]
    first = (*plain[0][:7], "解析改写过，说得更清楚。", plain[0][8])
    near = [(row[0], f"一般来说，{row[1]}", *row[2:5], f"{row[5]}等", *row[6:]) for row in plain[6:8]]
    return [_HEADINGS, plain[1], first, *_NEW, *_FAULTY, *near, *plain[2:6]]


def _row(one: BankQuestion) -> tuple[str, ...]:
    question = one.question
    options = [option.text for option in question.options]
    return (question.kind.label, question.stem, *options, key_text(question), question.explanation, question.category)
