"""Names and units that every other package shares."""
