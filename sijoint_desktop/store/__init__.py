"""The only place that knows SQL and the files the user's data live in."""
