"""Tokens, fonts, icons and the small widgets every page is built from."""
