"""What the figure looks like: style, colours and layers as one frozen value."""

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from sijoint_desktop.ui.style.tokens import Theme

Rgb = tuple[int, int, int]


class FigureStyle(StrEnum):
    """How the skeleton is clothed: as a body, or as bones and joints."""

    BODY = "body"
    STICK = "stick"


class Layer(StrEnum):
    """What can be shown on top of the plain figure."""

    MUSCLES = "muscles"
    ARROWS = "arrows"
    GHOST = "ghost"
    CONTACTS = "contacts"
    BREATH = "breath"


DEFAULT_LAYERS = frozenset({Layer.MUSCLES, Layer.ARROWS})

SKINS: dict[str, str] = {
    "light": "#F0CDB0",
    "fair": "#E2AF8E",
    "tan": "#C68C62",
    "brown": "#96613E",
    "dark": "#633F2A",
}
"""Skin tones to choose from, by name."""

HAIR: dict[str, str] = {
    "brown": "#553F30",
    "black": "#2B2523",
    "fair": "#B98E55",
    "red": "#8A4A2B",
    "grey": "#9A9691",
}
"""Hair colours to choose from, by name."""

CLOTHES: dict[str, tuple[str, str] | None] = {
    "blue": None,  # the colours of the theme
    "green": ("#5E9C86", "#37474A"),
    "plum": ("#A7749B", "#45394F"),
    "sand": ("#C5A272", "#4B443B"),
}
"""Shirt and trousers to choose from, by name; None keeps the colours of the theme."""


@dataclass(frozen=True, slots=True)
class Colours:
    """Every colour that the painter uses."""

    ground: Rgb
    halo: Rgb
    shirt: Rgb
    trousers: Rgb
    skin: Rgb
    hair: Rgb
    mat: Rgb
    mat_edge: Rgb
    mat_line: Rgb
    shadow: Rgb
    ghost: Rgb
    muscle: Rgb
    arrow: Rgb
    contact: Rgb
    breath: Rgb
    belt: Rgb
    belt_edge: Rgb
    ball: Rgb
    ball_edge: Rgb
    cushion: Rgb
    band: Rgb
    band_edge: Rgb
    wood: Rgb
    wood_edge: Rgb
    wall: Rgb
    pale: Rgb  # what far limbs fade towards
    light: Rgb  # what the lit side of a limb fades towards
    bone: Rgb
    joint: Rgb


@dataclass(frozen=True, slots=True)
class Look:
    """A style, its colours and the layers that are on.

    ``outline`` draws a dark line round every part instead of the halo, for paper;
    ``dots`` marks muscles by dots instead of by colour alone. ``shadow`` is its opacity, 0 to 1.
    """

    colours: Colours
    style: FigureStyle = FigureStyle.BODY
    layers: frozenset[Layer] = DEFAULT_LAYERS
    outline: bool = False
    dots: bool = False
    shadow: float = 0.17
    ghost: float = 0.20

    def with_layers(self, *layers: Layer) -> "Look":
        """Return the same look with exactly these layers."""
        return replace(self, layers=frozenset(layers))

    def with_style(self, style: FigureStyle) -> "Look":
        """Return the same look in another style."""
        return replace(self, style=style)


def screen_look(
    theme: Theme,
    *,
    style: FigureStyle = FigureStyle.BODY,
    layers: frozenset[Layer] = DEFAULT_LAYERS,
    skin: str = "fair",
    hair: str = "brown",
    clothes: str = "blue",
) -> Look:
    """Return the look for the screen in a theme; raises KeyError for an unknown tone."""
    ground, ink = rgb(theme.stage), rgb(theme.ink)
    shirt, trousers = CLOTHES[clothes] or (theme.shirt, theme.trousers)
    mat = rgb(theme.mat)
    colours = Colours(
        ground=ground,
        halo=ground,
        shirt=rgb(shirt),
        trousers=rgb(trousers),
        skin=rgb(SKINS[skin]),
        hair=rgb(HAIR[hair]),
        mat=mat,
        mat_edge=mix(mat, (0, 0, 0), 0.35 if theme.dark else 0.13),
        mat_line=mix(mat, (255, 255, 255), 0.10 if theme.dark else 0.45),
        shadow=(6, 9, 14) if theme.dark else (24, 34, 40),
        ghost=rgb(theme.ghost),
        muscle=rgb(theme.muscle),
        arrow=ink,
        contact=rgb(theme.accent),
        breath=rgb(theme.accent),
        belt=(224, 205, 166) if theme.dark else (232, 216, 182),
        belt_edge=(104, 82, 48),
        ball=(214, 150, 84) if theme.dark else (226, 164, 96),
        ball_edge=(124, 78, 34),
        cushion=(124, 134, 152) if theme.dark else (206, 212, 230),
        band=(226, 166, 84) if theme.dark else (222, 158, 66),
        band_edge=(110, 70, 20),
        wood=(150, 128, 104) if theme.dark else (214, 196, 170),
        wood_edge=(84, 68, 52) if theme.dark else (132, 108, 82),
        wall=mix(ground, (138, 146, 160), 0.22),
        pale=mix(ground, (138, 146, 160), 0.60),
        light=(255, 255, 255),
        bone=ink,
        joint=mix(ground, ink, 0.04),
    )
    return Look(colours, style, layers, shadow=0.42 if theme.dark else 0.17)


def print_look(
    *,
    style: FigureStyle = FigureStyle.BODY,
    layers: frozenset[Layer] = DEFAULT_LAYERS,
) -> Look:
    """Return the look for paper: grey tones, dark outlines, black arrows cased in white."""
    white, black = (255, 255, 255), (17, 18, 21)
    colours = Colours(
        ground=white,
        halo=black,
        shirt=(186, 190, 200),
        trousers=(88, 91, 100),
        skin=(241, 237, 232),
        hair=(48, 48, 52),
        mat=(243, 243, 241),
        mat_edge=(205, 205, 202),
        mat_line=(232, 232, 229),
        shadow=(120, 120, 120),
        ghost=(120, 122, 130),
        muscle=black,
        arrow=black,
        contact=(70, 72, 80),
        breath=(70, 72, 80),
        belt=white,
        belt_edge=black,
        ball=(214, 214, 212),
        ball_edge=black,
        cushion=(250, 250, 250),
        band=(215, 215, 215),
        band_edge=black,
        wood=(226, 226, 224),
        wood_edge=(92, 92, 96),
        wall=(224, 224, 222),
        pale=(200, 201, 205),
        light=white,
        bone=black,
        joint=white,
    )
    return Look(colours, style, layers, outline=True, dots=True, shadow=0.20, ghost=0.30)


def rgb(colour: str) -> Rgb:
    """Return ``#RRGGBB`` as three numbers of 0 to 255."""
    value = int(colour.removeprefix("#"), 16)
    return value >> 16 & 255, value >> 8 & 255, value & 255


@lru_cache(maxsize=4096)
def mix(a: Rgb, b: Rgb, share: float) -> Rgb:
    """Return the colour a share (0 to 1) of the way from ``a`` to ``b``."""
    return (
        round(a[0] + (b[0] - a[0]) * share),
        round(a[1] + (b[1] - a[1]) * share),
        round(a[2] + (b[2] - a[2]) * share),
    )
