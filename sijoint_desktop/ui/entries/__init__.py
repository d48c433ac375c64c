"""The table of everything on record, with what changes it."""
