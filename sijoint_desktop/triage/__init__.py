"""From answers to how urgent it is, which pattern they fit, and why."""
