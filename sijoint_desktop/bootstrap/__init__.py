"""The composition root: the only package that knows every part, and puts them together."""
