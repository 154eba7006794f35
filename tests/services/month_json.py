"""A month file as a test writes it: three departments, six people, four kinds of questions, every status."""

import json
from copy import deepcopy
from typing import Any

MONTH: dict[str, Any] = {
    "format": "quizapp-month",
    "version": 1,
    "bureau": "滨海市机关事务管理局",
    "departments": [
        {"name": "办公室", "kind": "section"},
        {"name": "机关服务中心", "kind": "unit"},
        {"name": "车队", "kind": "unit", "parent": "机关服务中心"},
    ],
    "bank": "三月题目",
    "questions": [
        {"id": "q1", "kind": "single", "stem": "接电话应在几声之内？", "options": ["三声", "五声", "七声"],
         "key": ["A"], "points": 25},
        {"id": "q2", "kind": "multiple", "stem": "引路时应当", "options": ["走在侧前方", "出声提示", "看手机"],
         "key": ["A", "B"], "points": 25, "category": "礼仪", "difficulty": "hard", "explanation": "让来宾跟得上。"},
        {"id": "q3", "kind": "true_false", "stem": "名片应双手递上。", "key": True, "points": 25},
        {"id": "q4", "kind": "fill_blank", "stem": "____先伸手，约____秒。",
         "key": [["位尊者", "尊者"], ["3", "三"]], "points": 25},
    ],
    "exam": {
        "month": "2026-03",
        "title": "三月业务知识测试",
        "opens_at": "2026-03-20T08:30:00+08:00",
        "closes_at": "2026-03-20T17:30:00+08:00",
        "minutes": 30,
        "pass": 60,
        "excellent": 90,
    },
    "people": [
        {"number": "001", "name": "张三", "department": "办公室", "category": "公务员", "position": "科员",
         "attempts": [
            {"started_at": "2026-03-20T09:00:00+08:00", "submitted_at": "2026-03-20T09:12:05+08:00", "score": 100,
             "responses": {"q1": "A", "q2": "BA", "q3": True, "q4": ["尊者", "３"]}}]},
        {"number": "002", "name": "李四", "department": "办公室", "attempts": [
            {"started_at": "2026-03-20T17:20:00+08:00",
             "responses": {"q1": ["B"], "q2": ["A"], "q3": None, "q4": ["尊者", ""]}}]},
        {"number": "003", "name": "王五", "department": "机关服务中心", "status": "deferred", "reason": "出车"},
        {"number": "004", "name": "赵六", "department": ["机关服务中心", "车队"], "status": "absent", "counts": False},
        {"number": "005", "name": "钱七", "department": "车队", "category": "工勤", "is_ranked": False},
        {"number": "006", "name": "孙八", "department": "车队", "takes_tests": False},
    ],
}  # fmt: skip


def month(**changes: Any) -> dict[str, Any]:
    """A copy of the month to be spoilt; keyword arguments replace top-level values."""
    return {**deepcopy(MONTH), **changes}


def content(document: object) -> bytes:
    """The document as a file holds it."""
    return json.dumps(document, ensure_ascii=False).encode()


def faults(message: str) -> list[str]:
    """The faults a refusal lists, each with its path."""
    return message.split("\n")[1:]
