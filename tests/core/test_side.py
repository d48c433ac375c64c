"""A side is said in words that can stand alone or with what is meant by it."""

from sijoint_desktop.core.side import Side, side_in_capitals, side_in_text, side_label


def test_a_side_stands_alone_or_with_its_part() -> None:
    assert side_label(Side.LEFT) == "Left"
    assert side_label(Side.RIGHT, "leg back") == "Right leg back"
    assert side_in_text(Side.LEFT, "heel down") == "left heel down"
    assert side_in_text(Side.RIGHT) == "right"
    assert side_in_capitals(Side.LEFT, "leg back") == "LEFT leg back"
    assert side_in_capitals(Side.RIGHT) == "RIGHT"
