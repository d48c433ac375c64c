"""The Learn pages: articles to find and to read."""
