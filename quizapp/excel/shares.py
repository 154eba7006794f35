"""What each option of a choice question counts in per cent, as Moodle's formats write it."""

from quizapp.core.questions import Kind, Question


def option_shares(question: Question) -> list[float]:
    """Per cent of each option: the right ones make 100 together, the wrong ones of several answers take 100 away.

    Only numbers that Moodle knows occur (100, 50, 33.33333, 25, 20, 16.66667, 14.28571, 12.5).
    """
    right = set(question.key) if isinstance(question.key, tuple) else set()
    wrong = len(question.options) - len(right)
    gain = round(100 / len(right), 5) if right else 0.0
    loss = round(100 / wrong, 5) if wrong and question.kind is Kind.MULTIPLE else 0.0
    return [gain if index in right else -loss for index in range(len(question.options))]


def share_text(share: float) -> str:
    """33.33333, 50, -25, 0."""
    return f"{share:.5f}".rstrip("0").rstrip(".") if share else "0"
