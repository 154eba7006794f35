"""Turns an exception into what a page says about it: what happened, in which tone, and what to do."""

from dataclasses import dataclass

from quizapp.errors import Cancelled, EnvironmentFault, FolderBusy, NotAllowed, QuizAppError, TooNew
from quizapp.i18n import _


@dataclass(frozen=True, slots=True)
class Message:
    """Something to say in a page; `tone` is info, good, warn or bad."""

    tone: str
    title: str
    text: str = ""
    can_retry: bool = False


def is_bug(error: BaseException) -> bool:
    """Whether nobody foresaw this error, so that its traceback is what helps."""
    return not isinstance(error, QuizAppError)


def message_of(error: BaseException) -> Message:
    """What to show in the page where `error` happened; a bug's traceback is for `Dialogs.show_bug`."""
    words = str(error).strip()
    if isinstance(error, Cancelled):
        return Message("info", _("已取消，没有任何改动。"))
    if isinstance(error, NotAllowed):
        return Message("bad", words or _("没有权限，或密码不正确。"))
    if isinstance(error, FolderBusy):
        return Message("warn", words or _("数据正被另一个程序使用。"), can_retry=True)
    if isinstance(error, EnvironmentFault):
        return Message("bad", words or _("这台电脑暂时无法完成操作。"), can_retry=True)
    if isinstance(error, TooNew):
        return Message("bad", words or _("数据由更新版本的程序写成，请先升级本程序。"))
    if isinstance(error, QuizAppError):
        return Message("bad", words or _("无法完成操作。"))
    return Message("bad", _("程序出现了意外错误。"), _("已保存的数据不受影响。请把错误详情发给维护人员。"))
