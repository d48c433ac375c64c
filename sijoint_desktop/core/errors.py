"""The faults that a person can act on, and nothing else."""


class UserError(Exception):
    """A fault with one clear sentence for a person: what is wrong, where, and what to do.

    The window shows the sentence in a banner; a command prints it on standard error and exits
    with status 2. Anything else that is raised is a programming error.
    """


class ContentError(UserError):
    """A content or routine file that cannot be used; carries every fault found in it."""

    def __init__(self, faults: "tuple[str, ...] | list[str]") -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(self.faults))
