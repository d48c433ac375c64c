"""What to do in which order, and how long each part takes."""
