import numpy as np
import pytest
from PySide6.QtGui import QImage

from tests.ui.printing.golden import FOLDER, SHEETS, pages

_BLOCK = 6  # pixels, 2 mm of paper
_MOST_APART = 40  # of 255, in the mean of a block: another version smooths letters otherwise


def grey(image: QImage) -> np.ndarray:
    kept = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(kept.constBits(), np.uint8).reshape(kept.height(), kept.bytesPerLine())
    whole = rows[:, : kept.width()].astype(float)
    high, wide = (side // _BLOCK * _BLOCK for side in whole.shape)
    blocks = whole[:high, :wide].reshape(high // _BLOCK, _BLOCK, wide // _BLOCK, _BLOCK)
    return blocks.mean((1, 3))


@pytest.mark.parametrize("name", SHEETS)
def test_pages_are_as_they_were_found_good(name: str) -> None:
    made = pages(name)
    assert len(made) == len(list(FOLDER.glob(f"{name}-?.png")))
    for number, (image, words) in enumerate(made, start=1):
        path = FOLDER / f"{name}-{number}"
        assert words == path.with_suffix(".txt").read_text(encoding="utf-8")
        golden = QImage(str(path.with_suffix(".png")))
        assert golden.size() == image.size()
        assert np.abs(grey(golden) - grey(image)).max() <= _MOST_APART, path.name
