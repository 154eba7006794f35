"""How far apart two colours are for the eye, and the shades between them."""

from PySide6.QtGui import QColor


def contrast(ink: str, ground: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2, relative luminance)."""
    lighter, darker = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mix(first: str, second: str, share: float) -> str:
    """The colour `share` of the way from the first to the second."""
    a, b = QColor(first), QColor(second)
    parts = (round(x + (y - x) * share) for x, y in zip(a.getRgb()[:3], b.getRgb()[:3], strict=True))
    return QColor(*parts).name()


def between(first: QColor, second: QColor, share: float) -> QColor:
    """The same for colours of Qt."""
    return QColor(mix(first.name(), second.name(), share))


def _luminance(colour: str) -> float:
    channels = QColor(colour)
    parts = (channels.redF(), channels.greenF(), channels.blueF())
    weights = (0.2126, 0.7152, 0.0722)
    return sum(weight * _linear(part) for weight, part in zip(weights, parts, strict=True))


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
