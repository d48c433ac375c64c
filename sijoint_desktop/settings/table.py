"""Everything that a person can set, in one declared table."""

from collections.abc import Mapping
from types import MappingProxyType

from sijoint_desktop.core.language import LANGUAGES
from sijoint_desktop.settings.countries import COUNTRIES
from sijoint_desktop.settings.option import CountedSets, Group, MotionChoice, Option, ThemeChoice


def _seconds(
    key: str, default: int, label: str, *, least: int, most: int, text: str = ""
) -> Option:
    return Option(key, default, label, Group.TIMES, text, least=least, most=most, unit="s")


def _tone(key: str, label: str, default: str, names: tuple[str, ...]) -> Option:
    choices = tuple((name, name.capitalize()) for name in names)
    return Option(key, default, label, Group.LOOK, "Of the figure on screen.", choices=choices)


ELSEWHERE = "ZZ"
"""Stands for a country whose number is not known; ISO 3166-1 gives the code to nobody."""

FIGURE_OPTIONS = ("figure_style", "skin", "hair", "clothes")
"""The options that the figure's look follows."""

WEEKDAYS = (
    ("mon", "Mon"),
    ("tue", "Tue"),
    ("wed", "Wed"),
    ("thu", "Thu"),
    ("fri", "Fri"),
    ("sat", "Sat"),
    ("sun", "Sun"),
)

_TIMES = tuple(f"{minutes // 60:02}:{minutes % 60:02}" for minutes in range(6 * 60, 22 * 60, 30))

OPTIONS: tuple[Option, ...] = (
    Option("name", "", "Your name", Group.YOU, "Used to greet you, and nowhere else."),
    Option(
        "language",
        "",
        "Language",
        Group.YOU,
        "German and Spanish are translations that no clinician has checked yet.",
        choices=(("", "Same as the computer"), *LANGUAGES.items()),
    ),
    Option(
        "country",
        "",
        "Your country",
        Group.YOU,
        "For the emergency number.",
        choices=(("", "Same as the computer"), *COUNTRIES, (ELSEWHERE, "Another country")),
    ),
    Option(
        "weekly_goal",
        5,
        "Days with exercise in a week",
        Group.WEEK,
        "Little and often is better than rare and long.",
        least=1,
        most=7,
        unit="days",
    ),
    Option(
        "planned_days",
        "",
        "The days you plan",
        Group.WEEK,
        "Leave all free if any day will do. Days that you choose take the place of the number.",
        choices=WEEKDAYS,
        several=True,
    ),
    Option(
        "reminders",
        False,
        "Remind me",
        Group.WEEK,
        "On a planned day without a session, while the program runs. Never in a pause.",
    ),
    Option(
        "reminder_time",
        "18:00",
        "Time of the reminder",
        Group.WEEK,
        choices=tuple((time, time) for time in _TIMES),
    ),
    Option(
        "reminder_again",
        True,
        "Remind me once more",
        Group.WEEK,
        "Two hours later, if there was still no session.",
    ),
    Option(
        "stay_in_tray",
        False,
        "Stay in the tray",
        Group.WEEK,
        "The program runs on when you close its window, so that reminders come. Quit ends it.",
    ),
    Option(
        "autostart",
        False,
        "Start with the computer",
        Group.WEEK,
        "When you log in, in the tray or minimised, so that reminders come.",
    ),
    Option(
        "theme",
        ThemeChoice.SYSTEM.value,
        "Colours",
        Group.LOOK,
        choices=(
            (ThemeChoice.SYSTEM.value, "Same as the computer"),
            (ThemeChoice.LIGHT.value, "Light"),
            (ThemeChoice.DARK.value, "Dark"),
            (ThemeChoice.CONTRAST_LIGHT.value, "High contrast on white"),
            (ThemeChoice.CONTRAST_DARK.value, "High contrast on black"),
        ),
    ),
    Option(
        "text_percent",
        100,
        "Text size",
        Group.LOOK,
        "Ctrl and plus or minus change it at any time.",
        least=90,
        most=200,
        step=10,
        unit="%",
    ),
    Option(
        "figure_style",
        "body",
        "Figure",
        Group.LOOK,
        "The same movement, drawn as a body or as a stick figure.",
        choices=(("body", "Body"), ("stick", "Stick figure")),
    ),
    _tone("skin", "Skin", "fair", ("light", "fair", "tan", "brown", "dark")),
    _tone("hair", "Hair", "brown", ("brown", "black", "fair", "red", "grey")),
    _tone("clothes", "Clothes", "blue", ("blue", "green", "plum", "sand")),
    Option(
        "motion",
        MotionChoice.FOLLOW.value,
        "Moving figures",
        Group.LOOK,
        "Without movement the figure shows one key position after another.",
        choices=(
            (MotionChoice.FOLLOW.value, "Same as the computer"),
            (MotionChoice.ALWAYS.value, "Always"),
            (MotionChoice.NEVER.value, "Never"),
        ),
    ),
    Option("sound", True, "Tones in a session", Group.SOUND, "Tones count you in and out."),
    Option("volume", 70, "Loudness of tones", Group.SOUND, least=0, most=100, step=5, unit="%"),
    Option(
        "half_way",
        True,
        "Half-way tone",
        Group.SOUND,
        "In the middle of a hold of 20 seconds or more.",
    ),
    Option(
        "voice",
        True,
        "Spoken words",
        Group.SOUND,
        "Says what comes next, where this computer has a voice.",
    ),
    Option(
        "voice_volume",
        80,
        "Loudness of the voice",
        Group.SOUND,
        least=0,
        most=100,
        step=5,
        unit="%",
    ),
    Option(
        "flash",
        False,
        "Flash with each tone",
        Group.SOUND,
        "The edge of the screen lights up for a moment.",
    ),
    _seconds(
        "first_ready_s",
        10,
        "Get ready, first exercise",
        least=3,
        most=60,
        text="Time to lie or kneel down.",
    ),
    _seconds("get_ready_s", 5, "Get ready, other exercises", least=3, most=60),
    _seconds("side_change_s", 5, "Change of side", least=3, most=60),
    _seconds("rest_sets_s", 15, "Rest between sets", least=0, most=180),
    _seconds("rest_exercises_s", 20, "Rest between exercises", least=0, most=180),
    _seconds(
        "recount_s", 3, "Count in after a pause", least=1, most=10, text="Time to get back into it."
    ),
    Option(
        "counted_sets",
        CountedSets.TIMED.value,
        "Sets without a hold",
        Group.TIMES,
        choices=(
            (CountedSets.TIMED.value, "Go on by themselves"),
            (CountedSets.WAIT.value, "Wait until I press Done"),
        ),
    ),
    Option(
        "paper",
        "a4",
        "Paper",
        Group.PAPER,
        choices=(("a4", "A4"), ("letter", "Letter")),
    ),
    Option("step_put_off", "", "Last session before a step was put off", Group.HIDDEN),
    Option("planned_since", "", "Day on which the planned days were chosen", Group.HIDDEN),
    Option("reminders_given", "", "Reminders given on the last day", Group.HIDDEN),
    Option("articles_read", "", "Learn pages that were read", Group.HIDDEN),
    Option("page", "today", "Page shown last", Group.HIDDEN),
    Option("window", "", "Window geometry", Group.HIDDEN),
)

BY_KEY: Mapping[str, Option] = MappingProxyType({option.key: option for option in OPTIONS})
