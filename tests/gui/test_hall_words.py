"""The hall in words."""

from datetime import timedelta

from quizapp.core.attempts import AttemptState
from quizapp.core.lost_time import Absence, AwayCause
from quizapp.gui.hall_words import (
    clock_time,
    day_time,
    flags_text,
    granted_words,
    hall_state,
    left_text,
    left_tone,
    names_text,
    outage_title,
    outage_words,
    seat_state,
    why_words,
)
from quizapp.services.granting import Granted
from tests.gui.halls import CUT, NOON, hall, hit, seat


def test_how_somebody_stands_is_a_word_and_a_tone():
    assert seat_state(seat(1)) == ("作答中", "info")
    assert seat_state(seat(1, away_s=40.0)) == ("失联", "warn")
    assert seat_state(seat(1, state=AttemptState.SUBMITTED)) == ("已交卷", "good")
    assert seat_state(seat(1, state=AttemptState.EXPIRED)) == ("时间到", "neutral")


def test_time_left_is_told_of_those_who_write_and_marked_when_short():
    assert (left_text(seat(1)), left_tone(seat(1))) == ("10:00", "")
    assert left_tone(seat(1, left_s=300.0)) == "warn"
    assert left_text(seat(1, state=AttemptState.SUBMITTED)) == ""


def test_flags_stand_together():
    assert flags_text(seat(1)) == ""
    words = flags_text(seat(1, away_s=65.0, clock_jumps=1, leavings=2))
    assert words == "失联 1 分 5 秒，改动时钟 1 次，离开窗口 2 次"


def test_the_log_stands_behind_each_offer():
    start, end = clock_time(CUT.from_at), clock_time(CUT.to_at)
    assert why_words(hit(1)) == f"{start} 至 {end} 中断 7 分 0 秒（电脑重新启动过）\n还可以补 7 分钟。"
    assert why_words(seat(1)) == "没有中断。"
    assert "已补 2 分 0 秒。" in why_words(seat(1, made_up_s=120))


def test_of_many_absences_the_latest_are_shown():
    many = tuple(Absence(NOON + timedelta(minutes=at), 30.0, AwayCause.SILENT) for at in range(5))
    words = why_words(seat(1, absences=many))
    assert words.startswith("此前还有 2 次中断\n") and words.count("电脑休眠或连接中断") == 3


def test_every_cause_has_words():
    for cause in AwayCause:
        assert "中断 0 分 9 秒（" in why_words(seat(1, absences=(Absence(NOON, 9.0, cause),)))


def test_one_sentence_on_how_it_goes():
    end, at = day_time(NOON + timedelta(hours=1)), clock_time(NOON)
    assert hall_state(hall(seat(1), seat(2))) == f"作答中 2 人，已交卷 2 人，未开始 1 人；{end} 结束，{at} 更新"


def test_an_outage_says_how_long_how_many_and_why():
    shown = hall(hit(1), hit(2), seat(3))
    (outage,) = shown.outages
    assert outage_title(outage) == "停机 7 分钟，2 人在考"
    assert outage_words(outage, shown.seats_of(outage)).endswith("（电脑重新启动过）：人1、人2。答案都在，计时没有停。")
    silent = [seat(1, absences=(Absence(CUT.from_at, 420.0, AwayCause.SILENT),))]
    assert "（同时没有动静）" in outage_words(outage, silent)


def test_a_few_names_are_read_out():
    assert names_text(["甲", "乙"]) == "甲、乙"
    assert names_text(list("甲乙丙丁戊")) == "甲、乙、丙、丁等 5 人"


def test_what_became_of_added_minutes():
    granted = Granted((1, 2), ("甲", "乙"), 10, (), NOON, is_window_moved=False)
    assert granted_words(granted) == ("good", "已给甲、乙加时 10 分钟。", "")
    cut = Granted((1, 2), ("甲", "乙"), 10, ("乙",), NOON, is_window_moved=False)
    assert granted_words(cut)[0] == "warn" and granted_words(cut)[2] == f"考试 {day_time(NOON)} 结束，乙用不满。"
    moved = Granted((1, 2), ("甲", "乙"), 10, (), NOON, is_window_moved=True)
    assert granted_words(moved)[2] == f"考试结束时间延后到 {day_time(NOON)}。"
