"""Units of measure as types: a number that carries its unit in its annotation."""

from typing import NewType

Seconds = NewType("Seconds", float)
Degrees = NewType("Degrees", float)
