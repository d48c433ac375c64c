"""What holds for every test: nothing fails because the computer is busy, and none of it speaks."""

import os

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

# a service with an address of its own is never launched, so no test leaves one running
os.environ["SPEECHD_ADDRESS"] = "unix_socket:no-speech-in-tests"
