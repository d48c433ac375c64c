"""Commands that need no display."""
