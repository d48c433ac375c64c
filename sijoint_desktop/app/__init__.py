"""Use cases that join the packages below: recording a session, exporting data."""
