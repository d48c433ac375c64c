"""The looks of the figure."""

from sijoint_desktop.settings.options import BY_KEY
from sijoint_desktop.ui.figure.look import CLOTHES, HAIR, SKINS


def test_every_tone_that_can_be_chosen_is_painted() -> None:
    for key, tones in (("skin", SKINS), ("hair", HAIR), ("clothes", CLOTHES)):
        option = BY_KEY[key]
        assert [name for name, _word in option.choices] == list(tones)
        assert option.default in tones
