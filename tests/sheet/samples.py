"""Exercises and routines to print: small, complete, and with every kind of motion and dose."""

from types import MappingProxyType

from sijoint_desktop.content.library import Library
from sijoint_desktop.content.model import (
    Caution,
    CautionAction,
    CautionTag,
    Dose,
    Exercise,
    Level,
    Mistake,
    Position,
    Purpose,
    Sides,
    Step,
    Tempo,
    Variant,
)
from sijoint_desktop.core.ids import ExerciseId, RoutineId
from sijoint_desktop.core.side import Side
from sijoint_desktop.core.units import Seconds
from sijoint_desktop.motion.limits import LimitKind
from sijoint_desktop.motion.model import Base, Breath, MotionSpec, Role, Row, Section, View
from sijoint_desktop.routine.model import Routine, Slot, SlotSides

E, R, H, P = Role.EFFORT, Role.RETURN, Role.HOLD, Role.PAUSE


def row(
    phase: str,
    move: Role | float,
    hold: Role | float = 0.0,
    section: Section = Section.REPEAT,
    *,
    rest: bool = False,
) -> Row:
    names = {Role.HOLD: "Hold", Role.PAUSE: "Pause"}
    return Row(
        pose=phase.lower(),
        phase=phase,
        hold_phase=names[hold] if isinstance(hold, Role) else phase,
        move=move if isinstance(move, Role) else Seconds(move),
        hold=hold if isinstance(hold, Role) else Seconds(hold),
        section=section,
        rest=rest,
        breath=Breath.FREE,
    )


def ready() -> Row:
    return row("Ready", 0.0, 1.0, Section.ENTER, rest=True)


LIFT = (ready(), row("Lift", E, H), row("Lower", R, P))
ROCK = (
    ready(),
    row("Begin", 2.0, 0.0, Section.ENTER),
    row("Flatten", E, H),
    row("Arch", R, P),
    row("Relax", 2.0, 0.0, Section.EXIT),
)
CROSS = (
    ready(),
    row("Cross", 2.0, 0.0, Section.ENTER),
    row("Reach behind", 2.0, 0.0, Section.ENTER),
    row("Pull", E, H),
    row("Ease", R, P),
    row("Uncross", 2.0, 0.0, Section.EXIT),
)
TWO_PARTS = (ready(), row("Tuck", 1.2), row("Shift", E, H), row("Return", R, P))
BELT = (
    ready(),
    row("Find the bones", 2.0, 1.5),
    row("Belt behind", 2.0),
    row("Wrap", 2.0),
    row("Close", 2.0, 0.6),
    row("Check", 1.5, H),
    row("Done", 1.5, P),
    row("Open", 2.0, 0.0, Section.EXIT),
)


def motion(rows: tuple[Row, ...], side: Side | None = None) -> MotionSpec:
    return MotionSpec(
        base=Base.SUPINE,
        poses=MappingProxyType({}),
        rows=rows,
        mistakes=(),
        authored_side=side,
        camera=View.SIDE,
        limits=LimitKind.PASSIVE,
        working=(),
        muscles=(),
        arrows=(),
        props=(),
    )


def dose(
    reps: int = 8,
    hold_s: float = 3,
    sets: int = 1,
    wear: tuple[int, int] | None = None,
    note: str = "",
) -> Dose:
    tempo = Tempo(Seconds(2.0), Seconds(2.0), Seconds(1.0))
    return Dose(sets, reps, Seconds(hold_s), tempo, Seconds(30.0), (3, 5), note, wear)


def exercise(
    name: str = "Glute bridge",
    *,
    steps: tuple[str, ...] = ("Lie on your back, knees bent.", "Lift your hips.", "Lower slowly."),
    sides: Sides = Sides.TOGETHER,
    rows: tuple[Row, ...] = LIFT,
    doses: Dose | None = None,
    right: str = "stop when your hips, knees and shoulders line up",
    cautions: tuple[Caution, ...] = (),
    code: str = "E05",
    equipment: tuple[str, ...] = ("mat",),
) -> Exercise:
    side_word = "" if sides is Sides.TOGETHER else "leg back"
    return Exercise(
        id=ExerciseId(code.lower()),
        code=code,
        name=name,
        summary="Lift your hips.",
        purpose=Purpose.STABILISE,
        position=Position.SUPINE,
        equipment=equipment,
        sides=sides,
        side_word=side_word,
        muscles=("buttocks",),
        breath="Breathe out as you lift.",
        feel="Your buttocks at work.",
        steps=tuple(Step(text, ()) for text in steps),
        cues=("Slowly.",),
        mistakes=(Mistake("over", "the back arches", right),),
        cautions=cautions,
        easier=(Variant("Lift half as far."),),
        harder=(Variant("Lift one foot."),),
        doses=MappingProxyType(dict.fromkeys(Level, doses or dose())),
        sources=("A study",),
        motion=motion(rows, None if sides is Sides.TOGETHER else Side.LEFT),
    )


PREGNANT = Caution(CautionTag.PREGNANCY_SUPINE, CautionAction.ADAPT, "Pregnant? Do not lie flat.")
WRIST = Caution(CautionTag.WRIST, CautionAction.ADAPT, "Sore wrists? Use your fists.")
NEW_HIP = Caution(CautionTag.HIP_REPLACEMENT, CautionAction.AVOID, "New hip? Leave it out.")
SHARP = Caution(CautionTag.GENERAL, CautionAction.ASK, "Stop if it is sharp")

BRIDGE = exercise(cautions=(PREGNANT, SHARP))
TILT = exercise("Pelvic tilt", rows=ROCK, doses=dose(10, 1), code="E01")
BIRD_DOG = exercise("Bird-dog", sides=Sides.EACH, code="E06", cautions=(WRIST,))
FIGURE_4 = exercise(
    "Figure-4 stretch",
    sides=Sides.EACH,
    rows=CROSS,
    doses=dose(1, 20, 2),
    code="E03",
    cautions=(NEW_HIP,),
)
LUNGE = exercise("Hip stretch", sides=Sides.ALTERNATING, rows=TWO_PARTS, code="E04")
FITTING = exercise(
    "Fitting an SI belt",
    rows=BELT,
    doses=dose(1, 3, 1, (60, 120), "only for sore tasks"),
    code="E07",
    equipment=("SI belt",),
)
EVERY = (TILT, FIGURE_4, BRIDGE, LUNGE, BIRD_DOG, FITTING)


def library(*exercises: Exercise) -> Library:
    return Library(exercises or EVERY)


def slot(
    what: Exercise,
    sides: SlotSides = SlotSides.BOTH,
    start: Side = Side.LEFT,
    own: Dose | None = None,
) -> Slot:
    return Slot(what.id, Level.STANDARD, own or what.doses[Level.STANDARD], sides, start)


def routine(*slots: Slot, name: str = "Loosen and steady") -> Routine:
    chosen = slots or tuple(slot(what) for what in EVERY)
    return Routine(RoutineId("sample"), name, "", chosen)
