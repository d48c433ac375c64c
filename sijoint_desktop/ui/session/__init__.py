"""The guided session on screen."""
