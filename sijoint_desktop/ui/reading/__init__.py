"""What is shown of articles, wherever they are read."""
