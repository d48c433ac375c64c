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


def test_one_more_look_comes_when_something_is_due_before_the_next(qtbot) -> None:
    parent = QObject()
    ticker = Ticker(parent, looks_per_second=1)
    ticker.look_in(0.02)
    with qtbot.assertNotEmitted(ticker.looked, wait=60):  # it does not go
        pass
    ticker.go()
    ticker.look_in(0.02)
    with qtbot.waitSignal(ticker.looked, timeout=500):
        pass
    ticker.look_in(0.02)
    ticker.stop()
    with qtbot.assertNotEmitted(ticker.looked, wait=60):
        pass
