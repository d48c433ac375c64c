from PySide6.QtCore import QObject

from sijoint_desktop.ui.ticker import Ticker


def test_it_asks_for_looks_only_while_it_goes(qtbot) -> None:
    parent = QObject()
    ticker = Ticker(parent, looks_per_second=100)
    assert not ticker.going
    with qtbot.waitSignals([ticker.looked, ticker.looked], timeout=1000):
        ticker.go()
        ticker.go()
        assert ticker.going
    ticker.stop()
    assert not ticker.going
    with qtbot.assertNotEmitted(ticker.looked, wait=50):
        pass
