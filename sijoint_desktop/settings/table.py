"""Everything that a person can set, in one declared table."""

from collections.abc import Mapping
from datetime import time
from types import MappingProxyType

from sijoint_desktop.core.dates import clock_words
from sijoint_desktop.core.language import LANGUAGES, mark, tr
from sijoint_desktop.settings.countries import COUNTRIES, countries_in_words
from sijoint_desktop.settings.option import (
    Choices,
    CountedSets,
    Group,
    MotionChoice,
    Option,
    ThemeChoice,
)


def _seconds(
    key: str, default: int, label: str, *, least: int, most: int, text: str = ""
) -> Option:
    return Option(
        key, default, label, Group.TIMES, text, least=least, most=most, unit=mark("s", "unit")
    )


def _tone(key: str, label: str, default: str, choices: Choices) -> Option:
    text = mark("Of the figure on screen.")
    return Option(key, default, label, Group.LOOK, text, choices=choices, context=key)


def _languages_in_words() -> Choices:
    return ("", tr("Same as the computer")), *LANGUAGES.items()


def _countries_in_words() -> Choices:
    elsewhere = (ELSEWHERE, tr("Another country"))
    return ("", tr("Same as the computer")), *countries_in_words(), elsewhere


def _times_in_words() -> Choices:
    return tuple((at, clock_words(time.fromisoformat(at))) for at in _TIMES)


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
    Option("name", "", mark("Your name"), Group.YOU, mark("Used to greet you, and nowhere else.")),
    Option(
        "language",
        "",
        mark("Language"),
        Group.YOU,
        mark("German and Spanish are translations that no clinician has checked yet."),
        choices=(("", ""), *LANGUAGES.items()),
        say=_languages_in_words,
    ),
    Option(
        "country",
        "",
        mark("Your country"),
        Group.YOU,
        mark("For the emergency number."),
        choices=(("", ""), *COUNTRIES, (ELSEWHERE, "")),
        say=_countries_in_words,
    ),
    Option(
        "weekly_goal",
        5,
        mark("Days with exercise in a week"),
        Group.WEEK,
        mark("Little and often is better than rare and long."),
        least=1,
        most=7,
        unit=mark("days", "unit"),
    ),
    Option(
        "planned_days",
        "",
        mark("The days you plan"),
        Group.WEEK,
        mark(
            "Leave all free if any day will do. Days that you choose take the place of the number."
        ),
        choices=WEEKDAYS,
        context="short",
        several=True,
    ),
    Option(
        "reminders",
        False,
        mark("Remind me"),
        Group.WEEK,
        mark("On a planned day without a session, while the program runs. Never in a pause."),
    ),
    Option(
        "reminder_time",
        "18:00",
        mark("Time of the reminder"),
        Group.WEEK,
        choices=tuple((at, at) for at in _TIMES),
        say=_times_in_words,
    ),
    Option(
        "reminder_again",
        True,
        mark("Remind me once more"),
        Group.WEEK,
        mark("Two hours later, if there was still no session."),
    ),
    Option(
        "stay_in_tray",
        False,
        mark("Stay in the tray"),
        Group.WEEK,
        mark(
            "The program runs on when you close its window, so that reminders come. Quit ends it."
        ),
    ),
    Option(
        "autostart",
        False,
        mark("Start with the computer"),
        Group.WEEK,
        mark("When you log in, in the tray or minimised, so that reminders come."),
    ),
    Option(
        "theme",
        ThemeChoice.SYSTEM.value,
        mark("Colours"),
        Group.LOOK,
        choices=(
            (ThemeChoice.SYSTEM.value, mark("Same as the computer", "theme")),
            (ThemeChoice.LIGHT.value, mark("Light", "theme")),
            (ThemeChoice.DARK.value, mark("Dark", "theme")),
            (ThemeChoice.CONTRAST_LIGHT.value, mark("High contrast on white", "theme")),
            (ThemeChoice.CONTRAST_DARK.value, mark("High contrast on black", "theme")),
        ),
        context="theme",
    ),
    Option(
        "text_percent",
        100,
        mark("Text size"),
        Group.LOOK,
        mark("Ctrl and plus or minus change it at any time."),
        least=90,
        most=200,
        step=10,
        unit="%",
    ),
    Option(
        "figure_style",
        "body",
        mark("Figure"),
        Group.LOOK,
        mark("The same movement, drawn as a body or as a stick figure."),
        choices=(("body", mark("Body", "figure")), ("stick", mark("Stick figure", "figure"))),
        context="figure",
    ),
    _tone(
        "skin",
        mark("Skin"),
        "fair",
        (
            ("light", mark("Light", "skin")),
            ("fair", mark("Fair", "skin")),
            ("tan", mark("Tan", "skin")),
            ("brown", mark("Brown", "skin")),
            ("dark", mark("Dark", "skin")),
        ),
    ),
    _tone(
        "hair",
        mark("Hair"),
        "brown",
        (
            ("brown", mark("Brown", "hair")),
            ("black", mark("Black", "hair")),
            ("fair", mark("Fair", "hair")),
            ("red", mark("Red", "hair")),
            ("grey", mark("Grey", "hair")),
        ),
    ),
    _tone(
        "clothes",
        mark("Clothes"),
        "blue",
        (
            ("blue", mark("Blue", "clothes")),
            ("green", mark("Green", "clothes")),
            ("plum", mark("Plum", "clothes")),
            ("sand", mark("Sand", "clothes")),
        ),
    ),
    Option(
        "motion",
        MotionChoice.FOLLOW.value,
        mark("Moving figures"),
        Group.LOOK,
        mark("Without movement the figure shows one key position after another."),
        choices=(
            (MotionChoice.FOLLOW.value, mark("Same as the computer")),
            (MotionChoice.ALWAYS.value, mark("Always")),
            (MotionChoice.NEVER.value, mark("Never")),
        ),
    ),
    Option(
        "sound", True, mark("Tones in a session"), Group.SOUND, mark("Tones count you in and out.")
    ),
    Option(
        "volume", 70, mark("Loudness of tones"), Group.SOUND, least=0, most=100, step=5, unit="%"
    ),
    Option(
        "half_way",
        True,
        mark("Half-way tone"),
        Group.SOUND,
        mark("In the middle of a hold of 20 seconds or more."),
    ),
    Option(
        "voice",
        True,
        mark("Spoken words"),
        Group.SOUND,
        mark("Says what comes next, where this computer has a voice for the language."),
    ),
    Option(
        "voice_volume",
        80,
        mark("Loudness of the voice"),
        Group.SOUND,
        least=0,
        most=100,
        step=5,
        unit="%",
    ),
    Option(
        "flash",
        False,
        mark("Flash with each tone"),
        Group.SOUND,
        mark("The edge of the screen lights up for a moment."),
    ),
    _seconds(
        "first_ready_s",
        10,
        mark("Get ready, first exercise"),
        least=3,
        most=60,
        text=mark("Time to lie or kneel down."),
    ),
    _seconds("get_ready_s", 5, mark("Get ready, other exercises"), least=3, most=60),
    _seconds("side_change_s", 5, mark("Change of side"), least=3, most=60),
    _seconds("rest_sets_s", 15, mark("Rest between sets"), least=0, most=180),
    _seconds("rest_exercises_s", 20, mark("Rest between exercises"), least=0, most=180),
    _seconds(
        "recount_s",
        3,
        mark("Count in after a pause"),
        least=1,
        most=10,
        text=mark("Time to get back into it."),
    ),
    Option(
        "counted_sets",
        CountedSets.TIMED.value,
        mark("Sets without a hold"),
        Group.TIMES,
        choices=(
            (CountedSets.TIMED.value, mark("Go on by themselves")),
            (CountedSets.WAIT.value, mark("Wait until I press Done")),
        ),
    ),
    Option(
        "paper",
        "a4",
        mark("Paper"),
        Group.PAPER,
        choices=(("a4", "A4"), ("letter", mark("Letter", "paper"))),
        context="paper",
    ),
    Option("step_put_off", "", "Last session before a step was put off", Group.HIDDEN),
    Option("planned_since", "", "Day on which the planned days were chosen", Group.HIDDEN),
    Option("reminders_given", "", "Reminders given on the last day", Group.HIDDEN),
    Option("articles_read", "", "Learn pages that were read", Group.HIDDEN),
    Option("page", "today", "Page shown last", Group.HIDDEN),
    Option("window", "", "Window geometry", Group.HIDDEN),
)

BY_KEY: Mapping[str, Option] = MappingProxyType({option.key: option for option in OPTIONS})
