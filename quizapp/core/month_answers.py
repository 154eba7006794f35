"""Keys and responses as a month file writes them: letters, true and false, texts."""

from quizapp.core.grading import Response
from quizapp.core.json_nodes import Node
from quizapp.core.questions import LETTERS, Key, Kind, Question
from quizapp.i18n import _


def read_key(node: Node, kind: Kind, options: int) -> Key:
    """The key of a question, as `import-bank --json` prints keys."""
    if node.is_absent:
        node.fault(_("缺少这一项。"))
        return ""
    if kind.has_options:
        letters = _letters(node, options)
        if not letters or (kind is Kind.SINGLE and len(letters) > 1):
            node.fault(_("单选题的答案是一个字母，多选题至少一个。"))
        return letters
    if kind is Kind.TRUE_FALSE:
        return _truth(node)
    if kind is Kind.FILL_BLANK:
        return _accepted_texts(node)
    return node.text()


def read_response(node: Node, question: Question) -> Response:
    """What was answered to a question; null and empty: nothing."""
    if node.is_absent:
        return None
    if question.kind.has_options:
        letters = _letters(node, len(question.options))
        if question.kind is Kind.SINGLE and len(letters) > 1:
            node.fault(_("单选题只能有一个字母。"))
        return letters
    if question.kind is Kind.TRUE_FALSE:
        return _truth(node)
    if question.kind is Kind.SHORT_ANSWER:
        return node.text("")
    return _blanks(node, len(question.key) if isinstance(question.key, tuple) else 1)


def _letters(node: Node, options: int) -> tuple[int, ...]:
    """Option numbers from letters: "AC" or ["A", "C"]."""
    known = LETTERS[:options]
    texts = [one.text("") for one in node.items()] if isinstance(node.value, list) else [node.text("")]
    letters = "".join(texts)
    if any(letter not in known for letter in letters):
        node.fault(_('这里应是选项的字母，如 "A" 或 ["A", "C"]，不超出 {last}。').format(last=known[-1:]))
        return ()
    if len(set(letters)) < len(letters):
        node.fault(_("同一个字母写了两次。"))
    return tuple(sorted({known.index(letter) for letter in letters}))


def _truth(node: Node) -> bool:
    if not isinstance(node.value, bool):
        node.fault(_("这里应是 true 或 false。"))
    return bool(node.value)


def _accepted_texts(node: Node) -> tuple[tuple[str, ...], ...]:
    """One list of accepted texts per blank: [["三", "3"], ["五"]]; one text alone is the one accepted."""
    blanks = tuple(
        tuple(text.text() for text in blank.items()) if isinstance(blank.value, list) else (blank.text(),)
        for blank in node.items()
    )
    if not blanks or not all(blanks):
        node.fault(_('填空题的答案是列表，每空一个可接受答案的列表，如 [["三", "3"], ["五"]]。'))
    return blanks


def _blanks(node: Node, blanks: int) -> tuple[str, ...]:
    """What was written into each blank; one text alone where there is one blank."""
    texts = tuple(one.text("") for one in node.items()) if isinstance(node.value, list) else (node.text(""),)
    if len(texts) > blanks:
        node.fault(_("这道题只有 {blanks} 空。").format(blanks=blanks))
    return texts
