"""SI Joint Desktop: guided home exercises for mild sacroiliac-joint pain."""

__version__ = "0.1.0"
