"""Charts and the list of sessions."""
