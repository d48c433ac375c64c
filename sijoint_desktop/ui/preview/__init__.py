"""The window that shows an exercise file while it is being written."""
