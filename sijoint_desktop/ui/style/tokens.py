"""The colours of the program: one table that palette, style sheet and painters are filled from."""

from dataclasses import dataclass, fields, replace

from PySide6.QtGui import QColor

INK = "ink"  # the token that most things are written and drawn in


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour of one look, as ``#RRGGBB``, by what it is used for.

    ``edge_px`` is the width of a card's or a button's edge: 1, or 2 under high contrast.
    """

    name: str
    dark: bool
    contrast: bool
    edge_px: int
    window: str
    surface: str
    stage: str
    sunken: str
    line: str
    control: str
    ink: str
    ink2: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    soft: str
    amber: str
    amber_ground: str
    amber_text: str
    red: str
    red_ground: str
    red_text: str
    move: str
    hold: str
    return_: str
    rest: str
    muscle: str
    shirt: str
    trousers: str
    mat: str
    ghost: str

    def color(self, token: str) -> QColor:
        """Return the colour of a token as a QColor; raises ValueError for an unknown name."""
        if token not in TOKENS:
            raise ValueError(f"unknown colour token {token!r}; known: {', '.join(TOKENS)}")
        return QColor(getattr(self, token))


TOKENS: tuple[str, ...] = tuple(
    field.name
    for field in fields(Theme)
    if field.name not in {"name", "dark", "contrast", "edge_px"}
)

LIGHT = Theme(
    name="light",
    dark=False,
    contrast=False,
    edge_px=1,
    window="#F6F5F1",
    surface="#FFFFFF",
    stage="#FBFAF8",
    sunken="#EDEBE5",
    line="#DEDBD3",
    control="#86837A",
    ink="#1D1F26",
    ink2="#55575F",
    accent="#3F4FB0",
    accent_hover="#34429A",
    accent_pressed="#2B3784",
    on_accent="#FFFFFF",
    soft="#E8EAF7",
    amber="#9A5B00",
    amber_ground="#FFF4DB",
    amber_text="#6B4200",
    red="#B3261E",
    red_ground="#FCEBE9",
    red_text="#8C1D18",
    move="#3F4FB0",
    hold="#0A6A66",
    return_="#6A4C9C",
    rest="#5A5D68",
    muscle="#A32673",
    shirt="#6F80CC",
    trousers="#3A4157",
    mat="#DFE6DD",
    ghost="#5A6496",
)

DARK = Theme(
    name="dark",
    dark=True,
    contrast=False,
    edge_px=1,
    window="#14161B",
    surface="#1C1F26",
    stage="#191C22",
    sunken="#262A33",
    line="#343945",
    control="#7F8696",
    ink="#ECEEF3",
    ink2="#ABB1BE",
    accent="#AAB5FF",
    accent_hover="#C0C8FF",
    accent_pressed="#D3D9FF",
    on_accent="#14161B",
    soft="#2A2F50",
    amber="#E0A33C",
    amber_ground="#332813",
    amber_text="#F6CF86",
    red="#F0857C",
    red_ground="#3B1D1B",
    red_text="#FFBBB4",
    move="#AAB5FF",
    hold="#5CC9C0",
    return_="#C9AEF2",
    rest="#ABB1BE",
    muscle="#FF7AC6",
    shirt="#8D9CF0",
    trousers="#5D6886",
    mat="#2C3638",
    ghost="#AAB4E8",
)

CONTRAST_LIGHT = Theme(
    name="contrast_light",
    dark=False,
    contrast=True,
    edge_px=2,
    window="#FFFFFF",
    surface="#FFFFFF",
    stage="#FFFFFF",
    sunken="#FFFFFF",
    line="#000000",
    control="#000000",
    ink="#000000",
    ink2="#000000",
    accent="#1F2A86",
    accent_hover="#1F2A86",
    accent_pressed="#151D66",
    on_accent="#FFFFFF",
    soft="#E3E6FF",
    amber="#7A4500",
    amber_ground="#FFF4DB",
    amber_text="#4D2F00",
    red="#9B0F0A",
    red_ground="#FFFFFF",
    red_text="#7A0B07",
    move="#1F2A86",
    hold="#004F4B",
    return_="#4B2A80",
    rest="#2E3038",
    muscle="#8A0F5C",
    shirt="#6F80CC",
    trousers="#3A4157",
    mat="#DFE6DD",
    ghost="#5A6496",
)

CONTRAST_DARK = Theme(
    name="contrast_dark",
    dark=True,
    contrast=True,
    edge_px=2,
    window="#000000",
    surface="#000000",
    stage="#000000",
    sunken="#000000",
    line="#FFFFFF",
    control="#FFFFFF",
    ink="#FFFFFF",
    ink2="#FFFFFF",
    accent="#C6CDFF",
    accent_hover="#C6CDFF",
    accent_pressed="#DEE2FF",
    on_accent="#000000",
    soft="#20264F",
    amber="#FFC966",
    amber_ground="#000000",
    amber_text="#FFD98F",
    red="#FF9E96",
    red_ground="#000000",
    red_text="#FFC4BE",
    move="#C6CDFF",
    hold="#7DEBE1",
    return_="#DCC8FF",
    rest="#FFFFFF",
    muscle="#FF9BD8",
    shirt="#8D9CF0",
    trousers="#5D6886",
    mat="#2C3638",
    ghost="#AAB4E8",
)

PRINT = replace(
    LIGHT,
    name="print",
    window="#FFFFFF",
    stage="#FFFFFF",
    sunken="#F0F0F0",
    line="#C4C4C4",
    control="#707070",
    ink="#000000",
    ink2="#333333",
    accent="#26307A",
    amber_ground="#F4EBD9",
)
"""Charts on paper: a white ground, and tones that a copier without colour keeps apart."""

THEMES: tuple[Theme, ...] = (LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK)
