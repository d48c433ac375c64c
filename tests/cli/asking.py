"""What the tests of the commands share: a routine, the window's status, a refusal."""

ROUTINE = """\
format = 1
id = "short"
name = "Short one"
summary = "Only a reach."
[[exercise]]
id = "reach"
level = "beginner"
"""

WINDOW = 77  # the exit status of the window that stands in for the real one


def assert_refused(answer: tuple[int, str, str], *expected: str) -> None:
    status, out, err = answer
    assert status == 2
    assert out == ""
    assert err.count("\n") == 1, err
    assert err.startswith("sijoint-desktop: ")
    for words in expected:
        assert words in err, err
