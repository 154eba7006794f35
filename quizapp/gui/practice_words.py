"""What practising calls its kinds of sets, and what is said where one of them is empty."""

from quizapp.core.practice import PracticeChoice, PracticeMode
from quizapp.i18n import N_, _

_TITLES = {
    PracticeMode.DAILY: N_("每日十题"),
    PracticeMode.RANDOM: N_("随机练习"),
    PracticeMode.TOPIC: N_("分类练习"),
    PracticeMode.MISTAKES: N_("错题本"),
    PracticeMode.FAVOURITES: N_("我的收藏"),
}
_EMPTY = {
    PracticeMode.MISTAKES: (
        "medal",
        N_("错题本是空的，真好"),
        N_("练习时答错的题会自动放进来，连续答对两次就移出。"),
    ),
    PracticeMode.FAVOURITES: (
        "star",
        N_("还没有收藏的题"),
        N_("练习时按 F 键，或者点一下“收藏”，想再看的题就留在这里。"),
    ),
}
_NOTHING = (
    "books",
    N_("现在没有可以练习的题"),
    N_("题库里还没有题目，或者题目正用于考试，考试结束以后再来。"),
)
_DONE_TODAY = (
    "medal",
    N_("今天的十题都练完了"),
    N_("明天会有新的十题：先是答错的，再是很久没练的。"),
)


def title_of(choice: PracticeChoice) -> str:
    """What a set is called at the head of its page; a category by its own name."""
    return choice.category or _(_TITLES[choice.mode])


def empty_words(choice: PracticeChoice, *, is_done: bool) -> tuple[str, str, str]:
    """An icon, a heading and a sentence for a set without questions; `is_done`: all of it was answered today."""
    icon, title, text = _DONE_TODAY if is_done else _EMPTY.get(choice.mode, _NOTHING)
    return icon, _(title), _(text)
