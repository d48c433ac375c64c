"""What holds for every test: none fails because the computer is busy, speaks, or calls anybody."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings
from PySide6.QtCore import QLocale

from sijoint_desktop.core.language import speak
from tests.fakes.pseudo import Pseudo

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

# English words and dates, wherever the tests run; Qt and the programs they start read it from here
os.environ["LC_ALL"] = "C.UTF-8"
os.environ.pop("LANGUAGE", None)

# a service with an address of its own is never launched, so no test leaves one running
os.environ["SPEECHD_ADDRESS"] = "unix_socket:no-speech-in-tests"

# nor shows a reminder on the desktop of whoever runs them; tests of that make a bus of their own
os.environ["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/no-bus-in-tests"


@pytest.fixture
def english_after() -> Iterator[None]:
    """English again after a test that speaks something else."""
    usual = QLocale()
    yield
    speak("en")
    QLocale.setDefault(usual)


@pytest.fixture
def pseudo() -> Iterator[None]:
    """A language in which every word that was not looked up shows (tests/fakes/pseudo.py)."""
    speak("xx", Pseudo())
    yield
    speak("en")
