from sijoint_desktop.player.system_clock import SystemClock


def test_the_real_clock_goes_forward_and_knows_its_zone() -> None:
    clock = SystemClock()
    monotonic, boot = clock.monotonic(), clock.boot()
    assert clock.monotonic() >= monotonic
    assert clock.boot() >= boot
    assert clock.now().utcoffset() is not None
