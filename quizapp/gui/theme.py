"""Every colour, size and space of the window in one place, and the one object that puts them on the application.

Style rules live in `resources/style.qss`, a template whose `@names` are filled in here; widgets that paint themselves
ask the `Theme` they were handed. Nothing else in the program names a colour or a size.
"""

import string
from dataclasses import asdict, dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from quizapp.gui.contrast import mix
from quizapp.gui.motion import system_moves


@dataclass(frozen=True, slots=True)
class Colours:
    """The colour tokens of one scheme."""

    ground: str
    surface: str
    sunken: str
    line: str
    text: str
    muted: str
    accent: str
    accent_soft: str
    on_accent: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    seal: str


LIGHT = Colours(
    ground="#F5F6F8", surface="#FFFFFF", sunken="#ECEFF3", line="#D5DAE1",
    text="#1A2330", muted="#566273",
    accent="#1D5A96", accent_soft="#E3EDF7", on_accent="#FFFFFF",
    good="#1B7350", good_soft="#E1F2EA", warn="#8A5600", warn_soft="#FBF0DC",
    bad="#B3261E", bad_soft="#FBE6E4", seal="#B23A2A",
)  # fmt: skip
DARK = Colours(
    ground="#14181E", surface="#1C222A", sunken="#11151A", line="#343D49",
    text="#E8ECF1", muted="#A3AEBB",
    accent="#7FB5E8", accent_soft="#223447", on_accent="#0E1A26",
    good="#6CC9A1", good_soft="#1B3229", warn="#E5B45C", warn_soft="#382C16",
    bad="#F2938B", bad_soft="#3D2120", seal="#E2705F",
)  # fmt: skip

SCHEMES = {"light": LIGHT, "dark": DARK}

TEXT_PAIRS = (
    *((ink, ground) for ink in ("text", "muted", "accent") for ground in ("ground", "surface", "sunken", "hover")),
    *((ink, ground) for ink in ("good", "warn", "bad", "seal") for ground in ("ground", "surface")),
    *((ink, f"{tone}_soft") for tone in ("accent", "good", "warn", "bad") for ink in (tone, "text", "muted")),
    *((ink, "pressed") for ink in ("text", "accent")),
    ("on_seal", "seal"),
    *(("on_accent", fill) for fill in ("accent", "accent_hover", "accent_pressed", "bad", "bad_hover")),
)
"""Which ink is ever written on which ground; each pair must be readable in both schemes."""
FAINT_PAIRS = (
    *(("disabled", ground) for ground in ("disabled_fill", "surface", "ground")),
    *(("edge", ground) for ground in ("surface", "ground")),
    *(("accent", ground) for ground in ("ground", "surface", "accent_soft")),
)
"""At least 3:1 is enough here: words that only say what cannot be done now, and the edges and rings of controls.

What a field asks for while it is empty is no such word: it is written in muted, at 4.5:1.
"""


@dataclass(frozen=True, slots=True)
class TextSizes:
    """One text size setting: letters in points, the least height of what is pressed and of a table row in pixels."""

    body: float
    stem: float
    small: float
    heading: float
    title: float
    figure: float
    score: float
    target: int
    row: int


SIZES = {
    "standard": TextSizes(body=11, stem=15, small=9.5, heading=18, title=13, figure=24, score=44, target=44, row=40),
    "large": TextSizes(body=14, stem=20, small=12, heading=22, title=16, figure=30, score=52, target=52, row=48),
    "extra": TextSizes(body=18, stem=30, small=18, heading=30, title=20, figure=36, score=60, target=60, row=58),
}


@dataclass(frozen=True, slots=True)
class Space:
    """The 4-px grid."""

    hair: int = 4
    tight: int = 8
    snug: int = 12
    normal: int = 16
    wide: int = 24
    broad: int = 32
    vast: int = 48


@dataclass(frozen=True, slots=True)
class Shape:
    """Corners, lines and marks, in pixels."""

    card_radius: int = 8
    field_radius: int = 6
    line_width: int = 1
    ring_width: int = 2


@dataclass(frozen=True, slots=True)
class Motion:
    """How long things take to move, in milliseconds."""

    quick_ms: int = 120
    calm_ms: int = 160


SPACE = Space()
SHAPE = Shape()
MOTION = Motion()
READING_LINE = 1.45
"""The distance of lines for reading, as a multiple of the height of the letters."""
_FIELD_MARGIN = 2  # what Qt adds by itself before the words of a field, but not of a list
_CELL_MARGIN = 3  # what Qt adds by itself beside the words of a table cell

FAMILIES = (
    "Microsoft YaHei UI",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
)
"""Fonts with Chinese letters, the best first."""


def chosen_family() -> str:
    """The first installed of the wanted fonts, else the first one that can write Chinese, else the system's."""
    for family in FAMILIES:
        if QFontDatabase.hasFamily(family):
            return family
    chinese = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    return chinese[0] if chinese else QFont().family()


def has_cjk_font() -> bool:
    """Whether any installed font can write simplified Chinese."""
    return bool(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))


def shades_of(colours: Colours) -> dict[str, str]:
    """The tokens of a scheme and the shades made from them, by name."""
    return asdict(colours) | {
        "on_seal": colours.on_accent,
        "under": mix(colours.line, colours.muted, 0.3),
        "edge": mix(colours.line, colours.muted, 0.66),
        "hover": mix(colours.surface, colours.accent, 0.07),
        "pressed": mix(colours.surface, colours.accent, 0.16),
        "accent_hover": mix(colours.accent, colours.text, 0.16),
        "accent_pressed": mix(colours.accent, colours.text, 0.34),
        "bad_hover": mix(colours.bad, colours.text, 0.16),
        "disabled": mix(colours.muted, colours.surface, 0.18),
        "disabled_fill": mix(colours.sunken, colours.line, 0.35),
    }


def _tick(sizes: TextSizes) -> int:
    """The side of a check box: about as high as its words."""
    return 2 * round(sizes.body * 0.85)


class _StyleTemplate(string.Template):
    delimiter = "@"
    idpattern = "[a-z][a-z0-9_]*"


class Theme(QObject):
    """The chosen scheme and text size, put on the application; `changed` tells those who paint themselves."""

    changed = Signal()

    def __init__(
        self, app: QApplication, resources: Path, *, scheme: str = "light", size: str = "standard", moves: bool = True
    ) -> None:
        """`scheme`: light, dark or system; `size`: standard, large or extra; `moves` False: no motion at all."""
        super().__init__(app)
        self._app = app
        self._resources = resources
        self._template = (resources / "style.qss").read_text(encoding="utf-8")
        self._family = chosen_family()
        self.scheme = scheme
        self.size = size
        self.is_moving_wanted = moves
        self._shades: dict[str, str] = {}
        app.setStyle("Fusion")
        self._apply()
        app.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)

    @property
    def is_dark(self) -> bool:
        """Whether the dark scheme is showing."""
        if self.scheme == "system":
            return self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self.scheme == "dark"

    @property
    def moves(self) -> bool:
        """Whether anything may move: neither the user nor the system has asked for calm."""
        return self.is_moving_wanted and system_moves(self._app.styleHints())

    @property
    def colours(self) -> Colours:
        """The colour tokens now showing."""
        return DARK if self.is_dark else LIGHT

    @property
    def sizes(self) -> TextSizes:
        """The text sizes now showing."""
        return SIZES[self.size]

    @property
    def tick_side(self) -> int:
        """The side of a box to tick, in pixels, for those who paint it themselves."""
        return _tick(self.sizes)

    def use(self, *, scheme: str | None = None, size: str | None = None) -> None:
        """Switch scheme or text size, restyle every window."""
        chosen = (scheme or self.scheme, size or self.size)
        if chosen == (self.scheme, self.size):
            return
        self.scheme, self.size = chosen
        self._apply()
        self.changed.emit()

    def colour(self, name: str) -> QColor:
        """A token (or a derived shade) as a QColor."""
        return QColor(self._shades[name])

    def tone(self, tone: str) -> tuple[QColor, QColor]:
        """Ink and soft ground of a tone: accent (info), good, warn, bad, or neutral."""
        if tone == "neutral":
            return self.colour("muted"), self.colour("sunken")
        name = "accent" if tone == "info" else tone
        return self.colour(name), self.colour(f"{name}_soft")

    def font(self, role: str = "body", *, bold: bool = False) -> QFont:
        """The font of a role (body, option, stem, small, heading, title, figure, score); figures stand in columns."""
        font = QFont(self._family)
        font.setPointSizeF(self.sizes.title if role == "option" else getattr(self.sizes, role))
        font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
        if bold or role in ("heading", "title", "figure", "score"):
            font.setWeight(QFont.Weight.DemiBold)
        if role == "figure" and hasattr(font, "setFeature"):  # Qt 6.7 and newer; most Chinese fonts need it not
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def letters(self, count: float, role: str = "body") -> int:
        """The width of so many Chinese letters of a role, in pixels: what widths are given in."""
        return round(QFontMetricsF(self.font(role)).horizontalAdvance("国") * count)  # no _(): measured, not shown

    def letter_drop(self, role: str = "body") -> int:
        """How many pixels below the middle of its line a Chinese letter stands: what is beside it goes as low."""
        metrics = QFontMetricsF(self.font(role))
        ink = metrics.tightBoundingRect("国")  # no _(): measured, not shown
        return max(0, round(ink.center().y() - (metrics.descent() - metrics.ascent()) / 2))

    def icon(self, name: str, colour: str = "text") -> QIcon:
        """An icon of the Phosphor family ("house", "check-circle" …) in a token's colour."""
        import qtawesome  # here, because it is slow to load and the first window does without

        disabled = self._shades["disabled"]
        return qtawesome.icon(f"ph.{name}", color=self._shades[colour], color_disabled=disabled)

    def _on_system_scheme_changed(self) -> None:
        if self.scheme == "system":
            self._apply()
            self.changed.emit()

    def _tokens(self) -> dict[str, str]:
        sizes = self.sizes
        points = {f"{name}_pt": f"{getattr(sizes, name):g}pt" for name in ("body", "stem", "small", "heading")}
        points |= {f"{name}_pt": f"{getattr(sizes, name):g}pt" for name in ("title", "figure", "score")}
        pixels = {name: f"{value}px" for name, value in asdict(SPACE).items()}
        pixels |= {
            "target": f"{sizes.target}px",
            "inner": f"{sizes.target - 2}px",
            "least": f"{sizes.target - 2 * SPACE.snug - 2}px",
            "focused": f"{sizes.target - 2 * SHAPE.ring_width}px",
            "control": f"{sizes.target - 10}px",
            "row": f"{sizes.row}px",
            "cell": f"{SPACE.snug - _CELL_MARGIN}px",
            "combo": f"{SPACE.snug + _FIELD_MARGIN}px",
            "combo_focused": f"{SPACE.snug + _FIELD_MARGIN - 1}px",
            "arrow": f"{2 * round(sizes.body * 0.72)}px",
            "tick": f"{_tick(sizes)}px",
            "tick_half": f"{_tick(sizes) // 2 + 1}px",
            "card_radius": f"{SHAPE.card_radius}px",
            "field_radius": f"{SHAPE.field_radius}px",
            "ring": f"{SHAPE.ring_width}px",
        }
        icons = self._resources / "icons" / ("dark" if self.is_dark else "light")
        return self._shades | points | pixels | {"icons": icons.as_posix(), "family": self._family}

    def _apply(self) -> None:
        self._shades = shades_of(self.colours)
        self._app.setPalette(self._palette())
        self._app.setFont(self.font("body"))
        self._app.setStyleSheet(_StyleTemplate(self._template).substitute(self._tokens()))

    def _palette(self) -> QPalette:
        role, palette = QPalette.ColorRole, QPalette()
        for part, token in {
            role.Window: "ground", role.Base: "surface", role.AlternateBase: "sunken", role.Button: "surface",
            role.WindowText: "text", role.Text: "text", role.ButtonText: "text", role.BrightText: "on_accent",
            role.PlaceholderText: "muted", role.Highlight: "accent", role.HighlightedText: "on_accent",
            role.Link: "accent", role.LinkVisited: "accent", role.ToolTipBase: "text", role.ToolTipText: "surface",
            role.Mid: "line", role.Midlight: "line", role.Light: "surface", role.Dark: "edge", role.Shadow: "edge",
        }.items():  # fmt: skip
            palette.setColor(part, self.colour(token))
        for part in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, part, self.colour("disabled"))
        return palette
