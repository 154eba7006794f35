"""The screens of practising for the gallery, in the states that matter."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from quizapp.core.grading import Response
from quizapp.core.pictures import PicturePlace
from quizapp.core.practice import PracticeChoice, PracticeMode
from quizapp.core.practice_desk import (
    PracticeAnswer,
    PracticeOverview,
    PracticePlace,
    PracticeQuestion,
    PracticeSet,
)
from quizapp.core.questions import Kind
from quizapp.errors import Conflict
from quizapp.gui.pages.my_page import StaffHomePage
from quizapp.gui.pages.practise import PracticeTally, PractisePage
from quizapp.gui.pages.practise_end import PractiseEndPage
from quizapp.gui.pages.practise_nothing import PractiseNothingPage
from quizapp.gui.pages.practise_topics import PractiseTopicsPage
from quizapp.gui.sample_pictures import numbered_plan, option_plan
from quizapp.gui.screen import Screen
from quizapp.gui.stage import Stage

# no _() in this module: what a question says is data, the same in both languages
_CARD = PracticeQuestion(
    PracticePlace(1, ""),
    Kind.SINGLE,
    "初次见面递送名片时，下列做法中最得体的是哪一项？",
    ("用右手递出，文字朝向自己", "双手递出，文字正面朝向对方", "放在桌上请对方自取", "等对方索要以后再递"),
    blanks=0,
    category="会面礼仪",
    is_favourite=False,
)
_PHONES = replace(
    _CARD,
    kind=Kind.MULTIPLE,
    stem="接听办公电话时，下列做法中正确的有哪些？",
    options=("铃响三声之内接听", "先报单位名称，再问对方事由", "边吃东西边接听", "重要内容做好记录并复述"),
    category="电话与通讯",
    mistakes_left=1,
)
_FLAG = replace(
    _CARD,
    kind=Kind.TRUE_FALSE,
    stem="升国旗时，在场的人应当面向国旗肃立，行注目礼。",
    options=(),
    is_favourite=True,
)
_BLANK = replace(
    _CARD, kind=Kind.FILL_BLANK, stem="会议服务中续水，第一次一般在会议开始后____分钟左右进行。", options=(), blanks=1
)
_SEATS = replace(
    _CARD,
    stem="下图是会议桌的座次，面门一侧在上。主方最高领导应当坐在几号位？",
    options=("3 号位", "1 号位", "8 号位", "10 号位"),
    pictures=(PicturePlace(),),
)
_QUESTIONS = (_CARD, _PHONES, _FLAG, _BLANK, _SEATS, *(_CARD,) * 5)
_WHY = "双手递送、文字正面朝向对方，既方便对方阅读，也表示尊重；递送时应起身，略微欠身，并报上姓名。"
_RULE = "《机关工作人员日常礼仪规范》第十二条"
_OVERVIEW = PracticeOverview((), mistakes=4, favourites=2, daily_done=3, daily_total=10)


@dataclass(frozen=True, slots=True)
class _PracticeStage:
    """A desk that has its answers ready; `is_gone`: the question was taken away meanwhile."""

    is_gone: bool = False

    def answer_practice(self, _token: str, place: PracticePlace, response: Response) -> PracticeAnswer:
        """Judge by a key that does not depend on the question asked."""
        if self.is_gone:
            raise Conflict("这道题刚刚停用，或者考试要用，不再练习：请做下一题。")
        usual = PracticeAnswer(response == (1,), (1,), (), _WHY, _RULE, was_mistake=False, mistakes_left=0)
        if response is True:
            return replace(usual, is_right=True, key=True)
        if isinstance(response, tuple) and any(isinstance(one, str) for one in response):
            return replace(usual, key=None, key_texts=("三十 或 30",), mistakes_left=2)
        if isinstance(response, tuple) and len(response) > 1:
            is_right = response == (0, 1, 3)
            return replace(
                usual, is_right=is_right, key=(0, 1, 3), was_mistake=True, mistakes_left=0 if is_right else 2
            )
        return usual if usual.is_right else replace(usual, mistakes_left=2)

    def set_favourite(self, _token: str, _place: PracticePlace, *, is_favourite: bool) -> None:
        """Keep nothing."""

    def practice_picture(self, _token: str, _place: PracticePlace, picture: PicturePlace) -> bytes:
        """A seat plan."""
        return numbered_plan() if picture.option is None else option_plan(picture.option)


def practice_screens(stage: Stage) -> list[Screen]:
    """What a staff member sees of practising."""
    return [*_entry(stage), *_asking(stage), *_afterwards(stage)]


def _entry(stage: Stage) -> list[Screen]:
    def home() -> StaffHomePage:
        return StaffHomePage(stage.doors, stage.services.desk, cast.done)

    cast, total = stage.data.cast, stage.services.desk.practice(stage.data.cast.done.token)
    begun = replace(_OVERVIEW, banks=total.banks)
    done = replace(begun, daily_done=10)
    topics = partial(PractiseTopicsPage, stage.doors, stage.services.desk, cast.done.token)
    return [
        Screen("practise-home", home, (lambda page: page.show_practice(begun),)),
        Screen("practise-home-done", home, (lambda page: page.show_practice(done),)),
        Screen("practise-topics", topics),
        Screen("practise-topics-none", topics, (lambda page: page.show_overview(_OVERVIEW),)),
    ]


def _asking(stage: Stage) -> list[Screen]:
    daily = PracticeSet(PracticeChoice(PracticeMode.DAILY), _QUESTIONS)

    def page(first: int = 0, *, is_gone: bool = False) -> PractisePage:
        queue, made = stage.doors.tasks.serial("practice"), replace(daily, questions=_QUESTIONS[first:], done=first)
        return PractisePage(stage.doors, queue, _PracticeStage(is_gone), "", made)

    def choose(*numbers: int) -> Callable[[PractisePage], None]:
        return lambda page: [page.question.options.cards[number].click() for number in numbers] and None

    def write(page: PractisePage) -> None:
        page.question.fields[0].setText("十")
        page.question.fields[0].textEdited.emit("十")

    def submit(page: PractisePage) -> None:
        page.main_button.click()

    return [
        Screen("practise-single", page, (choose(1),)),
        Screen("practise-right", page, (choose(1), submit)),
        Screen("practise-wrong", page, (choose(0), submit)),
        Screen("practise-nothing-chosen", page, (submit,)),
        Screen("practise-multiple-left-book", partial(page, 1), (choose(0, 1, 3), submit)),
        Screen("practise-true-false", partial(page, 2), (choose(0), submit)),
        Screen("practise-blank-wrong", partial(page, 3), (write, submit)),
        Screen("practise-picture", partial(page, 4), (choose(0), submit)),
        Screen("practise-gone", partial(page, is_gone=True), (choose(1), submit)),
    ]


def _afterwards(stage: Stage) -> list[Screen]:
    doors = stage.doors
    tally = PracticeTally(PracticeChoice(PracticeMode.DAILY), 10, right=8, answered=10, new_mistakes=2, left_book=1)
    perfect = PracticeTally(PracticeChoice(PracticeMode.TOPIC, 1, "会面礼仪"), 10, right=10, answered=10)
    empty = {mode: PracticeSet(PracticeChoice(mode), ()) for mode in PracticeMode}
    done = replace(empty[PracticeMode.DAILY], done=10)
    return [
        Screen("practise-end", lambda: PractiseEndPage(doors, tally)),
        Screen("practise-end-perfect", lambda: PractiseEndPage(doors, perfect)),
        Screen("practise-no-mistakes", lambda: PractiseNothingPage(doors, empty[PracticeMode.MISTAKES])),
        Screen("practise-no-favourites", lambda: PractiseNothingPage(doors, empty[PracticeMode.FAVOURITES])),
        Screen("practise-none", lambda: PractiseNothingPage(doors, empty[PracticeMode.RANDOM])),
        Screen("practise-done-today", lambda: PractiseNothingPage(doors, done)),
    ]
