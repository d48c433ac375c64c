"""Typed names, so that an exercise is never looked up by the name of a routine."""

from typing import NewType

ExerciseId = NewType("ExerciseId", str)
RoutineId = NewType("RoutineId", str)
SessionId = NewType("SessionId", str)
