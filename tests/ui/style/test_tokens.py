"""The contrast that the colours promise, worked out again from the colours themselves."""

import pytest

from sijoint_desktop.ui.style.tokens import (
    CONTRAST_DARK,
    CONTRAST_LIGHT,
    DARK,
    LIGHT,
    THEMES,
    TOKENS,
    Theme,
)

TEXT, GRAPHICS = 4.5, 3.0

TEXT_PAIRS = [
    ("ink", "window"),
    ("ink", "surface"),
    ("ink", "stage"),
    ("ink", "sunken"),
    ("ink", "soft"),
    ("ink2", "window"),
    ("ink2", "surface"),
    ("ink2", "sunken"),
    ("ink2", "soft"),
    ("accent", "window"),
    ("accent", "surface"),
    ("accent", "soft"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_accent", "accent_pressed"),
    *(("on_accent", phase) for phase in ("move", "hold", "return_", "rest")),
    ("amber_text", "amber_ground"),
    ("amber_text", "surface"),
    ("amber_text", "window"),
    ("red_text", "red_ground"),
    ("red_text", "surface"),
    ("move", "surface"),
    ("hold", "surface"),
    ("return_", "surface"),
    ("rest", "surface"),
]
GRAPHIC_PAIRS = [
    ("control", "window"),
    ("control", "surface"),
    ("control", "sunken"),
    ("accent", "sunken"),
    ("amber", "amber_ground"),
    ("amber", "surface"),
    ("red", "red_ground"),
    ("red", "surface"),
    ("muscle", "stage"),
    ("ghost", "stage"),
]


def luminance(colour: str) -> float:
    """Relative luminance of WCAG 2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def ratio(theme: Theme, token: str, ground: str) -> float:
    return contrast(getattr(theme, token), getattr(theme, ground))


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("token", "ground"), TEXT_PAIRS)
def test_text_can_be_read(theme: Theme, token: str, ground: str) -> None:
    assert ratio(theme, token, ground) >= TEXT


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("token", "ground"), GRAPHIC_PAIRS)
def test_edges_and_marks_can_be_seen(theme: Theme, token: str, ground: str) -> None:
    assert ratio(theme, token, ground) >= GRAPHICS


@pytest.mark.parametrize(
    ("token", "ground", "expected"),
    [
        ("ink", "window", (15.1, 15.6, 21.0, 21.0)),
        ("ink", "surface", (16.5, 14.2, 21.0, 21.0)),
        ("ink2", "surface", (7.2, 7.7, 21.0, 21.0)),
        ("accent", "surface", (7.1, 8.5, 12.1, 13.6)),
        ("accent", "soft", (5.9, 6.6, 9.8, 9.4)),
        ("on_accent", "accent", (7.1, 9.3, 12.1, 13.6)),
        ("control", "surface", (3.8, 4.5, 21.0, 21.0)),
        ("amber_text", "amber_ground", (8.0, 9.8, 11.2, 15.6)),
        ("red_text", "red_ground", (7.9, 9.5, 11.2, 13.9)),
        ("muscle", "surface", (6.8, 7.0, 9.1, 10.9)),
    ],
)
def test_the_measured_contrast_is_the_designed_one(
    token: str, ground: str, expected: tuple[float, ...]
) -> None:
    themes = (LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK)
    measured = tuple(ratio(theme, token, ground) for theme in themes)
    assert measured == pytest.approx(expected, abs=0.06)


def test_an_unknown_token_is_named_with_those_there_are() -> None:
    with pytest.raises(ValueError, match=r"'inck'.*ink2"):
        LIGHT.color("inck")


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_token_is_a_colour(theme: Theme) -> None:
    assert all(theme.color(token).isValid() for token in TOKENS)


def test_high_contrast_doubles_every_edge() -> None:
    assert [theme.edge_px for theme in THEMES] == [1, 1, 2, 2]
