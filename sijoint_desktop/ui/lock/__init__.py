"""What every page shows while exercise is closed."""
