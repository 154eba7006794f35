"""The screens of the month and its tests for the gallery, in the states that matter."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtWidgets import QScrollArea, QWidget

from quizapp.core.exams import ExamState
from quizapp.gui.dialogs import AskBox, SaveBox
from quizapp.gui.exam_words import close_words, publish_words
from quizapp.gui.organiser import organiser_shell
from quizapp.gui.organiser_shell import OrganiserShell
from quizapp.gui.pages.exam_editor import ExamEditorPage
from quizapp.gui.pages.exams import ExamsPage
from quizapp.gui.screen import Screen, over
from quizapp.gui.stage import Stage
from quizapp.gui.theme import SPACE
from quizapp.gui.widgets import exam_actions
from quizapp.i18n import _
from quizapp.services.bundle import Services
from quizapp.services.exams import ExamSummary

_MISSING = (("公务接待科", "李建国"), ("公务接待科", "王秀英"), ("车辆管理科", "赵志强"))  # no _(): data


def exam_screens(stage: Stage) -> list[Screen]:
    """What an organiser sees of the month, of the list of tests, of one defined, tried, printed and changed."""
    return [*_month(stage), *_list(stage), *_editor(stage), *_above_the_list(stage)]


def _shell(stage: Stage, services: Services | None = None, now: datetime | None = None) -> OrganiserShell:
    """The organiser's side while the test of the sample month goes on, or at another time."""
    at = now or _open_exam(stage).opens_at + timedelta(hours=1)
    return organiser_shell(
        stage.doors,
        services or stage.services,
        stage.preferences,
        stage.places,
        stage.data.actor,
        now=lambda: at,
    )


def _open_exam(stage: Stage) -> ExamSummary:
    return next(one for one in stage.services.exams.exams() if one.state is ExamState.PUBLISHED)


def _month(stage: Stage) -> list[Screen]:
    over_at = _open_exam(stage).closes_at + timedelta(hours=1)
    return [
        Screen("month", partial(_shell, stage)),
        Screen("month-over", partial(_shell, stage, now=over_at)),
        Screen("month-next", partial(_shell, stage, now=over_at + timedelta(days=40))),
        Screen("month-empty", lambda: _shell(stage, stage.data.fresh())),
    ]


def _to_exams(shell: OrganiserShell) -> None:
    shell.go("exams")


def _page(shell: OrganiserShell) -> ExamsPage:
    page = shell.page("exams")
    assert isinstance(page, ExamsPage)
    return page


def _list(stage: Stage) -> list[Screen]:
    def close(shell: OrganiserShell) -> None:
        title = _("结束“{title}”？").format(title=_open_exam(stage).title)
        _ask(stage, shell, title, close_words(_MISSING, running=1), _("结束考试"))

    make = partial(_shell, stage)
    return [
        Screen("exams", make, (_to_exams,)),
        Screen("exams-empty", lambda: _shell(stage, stage.data.fresh()), (_to_exams,)),
        Screen("exams-close", make, (_to_exams, close)),
    ]


def _ask(stage: Stage, shell: OrganiserShell, title: str, text: str, action: str) -> None:
    over(shell, AskBox(stage.doors.theme, shell, title=title, text=text, action=action))


def _open_editor(shell: OrganiserShell) -> None:
    _page(shell).open_new()


def _top(shell: OrganiserShell) -> ExamEditorPage:
    top = _page(shell).top
    assert isinstance(top, ExamEditorPage)
    return top


def _check(shell: OrganiserShell) -> None:
    _top(shell).check_now()


def _scroll_to(find: Callable[[ExamEditorPage], QWidget], shell: OrganiserShell) -> None:
    """Bring a part of the definition to the top of what is seen."""
    editor = _top(shell)
    area = editor.findChild(QScrollArea)
    part = find(editor)
    area.verticalScrollBar().setValue(part.mapTo(area.widget(), part.rect().topLeft()).y() - SPACE.tight)


def _editor(stage: Stage) -> list[Screen]:
    def add_paper(shell: OrganiserShell) -> None:
        _top(shell).papers.add_button.click()

    def limit(shell: OrganiserShell) -> None:
        _top(shell).due.some.click()

    def spoil(shell: OrganiserShell) -> None:
        _top(shell).basics.title.clear()
        _top(shell).papers.editor.sections.rows[0].count.setValue(400)

    def switch_on(shell: OrganiserShell) -> None:
        card = _top(shell).conduct
        for box in (card.full_screen, card.records, card.limits):
            box.setChecked(True)

    def publish(shell: OrganiserShell) -> None:
        definition = _top(shell).definition
        check = stage.services.exams.check(definition)
        _ask(
            stage,
            shell,
            _("发布考试，{count} 人应考？").format(count=check.total_due),
            publish_words(definition, check.due),
            _("发布"),
        )

    def leave(shell: OrganiserShell) -> None:
        over(shell, SaveBox(stage.doors.theme, shell, title=_("保存为草稿？"), text=_("这场考试有没有保存的修改。")))

    make, opened = partial(_shell, stage), (_to_exams, _open_editor, _check)
    return [
        Screen("exam-editor", make, opened),
        Screen("exam-editor-due", make, (*opened, limit, _check, partial(_scroll_to, lambda editor: editor.due))),
        Screen(
            "exam-editor-papers", make, (*opened, add_paper, _check, partial(_scroll_to, lambda editor: editor.papers))
        ),
        Screen(
            "exam-editor-sections",
            make,
            (*opened, partial(_scroll_to, lambda editor: editor.papers.editor.sections)),
        ),
        Screen("exam-editor-marking", make, (*opened, partial(_scroll_to, lambda editor: editor.marking))),
        Screen("exam-editor-conduct", make, (*opened, switch_on, partial(_scroll_to, lambda editor: editor.conduct))),
        Screen("exam-editor-review", make, (*opened, partial(_scroll_to, lambda editor: editor.review))),
        Screen("exam-editor-faults", make, (*opened, spoil, _check)),
        Screen("exam-editor-publish", make, (*opened, publish)),
        Screen("exam-editor-leave", make, (*opened, leave)),
    ]


def _above_the_list(stage: Stage) -> list[Screen]:
    def act(name: str, shell: OrganiserShell) -> None:
        _page(shell).list.wanted.emit(name, _open_exam(stage))

    make = partial(_shell, stage)
    return [
        Screen("exam-trial", make, (_to_exams, partial(act, exam_actions.TRY))),
        Screen("exam-print", make, (_to_exams, partial(act, exam_actions.PRINT))),
        Screen("exam-window", make, (_to_exams, partial(act, exam_actions.WINDOW))),
        Screen("exam-add-due", make, (_to_exams, partial(act, exam_actions.ADD_DUE))),
        Screen("exam-extra-minutes", make, (_to_exams, partial(act, exam_actions.EXTRA_MINUTES))),
    ]
