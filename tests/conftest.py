"""What holds for every test: nothing fails because the computer is busy, and none of it speaks."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from sijoint_desktop.core.language import speak
from tests.fakes.pseudo import Pseudo

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

# a service with an address of its own is never launched, so no test leaves one running
os.environ["SPEECHD_ADDRESS"] = "unix_socket:no-speech-in-tests"


@pytest.fixture
def pseudo() -> Iterator[None]:
    """A language in which every word that was not looked up shows (tests/fakes/pseudo.py)."""
    speak("xx", Pseudo())
    yield
    speak("en")
