"""The one declared table of options and its validated values."""
